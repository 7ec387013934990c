package typeset

import (
	"slices"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
)

// setLine sets a text in one line at 100 px.
func setLine(text string) Line {
	return New().Lines(Paragraph{Spans: []Span{{text, Style{Size: fixed.I(100)}}}})[0]
}

// TestWordsWhole checks that the letters of a word are of one face, and that marks without a glyph in the style's face
// stand on letters of a face that has them.
func TestWordsWhole(t *testing.T) {
	const style, other = fonts.SansRegular, fonts.Symbols
	for text, want := range map[string][]fonts.Face{
		"Қаз аз":           {other, other, other, style, style, style},
		"м\u0302а文":        {other, other, other, style},
		"ê\u0304":          {style}, // of pinyin
		"e\u0302":          {style},
		"a\u030c":          {style},
		"n\u0308m":         {other, other, other},
		"文\u0333文":         {style, other, style},
		"CO₂":              {style, style, other},
		"文☑文":              {style, other, style},
		"1\ufe0f\u20e3 12": {other, other, style, style, style},
	} {
		var got []fonts.Face
		for _, g := range setLine(text).Glyphs {
			if got = append(got, g.Face); g.Missing {
				t.Errorf("%q: %U is framed", text, g.Rune)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q is set in %v; want %v", text, got, want)
		}
	}
}

// TestKeycap checks that a digit and its key fill one square.
func TestKeycap(t *testing.T) {
	line := setLine("1\ufe0f\u20e3")
	if line.Width != fixed.I(100) || len(line.Glyphs) != 2 || line.Glyphs[0].Size >= fixed.I(100) || line.Glyphs[1].X != 0 {
		t.Errorf("%v wide: %+v", line.Width, line.Glyphs)
	}
}

// TestRightToLeft checks where a paragraph starts, and the order of its characters, in frames: no embedded face has them.
func TestRightToLeft(t *testing.T) {
	for text, want := range map[string]string{
		"中אבג文":           "中גבא文",
		"אב 12 גד":        "דג 12 בא",
		"中 אב 12, 文":      "中 12 בא, 文",
		"אב（中）גד":         "דג（中）בא", // by position: the brackets are mirrored glyphs
		"אב\u200f!":       "!בא",
		"中\u202eאב\u202c": "中בא",
	} {
		p := Paragraph{Spans: []Span{{text, Style{Size: fixed.I(10)}}}, Measure: fixed.I(500), Justify: true}
		line := New().Lines(p)[0]
		glyphs := slices.Clone(line.Glyphs)
		slices.SortStableFunc(glyphs, func(a, b Glyph) int { return int(a.X - b.X) })
		var got []rune
		x := fixed.Int26_6(0)
		for _, g := range glyphs {
			r := g.Rune
			if g.X < x-1 {
				t.Errorf("%s: %c at %v overlaps what ends at %v", text, r, g.X, x)
			}
			x = g.X + g.Advance
			got = append(got, r)
		}
		if order := []rune(want); slices.Contains(order, '（') {
			slices.Reverse(order[2:5])
			want = string(order)
		}
		if string(got) != want {
			t.Errorf("%s stands as %q; want %q", text, string(got), want)
		}
		starts := line.X == 0
		if rtl := firstStrong([]rune(text)); starts == rtl {
			t.Errorf("%s starts at %v", text, line.X)
		}
	}
}
