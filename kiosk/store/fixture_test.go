package store

import (
	"bytes"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
)

const settings = "centre = \"示例社区\"\ncatalogue = \"示例目录\"\n"

// item returns an item's file with that content.
func item(number int, text string) string {
	return fmt.Sprintf("number = %d\ncategory = \"示例\"\ncontent = \"\"\"\n%s\n\"\"\"\nbasis = \"《示例》\"\n", number, text)
}

// place is a content directory of a test.
type place struct {
	*testing.T
	dir string
}

// newPlace returns a place with kiosk.toml and three items, 甲1, 乙2, 丙3.
func newPlace(t *testing.T) place {
	p := place{t, filepath.Join(t.TempDir(), "content")}
	p.write("kiosk.toml", settings)
	for i, text := range []string{"甲", "乙", "丙"} {
		p.write(fmt.Sprintf("items/%02d.toml", i+1), item(i+1, fmt.Sprint(text, i+1)))
	}
	return p
}

func (p place) path(name string) string { return filepath.Join(p.dir, name) }

// must fails the test on an error.
func (p place) must(err error) {
	p.Helper()
	if err != nil {
		p.Fatal(err)
	}
}

func (p place) write(name, data string) {
	p.Helper()
	p.must(os.MkdirAll(filepath.Dir(p.path(name)), 0o755))
	p.must(os.WriteFile(p.path(name), []byte(data), 0o644))
}

func (p place) remove(name string) {
	p.Helper()
	p.must(os.RemoveAll(p.path(name)))
}

func (p place) rename(from, to string) {
	p.Helper()
	p.must(os.Rename(p.path(from), p.path(to)))
}

func (p place) link(target, name string) {
	p.Helper()
	p.must(os.Symlink(target, p.path(name)))
}

// silent is a log that is dropped.
var silent = slog.New(slog.NewTextHandler(io.Discard, nil))

// text returns what a snapshot shows, item by item, "nothing" without a catalogue.
func text(s Snapshot) string {
	if s.Catalogue == nil {
		return "nothing"
	}
	var all []string
	for _, it := range s.Catalogue.Items {
		all = append(all, cell(it.Content))
	}
	return strings.Join(all, " ")
}

func cell(c catalogue.Cell) string {
	var b strings.Builder
	for _, e := range c {
		b.WriteString(e.Text)
	}
	return b.String()
}

// problemsOf lists the severities and files of a snapshot's problems.
func problemsOf(s Snapshot) string {
	var all []string
	for _, p := range s.Problems {
		severity := "error"
		if p.Severity == diag.Warning {
			severity = "warning"
		}
		all = append(all, severity+" "+diag.Printable(p.File))
	}
	return strings.Join(all, ", ")
}

// watcher takes the steps of Watch one by one.
type watcher struct {
	*Store
	now  time.Time
	last Snapshot
}

// step reads the directory once and tries its images.
func (w *watcher) step(now time.Time) (snap Snapshot, changed bool, again time.Duration) {
	snap, changed, again = w.Store.step(now)
	for _, u := range w.doubtful {
		w.dir.images.take(try(w.dir.path, u))
	}
	return snap, changed, again
}

func watch(p place) *watcher {
	s, first := Place{Dir: p.dir}.Open(silent)
	return &watcher{s, time.Now(), first}
}

// rest reads until two readings agree, and returns the last snapshot.
func (w *watcher) rest() Snapshot {
	for again := quiet; again == quiet; w.now = w.now.Add(again) {
		var snap Snapshot
		var changed bool
		if snap, changed, again = w.step(w.now); changed {
			w.last = snap
		}
	}
	return w.last
}

// settled reads until the directory is at rest and only images are waited for, and returns the last snapshot.
func (w *watcher) settled() Snapshot {
	for range 60 { // a temporary delays it
		snap, changed, again := w.step(w.now)
		if changed {
			w.last = snap
		}
		w.now = w.now.Add(again)
		if again == rescan {
			break
		}
	}
	return w.last
}

// bytesOf returns n bytes of a comment, which is valid TOML.
func bytesOf(n int) string { return "#" + string(bytes.Repeat([]byte("x"), n-1)) }
