package paint

import (
	"image/color"
	"slices"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/icon"
	"gongkai/kiosk/page"
)

var iconNames = icon.Names()

// icon paints an icon in the square at its rectangle's left top corner.
func (pt *painting) icon(it *page.Icon, c color.RGBA) {
	id, ok := slices.BinarySearch(iconNames, it.Name)
	if !ok || it.Rect.Intersect(pt.clip).Empty() {
		return
	}
	side := min(it.Rect.Dx(), it.Rect.Dy())
	k := iconKey(id, side, it.Stroke)
	m := pt.masks.get(k)
	if m == nil {
		pt.shape.reset()
		for _, shape := range icon.Named(it.Name) {
			pt.outline(shape, side, it.Stroke)
		}
		m = pt.cutStencil()
		pt.masks.put(k, m)
	}
	pt.place(m, it.Rect.Min, c, &plain)
	pt.blendStamps()
}

// outline adds one shape of an icon whose square is side px wide.
func (d *scratch) outline(o icon.Shape, side int, stroke fixed.Int26_6) {
	first := len(d.shape.ends)
	half := float64(scaled(stroke, side)) / 2
	for path := o.Path; len(path) > 0; {
		n := 1 + slices.IndexFunc(path[1:], func(s icon.Segment) bool { return s.Op == icon.Move })
		if n == 0 {
			n = len(path)
		}
		if o.Fill {
			d.shape.trace(path[:n], side)
		} else {
			d.spine.reset()
			d.spine.trace(path[:n], side)
			d.shape.stroke(d.spine.points, path[n-1].Op == icon.Close, half)
		}
		path = path[n:]
	}
	d.shape.orient(first)
}

// trace adds one contour of an icon.
func (f *flat) trace(path []icon.Segment, side int) {
	to := func(p fixed.Point26_6) point { return point{X: scaled(p.X, side), Y: scaled(p.Y, side)} }
	for _, seg := range path {
		a := &seg.Args
		switch seg.Op {
		case icon.Move:
			f.move(to(a[0]))
		case icon.Line:
			f.line(to(a[0]))
		case icon.Quad:
			f.quad(to(a[0]), to(a[1]))
		case icon.Cube:
			f.cube(to(a[0]), to(a[1]), to(a[2]))
		}
	}
	f.close()
}

// scaled scales a measure of an icon, not negative, to a square of side px.
func scaled(v fixed.Int26_6, side int) fixed.Int52_12 {
	return (fixed.Int52_12(v)*fixed.Int52_12(side)*(one/64)*2/icon.Size + 1) >> 1
}
