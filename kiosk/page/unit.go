package page

import (
	"image"
	"math"

	"golang.org/x/image/math/fixed"
)

// Grid turns the design's measures into px. In portrait (height >= width)
// u = min(W/1080, H/1600), in landscape u = min(H/1080, W/1600) (docs/design/README.md
// section 1); the body takes up the other dimension.
type Grid struct {
	U         float64 // px
	W, H      fixed.Int26_6
	Landscape bool
}

// NewGrid returns the grid of a screen.
func NewGrid(size image.Point) Grid {
	w, h := float64(size.X), float64(size.Y)
	g := Grid{W: fixed.I(size.X), H: fixed.I(size.Y), Landscape: w > h}
	if g.Landscape {
		g.U = math.Min(h/1080, w/1600)
	} else {
		g.U = math.Min(w/1080, h/1600)
	}
	return g
}

// Px returns a measure of n u. It only multiplies, so that no machine fuses it with a sum.
func (g Grid) Px(n float64) fixed.Int26_6 {
	return fixed.Int26_6(math.Round(n * g.U * 64))
}

// Pick returns p u in portrait and l u in landscape.
func (g Grid) Pick(p, l float64) fixed.Int26_6 {
	if g.Landscape {
		return g.Px(l)
	}
	return g.Px(p)
}

// Hair returns the thickness of a hairline: max(1, ⌊1.5 u⌋) px.
func (g Grid) Hair() fixed.Int26_6 {
	return fixed.I(max(1, int(math.Floor(1.5*g.U))))
}

// Rule returns the thickness of a line of n u: whole px, at least one.
func (g Grid) Rule(n float64) fixed.Int26_6 {
	return fixed.I(max(1, g.Px(n).Round()))
}

// Area returns the rectangle with its top left corner at x, y, w wide and h high.
func Area(x, y, w, h fixed.Int26_6) fixed.Rectangle26_6 {
	return fixed.Rectangle26_6{Min: fixed.Point26_6{X: x, Y: y}, Max: fixed.Point26_6{X: x + w, Y: y + h}}
}

// Round rounds each edge to whole px; adjacent rectangles stay adjacent.
func Round(r fixed.Rectangle26_6) image.Rectangle {
	return image.Rect(r.Min.X.Round(), r.Min.Y.Round(), r.Max.X.Round(), r.Max.Y.Round())
}

// Scale returns a x f, rounded to 1/64.
func Scale(a fixed.Int26_6, f float64) fixed.Int26_6 {
	return fixed.Int26_6(math.Round(float64(a) * f))
}

// Exact returns a rectangle of whole px in 64ths.
func Exact(r image.Rectangle) fixed.Rectangle26_6 {
	return fixed.R(r.Min.X, r.Min.Y, r.Max.X, r.Max.Y)
}

// Px returns the design's measure of n u on a screen of a size, in whole px.
func Px(size image.Point, n float64) int { return NewGrid(size).Px(n).Round() }

// Narrow reports whether the screen is a landscape below 14:9: the rail and the turn
// strip are smaller there.
func (g Grid) Narrow() bool { return g.Landscape && g.W*9 < g.H*14 }
