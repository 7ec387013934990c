package paint

import (
	"image"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// inkReach limits, in em, how far a glyph's ink lies from its origin: the faces' bounding
// boxes end within 3 em to the right and 2 em elsewhere.
const inkReach = 3

// text paints a paragraph, except for lines and glyphs outside the clip.
func (pt *painting) text(it *page.Text) {
	var size fixed.Int26_6
	for _, span := range it.Spans {
		size = max(size, span.Style.Size)
	}
	for i := range it.Lines {
		if at := origin(it, i); pt.near(at, size, it.Vertical) {
			pt.line(it, i, at)
		}
	}
}

// origin returns the origin of line i's glyphs, px on the screen.
func origin(it *page.Text, i int) fixed.Point26_6 {
	at, down := fixed.P(it.X, it.Y), fixed.Int26_6(i)*it.Pitch
	if it.Vertical {
		return fixed.Point26_6{X: at.X - down, Y: at.Y + it.Lines[i].X}
	}
	return fixed.Point26_6{X: at.X + it.Lines[i].X, Y: at.Y + down}
}

// near reports whether a line with this origin may have ink within the clip.
func (pt *painting) near(at fixed.Point26_6, size fixed.Int26_6, vertical bool) bool {
	if vertical {
		return between(at.X, inkReach*size, pt.clip.Min.X, pt.clip.Max.X)
	}
	return between(at.Y, inkReach*size, pt.clip.Min.Y, pt.clip.Max.Y)
}

// between reports whether v lies within slack of [lo, hi) px.
func between(v, slack fixed.Int26_6, lo, hi int) bool {
	return v+slack > fixed.I(lo) && v-slack < fixed.I(hi)
}

func (pt *painting) line(it *page.Text, i int, at fixed.Point26_6) {
	pressed := pt.pressed(it.Look)
	for _, g := range it.Lines[i].Glyphs {
		x, y := at.X+g.X, at.Y+g.Y
		ink := pt.ink(it.Look)
		if !pressed && g.Span < len(it.Inks) {
			ink = it.Inks[g.Span]
		}
		if ink == page.None || !between(y, inkReach*g.Size, pt.clip.Min.Y, pt.clip.Max.Y) {
			continue
		}
		c := pt.theme[ink]
		if g.Missing {
			pt.missing(g, x, y, c)
			continue
		}
		// Glyphs are placed at quarters of a px along the baseline, for the even spacing of a
		// stretched line, and at whole px across it, for an even baseline.
		along, across := x, y
		if g.Turned {
			along, across = y, x
		}
		quarter := int(along+8) >> 4
		at := image.Pt(quarter>>2, across.Round())
		if g.Turned {
			at.X, at.Y = at.Y, at.X
		}
		pt.place(pt.glyph(g, quarter&3), at, c, weightFor(c))
	}
	pt.blendStamps()
}

// glyph returns the stencil of a glyph step quarters of a px along its baseline from its origin.
func (pt *painting) glyph(g typeset.Glyph, step int) *stencil {
	k := glyphKey(uint8(g.Face), g.ID, g.Size, step, g.Turned)
	m := pt.masks.get(k)
	if m == nil {
		pt.shape.reset()
		pt.draw(g.Face, g.ID, g.Size, point{X: fixed.Int52_12(step) * one / 4})
		if g.Turned {
			pt.shape.turn()
		}
		m = pt.cutStencil()
		pt.masks.put(k, m)
	}
	return m
}

// draw adds a glyph's outline to the shape, its origin at a point. The outline is loaded
// in font units and scaled here, as sfnt would round it to 64ths of a px.
func (d *scratch) draw(face fonts.Face, id uint16, size fixed.Int26_6, at point) {
	segments, err := fonts.Outlines(face).LoadGlyph(&d.segments, sfnt.GlyphIndex(id), fonts.UnitsPerEm, nil)
	if err != nil { // no such glyph: the shaper never returns one
		return
	}
	scale := (int64(size)<<22 + fonts.UnitsPerEm/2) / fonts.UnitsPerEm // 4096ths of a px a unit, in 65536ths
	to := func(p fixed.Point26_6) point {
		return point{
			X: at.X + fixed.Int52_12((int64(p.X)*scale+1<<15)>>16),
			Y: at.Y + fixed.Int52_12((int64(p.Y)*scale+1<<15)>>16),
		}
	}
	for _, seg := range segments {
		a := &seg.Args
		switch seg.Op {
		case sfnt.SegmentOpMoveTo:
			d.shape.move(to(a[0]))
		case sfnt.SegmentOpLineTo:
			d.shape.line(to(a[0]))
		case sfnt.SegmentOpQuadTo:
			d.shape.quad(to(a[0]), to(a[1]))
		case sfnt.SegmentOpCubeTo:
			d.shape.cube(to(a[0]), to(a[1]), to(a[2]))
		}
	}
}
