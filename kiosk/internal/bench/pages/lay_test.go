package pages

import (
	"image"

	"gongkai/kiosk/layout"
	"gongkai/kiosk/motion"
	"gongkai/kiosk/page"
	"gongkai/kiosk/paint"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
	"gongkai/kiosk/xdrive"
)

// This file has all that may differ between the commits that make compare measures; pages_test.go is the same for both.

// lay lays a page out.
func lay(st session.State, set *typeset.Setter) *page.Page {
	return layout.Layout(st, page.ThemeOf(st), xdrive.Portrait, set)
}

// draw lays a page out and paints every layer of it.
func draw(st session.State, set *typeset.Setter, painter *paint.Painter) *image.RGBA {
	return painter.Screen(xdrive.Portrait, motion.Compose(motion.Scene{Page: lay(st, set), Now: st.Now}))
}
