package pdf

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/icon"
	"gongkai/kiosk/page"
)

// rect writes a rectangle, filled or outlined, with square or round corners. An outline lies inside.
func (c *content) rect(it *page.Rect) {
	if !c.ink(it.Ink) {
		return
	}
	r := page.Exact(it.Rect)
	least := min(r.Max.X-r.Min.X, r.Max.Y-r.Min.Y)
	radius := min(it.Radius, least/2)
	c.round(r, radius)
	if it.Stroke > 0 && 2*it.Stroke < least {
		r.Min.X, r.Min.Y, r.Max.X, r.Max.Y = r.Min.X+it.Stroke, r.Min.Y+it.Stroke, r.Max.X-it.Stroke, r.Max.Y-it.Stroke
		c.round(r, max(0, radius-it.Stroke))
	}
	c.op("f*")
}

// quarter is the distance of the control points that make a quarter of a circle of radius 1.
const quarter = 0.5523

// round adds a rectangle with round corners to the path.
func (c *content) round(r fixed.Rectangle26_6, radius fixed.Int26_6) {
	x0, y0, x1, y1 := r.Min.X, r.Min.Y, r.Max.X, r.Max.Y
	if radius == 0 {
		c.op("%s %s %s %s re", px(x0), px(y0), px(x1-x0), px(y1-y0))
		return
	}
	k := radius - page.Scale(radius, quarter)
	c.op("%s %s m %s %s l", px(x0+radius), px(y0), px(x1-radius), px(y0))
	curve := func(ax, ay, bx, by, x, y fixed.Int26_6) {
		c.op("%s %s %s %s %s %s c", px(ax), px(ay), px(bx), px(by), px(x), px(y))
	}
	curve(x1-k, y0, x1, y0+k, x1, y0+radius)
	c.op("%s %s l", px(x1), px(y1-radius))
	curve(x1, y1-k, x1-k, y1, x1-radius, y1)
	c.op("%s %s l", px(x0+radius), px(y1))
	curve(x0+k, y1, x0, y1-k, x0, y1-radius)
	c.op("%s %s l", px(x0), px(y0+radius))
	curve(x0, y0+k, x0+k, y0, x0+radius, y0)
	c.op("h")
}

// icon writes an icon in the square at its rectangle's left top corner.
func (c *content) icon(it *page.Icon) {
	if !c.ink(it.Ink) {
		return
	}
	side := min(it.Rect.Dx(), it.Rect.Dy())
	c.op("q %s 0 0 %[1]s %d %d cm %s w", exact(float64(side)/icon.Size), it.Rect.Min.X, it.Rect.Min.Y, px(it.Stroke))
	for _, shape := range icon.Named(it.Name) {
		c.path(shape.Path)
		if shape.Fill {
			c.op("f")
		} else {
			c.op("S")
		}
	}
	c.op("Q")
}

// path adds an icon's path.
func (c *content) path(path []icon.Segment) {
	var at fixed.Point26_6
	for _, seg := range path {
		a := seg.Args
		switch seg.Op {
		case icon.Move:
			at = a[0]
			c.op("%s %s m", px(at.X), px(at.Y))
		case icon.Line:
			at = a[0]
			c.op("%s %s l", px(at.X), px(at.Y))
		case icon.Quad:
			third := func(from, to fixed.Int26_6) fixed.Int26_6 { return from + (to-from)*2/3 }
			c.op("%s %s %s %s %s %s c", px(third(at.X, a[0].X)), px(third(at.Y, a[0].Y)), px(third(a[1].X, a[0].X)), px(third(a[1].Y, a[0].Y)), px(a[1].X), px(a[1].Y))
			at = a[1]
		case icon.Cube:
			c.op("%s %s %s %s %s %s c", px(a[0].X), px(a[0].Y), px(a[1].X), px(a[1].Y), px(a[2].X), px(a[2].Y))
			at = a[2]
		case icon.Close:
			c.op("h")
		}
	}
}
