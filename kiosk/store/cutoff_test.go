package store

import (
	"strings"
	"testing"
	"time"
)

// A copy that stalls at the end of a line is not shown without its rest; an edit that removes the last keys is, once
// it has lasted.
func TestCopyStopsAtLineEnd(t *testing.T) {
	p := newPlace(t)
	w := watch(p)
	two, whole := "items/02.toml", item(2, "新2")
	part, _, _ := strings.Cut(whole, "basis")
	p.write(two, part)
	w.step(w.now)
	began := w.now.Add(quiet)
	snap, changed, again := w.step(began)
	if !changed || text(snap) != "甲1 乙2 丙3" || strings.Join(snap.Held, " ") != two || again != shortWait {
		t.Fatalf("a copy that stalls: %q, held %q, read again in %v", text(snap), snap.Held, again)
	}
	p.write(two, whole)
	w.now = began.Add(time.Second)
	if snap = w.settled(); text(snap) != "甲1 新2 丙3" || len(snap.Held) > 0 {
		t.Fatalf("a copy that has gone on: %q, held %q", text(snap), snap.Held)
	}

	p.write(two, strings.Replace(part, "新2", "又2", 1))
	w.step(w.now)
	w.step(w.now.Add(quiet))
	if snap, changed, _ = w.step(w.now.Add(quiet + shortWait - 1)); changed {
		t.Fatalf("too early it shows %q", text(snap))
	}
	snap, changed, again = w.step(w.now.Add(quiet + shortWait))
	if !changed || text(snap) != "甲1 又2 丙3" || len(snap.Held) > 0 || again != rescan {
		t.Fatalf("a key taken away: %q, held %q, read again in %v", text(snap), snap.Held, again)
	}
}
