package page

import (
	"image"

	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// least is the smallest width and height, px, that a page is laid out for; of a
// smaller window its left top corner is seen.
const least = 240

// Layout lays out the page of a state at rest.
func Layout(st session.State, theme *Theme, size image.Point, set *typeset.Setter) *Page {
	size.X, size.Y = max(size.X, least), max(size.Y, least)
	g := newGrid(size)
	b := &build{grid: g, modes: modesOf(st, theme, g), Page: &Page{View: st.View, Size: size, Theme: theme}, state: st, set: set}
	kind := st.View.Kind
	if st.Catalogue == nil {
		kind = session.Preparing
	}
	switch kind {
	case session.Attract:
		b.attract()
	case session.Home:
		b.home()
	case session.Category:
		b.category()
	case session.Item:
		b.item()
	case session.Notices:
		b.notices()
	case session.Notice:
		b.notice()
	case session.Search:
		b.search()
	case session.Night:
		b.night()
	default:
		b.preparing()
	}
	b.cover()
	b.turnOver()
	b.seal()
	return b.Page
}
