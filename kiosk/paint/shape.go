package paint

import (
	"encoding/binary"
	"image"
	"image/color"
	"slices"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/page"
)

// rect paints a rectangle, filled or outlined, with square or round corners.
func (pt *painting) rect(it *page.Rect, c color.RGBA) {
	if it.Radius == 0 && it.Stroke == 0 {
		pt.fill(it.Rect, c)
		return
	}
	if it.Rect.Intersect(pt.clip).Empty() {
		return
	}
	// A small one has the same corners; its middle row and column are repeated.
	corner := max(it.Radius, it.Stroke).Ceil()
	size := it.Rect.Size()
	small := image.Pt(min(size.X, 2*corner+1), min(size.Y, 2*corner+1))
	pt.shape.reset()
	pt.shape.frame(small, it.Radius, it.Stroke)
	pt.stretch(pt.rasterise(), it.Rect, c)
}

// frame draws a rectangle at the origin, and a hole in it if it has a stroke.
func (f *flat) frame(size image.Point, radius, stroke fixed.Int26_6) {
	outer := fixed.R(0, 0, size.X, size.Y)
	least := fixed.I(min(size.X, size.Y))
	radius = min(radius, least/2)
	f.round(outer, radius, false)
	if stroke > 0 && 2*stroke < least {
		inner := fixed.Rectangle26_6{
			Min: fixed.Point26_6{X: stroke, Y: stroke},
			Max: fixed.Point26_6{X: outer.Max.X - stroke, Y: outer.Max.Y - stroke},
		}
		f.round(inner, max(0, radius-stroke), true)
	}
}

// round draws a rectangle with round corners, in the reverse direction if it is a hole.
func (f *flat) round(r fixed.Rectangle26_6, radius fixed.Int26_6, hole bool) {
	x0, y0, x1, y1 := widen(r.Min.X), widen(r.Min.Y), widen(r.Max.X), widen(r.Max.Y)
	rad := widen(radius)
	pull := rad - rad*2262/4096 // to the control points: 0.5523 of the radius make a quarter circle
	along := func(p, dir point, by fixed.Int52_12) point {
		return point{X: p.X + dir.X*by, Y: p.Y + dir.Y*by}
	}
	f.close()
	in := point{X: 1}
	for _, p := range [4]point{{X: x1, Y: y0}, {X: x1, Y: y1}, {X: x0, Y: y1}, {X: x0, Y: y0}} {
		out := point{X: -in.Y, Y: in.X}
		f.line(along(p, in, -rad))
		f.cube(along(p, in, -pull), along(p, out, pull), along(p, out, rad))
		in = out
	}
	f.close()
	if hole {
		slices.Reverse(f.contour(len(f.ends) - 1))
	}
}

func widen(v fixed.Int26_6) fixed.Int52_12 { return fixed.Int52_12(v) << 6 }

// stretch blends a colour through a mask whose middle row and column are repeated
// until it covers r.
func (pt *painting) stretch(m *mask, r image.Rectangle, c color.RGBA) {
	size := m.rect.Size()
	part := r.Intersect(pt.clip)
	left, right := r.Min.X+size.X/2, r.Max.X-size.X/2
	for y := part.Min.Y; y < part.Max.Y; y++ {
		row := m.pix[size.X*unstretch(y-r.Min.Y, r.Dy(), size.Y):][:size.X]
		if r.Dx() == size.X {
			pt.strip(y, r.Min.X, row, c)
			continue
		}
		pt.strip(y, r.Min.X, row[:size.X/2], c)
		pt.run(y, left, right, c, row[size.X/2])
		pt.strip(y, right, row[size.X-size.X/2:], c)
	}
}

// unstretch returns the row of a mask of small rows that is repeated as row y of large ones.
func unstretch(y, large, small int) int {
	switch half := small / 2; {
	case large == small || y < half:
		return y
	case y >= large-half:
		return y - large + small
	default:
		return half
	}
}

// strip blends a colour through a row of coverage that starts at x.
func (pt *painting) strip(y, x int, cover []byte, c color.RGBA) {
	x0, x1 := max(x, pt.clip.Min.X), min(x+len(cover), pt.clip.Max.X)
	if x0 < x1 {
		row := pt.row(y, x0, x1)
		pt.tinted(binary.LittleEndian.Uint32(row), pixel(c), &plain).blend(row, cover[x0-x:x1-x])
	}
}

// fade covers the pixels below it increasingly, row by row.
func (pt *painting) fade(it *page.Fade, c color.RGBA) {
	height := int64(it.Rect.Dy()) * int64(fixed.I(1)-it.Solid) // of the changing part, 64ths
	for y := it.Rect.Min.Y; y < it.Rect.Max.Y; y++ {
		a := int64(255)
		if at := int64(2*(y-it.Rect.Min.Y)+1) * 32; at < height { // a row counts at its middle
			a = (at*255 + height/2) / height
		}
		pt.run(y, it.Rect.Min.X, it.Rect.Max.X, c, uint8(a))
	}
}
