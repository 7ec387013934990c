package session

import "time"

// outside says whether a time is outside the hours of the screen. A span over midnight
// belongs to its first day; its end is exclusive.
func outside(s State, t time.Time) bool {
	if s.Catalogue == nil || !s.Clock {
		return false
	}
	on, off := s.Catalogue.Settings.ScreenOn, s.Catalogue.Settings.ScreenOff
	now := t.Hour()*60 + t.Minute()
	switch {
	case on == off:
		return false
	case on < off:
		return now < int(on) || now >= int(off)
	}
	return now < int(on) && now >= int(off)
}

// lit is the screen that a finger has woken: it shows the carousel as it was left.
func lit(s State) State {
	s.Lit = true
	if s.View.Kind == Night {
		s = show(s, carousel(s), Wake)
		s.Trail = nil
	}
	return s
}

// sleep puts the carousel to bed outside the hours of the screen, and wakes it. A finger
// lights it for as long as a page waits for a touch.
func sleep(s State) State {
	dark := outside(s, s.Now)
	switch {
	case s.View.Kind == Night && !dark:
		s = show(s, carousel(s), Wake)
		s.Trail = nil
	case s.View.Kind == Attract && dark && !s.Holding && !s.Now.Before(bedtime(s)):
		s.Trail = []View{s.View}
		s = show(s, View{Screen: Screen{Kind: Night}}, Dim)
		s.Lit = false
	}
	if !dark {
		s.Lit = false
	}
	return s
}

// bedtime is when a screen outside its hours goes dark.
func bedtime(s State) time.Time {
	if !s.Lit {
		return s.Now
	}
	return s.Touched.Add(patience(s))
}

// nightfall is when a lit carousel goes dark again.
func nightfall(s State) (time.Time, bool) {
	if s.View.Kind != Attract || s.Holding || !s.Lit || !outside(s, s.Now) {
		return time.Time{}, false
	}
	return bedtime(s), true
}
