package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// TestInitAsRoot: what root writes into another's directory belongs to that user, with all new folders; what was there before, and what
// root writes into its own, stays as it is.
func TestInitAsRoot(t *testing.T) {
	const other = 65533
	root := os.Geteuid() == 0
	home := t.TempDir()
	theirs, mine := filepath.Join(home, "theirs"), filepath.Join(home, "mine")
	for _, dir := range []string{theirs, mine} {
		if err := os.MkdirAll(filepath.Join(dir, "items"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	owner := os.Geteuid()
	if root {
		owner = other
		if err := os.Lchown(theirs, other, other); err != nil {
			t.Fatal(err)
		}
	}
	for dir, want := range map[string]int{theirs: owner, filepath.Join(theirs, "deep/content"): owner, mine: os.Geteuid()} {
		var out bytes.Buffer
		if code := run(t.Context(), []string{"init", dir}, streams{&out, &out}); code != fine {
			t.Fatalf("exit %d: %s", code, out.String())
		}
		err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			info, err := d.Info()
			if uid := int(info.Sys().(*syscall.Stat_t).Uid); err == nil && uid != want && path != filepath.Join(theirs, "items") {
				t.Errorf("%s belongs to %d, want %d", path, uid, want)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	info, err := os.Stat(filepath.Join(theirs, "items"))
	if err != nil || int(info.Sys().(*syscall.Stat_t).Uid) != os.Geteuid() {
		t.Errorf("a folder that was there is given away: %v, %v", info.Sys(), err)
	}
}
