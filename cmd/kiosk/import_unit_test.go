package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkai/kiosk/catalogue"
)

// tree returns a directory's files by path, folders with a slash at their end.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := make(map[string]string)
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			all[strings.TrimPrefix(name, dir)+"/"] = ""
			return err
		}
		data, err := os.ReadFile(name)
		all[strings.TrimPrefix(name, dir)] = string(data)
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return all
}

func sameTree(t *testing.T, got, want map[string]string) {
	t.Helper()
	for name, text := range want {
		if there, ok := got[name]; !ok || there != text {
			t.Errorf("%s is %q, want %q", name, there, text)
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%s is there", name)
		}
	}
}

var importedFiles = []catalogue.File{{Path: "items/01.toml", Data: []byte("new")}, {Path: "items/02.toml", Data: []byte("more")}, {Path: "kiosk.toml", Data: []byte("k")}}

// TestCarryOutStopped: an import that is stopped, or can't write a file, leaves the directory as it was.
func TestCarryOutStopped(t *testing.T) {
	existing := filepath.Join(t.TempDir(), "content")
	if err := os.MkdirAll(filepath.Join(existing, "items"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(existing, "items", "01.toml"), []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{existing, filepath.Join(t.TempDir(), "new")} {
		before := tree(t, dir)
		ctx, stop := context.WithCancel(context.Background())
		many := importedFiles
		for range 5 * atOnce {
			many = append(many, catalogue.File{Path: "items/x/" + strings.Repeat("x", len(many)) + ".toml"})
		}
		if err := carryOut(ctx, dir, many, []string{"items/01.toml"}, stop); !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
		sameTree(t, tree(t, dir), before)
		bad := append(importedFiles[:2:2], catalogue.File{Path: "items/01.toml/x"})
		if dir == existing {
			if err := carryOut(context.Background(), dir, bad, nil, func() {}); err == nil {
				t.Error("a file below a file is written")
			}
			sameTree(t, tree(t, dir), before)
		}
	}
}

func TestCarryOut(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "content")
	if err := carryOut(context.Background(), dir, importedFiles, nil, func() {}); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Join(dir, "items", "01.toml"), 0o600); err != nil {
		t.Fatal(err)
	}
	again := []catalogue.File{{Path: "items/01.toml", Data: []byte("newer")}}
	if err := carryOut(context.Background(), dir, again, []string{"items/02.toml"}, func() {}); err != nil {
		t.Fatal(err)
	}
	sameTree(t, tree(t, dir), map[string]string{"/": "", "/items/": "", "/items/01.toml": "newer", "/kiosk.toml": "k"})
	if info, err := os.Stat(filepath.Join(dir, "items", "01.toml")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the permissions are %v, %v", info.Mode(), err)
	}
}

// TestCarryOutHindered: a file that can't take its place keeps no other from it, and leaves nothing beside it.
func TestCarryOutHindered(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "content")
	if err := os.MkdirAll(filepath.Join(dir, "items", "01.toml"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := carryOut(context.Background(), dir, importedFiles, nil, func() {}); err == nil {
		t.Error("a folder is replaced by a file")
	}
	sameTree(t, tree(t, dir), map[string]string{"/": "", "/items/": "", "/items/01.toml/": "", "/items/02.toml": "more", "/kiosk.toml": "k"})
}
