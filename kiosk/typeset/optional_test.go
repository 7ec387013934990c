package typeset

import (
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
)

// rare is a font of four hanzi that no embedded face has.
const rare = "../../fonts/testdata/rare.ttf"

func seek(t *testing.T) {
	fonts.Seek(rare)
	t.Cleanup(func() { fonts.Seek() })
}

// TestOptionalFace checks that a rare hanzi in a name is aligned with its neighbours, in lines and columns.
func TestOptionalFace(t *testing.T) {
	seek(t)
	const em = 1000 << 6 / 8
	for f := range fonts.Face(fonts.NumFaces) {
		style := Style{Face: f, Size: em}
		line := New().Lines(Paragraph{Spans: []Span{{"王𪚥生", style}}})[0]
		column := New().Lines(Paragraph{Spans: []Span{{"王𪚥生", style}}, Vertical: true})[0]
		g, v := line.Glyphs[1], column.Glyphs[1]
		if g.Face != fonts.Symbols+1 || g.ID == 0 || g.Missing || g.Rune != '𪚥' || g.X != em || g.Advance != em {
			t.Errorf("%v: %+v", f, g)
		}
		// The font's square begins 21 thousandths lower.
		if want := fixed.Int26_6(-em * 21 / 1000); g.Y != want || line.Glyphs[0].Y != 0 {
			t.Errorf("%v: raised by %v; want %v", f, g.Y, want)
		}
		if v.Face != g.Face || v.ID != g.ID || v.X != -em/2 || v.Y != em+em*859/1000 || v.Advance != em {
			t.Errorf("%v in a column: %+v", f, v)
		}
		if next := column.Glyphs[2]; next.Y-column.Glyphs[0].Y != 2*em {
			t.Errorf("%v: the next in the column is at %v", f, next.Y)
		}
	}
}

func TestCovers(t *testing.T) {
	for _, optional := range []bool{false, true} {
		if optional {
			seek(t)
		}
		s := New()
		for _, r := range "政龘𠮷A é·—……“\u3000\t\n\u200b\u200d\ufe0f\U000e0100\u202e\u0301\u0302\u0308\u0327" {
			if !s.Covers(r) {
				t.Errorf("%U %c is not covered", r, r)
			}
		}
		for _, r := range "😀한\U00030000\ue000\u0e31\uffff" {
			if s.Covers(r) {
				t.Errorf("%U %c is covered", r, r)
			}
		}
		for _, r := range "𤰡𪚥𫝎𭀠" {
			if s.Covers(r) != optional {
				t.Errorf("%U %c: covered %v, an optional font there %v", r, r, !optional, optional)
			}
		}
	}
}

// TestFrames checks that a character that no font has is framed, never drawn as the
// face's own box, and so are combining marks.
func TestFrames(t *testing.T) {
	seek(t)
	for text, want := range map[string]string{
		"文\U00030000字":        "\U00030000",
		"a\u0e31":             "\u0e31",
		"0\u0302\u0301\u0e31": "\u0302\u0e31",
		"𪚥\u0e31\u0e32":       "\u0e31\u0e32",
		"👨\u200d👩":            "👨👩",
		"文\U000e0100字":        "",
		"𪚥\U000e0100𪚥\ufe0f":  "",
	} {
		for _, vertical := range []bool{false, true} {
			var framed []rune
			for _, l := range New().Lines(Paragraph{Spans: []Span{{text, Style{Size: fixed.I(40)}}}, Vertical: vertical}) {
				for _, g := range l.Glyphs {
					if g.Missing {
						framed = append(framed, g.Rune)
					} else if g.ID == 0 {
						t.Errorf("%q: glyph 0 for %U", text, g.Rune)
					}
				}
			}
			if string(framed) != want {
				t.Errorf("%q, vertical %v: framed %q; want %q", text, vertical, string(framed), want)
			}
		}
	}
}
