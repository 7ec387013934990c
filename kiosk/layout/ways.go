package layout

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
)

// buttonGroup is a group of buttons, side by side if they fit, else stacked.
type buttonGroup struct {
	all    []build.Command
	places []fixed.Rectangle26_6 // relative to the first one's corner
	height fixed.Int26_6
}

// buttonGroupOf places buttons in a room of this width.
func buttonGroupOf(b *build.Draft, room fixed.Int26_6, all ...build.Command) buttonGroup {
	w := buttonGroup{all: all, height: b.Px(112)}
	gap, at, widest := b.Px(24), fixed.Point26_6{}, fixed.Int26_6(0)
	for _, a := range all {
		r := page.Area(at.X, at.Y, min(b.CommandWidth(a), room), w.height)
		w.places = append(w.places, r)
		at.X = r.Max.X + gap
		widest = max(widest, r.Max.X)
	}
	if widest <= room {
		return w
	}
	for i := range w.places {
		r := &w.places[i]
		*r = page.Area(0, fixed.Int26_6(i)*(b.Px(112)+gap), r.Max.X-r.Min.X, b.Px(112))
		w.height = r.Max.Y
	}
	return w
}

// paint paints the buttons with the first one's corner at x, y.
func (w buttonGroup) paint(b *build.Draft, l *page.Layer, x, y fixed.Int26_6) {
	for i, a := range w.all {
		b.PaintCommand(l, w.places[i].Add(fixed.Point26_6{X: x, Y: y}), a)
	}
}
