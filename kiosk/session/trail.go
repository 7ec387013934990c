package session

import "slices"

// The trail is the way back from the screen that is shown. Its first entry is
// the carousel as it was left, the second home, so Back always leads somewhere,
// and to home before the carousel: a reader who entered through a slide's item
// finds the whole catalogue on the way out.

// longestTrail bounds the trail; beyond it the oldest screens above home are dropped.
const longestTrail = 16

// open shows a screen, if it exists and isn't shown already.
func open(s State, to Screen) State {
	if isUrgent(s, to) && s.View.Kind != Night {
		s = putAside(s) // its text is all that the sheet leads to
	}
	switch {
	case to == s.View.Screen || s.View.Kind == Night || !exists(s, to):
		return s
	case to.Kind == Home:
		return home(s)
	case to.Kind == s.View.Kind && (to.Kind == Item || to.Kind == Notice):
		return turnLeaf(s, to)
	}
	by := Forward
	if s.View.Kind == Attract {
		by = Fold
	}
	s.Trail = trailFrom(s)
	return show(s, View{Screen: to}, by)
}

// turnLeaf goes from item to item, or from notice to notice, without extending the
// trail: Back leads to where the reader began to turn.
func turnLeaf(s State, to Screen) State {
	by := Forward
	if rank(s, to) < rank(s, s.View.Screen) {
		by = Back
	}
	return show(s, View{Screen: to}, by)
}

// rank returns the position of an item or notice in the order in which leaves are turned.
func rank(s State, at Screen) int {
	if at.Kind == Item {
		return at.Number
	}
	i, _ := FindNotice(s, at.Notice)
	return i
}

// trailFrom returns the trail of a screen that is opened from the one shown.
func trailFrom(s State) []View {
	trail := append(slices.Clone(s.Trail), s.View)
	if s.View.Kind == Attract {
		trail = append(trail, View{Screen: Screen{Kind: Home}})
	}
	if n := len(trail) - longestTrail; n > 0 {
		trail = slices.Delete(trail, 2, 2+n)
	}
	return trail
}

// back closes a sheet, or shows the nearest screen of the trail that differs
// from the one shown.
func back(s State) State {
	if s.Sheet != (Sheet{}) {
		return closeSheet(s)
	}
	for n := len(s.Trail) - 1; n > 0; n-- {
		if v := s.Trail[n]; v.Screen != s.View.Screen {
			s.Trail = s.Trail[:n]
			return show(s, v, Back)
		}
	}
	return leave(s)
}

// home shows the catalogue from its top and resets the trail.
func home(s State) State {
	switch s.View.Kind {
	case Preparing, Night:
		return s
	case Home:
		if s.Sheet != (Sheet{}) {
			return closeSheet(s)
		}
		return s
	case Attract:
		s.Trail = []View{s.View}
		return show(s, View{Screen: Screen{Kind: Home}}, Fold)
	}
	s.Trail = []View{carousel(s)}
	return show(s, View{Screen: Screen{Kind: Home}}, Back)
}

// leave ends the session: the carousel returns, and the resident's choices are reset.
func leave(s State) State {
	if !browsing(s) {
		return s
	}
	v := View{} // preparing
	if !empty(s) {
		v = resumed(s)
	}
	s.Trail = nil
	s = show(s, v, Fold)
	s.Mode, s.aside, s.Staff = Usual(s), nil, between(s.Staff)
	return s
}
