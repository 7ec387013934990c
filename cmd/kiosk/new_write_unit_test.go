package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestWriteFilesStaysInside: nothing is written through a folder that is a link out of the directory, and what stood before the
// failure is taken back.
func TestWriteFilesStaysInside(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	if err := os.Symlink(outside, filepath.Join(dir, "notices")); err != nil {
		t.Skip(err) // Windows without the right to make links
	}
	before := listing(t, dir)
	err := writeFiles(t.Context(), dir, []newFile{{path: "images/new/a.jpg", data: []byte("a")}, {path: "notices/a.toml", data: []byte("b")}})
	if err == nil || !strings.Contains(cause(err), "链接") {
		t.Errorf("%v", err)
	}
	if after := listing(t, dir); after != before || exists(filepath.Join(outside, "a.toml")) {
		t.Errorf("the directory had\n%s\nand has\n%s", before, after)
	}
}

// TestInitAllOrNothing: what stands in the way of one of the files leaves none.
func TestInitAllOrNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "content")
	if err := os.MkdirAll(filepath.Join(dir, ".kiosk-kiosk.toml.tmp"), 0o755); err != nil {
		t.Fatal(err)
	}
	before := listing(t, dir)
	var out strings.Builder
	if code := run(t.Context(), []string{"init", dir}, streams{&out, &out}); code != found || !strings.Contains(out.String(), "错误：没有写成（") {
		t.Errorf("exit %d: %s", code, out.String())
	}
	if after := listing(t, dir); after != before {
		t.Errorf("the directory had\n%s\nand has\n%s", before, after)
	}
}
