package page

import (
	"image"
	"math"

	"golang.org/x/image/math/fixed"
)

// grid turns the design's measures into px. In portrait (height >= width)
// u = min(W/1080, H/1600), in landscape u = min(H/1080, W/1600) (docs/design/README.md
// section 1); the other dimension is free and the body takes it up.
type grid struct {
	u         float64 // px
	w, h      fixed.Int26_6
	landscape bool
}

func newGrid(size image.Point) grid {
	w, h := float64(size.X), float64(size.Y)
	g := grid{w: fixed.I(size.X), h: fixed.I(size.Y), landscape: w > h}
	if g.landscape {
		g.u = math.Min(h/1080, w/1600)
	} else {
		g.u = math.Min(w/1080, h/1600)
	}
	return g
}

// px returns a measure of n u. It only multiplies, so that no machine fuses it with a sum.
func (g grid) px(n float64) fixed.Int26_6 {
	return fixed.Int26_6(math.Round(n * g.u * 64))
}

// pick returns p u in portrait and l u in landscape.
func (g grid) pick(p, l float64) fixed.Int26_6 {
	if g.landscape {
		return g.px(l)
	}
	return g.px(p)
}

// hair returns the thickness of a hairline, which is also the room it takes: max(1, ⌊1.5 u⌋) px.
func (g grid) hair() fixed.Int26_6 {
	return fixed.I(max(1, int(math.Floor(1.5*g.u))))
}

// rule returns the thickness of a line of n u: whole px, at least one.
func (g grid) rule(n float64) fixed.Int26_6 {
	return fixed.I(max(1, g.px(n).Round()))
}

// rect returns a box by its left top corner and its extent, px.
func rect(x, y, w, h fixed.Int26_6) fixed.Rectangle26_6 {
	return fixed.Rectangle26_6{Min: fixed.Point26_6{X: x, Y: y}, Max: fixed.Point26_6{X: x + w, Y: y + h}}
}

// whole rounds each edge to the nearest whole px, so that boxes that abut stay abutting.
func whole(r fixed.Rectangle26_6) image.Rectangle {
	return image.Rect(r.Min.X.Round(), r.Min.Y.Round(), r.Max.X.Round(), r.Max.Y.Round())
}

// times returns a x f, rounded to 1/64.
func times(a fixed.Int26_6, f float64) fixed.Int26_6 {
	return fixed.Int26_6(math.Round(float64(a) * f))
}
