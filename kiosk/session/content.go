package session

import (
	"cmp"
	"slices"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/search"
)

// renew brings new content under the reader's eyes: the screen stays what it
// was, wherever the new content still has it, and nothing moves.
func renew(s State, c *catalogue.Catalogue) State {
	if c == s.Catalogue {
		return s
	}
	old := s
	s.Catalogue, s.Index = c, search.New(c)
	s.Motion = Motion{} // its From may be gone
	s.OnAir, s.Edition, s.judged = nil, s.Edition+1, judgement{}
	if c != nil {
		s = judge(s)
	}
	if !browsing(old) {
		s.Mode = Usual(s)
	}
	return settleContent(old, s)
}

// settleContent finds the reader's place in content that is another than before.
func settleContent(old, s State) State {
	switch {
	case empty(s):
		s.View, s.Trail, s.Sheet, s.Warned, s.Change = View{}, nil, Sheet{}, false, Unchanged
		s.Mode = Usual(s)
		return s
	case old.View.Kind == Preparing:
		s.View, s.SlideAt = View{Screen: SlideAt(s, 0)}, s.Now
		return s
	}
	s.Trail = keptTrail(old, s)
	v, ok := kept(old, s, old.View)
	if !ok {
		s.View, s.Trail = View{Screen: Screen{Kind: Home}}, []View{carousel(s)}
		if old.View.Kind == Notice {
			s.View, s.Trail = View{Screen: Screen{Kind: Notices}}, append(s.Trail, s.View)
		}
		s.Sheet, s.Warned, s.Motion = Sheet{}, false, Motion{}
		return say(s, Gone)
	}
	if v.Screen != old.View.Screen {
		s.SlideAt = s.Now // another slide
	}
	s.View = v
	if browsing(s) && differs(old, s) {
		s.Sheet = renewed(s)
		return say(s, Updated)
	}
	return s
}

// renewed is the sheet over a page that has changed: a takeaway begins anew, if there
// still is a text to take.
func renewed(s State) Sheet {
	if s.Sheet.Kind == Takeaway && !takeable(s) {
		return Sheet{}
	}
	return Sheet{Kind: s.Sheet.Kind}
}

// keptTrail is what new content has of the old trail; the carousel always stays.
func keptTrail(old, now State) []View {
	var trail []View
	for _, v := range old.Trail {
		if v, ok := kept(old, now, v); ok {
			trail = append(trail, v)
		}
	}
	return trail
}

// kept is an old view in new content, if it is still there. A slide is followed
// by its item; if that is gone, the one that has moved up takes its place.
func kept(old, now State, v View) (View, bool) {
	switch v.Kind {
	case Night:
		return v, true
	case Attract:
		if i, ok := slideIndex(now, v.Screen); ok {
			return View{Screen: SlideAt(now, i)}, true
		}
		i, _ := slideIndex(old, v.Screen)
		return View{Screen: SlideAt(now, min(i, Slides(now)-1))}, true
	}
	return v, exists(now, v.Screen)
}

// empty says whether there is nothing to show.
func empty(s State) bool { return s.Catalogue == nil || len(s.Catalogue.Items) == 0 }

// exists says whether the content has a screen to be opened.
func exists(s State, to Screen) bool {
	if empty(s) {
		return false
	}
	switch to.Kind {
	case Home, Search, Notices:
		return to == Screen{Kind: to.Kind}
	case Category:
		return to == Screen{Kind: Category, Category: to.Category} && hasCategory(s.Catalogue, to.Category)
	case Item:
		_, ok := find(s.Catalogue, to.Number)
		return ok && to == Screen{Kind: Item, Number: to.Number}
	case Notice:
		_, ok := FindNotice(s, to.Notice)
		return ok && to == Screen{Kind: Notice, Notice: to.Notice}
	}
	return false
}

// find is the index of the item with a number.
func find(c *catalogue.Catalogue, number int) (int, bool) {
	return slices.BinarySearchFunc(c.Items, number, func(it catalogue.Item, n int) int { return cmp.Compare(it.Number, n) })
}

// FindNotice is the place in OnAir of the notice that was read from a file.
func FindNotice(s State, file string) (int, bool) {
	i := slices.IndexFunc(s.OnAir, func(n int) bool { return s.Catalogue.Notices[n].File == file })
	return i, i >= 0
}

// hasCategory says whether any item is of a category.
func hasCategory(c *catalogue.Catalogue, name string) bool {
	return slices.ContainsFunc(c.Items, func(it catalogue.Item) bool { return it.Category == name })
}
