package store

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"gongkai/kiosk/catalogue"
)

// marks are what is remembered of all items, by number, and all notices, by file: so 〔新〕 and 〔改〕
// can be said of what changes while the kiosk runs, or while it is off.
type marks struct {
	Items   map[int]mark    `json:"items,omitempty"`
	Notices map[string]mark `json:"notices,omitempty"`
}

// mark is what is remembered of one.
type mark struct {
	Sum      string `json:"sum"`
	Appeared day    `json:"appeared,omitzero"`
	Changed  day    `json:"changed,omitzero"`
	Gone     day    `json:"gone,omitzero"` // since when it isn't there; it may only be on its way
}

// day counts local days from 1970-01-01 on; 0 is one that nobody knows.
type day int

// dayOf is the local day of a time, in its own zone.
func dayOf(t time.Time) day {
	y, m, d := t.Date()
	return day(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60))
}

// wall is a day's midnight as the catalogue has it.
func (d day) wall() time.Time {
	if d <= 0 {
		return time.Time{}
	}
	return time.Unix(int64(d)*24*60*60, 0).UTC()
}

// remembered is how many days one is remembered that is gone: for as long as a mark stands.
const remembered = catalogue.NewsDays

// follow brings the marks up to a catalogue. What is there at first is nothing new. today is 0
// while the clock can't be believed; pending says that something has changed and waits for a date.
func (m *marks) follow(c *catalogue.Catalogue, today day) (now *marks, pending bool) {
	items, notices := make(map[int]string), make(map[string]string)
	for i := range c.Items {
		items[c.Items[i].Number] = c.Items[i].Sum()
	}
	for i := range c.Notices {
		notices[c.Notices[i].File] = c.Notices[i].Sum()
	}
	if m == nil {
		return &marks{first(items), first(notices)}, false
	}
	now = new(marks)
	var more bool
	now.Items, pending = followEach(m.Items, items, today)
	now.Notices, more = followEach(m.Notices, notices, today)
	return now, pending || more
}

func first[K comparable](sums map[K]string) map[K]mark {
	all := make(map[K]mark, len(sums))
	for key, sum := range sums {
		all[key] = mark{Sum: sum}
	}
	return all
}

// followEach goes through all that there is and all that is remembered. One that only has another
// number, or its file another name, is the same as before.
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
		now[key] = m.back()
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

// followMoved finds what has another key than before; taken are the keys that it had. Of several with the
// same text the first is followed first.
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
			now[key], taken[from[0]], moved[sum] = old[from[0]].back(), true, from[1:]
		}
	}
	return now, taken
}

// back is the mark of one that is there again.
func (m mark) back() mark {
	m.Gone = 0
	return m
}

// on is a catalogue with these marks: itself if it has them already.
func (m *marks) on(c *catalogue.Catalogue) *catalogue.Catalogue {
	items, notices := slices.Clone(c.Items), slices.Clone(c.Notices)
	same := true
	set := func(seen *catalogue.Seen, k mark) {
		now := catalogue.Seen{Appeared: k.Appeared.wall(), Changed: k.Changed.wall()}
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
