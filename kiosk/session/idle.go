package session

import "time"

// leastReturn is the shortest idle time that kiosk.toml may set; Warning is how
// long before the return the warning appears (WCAG 2.2.1).
const (
	leastReturn = 30 * time.Second
	Warning     = 20 * time.Second
	usualReturn = 90 * time.Second // of the service pages without content
)

// touch records the time of a touch; for a finger that stays down, the time it was put down.
func touch(s State) State {
	if !s.Holding {
		s.Touched = s.Now
	}
	return s
}

// press stops what moves: a movement jumps to its end, the carousel waits, the
// screen wakes.
func press(s State) State {
	s = touch(s)
	s.Holding = true
	s.Motion = Motion{}
	return wakeScreen(s)
}

// lift lets time run again. A slide that was held restarts its dwell, so that it
// doesn't vanish while it is being read. Any touch on the warning dismisses it, since
// a reader is there.
func lift(s State) State {
	s.Holding = false
	s = touch(s)
	s.SlideAt = s.Now
	if s.Warned {
		s = startMotion(s, Sink, s.View)
		s.Warned = false
	}
	return s
}

// idleTimeout returns how long a page waits for a touch: twice as long while a
// reader may be scanning a code.
func idleTimeout(s State) time.Duration {
	d := usualReturn
	if s.Catalogue != nil {
		d = max(s.Catalogue.Settings.Return, leastReturn)
	}
	if s.Sheet.Kind == Takeaway {
		d *= 2
	}
	return max(d, 2*Warning) // so that no warning follows a touch sooner than Warning
}

// idleEnd returns when the carousel returns, if it does: counted from the last
// touch, never under a finger.
func idleEnd(s State) (time.Time, bool) {
	if !browsing(s) || s.Holding {
		return time.Time{}, false
	}
	return s.Touched.Add(idleTimeout(s)), true
}

// warnAt returns when the idle warning appears, or when its count of seconds changes.
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

// Left returns how many seconds are left before the idle return, rounded up, or 0
// without a warning. Under a finger the count stops.
func Left(s State) int {
	if !s.Warned {
		return 0
	}
	d := s.Touched.Add(idleTimeout(s)).Sub(s.Now)
	if s.Holding {
		d = idleTimeout(s)
	}
	return min(max(int((d+time.Second-1)/time.Second), 1), int(Warning/time.Second))
}

// returnIfIdle shows the warning and then returns to the carousel, where it was left,
// when the screen hasn't been touched for the idle timeout. Where a takeaway has closed by itself, and its
// longer timeout with it, the reader is warned all the same.
func returnIfIdle(s State) State {
	end, ok := idleEnd(s)
	switch {
	case !ok:
	case s.Warned && !s.Now.Before(end):
		return leave(s)
	case !s.Warned && !s.Now.Before(end):
		s.Touched = s.Now.Add(Warning - idleTimeout(s))
		return warn(s)
	case !s.Warned && !s.Now.Before(end.Add(-Warning)):
		return warn(s)
	}
	return s
}

// warn shows the idle warning.
func warn(s State) State {
	s = startMotion(s, Rise, s.View)
	s.Warned = true
	return s
}
