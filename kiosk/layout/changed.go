package layout

import (
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/frame"
	"gongkai/kiosk/page"
)

// lowChanged announces a change, for some seconds, over the top of a page in low reach
// (docs/design/README.md section 6.4).
func lowChanged(b *build.Draft) {
	r := page.Area(0, 0, b.W, b.Px(112))
	b.Box("strip", r)
	frame.PaintChange(b, b.Layer("strip", r, page.Mat), r, b.Px(frame.LowSide), b.W-b.Px(frame.LowSide))
}
