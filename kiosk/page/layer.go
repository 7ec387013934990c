package page

import "golang.org/x/image/math/fixed"

// Fill paints a rectangle of one ink.
func (l *Layer) Fill(r fixed.Rectangle26_6, ink Ink) *Rect {
	it := &Rect{Look: Look{Ink: ink}, Rect: Round(r)}
	l.Items = append(l.Items, it)
	return it
}

// Icon paints an icon in a square with its top left corner at x, y.
func (l *Layer) Icon(name string, x, y, side fixed.Int26_6, ink Ink) *Icon {
	it := &Icon{Look: Look{Ink: ink}, Name: name, Rect: Round(Area(x, y, side, side)), Stroke: fixed.I(3)}
	l.Items = append(l.Items, it)
	return it
}
