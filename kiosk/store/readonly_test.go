package store

import (
	"fmt"
	"io/fs"
	"os"
	"slices"
	"testing"
	"time"
)

// TestContentIsOnlyRead checks that the content directory is as its users left it after a start, changes, faults, a
// saved state and a restart.
func TestContentIsOnlyRead(t *testing.T) {
	p := newPlace(t)
	p.write("images/示例.png", "no picture")
	p.write("notices/1.toml", notice("示例")+"images = [\"images/示例.png\"]\n")
	w, _ := start(p.kept())
	change := func(name, data string) {
		t.Helper()
		p.write(name, data)
		before := p.listing()
		w.settled()
		w.save()
		if after := p.listing(); !slices.Equal(before, after) {
			t.Errorf("after a change of %s the directory is\n%q, before\n%q", name, after, before)
		}
	}
	change("items/02.toml", item(2, "新2"))
	change("items/03.toml", "number = [")
	change("kiosk.toml", "")
	before := p.listing()
	w.memory.end()
	start(p.kept())
	if after := p.listing(); !slices.Equal(before, after) {
		t.Errorf("after a restart the directory is\n%q, before\n%q", after, before)
	}
}

// listing lists the directory's folders and files with their times and texts.
func (p place) listing() (all []string) {
	p.must(fs.WalkDir(os.DirFS(p.dir), ".", func(path string, d fs.DirEntry, err error) error {
		p.must(err)
		info, err := d.Info()
		p.must(err)
		var data []byte
		if !d.IsDir() {
			data, err = os.ReadFile(p.path(path))
		}
		all = append(all, fmt.Sprintf("%s %v %s %s", path, info.Mode(), info.ModTime().Format(time.RFC3339Nano), data))
		return err
	}))
	return all
}
