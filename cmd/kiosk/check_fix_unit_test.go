package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkai/kiosk/catalogue"
)

// TestFixer: what stands in the way of a mend, and that the directory is then as it was.
func TestFixer(t *testing.T) {
	const name, old, mended = "items/06.toml", "number ＝ 6\n", "number = 6\n"
	for _, c := range []struct {
		what string
		do   func(dir string) error // before the files are written
		new  bool                   // a new file is among the parts
		want error                  // nil: any
	}{
		{"the file was saved meanwhile", func(dir string) error { return os.WriteFile(filepath.Join(dir, name), []byte("number = 7\n"), 0o644) }, false, errChanged},
		{"the file has gone", func(dir string) error { return os.Remove(filepath.Join(dir, name)) }, false, os.ErrNotExist},
		{"the file is a link", func(dir string) error {
			return errors.Join(os.Rename(filepath.Join(dir, name), filepath.Join(dir, "06.toml")), os.Symlink("../06.toml", filepath.Join(dir, name)))
		}, false, errLink},
		{"the old text has no place", func(dir string) error { return os.MkdirAll(filepath.Join(dir, name+".bak", "x"), 0o755) }, false, nil},
		{"the new name is taken", func(dir string) error { return os.WriteFile(filepath.Join(dir, "items/06-第2个.toml"), nil, 0o644) }, true, errChanged},
	} {
		dir := t.TempDir()
		if err := errors.Join(os.Mkdir(filepath.Join(dir, "items"), 0o755), os.WriteFile(filepath.Join(dir, name), []byte(old), 0o644), c.do(dir)); err != nil {
			t.Fatal(err)
		}
		before := listing(t, dir)
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		f := fixer{root: root, old: map[string][]byte{name: []byte(old)}}
		parts := []catalogue.File{{Path: name, Data: []byte(mended)}}
		if c.new {
			parts = append([]catalogue.File{{Path: "items/06-第2个.toml", Data: []byte("x")}}, parts...)
		}
		err = f.write(parts)
		if err == nil || c.want != nil && !errors.Is(err, c.want) || fixOf(err) == "" || strings.ContainsAny(cause(err), "\n") {
			t.Errorf("%s: %v", c.what, err)
		}
		if after := listing(t, dir); after != before {
			t.Errorf("%s: the directory had\n%s\nand has\n%s", c.what, before, after)
		}
		root.Close()
	}
}

// listing returns the files of a directory with what they have.
func listing(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		b.WriteString(path)
		if err == nil && d.Type().IsRegular() {
			data, err := os.ReadFile(path)
			b.WriteString(": " + string(data))
			return errors.Join(err, nil)
		}
		b.WriteString("\n")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestDifference: what a terminal must not get is replaced, and numbers of persons are masked.
func TestDifference(t *testing.T) {
	got := differenceOf("items/06.toml", []byte("a ＝ 1\r\nb = \"13800138000\x1b[2J\"\r\n"), []byte("a = 1\r\nb = \"13800138000\x1b[2J\"\r\n"))
	want := "--- items/06.toml（原来）\n+++ items/06.toml（改好）\n@@ -1,2 +1,2 @@\n-a ＝ 1\n+a = 1\n b = \"138****8000·[2J\"\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := differenceOf("a", []byte("\xb2\xd0"), []byte("残")); !strings.Contains(got, "UTF-8") {
		t.Error(got)
	}
}
