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
// or the text. replaced are those whose number is in a new file that is broken, and files that a sync tool renamed to a
// conflict copy, which isn't shown. Nothing counts as gone if the directory now holds an unrelated catalogue.
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
	there, moved, broken := numbers(c), k.moved(c, use), k.brokenNumbers(use, bad)
	renamed := k.renamed(use)
	for _, it := range before.Items {
		switch {
		case !gone[it.File] || there[it.Number] || moved[catalogue.Unnumbered(k.good[it.File])]:
		case broken[it.Number] || renamed[it.File]:
			replaced = append(replaced, it.File)
		default:
			paths = append(paths, it.File)
		}
	}
	for _, n := range before.Notices {
		switch {
		case !gone[n.File] || moved[catalogue.Unnumbered(k.good[n.File])]:
		case renamed[n.File]:
			replaced = append(replaced, n.File)
		default:
			paths = append(paths, n.File)
		}
	}
	if gone[holidays] && renamed[holidays] {
		replaced = append(replaced, holidays)
	}
	slices.Sort(paths)
	return paths, replaced
}

// moved returns the texts of the new files that are shown, without their numbers.
func (k *keeper) moved(c *catalogue.Catalogue, use texts) map[string]bool {
	texts := make(map[string]bool)
	add := func(path string) {
		if _, known := k.good[path]; !known {
			texts[catalogue.Unnumbered(use[path])] = true
		}
	}
	for i := range c.Items {
		add(c.Items[i].File)
	}
	for i := range c.Notices {
		add(c.Notices[i].File)
	}
	return texts
}

// brokenNumbers returns the numbers in new files that are broken.
func (k *keeper) brokenNumbers(use texts, bad map[string]bool) map[int]bool {
	all := make(map[int]bool)
	for path := range missing(use, k.good) {
		if n, ok := catalogue.NumberIn(use[path]); ok && bad[path] {
			all[n] = true
		}
	}
	return all
}

// holidays is the only other file that may go: without kiosk.toml all stays as it was.
const holidays = "holidays.toml"

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
