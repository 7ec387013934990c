package typeset

import (
	"unicode"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
)

// Covers reports whether a character can be set: a face has it, optional ones
// included, or it needs none.
func (s *Setter) Covers(r rune) bool {
	x := s.faces.fact(fonts.SansRegular, r)
	if x.kind == joined && !s.faces.has(x.face, r) {
		_, ok := fonts.Supply(r, false)
		return ok
	}
	return x.kind != framed
}

// useOptional looks a character up in the faces that no style names. It is shaped, as those
// fonts' metrics are unknown.
func (x *fact) useOptional(r rune) {
	if f, ok := fonts.Supply(r, x.face != fonts.SansRegular); ok {
		x.kind, x.face = shaped, f
	}
}

// alignToEm moves a hanzi of an optional face into the square that the embedded faces' hanzi
// fill. Other characters stand on the same baseline in all faces.
func (g *Glyph) alignToEm(em fixed.Int26_6) {
	if g.Face > fonts.Symbols && unicode.Is(unicode.Han, g.Rune) {
		g.Y -= em * fixed.Int26_6(fonts.EmTop(fonts.SansRegular)-fonts.EmTop(g.Face)) / upem
	}
}

// firstMissing returns the index of the first of the runes, from one on, for which the
// face has no glyph.
func (s *shaper) firstMissing(f fonts.Face, runes []rune, from int) int {
	for i := from; i < len(runes); i++ {
		if _, ok := s.face(f).NominalGlyph(runes[i]); !ok && !isIgnorable(runes[i]) {
			return i
		}
	}
	return min(from, len(runes)-1)
}

// frame adds to the last cluster the square for a character without a glyph.
func (t *text) frame(r *run, missing rune) {
	c := &t.clusters[len(t.clusters)-1]
	g := Glyph{Face: r.face, Missing: true, Span: int(r.span), Rune: missing, Size: c.em, Advance: c.em}
	if t.Vertical {
		g.X, g.Y = -c.em/2, c.em*88/100
	}
	t.place(c, g)
}
