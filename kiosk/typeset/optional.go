package typeset

import (
	"golang.org/x/image/math/fixed"
	// norm has Unicode's composition of letters and marks.
	"golang.org/x/text/unicode/norm"

	"gongkai/fonts"
)

// Covers reports whether a character can be set: a face has it, optional ones
// included, or it needs none.
func (s *Setter) Covers(r rune) bool {
	x := s.faces.fact(fonts.SansRegular, r)
	if x.kind == joined && !isIgnorable(r) {
		_, ok := s.faces.face(x.face).NominalGlyph(r)
		return ok || s.composes(x.face, r)
	}
	return x.kind != framed
}

// composes reports whether the face has a letter that a combining mark forms with a
// Latin one, such as ê: the shaper sets the two as that letter. On any other letter
// the mark is framed.
func (s *Setter) composes(f fonts.Face, mark rune) bool {
	for base := 'A'; base <= 'z'; base++ {
		if one := []rune(norm.NFC.String(string([]rune{base, mark}))); len(one) == 1 {
			if _, ok := s.faces.face(f).NominalGlyph(one[0]); ok {
				return true
			}
		}
	}
	return false
}

// useOptional looks a character up in the optional fonts. It is shaped, as those
// fonts' metrics are unknown.
func (x *fact) useOptional(r rune) {
	if f, ok := fonts.Supply(r); ok {
		x.kind, x.face = shaped, f
	}
}

// alignToEm moves a glyph of an optional face into the square that the embedded
// faces' hanzi fill. In a column the shaper would need outlines, which fonts.Shaping
// lacks.
func (t *text) alignToEm(g *Glyph, em fixed.Int26_6) {
	if g.Face < fonts.NumFaces {
		return
	}
	top := fixed.Int26_6(fonts.EmTop(g.Face))
	if t.Vertical {
		g.X, g.Y = -em/2, em*top/upem
		return
	}
	g.Y -= em * fixed.Int26_6(fonts.EmTop(fonts.SansRegular)-int(top)) / upem
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
