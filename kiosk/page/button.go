package page

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/session"
)

// button is the ground of a secondary button, which can be pressed: paper in a red
// outline. It says the target's number for what stands on it.
func (b *build) button(l *Layer, name string, r fixed.Rectangle26_6, e session.Event) int {
	return b.outlined(l, name, r, b.px(8), b.rule(3), Red, e)
}

// outlined is a ground of paper with rounded corners in an outline, which can be pressed.
func (b *build) outlined(l *Layer, name string, r fixed.Rectangle26_6, radius, stroke fixed.Int26_6, ink Ink, e session.Event) int {
	n := b.press(l, name, r, r, RedDown, e)
	ground := l.Items[len(l.Items)-1].(*Rect)
	ground.Ink, ground.Radius = Paper, radius
	line := l.fill(r, ink)
	line.Radius, line.Stroke, line.Down, line.Target = radius, stroke, RedDown, n
	return n
}
