package paint

import (
	"math"

	"golang.org/x/image/math/fixed"
)

// This file turns paths into outlines with butt caps and miter joins, like SVG strokes
// (SVG 2, 13.5). An open path gets one contour, out along its left side and back along
// its right one; a closed path gets one contour for each side. Square roots and quotients
// are the same on every machine; conversions keep sums of products from being fused.

// miterLimit is the longest miter, in stroke widths (SVG's default); beyond it the
// corner is bevelled.
const miterLimit = 4

// vec is a direction or a distance, in points' units.
type vec struct{ x, y float64 }

func (v vec) dot(w vec) float64   { return float64(v.x*w.x) + float64(v.y*w.y) }
func (v vec) cross(w vec) float64 { return float64(v.x*w.y) - float64(v.y*w.x) }

// leg is one straight piece of a path.
type leg struct {
	from, to point
	dir      vec // of length 1
	length   float64
}

// stroke adds the outline of a path, which is half units wide on each side.
func (f *flat) stroke(path []point, closed bool, half float64) {
	legs := split(path, closed)
	if len(legs) == 0 {
		return
	}
	first := len(f.ends)
	f.side(legs, closed, half)
	if closed {
		f.close()
	}
	f.side(reverse(legs), closed, half)
	f.close()
	f.orient(first)
}

// split returns the legs of a path, without those too short to have a direction
// (1/64 px).
func split(path []point, closed bool) (legs []leg) {
	if closed {
		path = append(path[:len(path):len(path)], path[0])
	}
	a := path[0]
	for _, b := range path[1:] {
		d := vec{float64(b.X - a.X), float64(b.Y - a.Y)}
		length := math.Sqrt(d.dot(d))
		if length < one/64 {
			continue
		}
		legs = append(legs, leg{a, b, vec{d.x / length, d.y / length}, length})
		a = b
	}
	return legs
}

// reverse returns the legs in reverse direction.
func reverse(legs []leg) []leg {
	back := make([]leg, len(legs))
	for i, l := range legs {
		back[len(legs)-1-i] = leg{l.to, l.from, vec{-l.dir.x, -l.dir.y}, l.length}
	}
	return back
}

// side adds the line that runs half units to the left of the legs.
func (f *flat) side(legs []leg, closed bool, half float64) {
	last := legs[len(legs)-1]
	if closed {
		f.join(last, legs[0], half)
	} else {
		f.beside(legs[0].from, legs[0].dir, half)
	}
	for i := 1; i < len(legs); i++ {
		f.join(legs[i-1], legs[i], half)
	}
	if !closed {
		f.beside(last.to, last.dir, half)
	}
}

// join adds the corner from leg a to leg b on their left side.
func (f *flat) join(a, b leg, half float64) {
	dot, cross := a.dir.dot(b.dir), a.dir.cross(b.dir)
	inside := cross < 0 // the path turns left, as y grows downwards
	tan := math.Inf(1)  // of half the turn
	if dot > -1 {
		tan = math.Abs(cross) / (1 + dot)
	}
	switch {
	case inside && half*tan > min(a.length, b.length):
		// The sides meet beyond a leg's end: pass through the corner itself.
		f.beside(a.to, a.dir, half)
		f.line(a.to)
		f.beside(b.from, b.dir, half)
	case !inside && 2 > miterLimit*miterLimit*(1+dot): // a miter is 1 / cos of half the turn
		f.beside(a.to, a.dir, half)
		f.beside(b.from, b.dir, half)
	default:
		k := half / (1 + dot)
		f.away(a.to, (a.dir.y+b.dir.y)*k, -(a.dir.x+b.dir.x)*k)
	}
}

// beside adds the point half units to the left of p, seen along dir.
func (f *flat) beside(p point, dir vec, half float64) {
	f.away(p, dir.y*half, -dir.x*half)
}

func (f *flat) away(p point, dx, dy float64) {
	f.line(point{X: p.X + fixed.Int52_12(math.Round(dx)), Y: p.Y + fixed.Int52_12(math.Round(dy))})
}
