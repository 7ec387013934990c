package session

import "time"

// Start is the state at the start of the program: Preparing, until the first
// Content comes. clock says whether now is trusted.
func Start(now time.Time, clock bool) State {
	return State{Now: now, Clock: clock, SlideAt: now, Touched: now}
}

// Step is the state after an event at a time. It changes nothing in its argument.
//
// The event comes before whatever falls due at the same time, so a finger that
// is put down at the last moment still stops the carousel and the idle return.
func Step(s State, now time.Time, e Event) State {
	return elapse(apply(at(s, now), e))
}

// apply is the state after an event that takes no time.
func apply(s State, e Event) State {
	switch e := e.(type) {
	case Content:
		return renew(s, e.Catalogue)
	case ClockTrusted:
		s.Clock = true
	case Press:
		return press(s)
	case Lift:
		return lift(s)
	case Scroll:
		return scroll(s, e.To)
	case Open:
		return open(touch(s), e.Screen)
	case GoBack:
		return back(touch(s))
	case GoHome:
		return home(touch(s))
	case More:
		return touch(s)
	}
	return s
}

// elapse does what has fallen due by Now.
func elapse(s State) State {
	return advance(giveBack(settle(s)))
}

// settle ends a movement whose time is over.
func settle(s State) State {
	if s.Motion.Kind != Still && !s.Now.Before(s.Motion.end()) {
		s.Motion = Motion{}
	}
	return s
}

// end is when the movement is over.
func (m Motion) end() time.Time { return m.Since.Add(m.Kind.Duration()) }

// scroll notes where the reader is on the page.
func scroll(s State, to int) State {
	if s.View.Kind != Attract && s.View.Kind != Preparing {
		s.View.Scroll = max(0, to)
	}
	return s
}

// show puts another view on the screen, by a movement from the present one.
func show(s State, v View, by MotionKind) State {
	s.Motion = Motion{Kind: by, From: s.View, Since: s.Now}
	s.View = v
	if v.Kind == Attract {
		s.SlideAt = s.Now
	}
	return s
}
