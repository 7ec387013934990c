package store

import (
	"bytes"
	"context"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// kept returns a place with a state directory beside it.
func (p place) kept() Place { return Place{Dir: p.dir, State: p.path("../state")} }

// openAtRest opens a place as the program does at its start, and waits until the directory is at rest.
func openAtRest(kept Place, log *slog.Logger) *watcher {
	s, first := kept.Open(log)
	w := &watcher{s, time.Now(), first}
	w.rest()
	return w
}

// start does the same and keeps what is shown then; it also returns the log.
func start(kept Place) (*watcher, string) {
	var log bytes.Buffer
	w := openAtRest(kept, slog.New(slog.NewTextHandler(&log, nil)))
	w.save()
	w.memory.end()
	return w, log.String()
}

// save keeps what is shown.
func (s *Store) save() {
	if r := s.record(); r != nil {
		s.memory.save(r, s.log)
	}
}

// end releases the lock, as the end of the process does.
func (m *memory) end() {
	if m.vault != nil && m.vault.lock != nil {
		m.vault.lock.Close()
		m.vault.lock = nil
	}
}

// TestRestart: what happened to the directory while the kiosk was off, and what it shows then.
func TestRestart(t *testing.T) {
	two := "items/02.toml"
	for _, c := range []struct {
		title  string
		change func(place)
		want   string
		held   string
		stale  bool
	}{
		{"nothing", func(place) {}, "甲1 乙2 丙3", "", false},
		{"an edit", func(p place) { p.write(two, item(2, "新2")) }, "甲1 新2 丙3", "", false},
		{"a file deleted, which stays shown for a while", func(p place) { p.remove(two) }, "甲1 乙2 丙3", two, false},
		{"missing", func(p place) { p.remove("") }, "甲1 乙2 丙3", "", true},
		{"empty, as where nothing is mounted", func(p place) { p.remove(""); p.must(os.Mkdir(p.dir, 0o755)) }, "甲1 乙2 丙3", "", true},
		{"a file", func(p place) { p.remove(""); p.must(os.WriteFile(p.dir, nil, 0o644)) }, "甲1 乙2 丙3", "", true},
		{"all broken", func(p place) {
			for _, name := range []string{"kiosk.toml", "items/01.toml", two, "items/03.toml"} {
				p.write(name, "\x00")
			}
		}, "甲1 乙2 丙3", "items/01.toml items/02.toml items/03.toml kiosk.toml", false},
		{"no items", func(p place) { p.remove("items") }, "甲1 乙2 丙3", "", true},
		{"a file broken, another edited", func(p place) { p.write(two, "x"); p.write("items/03.toml", item(3, "新3")) }, "甲1 乙2 新3", two, false},
		{"kiosk.toml broken", func(p place) { p.write("kiosk.toml", "x") }, "甲1 乙2 丙3", "kiosk.toml", false},
		{"a folder that can't be read", func(p place) { p.remove("items"); p.link("/", "items") }, "甲1 乙2 丙3", "", true},
	} {
		t.Run(c.title, func(t *testing.T) {
			p := newPlace(t)
			start(p.kept())
			c.change(p)
			w, _ := start(p.kept())
			if text(w.last) != c.want || strings.Join(w.last.Held, " ") != c.held || w.last.Stale != c.stale {
				t.Errorf("shows %q, held %q, stale %v; want %q, %q, %v", text(w.last), w.last.Held, w.last.Stale, c.want, c.held, c.stale)
			}
			if again := p.kept().Read(); text(again) != c.want || again.Catalogue.Revision != w.last.Catalogue.Revision {
				t.Errorf("read once it shows %q", text(again))
			}
			third, _ := start(p.kept())
			if text(third.last) != c.want {
				t.Errorf("after one more start it shows %q", text(third.last))
			}
		})
	}
}

// TestRestartWithImages: the copies of images replace a missing directory, and an image that has changed by now; what
// no notice names any more is not kept.
func TestRestartWithImages(t *testing.T) {
	p := newPlace(t)
	a, b := dot(7, 1), dot(8, 2)
	p.write("images/a.png", a)
	p.write("images/b.png", b)
	p.write("notices/1.toml", notice("示例", "images/a.png", "images/b.png"))
	first, _ := start(p.kept())
	p.write("images/a.png", "%PDF-1.7")
	w, _ := start(p.kept())
	opens(t, w.Images(), "images/a.png", a)
	p.rename("", "../away")
	w, _ = start(p.kept())
	if got := noticesOf(w.last); got != "示例 7 8" {
		t.Fatalf("shows %q", got)
	}
	opens(t, w.Images(), "images/b.png", b)
	opens(t, p.kept().Images(), "images/b.png", b)
	if w.last.Catalogue.Revision != first.last.Catalogue.Revision {
		t.Error("not the revision of the first content")
	}

	p.rename("../away", "")
	p.write("notices/1.toml", notice("示例"))
	start(p.kept())
	left, err := os.ReadDir(p.path("../state/" + folderOf(p.dir) + "/images"))
	p.must(err)
	if len(left) > 0 {
		t.Errorf("%d copies are left", len(left))
	}
}

// TestImageBroken: an image that breaks while the kiosk is off keeps its last good state, including its pixels.
func TestImageBroken(t *testing.T) {
	p := newPlace(t)
	p.write("images/a.png", dot(7, 1))
	p.write("notices/1.toml", notice("示例", "images/a.png"))
	start(p.kept())
	p.write("images/a.png", dot(7, 1)[:40])
	w, _ := start(p.kept())
	if got := noticesOf(w.last); got != "示例 7" {
		t.Fatalf("shows %q", got)
	}
	opens(t, w.Images(), "images/a.png", dot(7, 1))
}

func opens(t *testing.T, files fs.FS, name, want string) {
	t.Helper()
	f, err := files.Open(name)
	if err != nil {
		t.Error(err)
		return
	}
	defer f.Close()
	if data, err := io.ReadAll(f); err != nil || string(data) != want {
		t.Errorf("%s holds %d bytes, want %d (%v)", name, len(data), len(want), err)
	}
}

// TestStateSkipped: whatever is in a state file's place, the kiosk starts, logs it, and keeps its state there
// again. The directory has changed since, to 新2.
func TestStateSkipped(t *testing.T) {
	for _, c := range []struct {
		title  string
		change func(p place, path string, good []byte)
		log    string
	}{
		{"cut", func(p place, path string, good []byte) { p.must(os.WriteFile(path, good[:len(good)-1], 0o600)) }, "torn"},
		{"a byte changed", func(p place, path string, good []byte) {
			good[len(good)/2] ^= 1
			p.must(os.WriteFile(path, good, 0o600))
		}, "torn"},
		{"empty", func(p place, path string, good []byte) { p.must(os.WriteFile(path, nil, 0o600)) }, "not a state file"},
		{"of a later version", func(p place, path string, good []byte) {
			p.must(os.WriteFile(path, bytes.Replace(good, []byte("state 1"), []byte("state 2"), 1), 0o600))
		}, "another version"},
		{"a pipe", func(p place, path string, good []byte) {
			p.must(os.Remove(path))
			p.must(syscall.Mkfifo(path, 0o600))
		}, "pipe"},
		{"a link out", func(p place, path string, good []byte) {
			p.must(os.Rename(path, p.path("../elsewhere")))
			p.must(os.Symlink("../elsewhere", path))
		}, "passed over"},
	} {
		t.Run(c.title, func(t *testing.T) {
			p := newPlace(t)
			start(p.kept())
			path := p.path("../state/" + folderOf(p.dir) + "/content")
			good, err := os.ReadFile(path)
			p.must(err)
			c.change(p, path, good)
			p.write("items/02.toml", item(2, "新2"))
			w, log := start(p.kept())
			if text(w.last) != "甲1 新2 丙3" || !strings.Contains(log, c.log) {
				t.Errorf("shows %q and logs\n%s", text(w.last), log)
			}
			p.remove("")
			if w, log = start(p.kept()); text(w.last) != "甲1 新2 丙3" {
				t.Errorf("after that it shows %q and logs\n%s", text(w.last), log)
			}
		})
	}
}

// TestStateOfAnother: content of another directory is never shown, and a trial with one loses nothing.
func TestStateOfAnother(t *testing.T) {
	p := newPlace(t)
	start(p.kept())
	other := Place{Dir: p.path("../other"), State: p.kept().State}
	p.write("../other/kiosk.toml", settings)
	p.write("../other/items/1.toml", item(7, "庚7"))
	if w, log := start(other); text(w.last) != "庚7" || strings.Contains(log, "kept") {
		t.Errorf("another directory shows %q and logs\n%s", text(w.last), log)
	}
	p.remove("")
	if w, _ := start(p.kept()); text(w.last) != "甲1 乙2 丙3" {
		t.Errorf("after a trial with another directory it shows %q", text(w.last))
	}

	// A state file copied into another directory's folder.
	p.remove("../other")
	data, err := os.ReadFile(p.path("../state/" + folderOf(p.dir) + "/content"))
	p.must(err)
	p.must(os.WriteFile(p.path("../state/"+folderOf(other.Dir)+"/content"), data, 0o600))
	if w, log := start(other); text(w.last) != "nothing" || !strings.Contains(log, "of another content directory") {
		t.Errorf("shows %q and logs\n%s", text(w.last), log)
	}
}

// TestStateHasOneWriter: a second process leaves the state alone, and logs that once; when the first has ended it
// takes over.
func TestStateHasOneWriter(t *testing.T) {
	p := newPlace(t)
	one := openAtRest(p.kept(), silent)
	one.save()
	path := p.path("../state/" + folderOf(p.dir) + "/content")
	before, err := os.ReadFile(path)
	p.must(err)
	p.write("items/02.toml", item(2, "新2"))
	var log bytes.Buffer
	two := openAtRest(p.kept(), slog.New(slog.NewTextHandler(&log, nil)))
	for range 3 {
		two.save()
	}
	after, err := os.ReadFile(path)
	p.must(err)
	if !bytes.Equal(before, after) || strings.Count(log.String(), errBusy.Error()) != 1 {
		t.Errorf("changed: %v; logged\n%s", !bytes.Equal(before, after), log.String())
	}
	one.memory.end()
	two.save()
	if after, err = os.ReadFile(path); err != nil || bytes.Equal(before, after) {
		t.Errorf("not changed after the first has ended: %v", err)
	}
}

// TestStateIsWrittenOnce: one write a change, none without one; no other user can read it.
func TestStateIsWrittenOnce(t *testing.T) {
	p := newPlace(t)
	p.write("images/a.png", dot(7, 1))
	p.write("notices/1.toml", notice("示例", "images/a.png"))
	w, _ := start(p.kept())
	written := func() (all []os.FileInfo) {
		p.must(filepath.WalkDir(p.kept().State, func(path string, d fs.DirEntry, err error) error {
			p.must(err)
			info, err := d.Info()
			p.must(err)
			if want := map[bool]os.FileMode{true: os.ModeDir | 0o700, false: 0o600}[d.IsDir()]; info.Mode() != want {
				t.Errorf("%s has mode %v, want %v", path, info.Mode(), want)
			}
			if !d.IsDir() {
				all = append(all, info)
			}
			return nil
		}))
		return all
	}
	same := func(as []os.FileInfo) (n int) {
		for i, f := range written() {
			if os.SameFile(f, as[i]) {
				n++
			}
		}
		return n
	}
	before := written()
	if len(before) != 3 { // the state, the lock, a copy
		t.Fatalf("%d files", len(before))
	}
	w.save()
	start(p.kept())
	p.write("items/02.toml", "x")
	w.settled()
	w.save()
	if n := same(before); n != 3 {
		t.Errorf("%d files are as they were, want 3", n)
	}
	p.write("items/02.toml", item(2, "新2"))
	w.settled()
	w.save()
	if n := same(before); n != 2 {
		t.Errorf("after an edit %d files are as they were, want 2", n)
	}
}

// TestKillLeavesOldOrNew: however much is written when the power fails, what was kept is whole. A save writes as put
// does; an unfinished file lies beside its place.
func TestKillLeavesOldOrNew(t *testing.T) {
	p := newPlace(t)
	start(p.kept())
	data, err := os.ReadFile(p.path("../state/" + folderOf(p.dir) + "/content"))
	p.must(err)
	for n := 0; n <= len(data); n += 1 + len(data)/50 {
		p.must(os.WriteFile(p.path("../state/"+folderOf(p.dir)+"/content.tmp"), data[:n], 0o600))
		p.must(os.WriteFile(p.path("../state/"+folderOf(p.dir)+"/images/x.tmp"), data[:n], 0o600))
		p.rename("", "../away")
		w, log := start(p.kept())
		if text(w.last) != "甲1 乙2 丙3" || strings.Contains(log, "passed over") {
			t.Fatalf("with %d bytes of the next it shows %q and logs\n%s", n, text(w.last), log)
		}
		p.rename("../away", "")
		if left, err := filepath.Glob(p.path("../state/*.tmp")); len(left) > 0 || err != nil {
			t.Fatalf("left: %q (%v)", left, err)
		}
	}
}

// TestDirectoryThatDoesNotAnswer: the wait for the first reading is limited. What was kept is shown meanwhile, or
// nothing; once the directory answers, it is followed.
func TestDirectoryThatDoesNotAnswer(t *testing.T) {
	p := newPlace(t)
	start(p.kept())
	p.write("items/02.toml", item(2, "新2"))
	for _, c := range []struct {
		place          Place
		want, problems string
	}{{p.kept(), "甲1 乙2 丙3", ""}, {Place{Dir: p.dir}, "nothing", "error ."}} {
		s := c.place.store(silent)
		answer := make(chan struct{})
		enough := make(chan time.Time)
		close(enough)
		first := s.begin(func() scan { <-answer; return s.dir.scan(time.Now()) }, enough)
		if text(first) != c.want || !first.Stale || problemsOf(first) != c.problems {
			t.Errorf("without an answer it shows %q with problems %q", text(first), problemsOf(first))
		}
		ctx, stop := context.WithCancel(t.Context())
		snaps, ended := make(chan Snapshot, 10), make(chan struct{})
		go func() {
			s.Watch(ctx, func(snap Snapshot) { snaps <- snap })
			close(ended)
		}()
		close(answer)
		if snap := <-snaps; text(snap) != "甲1 新2 丙3" || problemsOf(snap) != "" {
			t.Errorf("with an answer it shows %q with problems %q", text(snap), problemsOf(snap))
		}
		stop()
		<-ended
	}
}

// TestCopyIsPreferred: an image is read from its copy, and if that is spoilt, from the directory.
func TestCopyIsPreferred(t *testing.T) {
	p := newPlace(t)
	data := dot(7, 1)
	p.write("images/a.png", data)
	p.write("notices/1.toml", notice("示例", "images/a.png"))
	w, _ := start(p.kept())
	p.write("images/a.png", "something else, as yet unread")
	opens(t, w.Images(), "images/a.png", data)
	p.write("images/a.png", data)
	p.must(os.WriteFile(p.path("../state/"+folderOf(p.dir)+"/images/"+w.last.Catalogue.Notices[0].Images[0].Hash), []byte(data[:50]), 0o600))
	opens(t, w.Images(), "images/a.png", data)
}

// TestSpoiltCopy: a copy that the disk has spoilt is written again, and foreign files are left alone.
func TestSpoiltCopy(t *testing.T) {
	p := newPlace(t)
	data := dot(7, 1)
	p.write("images/a.png", data)
	p.write("notices/1.toml", notice("示例", "images/a.png"))
	w, _ := start(p.kept())
	vault := "../state/" + folderOf(p.dir)
	p.write(vault+"/images/"+w.last.Catalogue.Notices[0].Images[0].Hash, data[:50])
	for _, name := range []string{vault + "/a.tmp", vault + "/work.tmp/deep", vault + "/images/.syncthing.a.jpg.tmp", "../state/b.tmp"} {
		p.write(name, "示例")
	}
	start(p.kept())
	p.remove("images")
	w, _ = start(p.kept())
	opens(t, w.Images(), "images/a.png", data)
	for _, name := range []string{vault + "/a.tmp", vault + "/work.tmp/deep", vault + "/images/.syncthing.a.jpg.tmp", "../state/b.tmp"} {
		if _, err := os.Stat(p.path(name)); err != nil {
			t.Error(err)
		}
	}
}

// TestCopiesAreBounded: the images of the first notices are kept, the rest as far as there is room.
func TestCopiesAreBounded(t *testing.T) {
	p := newPlace(t)
	big := func(name string, grey uint8) string {
		p.write(name, dot(7, grey))
		return name
	}
	a, b := big("images/a.png", 1), big("images/b.png", 2)
	p.write("notices/1.toml", notice("示例", b, a))
	w, _ := start(p.kept())
	v := w.memory.vault
	r := w.keep.record()
	root, err := v.root()
	p.must(err)
	defer root.Close()
	first := r.facts[b].Hash
	v.have[first] = maxCopies - 10 // as large as that
	keep, err := v.saveImages(root, r)
	p.must(err)
	if len(keep) != 1 || !keep[first] {
		t.Errorf("kept %v", keep)
	}
}
