package store

import (
	"slices"
	"time"

	"gongkai/kiosk/catalogue"
)

// few is how many items and notices staff take away at once, whatever there is. Where more have gone, and more
// than a fifth of all, a share is being emptied, or filled again, more likely.
const few = 3

// vanished has the files that have gone from the directory, and since when it has been just these.
type vanished struct {
	paths []string
	many  bool // or there were, and some are back: a share is being filled again
	since time.Time
	next  time.Time // when they have been away long enough; zero: none are
}

// look says which files have to stand a while yet; all is how many items and notices there were.
func (v *vanished) look(paths []string, all int, now time.Time) []string {
	if !slices.Equal(paths, v.paths) || now.Before(v.since) { // or the clock was put back
		v.paths, v.since = paths, now
	}
	v.many = v.many || len(paths) > few && 5*len(paths) > all
	wait := doubt
	if v.many {
		wait = longestWait
	}
	v.next = v.since.Add(wait)
	if len(paths) == 0 || !now.Before(v.next) {
		*v = vanished{}
		return nil
	}
	return paths
}

// away lists the files of items and notices shown that have gone: neither has another file an item's number
// now, or the same text. Another catalogue in place of this one takes nothing away. c is what use makes.
func (k *keeper) away(sc scan, c *catalogue.Catalogue, use texts) (paths []string, all int) {
	gone := missing(k.good, use)
	for _, path := range sc.unread {
		delete(gone, path)
	}
	if len(gone) == 0 {
		return nil, 0
	}
	before := k.last()
	if before == nil || c == nil || another(before, c) {
		return nil, 0
	}
	moved := make(map[string]bool)
	for path := range missing(use, k.good) {
		moved[string(use[path])] = true
	}
	there := numbers(c)
	for _, it := range before.Items {
		if gone[it.File] && !there[it.Number] {
			paths = append(paths, it.File)
		}
	}
	for _, n := range before.Notices {
		if gone[n.File] && !moved[string(k.good[n.File])] {
			paths = append(paths, n.File)
		}
	}
	slices.Sort(paths)
	return paths, len(before.Items) + len(before.Notices)
}

// missing are the files of one reading that are not in another.
func missing(from, in texts) map[string]bool {
	paths := make(map[string]bool)
	for path := range from {
		if _, ok := in[path]; !ok {
			paths[path] = true
		}
	}
	return paths
}

// another says whether a catalogue is no later state of one: it has another name, or none of its numbers.
func another(before, now *catalogue.Catalogue) bool {
	there := numbers(now)
	return before.Centre != now.Centre || before.Name != now.Name ||
		!slices.ContainsFunc(before.Items, func(it catalogue.Item) bool { return there[it.Number] })
}

func numbers(c *catalogue.Catalogue) map[int]bool {
	all := make(map[int]bool, len(c.Items))
	for _, it := range c.Items {
		all[it.Number] = true
	}
	return all
}
