package store

import (
	"bytes"
	"context"
	"log/slog"
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestTrial: what is shown of a picture's notice before and after the picture is decoded whole.
func TestTrial(t *testing.T) {
	hollow := hollowPNG()
	for _, c := range []struct {
		title  string
		before []string // files, with their data
		after  []string
		want   string
		held   string
	}{
		{"a new poster", nil, []string{"images/b.png", hollow, "notices/2.toml", poster("二", "images/b.png")}, "旧 7", ""},
		{"a new notice", nil, []string{"images/b.png", hollow, "notices/2.toml", notice("二", "images/b.png")}, "旧 7, 二", ""},
		{"a picture beside a good one", nil, []string{"images/b.png", hollow, "notices/2.toml", poster("二", "images/b.png", "images/a.png")}, "旧 7, 二 7", ""},
		{"in place of a good one", nil, []string{"images/a.png", hollow}, "旧 7", "images/a.png"},
		{"in place of a good one, with another text", nil, []string{"images/a.png", hollow, "notices/1.toml", notice("新", "images/a.png")}, "新 7", "images/a.png"},
		{"replaced by a good one", []string{"images/a.png", hollow}, []string{"images/a.png", dot(9, 0)}, "旧 9", ""},
		{"another format", nil, []string{"images/a.png", "GIF89a"}, "旧 7", "images/a.png"},
	} {
		t.Run(c.title, func(t *testing.T) {
			p := newPlace(t)
			p.write("images/a.png", dot(7, 0))
			p.write("notices/1.toml", poster("旧", "images/a.png"))
			w, _ := start(p.kept())
			for _, files := range [][]string{c.before, c.after} {
				for i := 0; i < len(files); i += 2 {
					p.write(files[i], files[i+1])
				}
				w.settled()
			}
			w.pass(longestWait)
			if got := noticesOf(w.last); got != c.want || strings.Join(w.last.Held, " ") != c.held {
				t.Errorf("shows %q, held %q; want %q, %q", got, w.last.Held, c.want, c.held)
			}
			w.save()
			w.memory.end()
			again, _ := start(p.kept())
			if got := noticesOf(again.last); got != c.want {
				t.Errorf("after a restart it shows %q", got)
			}
			if read := p.kept().Read(); noticesOf(read) != c.want || read.Catalogue.Revision != again.last.Catalogue.Revision {
				t.Errorf("read once it shows %q", noticesOf(read))
			}
			if want := dot(7, 0); strings.Contains(c.held, "a.png") {
				opens(t, again.Images(), "images/a.png", want)
			}
		})
	}
}

// TestUntriedWaits: until a picture has been decoded whole, the one before it stays.
func TestUntriedWaits(t *testing.T) {
	p := newPlace(t)
	p.write("images/a.png", dot(7, 0))
	p.write("notices/1.toml", poster("旧", "images/a.png"))
	w, _ := start(p.kept())
	p.write("images/a.png", dot(9, 0))
	until := w.now.Add(2 * patience)
	for ; w.now.Before(until); w.now = w.now.Add(quiet) {
		if snap, changed, _ := w.Store.step(w.now); changed {
			w.last = snap
		}
	}
	if noticesOf(w.last) != "旧 7" {
		t.Errorf("untried, it shows %q", noticesOf(w.last))
	}
	w.settled()
	if noticesOf(w.settled()) != "旧 9" {
		t.Errorf("tried, it shows %q", noticesOf(w.last))
	}
}

// TestUntriedIsNew: a new poster waits until its picture has been decoded whole, however many snapshots are made
// meanwhile, and whether or not the kiosk is started again.
func TestUntriedIsNew(t *testing.T) {
	p := newPlace(t)
	p.write("images/a.png", dot(7, 0))
	p.write("notices/1.toml", poster("旧", "images/a.png"))
	w, _ := start(p.kept())
	p.write("images/b.png", hollowPNG())
	p.write("notices/2.toml", poster("二", "images/b.png"))
	for range 2 {
		for i := range 4 {
			p.write("items/02.toml", item(2, string(rune('a'+i))))
			for until := w.now.Add(2 * patience); w.now.Before(until); w.now = w.now.Add(quiet) {
				if snap, changed, _ := w.Store.step(w.now); changed {
					w.last = snap
				}
			}
			if noticesOf(w.last) != "旧 7" || !slices.Contains(w.last.Held, "notices/2.toml") {
				t.Errorf("untried, at edit %d it shows %q, held %q", i, noticesOf(w.last), w.last.Held)
			}
		}
		w.save()
		w.memory.end()
		s, first := p.kept().Open(silent)
		w = &watcher{Store: s, now: w.now, last: first}
	}
	p.write("images/b.png", dot(9, 0))
	if w.settled(); noticesOf(w.settled()) != "旧 7, 二 9" {
		t.Errorf("tried, it shows %q", noticesOf(w.last))
	}
}

// TestTriedOnce: a picture that was decoded whole is not tried again, after a restart neither; a faulty one is, since the
// decoder may have been mended, and counts as faulty meanwhile.
func TestTriedOnce(t *testing.T) {
	p := newPlace(t)
	p.write("images/a.png", dot(7, 0))
	p.write("images/b.png", hollowPNG())
	p.write("notices/1.toml", notice("旧", "images/a.png", "images/b.png"))
	first := openAtRest(p.kept(), silent)
	if len(first.doubtful) > 0 {
		t.Fatalf("%v are tried for ever", first.doubtful)
	}
	first.save()
	first.memory.end()
	s, _ := p.kept().Open(silent)
	for now := time.Now(); s.keep.shown == nil || !s.settle.rested; now = now.Add(quiet) {
		s.step(now)
	}
	if len(s.doubtful) != 1 || s.doubtful[0].name != "images/b.png" {
		t.Errorf("after a restart %v are tried", s.doubtful)
	}
	if got := noticesOf(Snapshot{Catalogue: s.keep.shown}); got != "旧 7" {
		t.Errorf("before it is tried again it shows %q", got)
	}
}

// TestTrialOfAChangedFile: a file that isn't the same any more when it is to be tried, or can't be read, has no
// outcome, and is read again.
func TestTrialOfAChangedFile(t *testing.T) {
	for _, c := range []struct {
		title  string
		change func(place)
	}{
		{"replaced", func(p place) { p.write("images/a.png", dot(9, 0)) }},
		{"removed", func(p place) { p.remove("images/a.png") }},
		{"a folder", func(p place) { p.remove("images/a.png"); p.write("images/a.png/x", "") }},
		{"a pipe", func(p place) { p.remove("images/a.png"); p.must(syscall.Mkfifo(p.path("images/a.png"), 0o644)) }},
	} {
		p := newPlace(t)
		p.write("images/a.png", dot(7, 0))
		p.write("notices/1.toml", notice("旧", "images/a.png"))
		d := directory{path: p.dir, images: gallery{trials: make(trials)}}
		sc := d.scan(time.Now())
		c.change(p)
		done := try(p.dir, sc.doubtful[0])
		d.images.take(done)
		if _, seen := d.images.seen["images/a.png"]; done.read || seen || len(d.images.trials) > 0 {
			t.Errorf("%s: read %v, seen %v, outcomes %v", c.title, done.read, seen, d.images.trials)
		}
	}
}

// TestNoCopy: without a copy of the last good picture its place isn't kept.
func TestNoCopy(t *testing.T) {
	p := newPlace(t)
	p.write("images/a.png", dot(7, 0))
	p.write("notices/1.toml", notice("旧", "images/a.png"))
	w := openAtRest(p.kept(), silent) // nothing is saved
	p.write("images/a.png", hollowPNG())
	if w.settled(); noticesOf(w.last) != "旧" {
		t.Errorf("shows %q", noticesOf(w.last))
	}
}

// TestWatchTries: Watch tries what is there, logs the fault, and takes the poster off the screen.
func TestWatchTries(t *testing.T) {
	p := newPlace(t)
	p.write("images/a.png", hollowPNG())
	p.write("notices/1.toml", poster("旧", "images/a.png"))
	var log bytes.Buffer
	s, first := p.kept().Open(slog.New(slog.NewTextHandler(&log, nil)))
	if noticesOf(first) != "旧 7" {
		t.Fatalf("at first it shows %q", noticesOf(first))
	}
	ctx, end := context.WithTimeout(t.Context(), time.Minute)
	defer end()
	s.Watch(ctx, func(snap Snapshot) {
		if noticesOf(snap) == "" {
			end()
		}
	})
	if ctx.Err() == context.DeadlineExceeded {
		t.Error("the poster stays")
	}
	if text := log.String(); !strings.Contains(text, "content problem") || !strings.Contains(text, "images/a.png") {
		t.Errorf("logged:\n%s", text)
	}
	if _, err := os.Stat(p.path("images/a.png")); err != nil {
		t.Error(err)
	}
}
