package session

import "time"

// late is how long after the time that Next asked for a Tick may come before
// the clock itself is taken to have been set.
const late = 5 * time.Second

// Next is when the next Tick is due, if ever: at the end of a movement, the
// slide's end, the clock's next minute, a notice's going on or off air, the idle return
// and its warning, nightfall. It lies after s.Now.
func Next(s State) (time.Time, bool) {
	var next time.Time
	var some bool
	earliest := func(t time.Time, ok bool) {
		if ok && (!some || t.Before(next)) {
			next, some = t, true
		}
	}
	earliest(s.Motion.end(), s.Motion.Kind != Still)
	earliest(slideEnd(s))
	earliest(idleEnd(s))
	earliest(warnAt(s))
	earliest(hushAt(s))
	earliest(s.judged.next, s.judged.some)
	earliest(nightfall(s))
	earliest(nextMinute(s.Now), s.Clock)
	return next, some
}

// nextMinute is when a clock that shows minutes changes.
func nextMinute(t time.Time) time.Time {
	into := time.Duration(t.Second())*time.Second + time.Duration(t.Nanosecond())
	return t.Add(time.Minute - into)
}

// at is the state at another time. Where the clock was set meanwhile (at boot it
// may jump by years, either way), what was under way keeps the time it has
// had: the measure is that no more than Next asked for can have passed.
func at(s State, now time.Time) State {
	jump := clockJump(s, now)
	s.SlideAt = anchor(s.SlideAt, jump, now)
	s.Touched = anchor(s.Touched, jump, now)
	s.Changed = anchor(s.Changed, jump, now)
	if s.Motion.Kind != Still {
		s.Motion.Since = anchor(s.Motion.Since, jump, now)
	}
	s.Now = now
	return s
}

// clockJump is by how much the clock was set since s.Now; 0 if it just went on.
func clockJump(s State, now time.Time) time.Duration {
	if now.Before(s.Now) {
		return now.Sub(s.Now)
	}
	if due, ok := Next(s); ok && now.Sub(due) > late {
		return now.Sub(due)
	}
	return 0
}

// anchor moves the beginning of something along with the clock, never past now.
func anchor(begun time.Time, jump time.Duration, now time.Time) time.Time {
	if begun = begun.Add(jump); begun.After(now) {
		return now
	}
	return begun
}
