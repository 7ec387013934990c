package build

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/page"
)

// A disabled control's outline: its stroke, and the length of a dash and of a gap, u.
const dashStroke, dashLength = 2, 6

// Dashed paints the outline of a disabled control, whose corners of this radius stay open.
func (b *Draft) Dashed(l *page.Layer, r fixed.Rectangle26_6, radius fixed.Int26_6, ink page.Ink) {
	w, dash := b.Rule(dashStroke), b.Px(dashLength)
	along := func(from, to fixed.Int26_6, paint func(at, length fixed.Int26_6)) {
		n := max(1, int((to-from+dash)/(2*dash))) // dashes, with as many gaps less one
		for i := range fixed.Int26_6(n) {
			paint(from+i*(to-from+dash)/fixed.Int26_6(n), dash)
		}
	}
	along(r.Min.X+radius, r.Max.X-radius, func(x, length fixed.Int26_6) {
		l.Fill(page.Area(x, r.Min.Y, length, w), ink)
		l.Fill(page.Area(x, r.Max.Y-w, length, w), ink)
	})
	along(r.Min.Y+radius, r.Max.Y-radius, func(y, length fixed.Int26_6) {
		l.Fill(page.Area(r.Min.X, y, w, length), ink)
		l.Fill(page.Area(r.Max.X-w, y, w, length), ink)
	})
}
