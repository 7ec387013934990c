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

// TestOfficeTable: 导出表格.bat writes a table of all content beside it, and never over an earlier one.
func TestOfficeTable(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "内容")
	var said bytes.Buffer
	if code := run(t.Context(), []string{"init", dir}, streams{&said, &said}); code != fine {
		t.Fatal(said.String())
	}
	for n := 1; n <= 2; n++ {
		if code := run(t.Context(), []string{"office", "table", dir}, streams{&said, &said}); code != fine {
			t.Fatal(said.String())
		}
		if files, _ := filepath.Glob(filepath.Join(filepath.Dir(dir), "导出表格-*.xlsx")); len(files) != n {
			t.Errorf("%d tables after %d: %s", len(files), n, said.String())
		}
	}
}
