package typeset

import (
	"testing"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
)

// TestBlanks checks that each mark's blank is what the faces' own halt (in a line)
// and vhal (in a column) remove, and no more.
func TestBlanks(t *testing.T) {
	rule(t, "width: blank halves against the faces' halt and vhal", 10*len(marks))
	for f := fonts.Face(0); f < fonts.NumFaces; f++ {
		s := New()
		for r := range marks {
			if _, ok := s.faces.face(f).NominalGlyph(r); !ok {
				continue
			}
			for _, along := range []di.Direction{di.DirectionLTR, di.DirectionTTB} {
				p := Paragraph{Spans: []Span{{string(r), Style{Face: f, Size: upem}}}, Vertical: along == di.DirectionTTB}
				c := s.prepare(p).clusters[0]
				left, right := halt(&s.faces, f, r, along)
				if p.Vertical && c.class == middle { // Sans alone could give a quarter on both sides
					left, right = 0, 0
				}
				if c.left != left || c.right != right {
					t.Errorf("%v %c %v: blank %d, %d; the face has %d, %d", f, r, along, c.left, c.right, left, right)
				}
			}
		}
	}
}

// halt returns the blank at the start and end of a mark that the face's alternate
// half width removes, in font units.
func halt(s *shaper, f fonts.Face, r rune, along di.Direction) (left, right fixed.Int26_6) {
	tag, sign := "halt", fixed.Int26_6(1)
	if along == di.DirectionTTB {
		tag, sign = "vhal", -1
	}
	shape := func(value uint32) shaping.Glyph {
		return s.harfbuzz.ShapeNoExtents(shaping.Input{
			Text: []rune{r}, RunEnd: 1, Direction: along, Face: s.face(f), Size: fixed.I(upem), Script: language.Han,
			Language: languages[language.Han], FontFeatures: []shaping.FontFeature{{Tag: opentype.MustNewTag(tag), Value: value}},
		}).Glyphs[0]
	}
	full, half := shape(0), shape(1)
	left = full.XOffset - half.XOffset
	if along == di.DirectionTTB {
		left = half.YOffset - full.YOffset
	}
	return left >> 6, ((full.Advance-half.Advance)*sign - left) >> 6
}

// TestSolid checks that a character that bypasses the shaper is set as the shaper
// sets it: each hanzi of each face alone, and before and after each mark.
func TestSolid(t *testing.T) {
	n := 0
	defer func() {
		rule(t, "glyphs: each hanzi of each face, alone and beside each mark, as the shaper sets them", n)
	}()
	for f := fonts.Face(0); f < fonts.NumFaces; f++ {
		s := newShaper()
		var beside []rune
		for r, class := range marks {
			if s.fact(f, r).kind == solid && class != wideSpace {
				beside = append(beside, r)
			}
		}
		if len(beside) < 30 {
			t.Fatalf("%v: only %d marks pass by the shaper", f, len(beside))
		}
		for r := rune(0x3400); r <= 0x9FFF; r++ {
			if x := s.fact(f, r); x.kind != solid || x.face != f {
				continue
			}
			row := []rune{r}
			sameGlyphs(t, &s, f, row)
			for _, mark := range beside {
				row = append(row, mark, r)
			}
			sameGlyphs(t, &s, f, append(row, r))
			n += 1 + 2*len(beside)
		}
	}
}

// TestSolidMarks checks the same for each mark between each two others.
func TestSolidMarks(t *testing.T) {
	n := 0
	defer func() { rule(t, "glyphs: marks beside marks as the shaper sets them", n) }()
	for f := fonts.Face(0); f < fonts.NumFaces; f++ {
		s := newShaper()
		var row, all []rune
		for r := range marks {
			if s.fact(f, r).kind == solid {
				all = append(all, r)
			}
		}
		for _, a := range all {
			for _, b := range all {
				row = append(row, a, b, '文', b)
				n++
			}
		}
		sameGlyphs(t, &s, f, row)
	}
}

// sameGlyphs checks that the shaper returns for a row of solid characters the glyphs
// that each has alone.
func sameGlyphs(t *testing.T, s *shaper, f fonts.Face, row []rune) {
	t.Helper()
	glyphs := s.shapeRunes(row, how{face: f})
	if len(glyphs) != len(row) {
		t.Fatalf("%v: %d glyphs of %d characters", f, len(glyphs), len(row))
	}
	for i, g := range glyphs {
		x := s.fact(f, row[i])
		if x.kind != solid || uint16(g.GlyphID) != x.id || g.Advance != fixed.I(upem) || g.XOffset != 0 || g.YOffset != 0 {
			t.Errorf("%v %c (%U): %+v, the shaper has %d, %v", f, row[i], row[i], x, g.GlyphID, g.Advance)
		}
	}
}
