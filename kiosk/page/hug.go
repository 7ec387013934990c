package page

import (
	"image"

	"golang.org/x/image/math/fixed"
)

// How far glyphs reach from the baseline, in em: hanzi fill .88 above and .12 below it,
// the heaviest a little more; letters hang lower. Sideways the heaviest hanzi leave their em by a hair.
const inkUp, inkDown, inkSide = .93, .26, .03

// hug makes a layer just large enough for what is painted in it.
func (l *Layer) hug() {
	l.Bounds = image.Rectangle{}
	for _, it := range l.Items {
		l.Bounds = l.Bounds.Union(extent(it))
	}
}

// extent is the part of the screen that an item may paint.
func extent(it Item) image.Rectangle {
	switch it := it.(type) {
	case *Rect:
		return it.Rect
	case *Icon:
		return it.Rect
	case *Fade:
		return it.Rect
	case *Text:
		return it.extent()
	}
	return image.Rectangle{}
}

// extent is that of a text's lines or columns.
func (t *Text) extent() image.Rectangle {
	var em fixed.Int26_6
	for _, s := range t.Spans {
		em = max(em, s.Style.Size)
	}
	side := times(em, inkSide)
	var r image.Rectangle
	for i, line := range t.Lines {
		x, y := fixed.I(t.X), fixed.I(t.Y)
		if t.Vertical {
			x -= fixed.Int26_6(i) * t.Pitch
			half := em/2 + side
			r = r.Union(outward(rect(x-half, y+line.X-side, 2*half, line.Width+2*side)))
			continue
		}
		x, y = x+line.X, y+fixed.Int26_6(i)*t.Pitch
		r = r.Union(outward(rect(x-side, y-times(em, inkUp), line.Width+2*side, times(em, inkUp+inkDown))))
	}
	return r
}

// outward is the smallest rectangle of whole px that holds r.
func outward(r fixed.Rectangle26_6) image.Rectangle {
	return image.Rect(r.Min.X.Floor(), r.Min.Y.Floor(), r.Max.X.Ceil(), r.Max.Y.Ceil())
}
