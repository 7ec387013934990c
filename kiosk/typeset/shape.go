package typeset

import (
	"encoding/binary"
	"iter"
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

// shaper shapes runes in the styles' faces, all as script Han and language zh-Hans:
// under Latin the faces would set marks in other forms. In other faces each script is
// shaped as itself.
type shaper struct {
	faces    [fonts.MaxFaces]*font.Face // opened on first use
	facts    [fonts.NumFaces][256]*factPage
	words    map[string][]shaping.Glyph // cache of short stretches' glyph runs
	key      []byte
	harfbuzz shaping.HarfbuzzShaper
}

func newShaper() shaper { return shaper{words: map[string][]shaping.Glyph{}} }

// languages are those in which China writes a script; any other is set in Chinese's.
var languages = map[language.Script]language.Language{
	language.Han: "zh-hans", language.Arabic: "ug", language.Tibetan: "bo", language.Mongolian: "mn", language.Yi: "ii",
	language.Hangul: "ko", language.Tai_Le: "tdd", language.New_Tai_Lue: "khb", language.Tai_Tham: "khb",
	language.Hebrew: "he", language.Thai: "th", language.Cyrillic: "kk",
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

// how is the way in which a stretch is shaped.
type how struct {
	face     fonts.Face
	script   language.Script // 0: Han
	along    di.Direction
	features []shaping.FontFeature
}

// shapeRunes shapes runes with HarfBuzz. Lengths are font units.
func (s *shaper) shapeRunes(runes []rune, h how) []shaping.Glyph {
	if h.script == 0 {
		h.script = language.Han
	}
	return s.harfbuzz.ShapeNoExtents(shaping.Input{
		Text: runes, RunEnd: len(runes), Direction: h.along, Face: s.face(h.face), Size: fixed.I(upem),
		Script: h.script, Language: languages[h.script], FontFeatures: h.features,
	}).Glyphs
}

// singleGlyph returns the glyph of a character, if that is one glyph in a full square.
func (s *shaper) singleGlyph(f fonts.Face, r rune) (uint16, bool) {
	g := s.shapeRunes([]rune{r}, how{face: f})
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
	case t.Vertical && r.face >= fonts.Symbols:
		t.shapeLying(r, s)
	case t.Vertical:
		t.shapeColumn(r, s)
	case r.level&1 != 0:
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
	for group := range inTextOrder(s.word(r, t.runes[from:to], t.Vertical)) {
		without := group[0].TextIndex() // the next rune that may lack a glyph
		t.begin(r, from+int32(without))
		for _, g := range group {
			switch {
			case g.GlyphID == 0:
				without = s.firstMissing(r.face, t.runes[from:to], without)
				t.frame(r, t.runes[from+int32(without)])
				without++
			case g.GlyphID != space || g.Advance != 0: // else the shaper's stand-in for what is ignorable
				t.add(r, g)
			}
		}
		t.fitPictures(r)
	}
}

// inTextOrder yields the groups of glyphs that are shaped together, in the text's order: from
// right to left the shaper returns the last first.
func inTextOrder(glyphs []shaping.Glyph) iter.Seq[[]shaping.Glyph] {
	return func(yield func([]shaping.Glyph) bool) {
		backward := len(glyphs) > 0 && glyphs[0].TextIndex() > glyphs[len(glyphs)-1].TextIndex()
		for a, b := 0, len(glyphs); a < b; {
			i, j := a, a+1
			if backward {
				i, j = b-1, b
			}
			for j < b && glyphs[j].TextIndex() == glyphs[i].TextIndex() {
				j++
			}
			for i > a && backward && glyphs[i-1].TextIndex() == glyphs[i].TextIndex() {
				i--
			}
			if !yield(glyphs[i:j]) {
				return
			}
			if backward {
				b = i
			} else {
				a = j
			}
		}
	}
}

// Up to mostKept words of up to longestKept runes are cached.
const (
	longestKept = 16
	mostKept    = 1024
)

// word shapes a stretch of a run that no neighbour changes, and caches short ones.
func (s *shaper) word(r *run, runes []rune, vertical bool) []shaping.Glyph {
	h := how{face: r.face, script: r.script}
	switch {
	case vertical:
		h.along = di.DirectionTTB
	case r.level&1 != 0:
		h.along = di.DirectionRTL
	}
	if !vertical && slices.Contains(runes, apostrophe) {
		h.features = proportional
	}
	if len(runes) > longestKept {
		return s.shapeRunes(runes, h)
	}
	s.key = binary.LittleEndian.AppendUint32(append(s.key[:0], byte(h.face), byte(h.along)), uint32(h.script))
	for _, r := range runes {
		s.key = append(s.key, byte(r), byte(r>>8), byte(r>>16))
	}
	glyphs, ok := s.words[string(s.key)]
	if !ok {
		if len(s.words) >= mostKept {
			clear(s.words)
		}
		glyphs = s.shapeRunes(runes, h)
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
	out.alignToEm(c.em)
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
