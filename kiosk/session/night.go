package session

import "time"

// outsideHours reports whether a time is outside the screen's hours, by a clock that is trusted.
func outsideHours(s State, t time.Time) bool {
	return s.Catalogue != nil && s.Clock && !s.Catalogue.Lit(t)
}

// wakeScreen lights the screen for a touch: a sleeping one shows the carousel as it was left.
func wakeScreen(s State) State {
	s.Lit = true
	if s.View.Kind == Night {
		s = show(s, carousel(s), Wake)
		s.Trail = nil
	}
	return s
}

// updateNight puts the carousel to sleep outside the screen's hours, and wakes it within
// them. A touch lights the screen for the idle timeout.
func updateNight(s State) State {
	dark := outsideHours(s, s.Now)
	switch {
	case s.View.Kind == Night && !dark:
		s = show(s, carousel(s), Wake)
		s.Trail = nil
	case s.View.Kind == Attract && dark && !s.Holding && !s.Now.Before(darkAt(s)):
		s.Trail = []View{s.View}
		s = show(s, View{Screen: Screen{Kind: Night}}, Dim)
		s.Lit = false
	}
	if !dark {
		s.Lit = false
	}
	return s
}

// darkAt returns when a screen outside its hours goes dark.
func darkAt(s State) time.Time {
	if !s.Lit {
		return s.Now
	}
	return s.Touched.Add(idleTimeout(s))
}

// nextNight returns when a carousel that a touch has lit goes dark again.
func nextNight(s State) (time.Time, bool) {
	if s.View.Kind != Attract || s.Holding || !s.Lit || !outsideHours(s, s.Now) {
		return time.Time{}, false
	}
	return darkAt(s), true
}
