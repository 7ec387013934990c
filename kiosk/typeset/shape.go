package typeset

import (
	"slices"

	// go-text is HarfBuzz in pure Go: ligatures, kerning, marks and vertical
	// forms from the faces' own tables.
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
)

// upem is the size at which all text is shaped: in font units, as the shaper rounds
// other sizes up to whole px. Results are scaled here.
const upem = fonts.UnitsPerEm

// shaper shapes runes in the embedded faces, all as script Han and language
// zh-Hans: under Latin the faces would set marks in other forms.
type shaper struct {
	faces    [fonts.MaxFaces]*font.Face // opened on first use
	facts    [fonts.NumFaces][256]*factPage
	words    map[string][]shaping.Glyph // cache of short stretches' glyph runs
	key      []byte
	harfbuzz shaping.HarfbuzzShaper
	chinese  language.Language
}

func newShaper() shaper {
	return shaper{chinese: language.NewLanguage("zh-Hans"), words: map[string][]shaping.Glyph{}}
}

// face returns a face, opened on first use.
func (s *shaper) face(f fonts.Face) *font.Face {
	if s.faces[f] == nil {
		s.faces[f] = font.NewFace(fonts.Shaping(f))
	}
	return s.faces[f]
}

// proportional selects an apostrophe of proportional width.
var proportional = []shaping.FontFeature{{Tag: opentype.MustNewTag("pwid"), Value: 1}}

// shapeRange shapes the runes from to to with HarfBuzz. Lengths are font units.
func (s *shaper) shapeRange(f fonts.Face, runes []rune, from, to int, along di.Direction, how ...shaping.FontFeature) []shaping.Glyph {
	return s.harfbuzz.ShapeNoExtents(shaping.Input{
		Text: runes, RunStart: from, RunEnd: to, Direction: along,
		Face: s.face(f), Size: fixed.I(upem), Script: language.Han, Language: s.chinese, FontFeatures: how,
	}).Glyphs
}

// singleGlyph returns the glyph of a character, if that is one glyph in a full square.
func (s *shaper) singleGlyph(f fonts.Face, r rune) (uint16, bool) {
	g := s.shapeRange(f, []rune{r}, 0, 1, di.DirectionLTR)
	if len(g) != 1 || g[0].Advance != fixed.I(upem) || g[0].XOffset != 0 || g[0].YOffset != 0 {
		return 0, false
	}
	return uint16(g[0].GlyphID), true
}

// shape turns the runs into clusters of glyphs.
func (t *text) shape(s *shaper) {
	t.clusters = slices.Grow(t.clusters[:0], len(t.runes))
	t.glyphs = slices.Grow(t.glyphs[:0], len(t.runes))
	for i := range t.runs {
		t.shapeRun(&t.runs[i], s)
	}
}

func (t *text) shapeRun(r *run, s *shaper) {
	switch {
	case r.framed:
		t.frames(r)
	case t.Vertical: // the forms for columns are the shaper's to find
		t.shapeWord(r, r.from, r.to, s)
	default:
		t.shapeMixed(r, s)
	}
}

// shapeMixed sets solid characters directly, and shapes the stretches between them.
func (t *text) shapeMixed(r *run, s *shaper) {
	em, tracking := t.size(r), t.Spans[r.span].Style.Tracking
	from := r.from // of the stretch that is not shaped yet
	for i := r.from; i < r.to; i++ {
		x := t.facts[i]
		if x.kind != solid || i+1 < r.to && t.facts[i+1].kind == joined {
			continue
		}
		t.shapeWord(r, from, i, s)
		from = i + 1
		t.clusters = append(t.clusters, cluster{
			rune: i, glyph: int32(len(t.glyphs)), class: x.class, em: em, advance: em, width: em + tracking,
		})
		t.glyphs = append(t.glyphs, Glyph{
			Face: r.face, ID: x.id, Span: int(r.span), Rune: t.runes[i], Size: em, Advance: em,
		})
	}
	t.shapeWord(r, from, r.to, s)
}

// shapeWord shapes runes from to to of a run.
func (t *text) shapeWord(r *run, from, to int32, s *shaper) {
	if from == to {
		return
	}
	space, _ := s.face(r.face).NominalGlyph(' ')
	first, without := -1, 0 // the first rune of the glyph's cluster; the next that may lack a glyph
	for _, g := range s.word(r.face, t.runes[from:to], t.Vertical) {
		if g.TextIndex() != first {
			first = g.TextIndex()
			without = first
			t.begin(r, from+int32(first))
		}
		switch {
		case g.GlyphID == 0:
			without = s.firstMissing(r.face, t.runes[from:to], without)
			t.frame(r, t.runes[from+int32(without)])
			without++
		case g.GlyphID != space || g.Advance != 0: // else the shaper's stand-in for what is ignorable
			t.add(r, g)
		}
	}
}

// Up to mostKept words of up to longestKept runes are cached.
const (
	longestKept = 16
	mostKept    = 1024
)

// word shapes a stretch that no neighbour changes, and caches short ones.
func (s *shaper) word(f fonts.Face, runes []rune, vertical bool) []shaping.Glyph {
	along, how := di.DirectionLTR, []shaping.FontFeature(nil)
	if vertical {
		along = di.DirectionTTB
	} else if slices.Contains(runes, apostrophe) {
		how = proportional
	}
	if len(runes) > longestKept {
		return s.shapeRange(f, runes, 0, len(runes), along, how...)
	}
	s.key = append(s.key[:0], byte(f), byte(along))
	for _, r := range runes {
		s.key = append(s.key, byte(r), byte(r>>8), byte(r>>16))
	}
	glyphs, ok := s.words[string(s.key)]
	if !ok {
		if len(s.words) >= mostKept {
			clear(s.words)
		}
		glyphs = s.shapeRange(f, runes, 0, len(runes), along, how...)
		s.words[string(s.key)] = glyphs
	}
	return glyphs
}

// begin starts a cluster at a rune.
func (t *text) begin(r *run, at int32) {
	c := cluster{rune: at, glyph: int32(len(t.glyphs)), class: t.facts[at].class, em: t.size(r)}
	if c.class != empty {
		c.width = t.Spans[r.span].Style.Tracking
	}
	t.clusters = append(t.clusters, c)
}

// add appends a shaped glyph to the last cluster.
func (t *text) add(r *run, g shaping.Glyph) {
	c := &t.clusters[len(t.clusters)-1]
	out := Glyph{Face: r.face, ID: uint16(g.GlyphID), Span: int(r.span), Rune: t.runes[c.rune], Size: c.em}
	out.X, out.Y = scale(g.XOffset, c.em), -scale(g.YOffset, c.em)
	t.alignToEm(&out, c.em)
	out.Advance = scale(g.Advance, c.em)
	if t.Vertical {
		out.Advance = -out.Advance
	}
	t.place(c, out)
}

// place puts a glyph at the pen position in a cluster and advances the pen.
func (t *text) place(c *cluster, g Glyph) {
	if t.Vertical {
		g.Y += c.advance
	} else {
		g.X += c.advance
	}
	c.advance += g.Advance
	c.width += g.Advance
	t.glyphs = append(t.glyphs, g)
}

// frames makes a cluster of each rune that no face has: a square, in which the
// painter draws the code point.
func (t *text) frames(r *run) {
	for i := r.from; i < r.to; i++ {
		t.begin(r, i)
		if k := t.facts[i].kind; k == hollow || k == joined && isIgnorable(t.runes[i]) {
			continue
		}
		t.frame(r, t.runes[i])
	}
}

// scale converts font units in 26.6, as the shaper returns them, to px at a size.
func scale(units, size fixed.Int26_6) fixed.Int26_6 {
	n := int64(units) * int64(size)
	const per = upem << 6
	if n < 0 {
		return -fixed.Int26_6((-n + per/2) / per)
	}
	return fixed.Int26_6((n + per/2) / per)
}
