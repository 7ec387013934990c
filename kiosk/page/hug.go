package page

import (
	"image"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/typeset"
)

// A slide's layers are as small as their ink: what a movement fades costs by its area,
// and their opaque ground must not cover a neighbour or the leaf's edge.

// Reach is how far glyphs extend beyond their baseline and advance, in em.
type Reach struct{ up, down, side float64 }

// Extents of the faces' outlines, rounded up: digits stand on the baseline, hanzi
// and their punctuation extend a little beyond their em, letters hang low, and j and f lean out of
// their advance.
var (
	digits  = Reach{up: .78, down: .03, side: .01}
	hanzi   = Reach{up: .9, down: .13, side: .02}
	Letters = Reach{up: .93, down: .29, side: .11}
	Tall    = Reach{up: 1.5, down: 1.4, side: .5} // Arabic marks, Tibetan stacks
)

// lyingSide is how far a lying letter's tail leaves its square, as a factor of how far it
// hangs below its baseline, which is .38 em from the column's centre line.
const lyingSide = .6

// ReachOf returns the reach of a line's glyphs.
func ReachOf(line typeset.Line) Reach {
	most := digits
	for _, g := range line.Glyphs {
		switch {
		case g.Rune >= '\u0590' && g.Rune < '\u1e00':
			return Tall
		case g.Rune >= '0' && g.Rune <= ':' || g.Rune == ' ':
		case g.Rune >= '\u2e80':
			if most == digits {
				most = hanzi
			}
		default:
			most = Letters
		}
	}
	return most
}

// Hug shrinks a layer to the extent of its items.
func (l *Layer) Hug() {
	l.Bounds = image.Rectangle{}
	for _, it := range l.Items {
		l.Bounds = l.Bounds.Union(Extent(it))
	}
}

// Extent returns the part of the screen that an item may paint.
func Extent(it Item) image.Rectangle {
	switch it := it.(type) {
	case *Rect:
		return it.Rect
	case *Icon:
		return it.Rect
	case *Picture:
		return it.Rect
	case *Fade:
		return it.Rect
	case *Text:
		return it.extent()
	}
	return image.Rectangle{}
}

// extent returns the part of the screen that a text's lines or columns may paint.
func (t *Text) extent() image.Rectangle {
	var r image.Rectangle
	for i := range t.Lines {
		r = r.Union(t.lineExtent(i))
	}
	return r
}

// lineExtent returns the part of the screen that a line or a column may paint.
func (t *Text) lineExtent(i int) image.Rectangle {
	em, line := t.em(), t.Lines[i]
	x, y, z := fixed.I(t.X), fixed.I(t.Y), ReachOf(line)
	side := Scale(em, z.side)
	if t.Vertical {
		x -= fixed.Int26_6(i)*t.Pitch + em/2
		if z == Letters {
			side = Scale(em, lyingSide*z.down)
		}
		return outward(Area(x-side, y+line.X-side, em+2*side, line.Width+2*side))
	}
	x, y = x+line.X, y+fixed.Int26_6(i)*t.Pitch
	return outward(Area(x-side, y-Scale(em, z.up), line.Width+2*side, Scale(em, z.up+z.down)))
}

// em returns the size of the largest span.
func (t *Text) em() (size fixed.Int26_6) {
	for _, s := range t.Spans {
		size = max(size, s.Style.Size)
	}
	return size
}

// outward returns the smallest rectangle of whole px that holds r.
func outward(r fixed.Rectangle26_6) image.Rectangle {
	return image.Rect(r.Min.X.Floor(), r.Min.Y.Floor(), r.Max.X.Ceil(), r.Max.Y.Ceil())
}
