package paint

import (
	"image"
	"image/draw"
	"slices"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	// vector computes exact coverage, in assembly on amd64; its LineTo never fuses
	// multiply and add, its curves do, so curves are flattened here.
	"golang.org/x/image/vector"
)

// mask is the coverage of a shape, 0 to 255, a byte a px.
type mask struct {
	rect image.Rectangle // px from the shape's origin
	pix  []byte          // rows of rect.Dx()
}

// scratch holds one goroutine's buffers for painting.
type scratch struct {
	segments sfnt.Buffer
	shape    flat
	spine    flat // a path before it is stroked
	raster   vector.Rasterizer
	pix      []byte // of the present mask
	quads    []quad // of the present stencil
	stamps   []stamp
	tints    []*tint
}

// tile is the largest side that vector computes in fixed point; with floats the sum of
// a row depends on the machine.
const tile = 512

// rasterise returns a mask of the shape, valid until the next call.
func (d *scratch) rasterise() *mask {
	d.shape.close()
	m := &mask{rect: d.shape.bounds()}
	size := m.rect.Size()
	if m.rect.Empty() {
		m.rect = image.Rectangle{}
		return m
	}
	d.pix = slices.Grow(d.pix[:0], size.X*size.Y)[:size.X*size.Y]
	m.pix = d.pix
	alpha := &image.Alpha{Pix: m.pix, Stride: size.X, Rect: image.Rectangle{Max: size}}
	for y := 0; y < size.Y; y += tile {
		for x := 0; x < size.X; x += tile {
			r := image.Rect(x, y, min(x+tile, size.X), min(y+tile, size.Y))
			d.raster.Reset(r.Dx(), r.Dy())
			d.raster.DrawOp = draw.Src
			d.trace(m.rect.Min.Add(r.Min), r.Dy())
			d.raster.Draw(alpha, r, image.Opaque, image.Point{})
		}
	}
	return m
}

// bounds returns the smallest rectangle of whole px around the shape.
func (f *flat) bounds() image.Rectangle {
	if len(f.points) == 0 {
		return image.Rectangle{}
	}
	lo, hi := f.points[0], f.points[0]
	for _, p := range f.points {
		lo.X, hi.X = min(lo.X, p.X), max(hi.X, p.X)
		lo.Y, hi.Y = min(lo.Y, p.Y), max(hi.Y, p.Y)
	}
	return image.Rect(lo.X.Floor(), lo.Y.Floor(), hi.X.Ceil(), hi.Y.Ceil())
}

// trace passes the shape to the rasteriser, relative to origin, height px of it.
func (d *scratch) trace(origin image.Point, height int) {
	o := point{X: fixed.Int52_12(origin.X) << 12, Y: fixed.Int52_12(origin.Y) << 12}
	end := fixed.Int52_12(height) << 12
	for i := range d.shape.ends {
		pts := d.shape.contour(i)
		a := pts[len(pts)-1].Sub(o)
		d.raster.MoveTo(px(a.X), px(a.Y))
		for _, p := range pts {
			b := p.Sub(o)
			if max(a.Y, b.Y) <= 0 || min(a.Y, b.Y) >= end { // above or below the tile
				d.raster.MoveTo(px(b.X), px(b.Y))
			} else {
				d.lineTo(a, b)
			}
			a = b
		}
	}
}

// lineTo draws a line in pieces of at most 32 rows: the rasteriser loses 1/512 px per
// row, which would show at the end of a long line.
func (d *scratch) lineTo(a, b point) {
	if n := abs(b.Y-a.Y) >> (12 + 5); n > 0 && a.X != b.X {
		dx, dy := b.X-a.X, b.Y-a.Y
		for i := fixed.Int52_12(1); i <= n; i++ {
			d.raster.LineTo(px(a.X+dx*i/(n+1)), px(a.Y+dy*i/(n+1)))
		}
	}
	d.raster.LineTo(px(b.X), px(b.Y))
}

// px converts a coordinate to the rasteriser's px.
func px(v fixed.Int52_12) float32 { return float32(v) / one }
