package store

import (
	"maps"
	"slices"
	"time"

	"gongkai/kiosk/catalogue"
)

const (
	// quiet is the pause after which two readings have to agree: a program that saves a file in several
	// steps has finished by then.
	quiet = 150 * time.Millisecond
	// patience limits the wait for a directory that never stops changing.
	patience = 5 * time.Second
	// rescan is the interval that finds changes without a notification (network shares send none).
	rescan = 5 * time.Second
)

// settling debounces a directory's changes. It is at rest when two readings agree, no sync tool is still writing
// to it and every image has been decoded whole, and taken to be when that has lasted too long.
type settling struct {
	taken   scan // the reading of the last snapshot
	rested  bool // it was at rest; the very first one need not be
	moving  bool // except for some of its files
	waiting bool // for a second reading that equals latest
	latest  scan
	since   time.Time // when the waiting began
}

// begin starts waiting for a second reading that equals a first one.
func (q *settling) begin(sc scan, now time.Time) {
	*q = settling{waiting: true, latest: sc, since: now}
}

// look judges the next reading. It reports whether to make a snapshot of it, which of its files were still changing
// when patience ran out, and after what time to read again.
func (q *settling) look(sc scan, now time.Time) (take bool, moving []string, again time.Duration) {
	switch {
	case q.rested && !q.moving && sc.same(q.taken):
		*q = settling{taken: sc, rested: true}
		return false, nil, rescan
	case q.waiting && sc.same(q.latest) && !sc.underway && len(sc.doubtful) == 0:
		*q = settling{taken: sc, rested: true}
		return true, nil, rescan
	case q.waiting && now.Sub(q.since) >= patience:
		moving = sc.differs(q.latest)
		*q = settling{taken: sc, rested: true, moving: len(moving) > 0}
		return true, moving, rescan
	case !q.waiting:
		q.waiting, q.since = true, now
	}
	q.latest = sc
	return false, nil, quiet
}

// differs returns the files that are not the same in two readings, sorted.
func (sc scan) differs(from scan) (paths []string) {
	old := make(map[string]catalogue.File, len(from.files))
	for _, f := range from.files {
		old[f.Path] = f
	}
	for _, f := range sc.files {
		if was, ok := old[f.Path]; !ok || !sameFile(f, was) {
			paths = append(paths, f.Path)
		}
		delete(old, f.Path)
	}
	return slices.Sorted(slices.Values(slices.Concat(paths, slices.Collect(maps.Keys(old)))))
}
