package session

import "time"

// leastReturn is the shortest idle time that kiosk.toml may ask for; Warning is how
// long before the return it is said (WCAG 2.2.1).
const (
	leastReturn = 30 * time.Second
	Warning     = 20 * time.Second
)

// touch notes a touch. Under a finger that stays down it is the moment it was put there.
func touch(s State) State {
	if !s.Holding {
		s.Touched = s.Now
	}
	return s
}

// press stops whatever moves: a movement jumps to its end, the carousel waits, the
// night is over.
func press(s State) State {
	s = touch(s)
	s.Holding = true
	s.Motion = Motion{}
	return lit(s)
}

// lift lets time run again. A slide that was held begins its dwell anew, so that
// it doesn't vanish from under the eyes of the one who held it. Whatever a finger did on
// the warning, it has said that somebody is there.
func lift(s State) State {
	s.Holding = false
	s = touch(s)
	s.SlideAt = s.Now
	if s.Warned {
		s = move(s, Sink, s.View)
		s.Warned = false
	}
	return s
}

// patience is how long a page waits for a touch: twice as long while somebody may
// be scanning a code.
func patience(s State) time.Duration {
	d := max(s.Catalogue.Settings.Return, leastReturn)
	if s.Sheet.Kind == Takeaway {
		d *= 2
	}
	return max(d, 2*Warning) // a warning is no answer to a touch
}

// idleEnd is when the carousel comes back, if it does: counted from the last
// touch, never under a finger.
func idleEnd(s State) (time.Time, bool) {
	if !browsing(s) || s.Holding {
		return time.Time{}, false
	}
	return s.Touched.Add(patience(s)), true
}

// warnAt is when the return is warned of, or its count of seconds changes.
func warnAt(s State) (time.Time, bool) {
	end, ok := idleEnd(s)
	if !ok {
		return time.Time{}, false
	}
	if !s.Warned {
		return end.Add(-Warning), true
	}
	return end.Add(-time.Duration(Left(s)-1) * time.Second), true
}

// Left is how many seconds are left before the idle return, rounded up; 0 while
// it isn't warned of. Under a finger the count stands.
func Left(s State) int {
	if !s.Warned {
		return 0
	}
	d := s.Touched.Add(patience(s)).Sub(s.Now)
	if s.Holding {
		d = patience(s)
	}
	return min(max(int((d+time.Second-1)/time.Second), 1), int(Warning/time.Second))
}

// giveBack warns of the return and then returns to the carousel, where it was left,
// when nobody is there any more.
func giveBack(s State) State {
	end, ok := idleEnd(s)
	switch {
	case !ok:
	case !s.Now.Before(end):
		return leave(s)
	case !s.Warned && !s.Now.Before(end.Add(-Warning)):
		s = move(s, Rise, s.View)
		s.Warned = true
	}
	return s
}
