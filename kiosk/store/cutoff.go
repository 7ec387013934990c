package store

import (
	"bytes"
	"slices"
	"time"

	"gongkai/kiosk/catalogue"
)

// shortWait is how long a file that has lost its last keys must stay unchanged before it counts as whole: a copy over
// a slow share that stalls at the end of a line looks like an edit.
const shortWait = 3 * time.Second

// partialFiles tracks the files of which only the beginning may have arrived.
type partialFiles map[string]partial

// partial is what a file holds, and since when.
type partial struct {
	data  []byte
	since since
}

// toHold returns the files that have to keep their last good state for now, sorted, and when the first of them is
// due; the zero time if there are none.
func (p *partialFiles) toHold(disk, good texts, now time.Time) (paths []string, next time.Time) {
	files := make(partialFiles)
	for path, data := range disk {
		if bytes.Equal(data, good[path]) || !catalogue.CutOff(data, good[path]) {
			continue
		}
		last := (*p)[path]
		f := partial{data, last.since.renew(!bytes.Equal(last.data, data), now)}
		files[path] = f
		if end, waiting := f.since.until(shortWait, now); waiting {
			paths = append(paths, path)
			next = sooner(next, end)
		}
	}
	*p = files
	slices.Sort(paths)
	return paths, next
}
