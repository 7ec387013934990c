package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestExportStopped: an export that is stopped leaves the folder as it was, and the table that it would have replaced.
func TestExportStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	dir := t.TempDir()
	for _, name := range []string{"目录.xlsx", "目录.tsv"} {
		path := filepath.Join(dir, name)
		for _, old := range []string{"", "旧的"} {
			args := []string{"export", "--out", path}
			if old != "" {
				if err := os.WriteFile(path, []byte(old), 0o644); err != nil {
					t.Fatal(err)
				}
				args = append(args, "--force")
			}
			var out, errs bytes.Buffer
			if code := run(ctx, args, streams{&out, &errs}); code != found || out.Len() > 0 || !strings.Contains(errs.String(), "停下了，"+path+" 没有改动") {
				t.Errorf("%s: exit %d, %s%s", name, code, out.String(), errs.String())
			}
			data, _ := os.ReadFile(path)
			files, err := os.ReadDir(dir)
			if string(data) != old || err != nil || len(files) != min(len(old), 1) {
				t.Errorf("%s: %q, %v, %v", name, data, files, err)
			}
		}
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
	}
}

// TestReplaceFile: a folder that can't be written, and one that is there instead of the file, are errors and change nothing.
func TestReplaceFile(t *testing.T) {
	dir := t.TempDir()
	taken := filepath.Join(dir, "目录.xlsx")
	if err := os.Mkdir(taken, 0o755); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	if code := run(t.Context(), []string{"export", "--out", taken, "--force"}, streams{&out, &errs}); code != found || !strings.Contains(errs.String(), "没有写成") {
		t.Errorf("exit %d, %s", code, errs.String())
	}
	if files, err := os.ReadDir(dir); err != nil || len(files) != 1 {
		t.Errorf("%v, %v", files, err)
	}
}
