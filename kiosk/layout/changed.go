package layout

import (
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/frame"
	"gongkai/kiosk/page"
)

// A change shows in two ways (docs/design/README.md section 6.4): for some seconds on the strip,
// when it happens under the reader's eyes, and for the days of catalogue.NewsDays by a mark.

// lowChanged announces a change over the head of a page in low reach.
func lowChanged(b *build.Draft) {
	r := page.Area(0, 0, b.W, b.Px(112))
	b.Box("strip", r)
	frame.PaintChange(b, b.Layer("strip", r, page.Mat), r, b.Px(frame.LowSide), b.W-b.Px(frame.LowSide))
}
