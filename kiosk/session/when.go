package session

import "time"

// jumpTolerance is how late a Tick may be, against the time that Next returned,
// before the clock is assumed to have been set.
const jumpTolerance = 5 * time.Second

// Next returns when the next Tick is due, if ever: at the end of a movement or of the
// dwell, at the clock's next minute, when a notice goes on or off air, when an urgent one comes over
// the page, at the idle return and its warning, at nightfall. It lies after s.Now.
func Next(s State) (time.Time, bool) {
	var next time.Time
	var found bool
	earliest := func(t time.Time, ok bool) {
		if ok && (!found || t.Before(next)) {
			next, found = t, true
		}
	}
	earliest(s.Motion.end(), s.Motion.Kind != Still)
	earliest(slideEnd(s))
	earliest(idleEnd(s))
	earliest(warnAt(s))
	earliest(changeEnd(s))
	earliest(urgentDue(s))
	earliest(s.airing.next, s.airing.found)
	earliest(nextNight(s))
	earliest(closedEnd(s))
	earliest(nextMinute(s.Now), s.Clock)
	return next, found
}

// nextMinute returns when a clock that shows minutes changes.
func nextMinute(t time.Time) time.Time {
	into := time.Duration(t.Second())*time.Second + time.Duration(t.Nanosecond())
	return t.Add(time.Minute - into)
}

// atTime returns the state at another time. If the clock was set meanwhile without a ClockSet,
// what is in progress keeps its elapsed time as far as that is known:
// no more time can have passed than until the Tick that Next asked for.
func atTime(s State, now time.Time) State {
	s = shiftStarts(s, clockJump(s, now), now)
	s.Now = now
	return s
}

// shiftStarts shifts the start times of what is in progress along with the clock.
func shiftStarts(s State, jump time.Duration, now time.Time) State {
	s.SlideAt = shiftStart(s.SlideAt, jump, now)
	s.Touched = shiftStart(s.Touched, jump, now)
	s.Changed = shiftStart(s.Changed, jump, now)
	s.Staff.closed = shiftStart(s.Staff.closed, jump, now)
	if s.Motion.Kind != Still {
		s.Motion.Since = shiftStart(s.Motion.Since, jump, now)
	}
	return s
}

// clockJump returns by how much the clock was set since s.Now; 0 if it ran on.
func clockJump(s State, now time.Time) time.Duration {
	if now.Before(s.Now) {
		return now.Sub(s.Now)
	}
	if due, ok := Next(s); ok && now.Sub(due) > jumpTolerance {
		return now.Sub(due)
	}
	return 0
}

// shiftStart shifts a start time along with the clock, never past now.
func shiftStart(begun time.Time, jump time.Duration, now time.Time) time.Time {
	if begun = begun.Add(jump); begun.After(now) {
		return now
	}
	return begun
}
