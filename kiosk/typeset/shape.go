package typeset

import (
	// go-text is HarfBuzz in pure Go: ligatures, kerning, marks and vertical
	// forms as the faces' own tables have them.
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
)

// upem is the scale that everything is shaped at: in font units, as the shaper
// rounds other sizes up to whole px. Results are scaled here.
const upem = fonts.UnitsPerEm

// shaper shapes runes in the embedded faces.
type shaper struct {
	faces    [fonts.NumFaces]*font.Face // opened when first asked for
	harfbuzz shaping.HarfbuzzShaper
	chinese  language.Language
}

func newShaper() shaper { return shaper{chinese: language.NewLanguage("zh-Hans")} }

// face opens a face.
func (s *shaper) face(f fonts.Face) *font.Face {
	if s.faces[f] == nil {
		s.faces[f] = font.NewFace(fonts.Shaping(f))
	}
	return s.faces[f]
}

// resolve finds the face that sets a rune where f is asked for, or says that
// none has it. What has no form of its own, and spaces, any face sets.
func (s *shaper) resolve(f fonts.Face, r rune) (fonts.Face, bool) {
	if c := classOf(r); c == empty || c == space {
		return f, true
	}
	if _, ok := s.face(f).NominalGlyph(r); ok {
		return f, true
	}
	for _, g := range fonts.Fallback(f) {
		if _, ok := s.face(g).NominalGlyph(r); ok {
			return g, true
		}
	}
	return f, false
}

// shape turns the runs into cells of glyphs.
func (t *text) shape(s *shaper) {
	t.cells, t.glyphs = t.cells[:0], t.glyphs[:0]
	for _, r := range t.runs {
		t.shapeRun(r, s)
	}
}

func (t *text) shapeRun(r run, s *shaper) {
	if r.missing {
		t.frames(r)
		return
	}
	direction := di.DirectionLTR
	if t.Vertical {
		direction = di.DirectionTTB
	}
	out := s.harfbuzz.ShapeNoExtents(shaping.Input{
		Text: t.runes, RunStart: int(r.from), RunEnd: int(r.to),
		Direction: direction, Face: s.face(r.face), Size: fixed.I(upem),
		Script: language.Han, Language: s.chinese,
	})
	cluster := -1
	blank, _ := s.face(r.face).NominalGlyph(' ')
	for _, g := range out.Glyphs {
		if g.TextIndex() != cluster {
			cluster = g.TextIndex()
			t.begin(int32(cluster), r)
		}
		if g.GlyphID != blank || g.Advance != 0 { // the shaper's stand-in for what is ignorable
			t.add(g, r)
		}
	}
}

// begin begins a cell at a rune.
func (t *text) begin(at int32, r run) {
	t.pen = 0
	style := t.Spans[r.span].Style
	t.cells = append(t.cells, cell{
		rune: at, glyph: int32(len(t.glyphs)), class: classOf(t.runes[at]), em: t.size(r), width: style.Tracking,
	})
	if last := &t.cells[len(t.cells)-1]; last.class == empty {
		last.width = 0
	}
}

// add appends a shaped glyph to the last cell.
func (t *text) add(g shaping.Glyph, r run) {
	c := &t.cells[len(t.cells)-1]
	out := Glyph{Face: r.face, ID: uint16(g.GlyphID), Span: int(r.span), Rune: t.runes[c.rune], Size: c.em}
	out.X, out.Y = scale(g.XOffset, c.em), -scale(g.YOffset, c.em)
	out.Advance = scale(g.Advance, c.em)
	if t.Vertical {
		out.Advance = -out.Advance
	}
	t.place(c, out)
}

// place puts a glyph at the pen's place in a cell and moves the pen on.
func (t *text) place(c *cell, g Glyph) {
	if t.Vertical {
		g.Y += t.pen
	} else {
		g.X += t.pen
	}
	t.pen += g.Advance
	c.advance += g.Advance
	c.width += g.Advance
	t.glyphs = append(t.glyphs, g)
}

// frames makes a cell a rune of those that no face has: a square, which the
// painter fills with the code point.
func (t *text) frames(r run) {
	for i := r.from; i < r.to; i++ {
		t.begin(i, r)
		c := &t.cells[len(t.cells)-1]
		if c.class == empty {
			continue
		}
		g := Glyph{Face: r.face, Missing: true, Span: int(r.span), Rune: t.runes[i], Size: c.em, Advance: c.em}
		if t.Vertical {
			g.X, g.Y = -c.em/2, c.em*88/100
		}
		t.place(c, g)
	}
}

// scale is font units, as the shaper gives them, at a size.
func scale(units, size fixed.Int26_6) fixed.Int26_6 {
	n := int64(units) * int64(size)
	const per = upem << 6
	if n < 0 {
		return -fixed.Int26_6((-n + per/2) / per)
	}
	return fixed.Int26_6((n + per/2) / per)
}
