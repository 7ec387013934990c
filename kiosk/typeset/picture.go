package typeset

import (
	"slices"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
)

// isPicture reports whether a character is an emoji or a drawing like one.
func isPicture(r rune) bool { return 0x1F000 <= r && r <= 0x1FAFF || 0x2600 <= r && r <= 0x27BF }

// keycap is the mark that puts a digit on a key: 1️⃣.
const keycap = 0x20E3

// fitKeycap puts a digit and the key around it into a square.
func (t *text) fitKeycap(r *run) {
	c := &t.clusters[len(t.clusters)-1]
	glyphs := t.glyphs[c.glyph:]
	key, ok := fonts.Shaping(r.face).NominalGlyph(keycap)
	if !ok || len(glyphs) != 2 || glyphs[1].ID != uint16(key) {
		return
	}
	glyphs[0].Size, glyphs[0].Advance = c.em*3/4, glyphs[0].Advance*3/4
	glyphs[0].fitCell(0, c.em, c.em)
	glyphs[1].X, glyphs[1].Y, glyphs[1].Advance = 0, 0, c.em
	c.setAdvance(c.em)
}

// fitPictures puts the emoji of the last cluster, if it is one of an optional font, into a square,
// and a sequence of several, which the font has no single drawing for, into two. A tone of skin has
// no shape of its own there: all is in one colour.
func (t *text) fitPictures(r *run) {
	c := &t.clusters[len(t.clusters)-1]
	if r.face <= fonts.Symbols || !isPicture(t.runes[c.rune]) {
		t.fitKeycap(r)
		return
	}
	glyphs := t.glyphs[c.glyph:]
	if len(glyphs) > 1 {
		kept := slices.DeleteFunc(glyphs, func(g Glyph) bool { return !g.Missing && isTone(r.face, g.ID) })
		t.glyphs, glyphs = t.glyphs[:int(c.glyph)+len(kept)], kept
	}
	if len(glyphs) == 0 {
		return
	}
	room := c.em * fixed.Int26_6(min(2, len(glyphs)))
	cell := room / fixed.Int26_6(len(glyphs))
	for i := range glyphs {
		glyphs[i].fitCell(cell*fixed.Int26_6(i), cell, c.em)
	}
	c.setAdvance(room)
}

// setAdvance changes how wide the cluster's glyphs are.
func (c *cluster) setAdvance(px fixed.Int26_6) {
	c.width += px - c.advance
	c.advance = px
}

// fitCell puts a glyph in the middle of a cell of a line, made smaller where it is wider.
func (g *Glyph) fitCell(x, width, em fixed.Int26_6) {
	if g.Advance > width {
		g.Size = fixed.Int26_6(int64(g.Size) * int64(width) / int64(g.Advance))
		g.Advance = width
	}
	g.X, g.Y = x+(width-g.Advance)/2, -(em-g.Size)*38/100 // hanzi's middle is .38 em above the baseline
}

// isTone reports whether a glyph is a face's tone of skin.
func isTone(f fonts.Face, id uint16) bool {
	for r := rune(0x1F3FB); r <= 0x1F3FF; r++ {
		if tone, ok := fonts.Shaping(f).NominalGlyph(r); ok && uint16(tone) == id {
			return true
		}
	}
	return false
}
