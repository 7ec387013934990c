package store

import "time"

// since is the moment from which something has been as it is now.
type since struct{ time.Time }

// renew returns s while nothing changes. A change restarts the wait at now, and so does a clock that was put back to
// before s: the wait would last until the clock has caught up.
func (s since) renew(changed bool, now time.Time) since {
	if changed || now.Before(s.Time) {
		return since{now}
	}
	return s
}

// until returns when a wait that began at s ends, and whether that is still ahead.
func (s since) until(wait time.Duration, now time.Time) (end time.Time, waiting bool) {
	end = s.Add(wait)
	return end, now.Before(end)
}

// sooner returns the earlier of two moments, ignoring the zero time.
func sooner(a, b time.Time) time.Time {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}
