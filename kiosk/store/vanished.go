package store

import (
	"bytes"
	"slices"
	"time"

	"gongkai/kiosk/catalogue"
)

// few is how many items and notices staff remove at once, however many there are. If more have gone, and more
// than a fifth of all, it is more likely that a share is being emptied, or filled again.
const few = 3

// vanishedFiles tracks the files that have gone from the directory.
type vanishedFiles struct {
	paths []string
	many  bool  // many are gone, or were and some are back: a share is being filled again
	since since // when exactly these were first missing
}

// toHold returns those of the vanished files that have to stay shown for now, all or none, and when they are due;
// the zero time if there are none. total is how many items and notices there were.
func (v *vanishedFiles) toHold(paths []string, total int, now time.Time) (hold []string, next time.Time) {
	v.since = v.since.renew(!slices.Equal(paths, v.paths), now)
	v.paths = paths
	v.many = v.many || len(paths) > few && 5*len(paths) > total
	wait := shortWait
	if v.many {
		wait = longestWait
	}
	end, waiting := v.since.until(wait, now)
	if len(paths) == 0 || !waiting {
		*v = vanishedFiles{}
		return nil, time.Time{}
	}
	return paths, end
}

// gone returns the files that are held though they have gone, and when the first of them is due; c and bad are what
// use makes.
func (k *keeper) gone(sc scan, c *catalogue.Catalogue, use texts, bad map[string]bool, now time.Time) (hold []string, next time.Time) {
	away, replaced := k.away(sc, c, use, bad)
	total := 0
	if len(away) > 0 {
		total = len(k.shown.Items) + len(k.shown.Notices)
	}
	hold, next = k.vanished.toHold(away, total, now)
	return append(hold, replaced...), next
}

// away returns the files of shown items and notices that have gone without another file taking over the item's number
// or the text. replaced are those whose number is in a new file that is broken. Nothing counts as gone if the
// directory now holds an unrelated catalogue.
func (k *keeper) away(sc scan, c *catalogue.Catalogue, use texts, bad map[string]bool) (paths, replaced []string) {
	gone := missing(k.good, use)
	for _, path := range sc.unread {
		delete(gone, path)
	}
	if len(gone) == 0 {
		return nil, nil
	}
	before := k.last()
	if before == nil || c == nil || k.unrelated(before, c, use) {
		return nil, nil
	}
	moved, broken := make(map[string]bool), make(map[int]bool)
	for path := range missing(use, k.good) {
		moved[catalogue.Unnumbered(use[path])] = true
		if n, ok := catalogue.NumberIn(use[path]); ok && bad[path] {
			broken[n] = true
		}
	}
	there := numbers(c)
	for _, it := range before.Items {
		switch {
		case !gone[it.File] || there[it.Number] || moved[catalogue.Unnumbered(k.good[it.File])]:
		case broken[it.Number]:
			replaced = append(replaced, it.File)
		default:
			paths = append(paths, it.File)
		}
	}
	for _, n := range before.Notices {
		if gone[n.File] && !moved[catalogue.Unnumbered(k.good[n.File])] {
			paths = append(paths, n.File)
		}
	}
	slices.Sort(paths)
	return paths, replaced
}

// missing returns the files of one reading that are not in another.
func missing(from, in texts) map[string]bool {
	paths := make(map[string]bool)
	for path := range from {
		if _, ok := in[path]; !ok {
			paths[path] = true
		}
	}
	return paths
}

// unrelated reports whether a catalogue is no later state of the one before: it has none of its numbers, or another
// name and none of its texts.
func (k *keeper) unrelated(before, now *catalogue.Catalogue, use texts) bool {
	there := numbers(now)
	if !slices.ContainsFunc(before.Items, func(it catalogue.Item) bool { return there[it.Number] }) {
		return true
	}
	renamed := before.Centre != now.Centre || before.Name != now.Name
	return renamed && !slices.ContainsFunc(before.Items, func(it catalogue.Item) bool {
		data, ok := use[it.File]
		return ok && bytes.Equal(data, k.good[it.File])
	})
}

func numbers(c *catalogue.Catalogue) map[int]bool {
	all := make(map[int]bool, len(c.Items))
	for _, it := range c.Items {
		all[it.Number] = true
	}
	return all
}
