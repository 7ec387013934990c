package session

import "slices"

// The trail is the way back from the screen that is shown. Below all else lies
// the carousel as it was left, and above it home, so Back always leads
// somewhere, and from anywhere to home before it leads to the carousel: who came
// in by a slide's item finds the whole catalogue on the way out.

// longestTrail bounds the trail; of a longer one the oldest screens above home are forgotten.
const longestTrail = 16

// open shows a screen, if there is such a one and it isn't shown already.
func open(s State, to Screen) State {
	switch {
	case to == s.View.Screen || !exists(s, to):
		return s
	case to.Kind == Home:
		return home(s)
	case to.Kind == Item && s.View.Kind == Item:
		return turn(s, to)
	}
	by := Forward
	if s.View.Kind == Attract {
		by = Fold
	}
	s.Trail = push(s)
	return show(s, View{Screen: to}, by)
}

// turn goes from item to item, as one turns a leaf: Back leads to where the
// reader began to turn.
func turn(s State, to Screen) State {
	by := Forward
	if to.Number < s.View.Number {
		by = Back
	}
	return show(s, View{Screen: to}, by)
}

// push is the trail of a screen that is opened from the one shown.
func push(s State) []View {
	trail := append(slices.Clone(s.Trail), s.View)
	if s.View.Kind == Attract {
		trail = append(trail, View{Screen: Screen{Kind: Home}})
	}
	if n := len(trail) - longestTrail; n > 0 {
		trail = slices.Delete(trail, 2, 2+n)
	}
	return trail
}

// back shows the nearest screen of the trail that is another than the one shown.
func back(s State) State {
	for n := len(s.Trail) - 1; n > 0; n-- {
		if v := s.Trail[n]; v.Screen != s.View.Screen {
			s.Trail = s.Trail[:n]
			return show(s, v, Back)
		}
	}
	return leave(s)
}

// home shows the catalogue from its top and forgets the way there.
func home(s State) State {
	switch s.View.Kind {
	case Preparing, Home:
		return s
	case Attract:
		s.Trail = []View{s.View}
		return show(s, View{Screen: Screen{Kind: Home}}, Fold)
	}
	s.Trail = []View{carousel(s)}
	return show(s, View{Screen: Screen{Kind: Home}}, Back)
}

// leave returns to the carousel as it was left.
func leave(s State) State {
	if s.View.Kind == Attract || s.View.Kind == Preparing {
		return s
	}
	v := carousel(s)
	s.Trail = nil
	return show(s, v, Fold)
}

// carousel is the carousel as it was left; in a State that began elsewhere, its first slide.
func carousel(s State) View {
	if len(s.Trail) == 0 {
		return slide(0)
	}
	return s.Trail[0]
}
