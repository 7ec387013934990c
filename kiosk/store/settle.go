package store

import (
	"maps"
	"slices"
	"time"

	"gongkai/kiosk/catalogue"
)

const (
	// quiet is the pause after which two readings have to agree: a program that saves
	// a file in several steps is through with it by then.
	quiet = 150 * time.Millisecond
	// patience is how long a directory that never comes to rest is waited for.
	patience = 5 * time.Second
	// rescan finds what no notice told of (network shares have none).
	rescan = 5 * time.Second
)

// settling decides when a changed directory has come to rest: when two readings agree and no sync
// tool is about to put anything more into it, or when waiting for that has taken too long.
type settling struct {
	taken   scan // the reading that was last made a snapshot of
	rested  bool // it was at rest; the very first one need not be
	moving  bool // but for some of its files
	waiting bool // for a second reading like latest
	latest  scan
	since   time.Time // when the waiting began
}

// begin waits for a second reading like a first one.
func (q *settling) begin(sc scan, now time.Time) {
	*q = settling{waiting: true, latest: sc, since: now}
}

// look takes a reading in. It says whether it is to be made a snapshot of, which of its files are still moving
// though all that was waited for, and when to read again.
func (q *settling) look(sc scan, now time.Time) (take bool, moving []string, again time.Duration) {
	switch {
	case q.rested && !q.moving && sc.same(q.taken):
		*q = settling{taken: sc, rested: true}
		return false, nil, rescan
	case q.waiting && sc.same(q.latest) && !sc.underway:
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

// differs lists the files that are not the same in two readings, sorted.
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
