package page

import (
	"image"

	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// least is the smallest width and height, px, that a page is laid out for; of a
// smaller window its left top corner is seen.
const least = 240

// screens lay a page each, whose content is there.
var screens = [...]func(*build){
	session.Preparing: (*build).preparing,
	session.Attract:   (*build).attract,
	session.Home:      (*build).home,
	session.Category:  (*build).category,
	session.Item:      (*build).item,
	session.Search:    (*build).search,
	session.Notices:   (*build).notices,
	session.Notice:    (*build).notice,
	session.Night:     (*build).night,
}

// Layout lays out the page of a state at rest.
func Layout(st session.State, theme *Theme, size image.Point, set *typeset.Setter) *Page {
	size.X, size.Y = max(size.X, least), max(size.Y, least)
	g := newGrid(size)
	b := &build{grid: g, modes: modesOf(st, theme, g), Page: &Page{View: st.View, Size: size, Theme: theme}, state: st, set: set}
	screens[available(st)](b)
	b.cover()
	b.turnOver()
	b.seal()
	return b.Page
}

// available returns the screen of a state's view, or Preparing where its content is missing:
// session leaves an item or a notice that is gone, so only a state without a catalogue has none.
func available(st session.State) session.Kind {
	ok := st.Catalogue != nil
	if ok {
		switch v := st.View; {
		case v.Kind == session.Notice, v.Kind == session.Attract && v.Notice != "":
			_, ok = session.FindNotice(st, v.Notice)
		case v.Kind == session.Item:
			_, ok = st.Catalogue.Find(v.Number)
		case v.Kind == session.Attract:
			ok = len(st.Catalogue.Items) > 0
		}
	}
	if !ok {
		return session.Preparing
	}
	return st.View.Kind
}
