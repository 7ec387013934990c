package display

import (
	"image"
	"image/color"
	"slices"
)

// canvas is the picture of the whole screen on a panel. Mesa would draw every pixel of every frame, in compiled shaders,
// and hand all of it over; here only what has changed since the last frame is drawn, by copying and blending rows, and
// shown. Its picture is turned as the panel is, and so are the tiles'; its callers' rectangles are on the page.
type canvas struct {
	pic    *image.RGBA // blue first
	size   image.Point // of the page
	rotate int
	shown  []piece
	torn   bool // a tile was missing
}

// tilesOf returns the tile of a layer's picture at a position in it; nil if there is none.
type tilesOf func(tileKey) *image.RGBA

// draw brings the picture up to date and returns the dirty rectangles, px on the panel.
func (c *canvas) draw(pieces []piece, find tilesOf) []image.Rectangle {
	screen := image.Rectangle{Max: c.size}
	var out []image.Rectangle
	for _, r := range gathered(stale(c.shown, pieces)) {
		if r = r.Intersect(screen); r.Empty() {
			continue
		}
		c.redraw(r, pieces, find)
		out = append(out, turned(r, c.size, c.rotate))
	}
	c.shown = pieces
	if c.torn {
		c.shown, c.torn = nil, false // draw it all again in the next frame
	}
	return out
}

// forget has a layer drawn again, since its picture has changed.
func (c *canvas) forget(layer uint64) {
	c.shown = slices.DeleteFunc(c.shown, func(p piece) bool { return p.layer == layer })
}

// redraw draws a part of the screen, from the frontmost piece that hides what is below it.
func (c *canvas) redraw(r image.Rectangle, pieces []piece, find tilesOf) {
	first := len(pieces) - 1
	for first > 0 && !pieces[first].hides(r) {
		first--
	}
	for _, p := range pieces[max(first, 0):] {
		c.put(p, p.seen.Intersect(r), find)
	}
}

// put draws what a piece has in a part of the screen.
func (c *canvas) put(p piece, part image.Rectangle, find tilesOf) {
	switch {
	case part.Empty():
	case p.look != nil:
		c.picture(p, p.look, p.bounds, part)
	case p.layer != 0:
		tilesIn(p.bounds, part, func(at image.Point, rect image.Rectangle) {
			pix := find(tileKey{layer: p.layer, at: at})
			if pix == nil {
				c.torn = true
				return
			}
			c.picture(p, pix, rect, part.Intersect(rect))
		})
	default:
		c.solid(p.ink, part, p.share)
	}
}

// picture draws a part of a picture at rect over what is there.
func (c *canvas) picture(p piece, pix *image.RGBA, rect, part image.Rectangle) {
	to := turned(part, c.size, c.rotate)
	from := to.Sub(turned(rect, c.size, c.rotate).Min).Add(pix.Rect.Min)
	for y := range to.Dy() {
		dst := rowOf(c.pic, to, y)
		src := rowOf(pix, from, y)
		switch {
		case !p.opaque:
			lay(dst, src, p.share)
		case p.share == full:
			copy(dst, src)
		default:
			mix(dst, src, p.share)
		}
	}
}

// solid draws a rectangle of one ink over what is there.
func (c *canvas) solid(ink color.RGBA, part image.Rectangle, share uint32) {
	to := turned(part, c.size, c.rotate)
	row := make([]byte, 4*to.Dx())
	fillRow(row, [4]byte{ink.B, ink.G, ink.R, ink.A})
	for y := range to.Dy() {
		if share == full {
			copy(rowOf(c.pic, to, y), row)
		} else {
			mix(rowOf(c.pic, to, y), row, share)
		}
	}
}

// rowOf returns row y of a part of a picture.
func rowOf(m *image.RGBA, part image.Rectangle, y int) []byte {
	i := m.PixOffset(part.Min.X, part.Min.Y+y)
	return m.Pix[i : i+4*part.Dx()]
}

// turned returns where a rectangle of the page lies on a panel that is turned clockwise.
func turned(r image.Rectangle, size image.Point, rotate int) image.Rectangle {
	switch rotate {
	case 90:
		return image.Rect(size.Y-r.Max.Y, r.Min.X, size.Y-r.Min.Y, r.Max.X)
	case 180:
		return image.Rect(size.X-r.Max.X, size.Y-r.Max.Y, size.X-r.Min.X, size.Y-r.Min.Y)
	case 270:
		return image.Rect(r.Min.Y, size.X-r.Max.X, r.Max.Y, size.X-r.Min.X)
	}
	return r
}

// mounted returns a painted bitmap as a canvas wants it: turned, blue first. It may use the bitmap's own bytes.
func mounted(pix *image.RGBA, rotate int) *image.RGBA {
	swapReds(pix.Pix)
	w, h := pix.Rect.Dx(), pix.Rect.Dy()
	flat := &image.RGBA{Pix: pix.Pix, Stride: pix.Stride, Rect: image.Rect(0, 0, w, h)}
	if rotate == 0 {
		return flat
	}
	out := image.NewRGBA(turned(flat.Rect, image.Pt(w, h), rotate))
	for y := range h {
		src := rowOf(flat, flat.Rect, y)
		for x := range w {
			to := turned(image.Rect(x, y, x+1, y+1), image.Pt(w, h), rotate).Min
			copy(out.Pix[out.PixOffset(to.X, to.Y):][:4], src[4*x:])
		}
	}
	return out
}
