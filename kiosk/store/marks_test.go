package store

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/catalogue"
)

// Each case changes 甲1 乙2 丙3, one day after another; want lists what is marked then: + appeared, ~ changed, and how
// many days ago.
func TestMarks(t *testing.T) {
	two := "items/02.toml"
	type change func(place)
	put := func(name, data string) change { return func(p place) { p.write(name, data) } }
	gone := func(name string) change { return func(p place) { p.remove(name) } }
	nothing := func(place) {}
	for _, c := range []struct {
		title   string
		changes []change
		want    string
	}{
		{"the first load", []change{nothing}, ""},
		{"a text that changes", []change{put(two, item(2, "新2"))}, "~2:0"},
		{"and the next day", []change{put(two, item(2, "新2")), nothing}, "~2:1"},
		{"and again", []change{put(two, item(2, "新2")), put(two, item(2, "又2"))}, "~2:0"},
		{"a new item", []change{put("items/9.toml", item(9, "壬9"))}, "+9:0"},
		{"a new item that changes", []change{put("items/9.toml", item(9, "壬9")), put("items/9.toml", item(9, "新9"))}, "+9:1 ~9:0"},
		{"white space, the cut of a cell, the date of a review", []change{put(two, strings.Replace(item(2, "  乙\n  2 "), "number", "reviewed = 2026-10-01\nicon = \"\"\nnumber", 1))}, ""},
		{"a file that is renamed", []change{func(p place) { p.rename(two, "items/x.toml") }}, ""},
		{"an item that is removed and restored", []change{gone(two), put(two, item(2, "乙2"))}, ""},
		{"an item that is removed and replaced", []change{gone(two), put(two, item(2, "新2"))}, "~2:0"},
		{"an item inserted: the others only have other numbers", []change{func(p place) {
			p.write("items/03.toml", item(4, "丙3"))
			p.write("items/02.toml", item(3, "乙2"))
			p.write("items/02a.toml", item(2, "新"))
		}}, "+2:0"},
		{"two items with the same text, the second one new, get other numbers", []change{put("items/9.toml", item(9, "乙2")), func(p place) {
			p.write(two, item(5, "乙2"))
			p.write("items/9.toml", item(10, "乙2"))
		}}, "+10:1"},
		{"a broken file", []change{put(two, "x")}, ""},
		{"a new notice", []change{put("notices/1.toml", notice("示例"))}, "+1:0"},
		{"a notice that changes", []change{put("notices/1.toml", notice("示例")), put("notices/1.toml", notice("新"))}, "+1:1 ~1:0"},
		{"a notice whose file is renamed", []change{put("notices/1.toml", notice("示例")), func(p place) { p.rename("notices/1.toml", "notices/2.toml") }}, "+2:1"},
		{"a notice that is pinned", []change{put("notices/1.toml", notice("示例")), put("notices/1.toml", notice("示例")+"pinned = true\n")}, "+1:1"},
	} {
		t.Run(c.title, func(t *testing.T) {
			p := newPlace(t)
			w, _ := start(p.kept())
			if got := marked(w.last, w.now); got != "" {
				t.Fatalf("the first load marks %q", got)
			}
			for i, change := range c.changes {
				w.now = w.now.Add(24 * time.Hour)
				change(p)
				w.settled()
				if i%2 == 0 { // a restart changes nothing
					w.save()
					w.memory.end()
					now, last := w.now, w.last
					w, _ = start(p.kept())
					if w.now = now; marked(w.last, now) != marked(last, now) {
						t.Errorf("restarted, it marks %q, before %q", marked(w.last, now), marked(last, now))
					}
				}
			}
			if got := marked(w.last, w.now); got != c.want {
				t.Errorf("marks %q, want %q", got, c.want)
			}
		})
	}
}

// marked lists the marks of a snapshot.
func marked(s Snapshot, now time.Time) string {
	var all []string
	add := func(name any, seen catalogue.Seen) {
		for i, day := range []time.Time{seen.Appeared, seen.Changed} {
			if !day.IsZero() {
				all = append(all, fmt.Sprintf("%c%v:%d", "+~"[i], name, dayOf(now.UTC())-dayOf(day)))
			}
		}
	}
	for _, it := range s.Catalogue.Items {
		add(it.Number, it.Seen)
	}
	for _, n := range s.Catalogue.Notices {
		add(strings.TrimSuffix(strings.TrimPrefix(n.File, "notices/"), ".toml"), n.Seen)
	}
	return strings.Join(all, " ")
}

// TestMarksAwaitTheClock: while the clock is wrong no change is dated, and none is lost.
func TestMarksAwaitTheClock(t *testing.T) {
	p := newPlace(t)
	start(p.kept())
	kept := p.kept()
	floor := time.Now().Add(time.Hour)
	kept.Trusted = func(now time.Time) bool { return !now.Before(floor) }
	kept.Zone = time.FixedZone("", 14*60*60)
	w, _ := start(kept)
	p.write("items/02.toml", item(2, "新2"))
	p.write("items/9.toml", item(9, "壬9"))
	before := w.settled()
	if got := marked(before, w.now); got != "" {
		t.Errorf("with a wrong clock it marks %q", got)
	}
	w.save()
	w.memory.end()
	w, _ = start(kept)
	w.now = floor
	snap := w.settled()
	if got, want := marked(snap, w.now.In(kept.Zone)), "~2:0 +9:0"; !sameDays(snap, floor.In(kept.Zone)) {
		t.Errorf("with the right clock it marks %q, want %q", got, want)
	}
	if snap.Catalogue.Revision != before.Catalogue.Revision || len(snap.Catalogue.Categories()) != len(before.Catalogue.Categories()) {
		t.Error("marks have made other content")
	}
	if snap.Catalogue == before.Catalogue {
		t.Error("a catalogue changed that had been handed out")
	}
	if _, changed, _ := w.step(w.now.Add(time.Minute)); changed {
		t.Error("it is dated twice")
	}
}

// sameDays reports whether 2 changed and 9 appeared on the day of a moment.
func sameDays(s Snapshot, at time.Time) bool {
	y, m, d := at.Date()
	day := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	items := s.Catalogue.Items
	return items[1].Seen == catalogue.Seen{Changed: day} && items[3].Seen == catalogue.Seen{Appeared: day}
}

// TestMarksAreForgotten: the mark of what has gone is kept for fourteen days.
func TestMarksAreForgotten(t *testing.T) {
	old := map[int]mark{1: {Sum: "a"}, 2: {Sum: "b"}}
	now, _ := followEach(old, map[int]string{1: "a"}, 100)
	if now[2].Gone != 100 {
		t.Fatalf("%+v", now)
	}
	if now, _ = followEach(now, map[int]string{1: "a"}, 100+14); len(now) != 2 {
		t.Errorf("forgotten too soon: %+v", now)
	}
	if now, _ = followEach(now, map[int]string{1: "a"}, 101+14); len(now) != 1 {
		t.Errorf("not forgotten: %+v", now)
	}
}
