package store

import (
	"bytes"
	"slices"
	"time"

	"gongkai/kiosk/catalogue"
)

// doubt is how long a file rests that has lost its last keys before it counts as whole: a copy over a slow
// share that stops at a line's end looks like an edit.
const doubt = 3 * time.Second

// doubtful has the files of which perhaps only the beginning is there as yet.
type doubtful struct {
	since map[string]rest
	next  time.Time // when the first of them has rested long enough; zero: there is none
}

// rest is what a file holds, and since when.
type rest struct {
	data  []byte
	since time.Time
}

// look finds the files whose last good state has to stand a while yet.
func (d *doubtful) look(disk, good texts, now time.Time) (paths []string) {
	since := make(map[string]rest)
	d.next = time.Time{}
	for path, data := range disk {
		if bytes.Equal(data, good[path]) || !catalogue.CutOff(data, good[path]) {
			continue
		}
		r := d.since[path]
		if !bytes.Equal(r.data, data) || now.Before(r.since) { // or the clock was put back
			r = rest{data, now}
		}
		since[path] = r
		if end := r.since.Add(doubt); now.Before(end) {
			paths = append(paths, path)
			d.next = sooner(d.next, end)
		}
	}
	d.since = since
	slices.Sort(paths)
	return paths
}

// sooner is the earlier of two moments; a zero one doesn't count.
func sooner(a, b time.Time) time.Time {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}
