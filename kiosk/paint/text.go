package paint

import (
	"image"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// reach is how far, in em, no glyph's ink goes beyond its origin: the faces' bounding
// boxes end below 3 em to the right and 2 em elsewhere.
const reach = 3

// text paints a paragraph, leaving out what lies beyond the clip.
func (s *sheet) text(it *page.Text) {
	var size fixed.Int26_6
	for _, span := range it.Spans {
		size = max(size, span.Style.Size)
	}
	for i := range it.Lines {
		if at := origin(it, i); s.near(at, size, it.Vertical) {
			s.line(it, i, at)
		}
	}
}

// origin is where the glyphs of line i are measured from, px on the screen.
func origin(it *page.Text, i int) fixed.Point26_6 {
	at, down := fixed.P(it.X, it.Y), fixed.Int26_6(i)*it.Pitch
	if it.Vertical {
		return fixed.Point26_6{X: at.X - down, Y: at.Y + it.Lines[i].X}
	}
	return fixed.Point26_6{X: at.X + it.Lines[i].X, Y: at.Y + down}
}

// near says whether a line with its origin there may have ink within the clip.
func (s *sheet) near(at fixed.Point26_6, size fixed.Int26_6, vertical bool) bool {
	if vertical {
		return between(at.X, reach*size, s.clip.Min.X, s.clip.Max.X)
	}
	return between(at.Y, reach*size, s.clip.Min.Y, s.clip.Max.Y)
}

// between says whether v lies less than slack before, in or after [lo, hi) px.
func between(v, slack fixed.Int26_6, lo, hi int) bool {
	return v+slack > fixed.I(lo) && v-slack < fixed.I(hi)
}

func (s *sheet) line(it *page.Text, i int, at fixed.Point26_6) {
	pressed := s.pressed(it.Look)
	for _, g := range it.Lines[i].Glyphs {
		x, y := at.X+g.X, at.Y+g.Y
		ink := s.ink(it.Look)
		if !pressed && g.Span < len(it.Inks) {
			ink = it.Inks[g.Span]
		}
		if ink == page.None || !between(y, reach*g.Size, s.clip.Min.Y, s.clip.Max.Y) {
			continue
		}
		c := s.theme[ink]
		if g.Missing {
			s.missing(g, x, y, c)
			continue
		}
		// Glyphs stand at quarters of a px across, as hanzi on a stretched line must, and at
		// whole ones down, where a baseline looks even.
		quarter := int(x+8) >> 4
		s.lay(s.glyph(g, quarter&3), image.Pt(quarter>>2, y.Round()), c, weightFor(c))
	}
	s.press()
}

// glyph is the stencil of a glyph step quarters of a px to the right of its origin.
func (s *sheet) glyph(g typeset.Glyph, step int) *stencil {
	k := glyphKey(uint8(g.Face), g.ID, g.Size, step)
	m := s.masks.get(k)
	if m == nil {
		s.shape.reset()
		s.draw(g.Face, g.ID, g.Size, point{X: fixed.Int52_12(step) * one / 4})
		m = s.stencil()
		s.masks.put(k, m)
	}
	return m
}

// draw adds a glyph's outline to the shape, its origin at a point. The outline comes
// in font units and is scaled here: sfnt would round it to 64ths of a px.
func (d *desk) draw(face fonts.Face, id uint16, size fixed.Int26_6, at point) {
	segments, err := fonts.Outlines(face).LoadGlyph(&d.segments, sfnt.GlyphIndex(id), fonts.UnitsPerEm, nil)
	if err != nil { // no such glyph: the shaper never asks for one
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
