package store

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

// full returns a place with twenty items, 文1 … 文20, and a notice, and the text that it shows.
func full(t *testing.T) (p place, text string) {
	p = place{t, t.TempDir() + "/content"}
	p.write("kiosk.toml", settings)
	p.write("notices/1.toml", notice("示例"))
	var all []string
	for i := range 20 {
		all = append(all, fmt.Sprint("文", i+1))
		p.write(row(i+1), item(i+1, all[i]))
	}
	return p, strings.Join(all, " ")
}

func row(n int) string { return fmt.Sprintf("items/%02d.toml", n) }

// pass lets time pass, with the steps that Watch takes meanwhile.
func (w *watcher) pass(d time.Duration) Snapshot {
	for end := w.now.Add(d); ; {
		snap, changed, again := w.step(w.now)
		if changed {
			w.last = snap
		}
		if w.now = w.now.Add(again); w.now.After(end) {
			w.now = end
			return w.last
		}
	}
}

// A share that is emptied file by file empties neither the screen nor the state directory.
func TestSlowEmptying(t *testing.T) {
	p, all := full(t)
	w, _ := start(p.kept())
	for n := 1; n <= 20; n++ {
		p.remove(row(n))
		if got := text(w.pass(2 * time.Second)); got != all {
			t.Fatalf("with %d items gone it shows %q", n, got)
		}
		w.save()
	}
	if w.pass(time.Hour); text(w.last) != all || !w.last.Stale {
		t.Errorf("an hour later it shows %q", text(w.last))
	}
	w.memory.end()
	if again, _ := start(p.kept()); text(again.last) != all {
		t.Errorf("started again, it shows %q", text(again.last))
	}
}

// Nor does an empty share that is filled again.
func TestSlowFilling(t *testing.T) {
	p, all := full(t)
	w := watch(p)
	p.rename("", "../away")
	p.must(os.Mkdir(p.dir, 0o755))
	w.pass(time.Minute)
	p.write("kiosk.toml", settings)
	for n := 1; n <= 20; n++ {
		p.write(row(n), item(n, fmt.Sprint("文", n)))
		if got := text(w.pass(2 * time.Minute)); got != all {
			t.Fatalf("with %d items back it shows %q", n, got)
		}
	}
	if w.pass(longestWait + rescan); len(w.last.Held) > 0 || len(w.last.Catalogue.Notices) > 0 {
		t.Errorf("at last it holds %q and has %d notices", w.last.Held, len(w.last.Catalogue.Notices))
	}
}

// Each case removes files; gone is how long they stay on the screen.
func TestVanished(t *testing.T) {
	remove := func(names ...string) func(place) {
		return func(p place) {
			for _, name := range names {
				p.remove(name)
			}
		}
	}
	many := remove(row(1), row(2), row(3), row(4), row(5))
	for _, c := range []struct {
		title  string
		change func(place)
		gone   time.Duration
	}{
		{"a few", remove(row(1), row(20), "notices/1.toml"), shortWait},
		{"more, but few of all", remove(row(1), row(2), row(3), row(4)), shortWait},
		{"many", many, longestWait},
		{"many, and kiosk.toml with them", func(p place) { many(p); p.remove("kiosk.toml") }, longestWait},
		{"files with other names", func(p place) {
			for n := 1; n <= 20; n++ {
				p.rename(row(n), fmt.Sprintf("items/新%d.toml", n))
			}
			p.rename("notices/1.toml", "notices/2.toml")
		}, 0},
		{"other files with the same numbers", func(p place) {
			for n := 1; n <= 20; n++ {
				p.remove(row(n))
				p.write(fmt.Sprintf("items/新%d.toml", n), item(n, "新"))
			}
		}, 0},
		{"files with other names and numbers", func(p place) {
			for n := 1; n <= 20; n++ {
				p.remove(row(n))
				p.write(fmt.Sprintf("items/新%d.toml", n), item(n+5, fmt.Sprint("文", n)))
			}
		}, 0},
		{"many, and another name for the catalogue", func(p place) {
			many(p)
			p.write("kiosk.toml", strings.Replace(settings, "示例目录", "新的示例目录", 1))
		}, longestWait},
		{"another catalogue", func(p place) {
			p.remove("items")
			p.write("items/1.toml", item(21, "新"))
		}, 0},
		{"another centre's catalogue", func(p place) {
			p.remove("items")
			p.write("kiosk.toml", strings.Replace(settings, "示例社区", "另一示例社区", 1))
			p.write(row(1), item(1, "新"))
		}, 0},
	} {
		p, all := full(t)
		w := watch(p)
		c.change(p)
		w.step(w.now)
		w.now = w.now.Add(quiet)
		snap, changed, _ := w.step(w.now)
		if c.gone > 0 {
			if !changed || text(snap) != all || len(snap.Held) == 0 {
				t.Errorf("%s: at first it shows %q, held %q", c.title, text(snap), snap.Held)
			}
			w.last = snap
			if w.pass(c.gone - 1); text(w.last) != all {
				t.Errorf("%s: too early it shows %q", c.title, text(w.last))
			}
			snap, changed, _ = w.step(w.now.Add(1))
		}
		if !changed || c.gone > 0 && text(snap) == all || c.gone == 0 && len(snap.Held) > 0 {
			t.Errorf("%s: at last it shows %q", c.title, text(snap))
		}
		for _, name := range snap.Held {
			if name != "kiosk.toml" {
				t.Errorf("%s: at last it holds %q", c.title, snap.Held)
			}
		}
	}
}

// A file that is renamed and broken at the same time stays on the screen while it is broken.
func TestRenamedAndBroken(t *testing.T) {
	p := newPlace(t)
	w := watch(p)
	p.remove("items/02.toml")
	p.write("items/新.toml", item(2, "新2")+"basis = 1\n")
	w.settled()
	if w.pass(time.Hour); text(w.last) != "甲1 乙2 丙3" {
		t.Errorf("an hour later it shows %q", text(w.last))
	}
	p.write("items/新.toml", item(2, "新2"))
	if w.settled(); text(w.last) != "甲1 新2 丙3" || len(w.last.Held) > 0 {
		t.Errorf("fixed, it shows %q, held %q", text(w.last), w.last.Held)
	}
}
