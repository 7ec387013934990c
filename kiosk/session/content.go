package session

import (
	"slices"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/search"
)

// replaceContent puts new content on the screen: the same screen stays, if the
// new content still has it, and nothing moves.
func replaceContent(s State, c *catalogue.Catalogue) State {
	if c == s.Catalogue {
		return s
	}
	old := s
	s.Catalogue, s.Index = c, search.New(c)
	s.Motion = Motion{} // its From may be gone
	s.OnAir, s.Edition, s.airing = nil, s.Edition+1, airCheck{}
	if c != nil {
		s = findOnAir(s)
	}
	if !browsing(old) {
		s.Mode = Usual(s)
	}
	return keepPlace(old, s)
}

// keepPlace finds the reader's place in changed content.
func keepPlace(old, s State) State {
	switch {
	case empty(s) && IsStaff(s.View.Kind):
		s.Trail = nil
		return s
	case empty(s):
		s.View, s.Trail, s.Sheet, s.Warned, s.Change = View{}, nil, Sheet{}, false, Unchanged
		s.Mode, s.aside = Usual(s), nil
		return s
	case old.View.Kind == Preparing:
		s.View, s.SlideAt = View{Screen: SlideAt(s, 0)}, s.Now
		return s
	}
	s.Trail = keptTrail(old, s)
	v, ok := keptView(old, s, old.View)
	if !ok {
		s.View, s.Trail = View{Screen: Screen{Kind: Home}}, []View{carousel(s)}
		if old.View.Kind == Notice {
			s.View, s.Trail = View{Screen: Screen{Kind: Notices}}, append(s.Trail, s.View)
		}
		s.Sheet, s.Warned, s.Motion = Sheet{}, false, Motion{}
		return announce(s, Gone)
	}
	if v.Screen != old.View.Screen {
		s.SlideAt = s.Now // another slide
	}
	s.View = v
	changed := browsing(s) && differs(old, s)
	if changed || s.Sheet.Kind == Urgent {
		s.Sheet = keptSheet(old, s)
	}
	if changed {
		return announce(s, Updated)
	}
	return s
}

// keptSheet returns the sheet over a page that has changed: a takeaway restarts at its
// first code, or closes if there is no text left to take away.
func keptSheet(old, s State) Sheet {
	if s.Sheet.Kind == Urgent {
		return Sheet{Kind: Urgent, Part: keptUrgent(old, s)}
	}
	if s.Sheet.Kind == Takeaway && !hasTakeaway(s) {
		return Sheet{}
	}
	return Sheet{Kind: s.Sheet.Kind}
}

// keptTrail returns the part of the old trail that exists in the new content; the
// carousel always stays.
func keptTrail(old, now State) []View {
	var trail []View
	for _, v := range old.Trail {
		if v, ok := keptView(old, now, v); ok {
			trail = append(trail, v)
		}
	}
	return trail
}

// keptView returns an old view in new content, if it still exists. A slide that
// is gone gives its place to the next one.
func keptView(old, now State, v View) (View, bool) {
	switch v.Kind {
	case Night, Passcode, Service, ScreenTest, TouchTest:
		return v, true
	case Attract:
		return View{Screen: keptSlide(old.arranged.slides, now.arranged.slides, v.Screen)}, true
	}
	return v, exists(now, v.Screen)
}

// empty reports whether there is nothing to show.
func empty(s State) bool { return s.Catalogue == nil || len(s.Catalogue.Items) == 0 }

// exists reports whether a screen can be opened with the present content.
func exists(s State, to Screen) bool {
	if empty(s) {
		return false
	}
	switch to.Kind {
	case Preparing, Attract, Night, Passcode, Service, ScreenTest, TouchTest:
		return false
	case Category:
		return to == Screen{Kind: Category, Category: to.Category} && hasCategory(s.Catalogue, to.Category)
	case Item:
		_, ok := s.Catalogue.Find(to.Number)
		return ok && to == Screen{Kind: Item, Number: to.Number}
	case Notice:
		_, ok := FindNotice(s, to.Notice)
		return ok && to == Screen{Kind: Notice, Notice: to.Notice}
	}
	return to == Screen{Kind: to.Kind} && to.Kind < kinds // a page without a subject
}

// FindNotice returns the index in OnAir of the notice that was read from a file.
func FindNotice(s State, file string) (int, bool) {
	i := slices.IndexFunc(s.OnAir, func(n int) bool { return s.Catalogue.Notices[n].File == file })
	return i, i >= 0
}

// hasCategory reports whether a category has any item.
func hasCategory(c *catalogue.Catalogue, name string) bool {
	return slices.ContainsFunc(c.Items, func(it catalogue.Item) bool { return it.Category == name })
}
