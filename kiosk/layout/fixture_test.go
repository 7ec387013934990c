package layout

import (
	"image"

	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// laid lays out a state at a size.
func laid(st session.State, w, h int) *page.Page {
	return Layout(st, page.ThemeOf(st), image.Pt(w, h), typeset.New())
}
