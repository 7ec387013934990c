package typeset

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
)

// FuzzLines sets any text in any measure and checks the invariants: the lines cover
// the text without overlap and in order, no character is lost, doubled or out of
// order, and no line is longer than the measure unless it is one cluster.
func FuzzLines(f *testing.F) {
	for _, text := range []string{
		"", " ", "\t\n", "一", "《中华人民共和国政府信息公开条例》（国务院令 第711号）", "信息形成或者变更之日起20个工作日内予以公开",
		"——……——“‘”’·、，。；：？！", "Wi-Fi 与 USB 3.0 接口：https://example.cn/a?b=c", "\u202e右\u2066左\u2069\u200b\ufeff中\u00ad", "e\u0301\u0302\u0303á\u0300中\ufe00文\U000e0100",
		"👨\u200d👩\u200d👧🇨🇳\U0001f3ff", "مرحبا بالعالم", "한국어 텍스트", "नमस्ते", "\xff\xfe中\x80", "\U00020000\U0002a6d6\U00030000", "　　缩进　两字", "文、、、、、、、、、、、、", "《《《《《《《《文", "等", "国发〔2006〕10号", "it’s rock’n’roll", "礼\ufe00文／文",
	} {
		f.Add(text, uint32(40<<6), uint32(300<<6), uint16(0), uint16(3))
		f.Add(text, uint32(12<<6), uint32(64), uint16(0x1ff), uint16(1))
	}
	s := New()
	f.Fuzz(func(t *testing.T, text string, size, measure uint32, flags, cut uint16) {
		p := Paragraph{Measure: fixed.Int26_6(measure % (1 << 20)), Align: Align(flags % 3)}
		p.Justify, p.Title, p.Vertical, p.Whole = flags&4 != 0, flags&8 != 0, flags&16 != 0, flags&32 != 0
		style := Style{Face: fonts.Face(flags>>6) % fonts.NumFaces, Size: fixed.Int26_6(size % (1 << 16))}
		if flags&1024 != 0 {
			style.Tracking = style.Size / 20
		}
		at := int(cut) % (len(text) + 1)
		p.Spans = []Span{{text[:at], style}, {text[at:], Style{Face: fonts.SansRegular, Size: style.Size / 2}}}
		if flags&2048 != 0 {
			p.Breaks = []int{int(cut) / 2, int(cut)}
		}
		check(t, s, p)
	})
}

// check sets a paragraph with and without a limit of lines.
func check(t *testing.T, s *Setter, p Paragraph) {
	t.Helper()
	lines := s.Lines(p)
	runes := 0
	for _, span := range p.Spans {
		runes += utf8.RuneCountInString(span.Text)
	}
	checkCover(t, lines, runes)
	checkMeasure(t, s, p, lines)
	checkGlyphs(t, p, lines)
	p.MaxLines = 1 + len(lines)/2
	cut := s.Lines(p)
	if want := min(p.MaxLines, len(lines)); len(cut) != want {
		t.Fatalf("%d lines of %d where %d are the limit", len(cut), len(lines), p.MaxLines)
	}
	checkMeasure(t, s, p, cut)
}

// checkCover checks that lines follow each other over all of the text.
func checkCover(t *testing.T, lines []Line, runes int) {
	t.Helper()
	at := 0
	for i, l := range lines {
		if l.Start != at || l.End < l.Start || l.End == l.Start && i < len(lines)-1 {
			t.Fatalf("line %d of %d holds runes %d to %d, the one before ends at %d", i, len(lines), l.Start, l.End, at)
		}
		at = l.End
	}
	if at != runes {
		t.Fatalf("lines end at rune %d of %d", at, runes)
	}
}

// checkMeasure checks that no line is too long and each stands within the measure.
func checkMeasure(t *testing.T, s *Setter, p Paragraph, lines []Line) {
	t.Helper()
	for i, l := range lines {
		if p.Measure <= 0 || l.Width <= p.Measure {
			if l.X < 0 || p.Measure > 0 && l.X+l.Width > p.Measure {
				t.Fatalf("line %d from %v, %v long, leaves the measure of %v", i, l.X, l.Width, p.Measure)
			}
			continue
		}
		if wide := s.clustersWithin(l); wide > 1 {
			t.Fatalf("line %d is %v long in a measure of %v and has %d clusters: %q", i, l.Width, p.Measure, wide, letters(l))
		}
	}
}

// clustersWithin counts the clusters of the last paragraph that belong to a line's runes and take room.
func (s *Setter) clustersWithin(l Line) int {
	n := 0
	for i := range s.text.clusters {
		if at := s.text.offset(i); at >= l.Start && at < l.End && s.text.clusters[i].width > 0 {
			n++
		}
	}
	return n
}

// checkGlyphs checks that glyphs stand in the text's order, in their lines and spans.
func checkGlyphs(t *testing.T, p Paragraph, lines []Line) {
	t.Helper()
	var text []rune
	for _, span := range p.Spans {
		text = append(text, []rune(span.Text)...)
	}
	for i, l := range lines {
		at := l.Start
		squares, marked := 0, false // hanzi that have no glyph yet; whether some are shaped with others
		for _, r := range text[l.Start:l.End] {
			squares += square(r)
			marked = marked || isJoined(r)
		}
		for _, g := range l.Glyphs {
			if g.Missing && isJoined(g.Rune) {
				continue // among the glyphs of the character it joins
			}
			squares -= square(g.Rune)
			for at < l.End && !standsFor(g.Rune, text[at]) {
				at++
			}
			if at == l.End {
				t.Fatalf("line %d: no %q in its runes in this order: %q", i, g.Rune, string(text[l.Start:l.End]))
			}
		}
		if squares > 0 || squares < 0 && !marked {
			t.Fatalf("line %d: %d hanzi without glyph: %q", i, squares, string(text[l.Start:l.End]))
		}
	}
}

func square(r rune) int {
	if classOf(r) == han {
		return 1
	}
	return 0
}

// standsFor reports whether a glyph's rune is what a column makes of r, or r itself.
func standsFor(glyph, r rune) bool {
	return glyph == r || glyph == ' ' && isSpace(r) || r < 0x80 && (glyph == wideForms[r] || glyph == widePauses[r])
}

// letters returns the text that a line shows.
func letters(l Line) string {
	var s []rune
	for _, g := range l.Glyphs {
		s = append(s, g.Rune)
	}
	return string(s)
}

// TestMillion checks that a paragraph of a million characters loses none.
func TestMillion(t *testing.T) {
	rule(t, "lines: a million characters, none lost, each line within the measure", 1)
	text := []rune(strings.Repeat(strings.ReplaceAll(cells, "\n", ""), 700))
	p := paragraph(string(text[:1_000_000]), 15)
	p.Justify = true
	check(t, New(), p)
}
