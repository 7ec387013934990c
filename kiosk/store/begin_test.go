package store

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// A start in the middle of a sync shows what was kept until the directory is at rest; a text half written is neither
// kept nor marked as changed.
func TestStartWhileSynced(t *testing.T) {
	p := newPlace(t)
	start(p.kept())
	two := item(2, "乙2")
	half, _, _ := strings.Cut(two, "basis")
	p.write("items/02.toml", half)
	p.write("items/03.toml", item(3, "新3"))
	p.write("items/.syncthing.01.toml.tmp", "x")

	s, first := p.kept().Open(silent)
	w := &watcher{s, time.Now(), first}
	if text(first) != "甲1 乙2 丙3" || !first.Stale {
		t.Fatalf("at once it shows %q", text(first))
	}
	for range 5 {
		if snap, changed, _ := w.step(w.now); changed || s.record() != nil {
			t.Fatalf("while there is a temporary it shows %q, and would keep it", text(snap))
		}
		w.now = w.now.Add(quiet)
	}
	p.remove("items/.syncthing.01.toml.tmp")
	if w.rest(); text(w.last) != "甲1 乙2 新3" || strings.Join(w.last.Held, " ") != "items/02.toml" {
		t.Errorf("at rest it shows %q, held %q", text(w.last), w.last.Held)
	}
	p.write("items/02.toml", two)
	if w.settled(); text(w.last) != "甲1 乙2 新3" || len(w.last.Held) > 0 || strings.Contains(marked(w.last, w.now), "2:") {
		t.Errorf("in the end it shows %q, marked %q", text(w.last), marked(w.last, w.now))
	}
}

// A first start in the middle of a sync shows what there is; what is added later is not marked as new.
func TestFirstStartWhileSynced(t *testing.T) {
	p := newPlace(t)
	p.remove("items/03.toml")
	s, first := p.kept().Open(silent)
	w := &watcher{s, time.Now(), first}
	if text(first) != "甲1 乙2" || s.record() != nil {
		t.Fatalf("at first sight it shows %q, and would keep it", text(first))
	}
	p.write("items/03.toml", item(3, "丙3"))
	if w.rest(); text(w.last) != "甲1 乙2 丙3" || marked(w.last, w.now) != "" || s.record() == nil {
		t.Errorf("at rest it shows %q, marked %q", text(w.last), marked(w.last, w.now))
	}
}

// A file that never stops changing delays no other file.
func TestRestlessFile(t *testing.T) {
	p := newPlace(t)
	w := watch(p)
	w.rest()
	p.write("items/01.toml", item(1, "新1"))
	p.write("images/a.png", dot(7, 0))
	p.write("notices/1.toml", notice("示例", "images/a.png"))
	guide := "[[guide]]\nheading = \"示例\"\nbody = \"示例\"\n"
	two := item(2, "新2")
	for began := w.now; w.now.Sub(began) < 4*patience; w.now = w.now.Add(quiet) {
		two += guide
		p.write("items/02.toml", two)
		snap, changed, _ := w.step(w.now)
		if !changed {
			continue
		}
		if w.last = snap; text(snap) != "新1 乙2 丙3" || strings.Join(snap.Held, " ") != "items/02.toml" {
			t.Fatalf("after %v it shows %q, held %q", w.now.Sub(began), text(snap), snap.Held)
		}
	}
	if text(w.last) != "新1 乙2 丙3" {
		t.Errorf("in the end it shows %q", text(w.last))
	}
	if w.settled(); text(w.last) != "新1 新2 丙3" || len(w.last.Held) > 0 {
		t.Errorf("at rest it shows %q, held %q", text(w.last), w.last.Held)
	}
}

// A file that is removed while it was still changing is gone.
func TestRestlessFileRemoved(t *testing.T) {
	p := newPlace(t)
	w := watch(p)
	w.rest()
	for n := 0; ; n++ {
		p.write("items/02.toml", item(2, fmt.Sprint("新", n)))
		w.now = w.now.Add(quiet)
		if n > int(patience/quiet) {
			p.remove("items/02.toml")
		}
		snap, changed, _ := w.step(w.now)
		if !changed {
			continue
		}
		if text(snap) != "甲1 乙2 丙3" {
			t.Fatalf("it shows %q", text(snap))
		}
		break
	}
	p.remove("items/02.toml")
	if w.pass(time.Minute); text(w.last) != "甲1 丙3" || len(w.last.Held) > 0 {
		t.Errorf("a minute later it shows %q, held %q", text(w.last), w.last.Held)
	}
}
