package session

import (
	"cmp"
	"slices"

	"gongkai/kiosk/catalogue"
)

// renew brings new content under the reader's eyes: the screen stays what it
// was, wherever the new content still has it, and nothing moves.
func renew(s State, c *catalogue.Catalogue) State {
	if c == s.Catalogue {
		return s
	}
	old := s
	s.Catalogue = c
	s.Motion = Motion{} // its From may be gone
	switch {
	case Slides(s) == 0:
		s.View, s.Trail = View{}, nil
		return s
	case old.View.Kind == Preparing:
		s.View, s.SlideAt = slide(0), s.Now
		return s
	}
	s.Trail = keptTrail(old, s)
	if v, ok := kept(old, s, old.View); ok {
		s.View = v
	} else {
		s.View, s.Trail = View{Screen: Screen{Kind: Home}}, []View{carousel(s)}
	}
	if !sameSlide(old, s) {
		s.SlideAt = s.Now
	}
	return s
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
	if v.Kind != Attract {
		return v, exists(now, v.Screen)
	}
	i, ok := find(now.Catalogue, old.Catalogue.Items[v.Slide].Number)
	if !ok {
		i = min(v.Slide, Slides(now)-1)
	}
	return slide(i), true
}

// sameSlide says whether both show the same item's slide.
func sameSlide(old, now State) bool {
	if old.View.Kind != Attract {
		return true
	}
	return old.Catalogue.Items[old.View.Slide].Number == now.Catalogue.Items[now.View.Slide].Number
}

// exists says whether the content has a screen to be opened.
func exists(s State, to Screen) bool {
	if Slides(s) == 0 {
		return false
	}
	switch to.Kind {
	case Home:
		return to == Screen{Kind: Home}
	case Category:
		return to == Screen{Kind: Category, Category: to.Category} && hasCategory(s.Catalogue, to.Category)
	case Item:
		_, ok := find(s.Catalogue, to.Number)
		return ok && to == Screen{Kind: Item, Number: to.Number}
	}
	return false
}

// find is the index of the item with a number.
func find(c *catalogue.Catalogue, number int) (int, bool) {
	return slices.BinarySearchFunc(c.Items, number, func(it catalogue.Item, n int) int { return cmp.Compare(it.Number, n) })
}

// hasCategory says whether any item is of a category.
func hasCategory(c *catalogue.Catalogue, name string) bool {
	return slices.ContainsFunc(c.Items, func(it catalogue.Item) bool { return it.Category == name })
}
