package store

import "time"

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
	waiting bool // for a second reading like latest
	latest  scan
	since   time.Time // when the waiting began
}

// look takes a reading in. It says whether it is to be made a snapshot of, and when to read again.
func (q *settling) look(sc scan, now time.Time) (take bool, again time.Duration) {
	switch {
	case sc.same(q.taken):
		*q = settling{taken: sc}
		return false, rescan
	case q.waiting && (sc.same(q.latest) && !sc.underway || now.Sub(q.since) >= patience):
		*q = settling{taken: sc}
		return true, rescan
	case !q.waiting:
		q.waiting, q.since = true, now
	}
	q.latest = sc
	return false, quiet
}
