package store

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"gongkai/kiosk/catalogue"
)

// marks records when items, by number, and notices, by file, appeared and changed, so that 〔新〕 and 〔改〕
// can be shown for changes made while the kiosk runs, or while it is off.
type marks struct {
	Items   map[int]mark    `json:"items,omitempty"`
	Notices map[string]mark `json:"notices,omitempty"`
}

// mark is the record of one item or notice.
type mark struct {
	Sum      string `json:"sum"`
	Appeared day    `json:"appeared,omitzero"`
	Changed  day    `json:"changed,omitzero"`
	Gone     day    `json:"gone,omitzero"` // since when it has been missing; it may still return
}

// day counts local days from 1970-01-01; 0 means unknown.
type day int

// dayOf returns the day of a time in the time's own zone.
func dayOf(t time.Time) day {
	y, m, d := t.Date()
	return day(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60))
}

// midnight returns the start of a day as the catalogue stores it: in UTC, zero if unknown.
func (d day) midnight() time.Time {
	if d <= 0 {
		return time.Time{}
	}
	return time.Unix(int64(d)*24*60*60, 0).UTC()
}

// remembered is how many days one is remembered that is gone: for as long as a mark stands.
const remembered = catalogue.NewsDays

// follow brings the marks up to date with a catalogue. What the first one holds is not new. today is 0
// while the clock is wrong; pending reports whether a change waits for a date.
func (m *marks) follow(c *catalogue.Catalogue, today day) (now *marks, pending bool) {
	items, notices := make(map[int]string), make(map[string]string)
	for i := range c.Items {
		items[c.Items[i].Number] = c.Items[i].Sum()
	}
	for i := range c.Notices {
		notices[c.Notices[i].File] = c.Notices[i].Sum()
	}
	if m == nil {
		return &marks{undated(items), undated(notices)}, false
	}
	now = new(marks)
	var more bool
	now.Items, pending = followEach(m.Items, items, today)
	now.Notices, more = followEach(m.Notices, notices, today)
	return now, pending || more
}

func undated[K comparable](sums map[K]string) map[K]mark {
	all := make(map[K]mark, len(sums))
	for key, sum := range sums {
		all[key] = mark{Sum: sum}
	}
	return all
}

// followEach updates the marks by the present sums. An item that only has another number, or a notice whose file only
// has another name, is the same as before.
func followEach[K cmp.Ordered](old map[K]mark, sums map[K]string, today day) (now map[K]mark, pending bool) {
	now, taken := followMoved(old, sums)
	for key, sum := range sums {
		if _, done := now[key]; done {
			continue
		}
		m, known := old[key]
		switch known = known && !taken[key]; {
		case known && m.Sum == sum:
		case today == 0:
			if pending = true; !known {
				continue
			}
		case known:
			m.Sum, m.Changed = sum, today
		default:
			m = mark{Sum: sum, Appeared: today}
		}
		now[key] = m.present()
	}
	for key, m := range old {
		if _, there := sums[key]; !there && !taken[key] {
			if m.Gone == 0 {
				m.Gone = today
			}
			if today-m.Gone <= remembered && len(now) < catalogue.MaxFiles {
				now[key] = m
			}
		}
	}
	return now, pending
}

// followMoved returns the marks of texts that have another key than before; taken are the keys they had. Of several
// with the same text the first is matched first.
func followMoved[K cmp.Ordered](old map[K]mark, sums map[K]string) (now map[K]mark, taken map[K]bool) {
	now, taken = make(map[K]mark, len(sums)), make(map[K]bool)
	moved := make(map[string][]K)
	for _, key := range slices.Sorted(maps.Keys(old)) {
		if sum := old[key].Sum; sums[key] != sum {
			moved[sum] = append(moved[sum], key)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(sums)) {
		sum := sums[key]
		if from := moved[sum]; len(from) > 0 && old[key].Sum != sum {
			now[key], taken[from[0]], moved[sum] = old[from[0]].present(), true, from[1:]
		}
	}
	return now, taken
}

// present returns the mark of an item or notice that is not missing.
func (m mark) present() mark {
	m.Gone = 0
	return m
}

// apply returns c with these marks: c itself if it has them already.
func (m *marks) apply(c *catalogue.Catalogue) *catalogue.Catalogue {
	items, notices := slices.Clone(c.Items), slices.Clone(c.Notices)
	same := true
	set := func(seen *catalogue.Seen, k mark) {
		now := catalogue.Seen{Appeared: k.Appeared.midnight(), Changed: k.Changed.midnight()}
		same = same && now == *seen
		*seen = now
	}
	for i := range items {
		set(&items[i].Seen, m.Items[items[i].Number])
	}
	for i := range notices {
		set(&notices[i].Seen, m.Notices[notices[i].File])
	}
	if same {
		return c
	}
	marked := *c
	marked.Items, marked.Notices = items, notices
	return &marked
}
