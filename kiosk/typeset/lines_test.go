package typeset

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
)

// TestJustify checks that lines are squeezed first, then stretched, by a tenth of an
// em a gap at most; a lack over 1.3 em, and the last line, stay ragged (CLREQ 6.1).
func TestJustify(t *testing.T) {
	rule(t, "justification: squeezed first, then stretched", 4)
	s := New()
	for _, c := range []struct {
		rule, text string
		measure    float64
		want       []float64 // lines' widths in em
	}{
		{"stretched", "文文文文文文文文文文文文文文文文文文文文文文文文文文文文", 20.9, []float64{20.9, 8}},
		{"squeezed", "文文、文文文，文文文", 6, []float64{6, 3}},
		{"too few gaps for a tenth of an em each", "文文文文文Windows文", 5.8, []float64{5, 5.51}},
		{"lacks more than 1.3 em", "文文文文文文文文文文文文文文文文20个工作日内文", 17.5, []float64{16, 7.11}},
	} {
		p := paragraph(c.text, c.measure)
		p.Justify = true
		for i, l := range s.Lines(p) {
			if i >= len(c.want) || l.Width < em(c.want[i]-.01) || l.Width > em(c.want[i]+.01) {
				t.Errorf("%s: line %d is %.2f em, want %v", c.rule, i, float64(l.Width)/float64(body.Size), c.want)
			}
		}
	}
}

// TestStretch checks that room is added between hanzi and beside marks, never in words,
// numbers and ——, and that the line ends flush.
func TestStretch(t *testing.T) {
	rule(t, "justification: where room may be added", 1)
	p := paragraph("氚氚氚氚，氚氚——氚氚20氚Wi-Fi氚氚氚氚氚氚氚氚氚氚氚氚氚", 20.3)
	p.Justify = true
	l := New().Lines(p)[0]
	if l.Width != p.Measure {
		t.Errorf("%v wide in %v", l.Width, p.Measure)
	}
	for i, g := range l.Glyphs[1:] {
		before := l.Glyphs[i]
		gap := g.X - before.X - before.Advance
		word := classOf(before.Rune) != han && classOf(g.Rune) != han && before.Rune != '，' && before.Rune != '—'
		if word && gap > 0 || !word && gap <= 0 || gap > em(.36) {
			t.Errorf("%v between %c and %c", gap, before.Rune, g.Rune)
		}
	}
}

// TestSqueezeOrder checks that interpuncts are squeezed first, then brackets, then
// 、，；, and 。：？！ last (CLREQ 6.1.2).
func TestSqueezeOrder(t *testing.T) {
	rule(t, "justification: order of squeezing", 4)
	s := New()
	p := paragraph("文·文（文、文。文文文文文文", 0)
	long := s.text.widthOf(s, p)
	at := func(r rune, l Line) fixed.Int26_6 { // from a mark's square to the next glyph
		i := slices.IndexFunc(l.Glyphs, func(g Glyph) bool { return g.Rune == r })
		return l.Glyphs[i+1].X - l.Glyphs[i].X
	}
	for i, r := range []rune("·（、。") {
		p.Measure = long - em(.5)*fixed.Int26_6(i) - em(.25)
		p.Whole = true
		l := s.Lines(p)
		if len(l) != 1 || l[0].Width != p.Measure {
			t.Fatalf("%c: %d lines, %v in %v", r, len(l), l[0].Width, p.Measure)
		}
		for _, later := range []rune("·（、。")[i+1:] {
			if later != '（' && at(later, l[0]) != em(1) {
				t.Errorf("%c gave before %c", later, r)
			}
		}
	}
}

func (t *text) widthOf(s *Setter, p Paragraph) fixed.Int26_6 { return s.Width(p.Spans...) }

func TestAlign(t *testing.T) {
	s := New()
	for align, want := range map[Align]fixed.Int26_6{Start: 0, Center: em(3.5), End: em(7)} {
		p := paragraph("（文文）", 10)
		p.Align = align
		if l := s.Lines(p)[0]; l.X != want || l.Glyphs[0].X != -em(.5) {
			t.Errorf("align %d: line at %v, first square at %v", align, l.X, l.Glyphs[0].X)
		}
	}
}

// TestMaxLines checks that text beyond the lines is cut and replaced by ……
func TestMaxLines(t *testing.T) {
	s := New()
	for _, c := range []struct {
		text    string
		measure float64
		lines   int
		want    string // the last line's glyphs
	}{
		{"机关名称机构简介机构地址联系电话", 6, 2, "简介机构……"},
		{"机关名称、机构简介、机构地址、联系电话", 7, 1, "机关名称……"},
		{"机关名称机构简介", 8, 1, "机关名称机构简介"},
		{"机关名称", 1, 1, "机"},
		{"机关（名称）机构简介", 5, 1, "机关……"},
		{"支出　4,150.50　16,749.50　860.00", 11, 1, "支出　4,150.50……"},
		{"每日9:00至17:00开放，欢迎居民前来阅读", 8, 1, "每日……"},
		{"共修缮36.5㎡和12座公厕", 5, 1, "共修缮……"},
		{"12345678901234567890", 5, 1, "12345……"},
		{"请带Household register原件", 7, 1, "请带……"},
	} {
		p := paragraph(c.text, c.measure)
		p.MaxLines = c.lines
		l := s.Lines(p)
		last := l[len(l)-1]
		if got := letters(last); len(l) != c.lines || got != c.want || last.Width > p.Measure {
			t.Errorf("%s: %d lines, %q, want %q", c.text, len(l), got, c.want)
		}
	}
}

// TestSpans checks that a closing mark in a span of its own, painted in another ink,
// follows the rules of the whole text, and that sizes share the baseline.
func TestSpans(t *testing.T) {
	s := New()
	quiet := body
	p := Paragraph{Spans: []Span{{"文文文文", body}, {"、", quiet}}, Measure: em(4.5)}
	l := s.Lines(p)
	if len(l) != 1 || l[0].Width != em(4.5) || l[0].Glyphs[4].Span != 1 {
		t.Errorf("%d lines, %v wide", len(l), l[0].Width)
	}
	p.Measure = em(4)
	if got := cut(s, p); got != "文文|文文、" {
		t.Errorf("the mark alone began a line: %s", got)
	}
	small := Style{Face: fonts.SansRegular, Size: body.Size / 2}
	p = Paragraph{Spans: []Span{{"《文》", body}, {"（文）", small}}}
	g := s.Lines(p)[0].Glyphs
	if g[3].Y != 0 || g[3].Size != small.Size || g[3].X != em(2) {
		t.Errorf("the second span begins at %v, %v", g[3].X, g[3].Y)
	}
}

// TestFallback checks that the next face supplies what one lacks, and that a glyph that
// none has is marked Missing.
func TestFallback(t *testing.T) {
	rule(t, "fallback: the next face, framed code points", 4)
	p := Paragraph{Spans: []Span{{"文\u3400\U0002A6D6👍", Style{Face: fonts.SerifBlack, Size: body.Size}}}}
	g := New().Lines(p)[0].Glyphs
	if len(g) != 4 || g[0].Face != fonts.SerifBlack || g[1].Face != fonts.SansBold || g[1].Missing {
		t.Errorf("%+v", g)
	}
	for _, g := range g[2:] {
		if !g.Missing || g.ID != 0 || g.Advance != body.Size {
			t.Errorf("%U: %+v", g.Rune, g)
		}
	}
}

// TestInvalid checks that bytes that are not UTF-8 count as one U+FFFD each.
func TestInvalid(t *testing.T) {
	l := New().Lines(paragraph("文\xff文", 0))
	if len(l) != 1 || l[0].End != 3 || len(l[0].Glyphs) != 3 || l[0].Glyphs[1].Rune != '\uFFFD' {
		t.Errorf("%+v", l)
	}
}

func TestNothing(t *testing.T) {
	s := New()
	if l := s.Lines(Paragraph{}); len(l) != 0 {
		t.Errorf("no spans: %d lines", len(l))
	}
	if l := s.Lines(paragraph("", 5)); len(l) != 0 {
		t.Errorf("no text: %d lines", len(l))
	}
	if l := s.Lines(paragraph(" \n", 5)); len(l) != 1 || l[0].End != 2 || len(l[0].Glyphs) != 0 {
		t.Errorf("white space: %+v", l)
	}
}

func TestForcedBreaks(t *testing.T) {
	s := New()
	p := paragraph("残疾人 补贴办理指南", 10)
	p.Breaks = []int{3, 6, 0, 99}
	if got := cut(s, p); got != "残疾人 |补贴|办理指南" {
		t.Error(got)
	}
	p.Measure = 0
	if got := cut(s, p); got != "残疾人 |补贴|办理指南" {
		t.Errorf("without a measure: %s", got)
	}
}

// TestWhole checks that a short element is squeezed as far as possible before it is broken.
func TestWhole(t *testing.T) {
	p := paragraph("文、文、文、文", 5.5)
	if got := cut(New(), p); !strings.Contains(got, "|") {
		t.Errorf("it is squeezed so far by itself: %s", got)
	}
	p.Whole = true
	if got := cut(New(), p); got != "文、文、文、文" {
		t.Error(got)
	}
}

// TestColumn checks that marks take their forms for columns, the pitch is size and
// tracking, digits stand upright, and all are centred.
func TestColumn(t *testing.T) {
	rule(t, "columns: forms, pitch, upright digits", 6)
	s := New()
	style := Style{Face: fonts.SerifBlack, Size: fixed.I(100), Tracking: fixed.I(20)}
	p := Paragraph{Spans: []Span{{"第1（文）——", style}}, Vertical: true}
	l := s.Lines(p)[0]
	flat := s.Lines(Paragraph{Spans: p.Spans})[0]
	for i, y := range []float64{88, 208, 328, 448, 568, 718 + 20} {
		g := l.Glyphs[i]
		if i == 5 {
			if g.Advance != fixed.I(200) {
				t.Errorf("—— is %v long", g.Advance)
			}
			continue
		}
		if d := g.Y - fixed.Int26_6(y*64); d < -1 || d > 1 {
			t.Errorf("%c at %v, want %v", g.Rune, g.Y, y)
		}
		if centre := g.X + flat.Glyphs[i].Advance/2; centre < -1 || centre > 1 {
			t.Errorf("%c is centred on %v", g.Rune, centre)
		}
		if upright := g.ID == flat.Glyphs[i].ID; upright != (i < 2 || i == 3) {
			t.Errorf("%c: the same form in a column as in a line: %v", g.Rune, upright)
		}
	}
	if l.Width != fixed.I(5*120+220) {
		t.Errorf("%v long", l.Width)
	}
}

// TestColumnEdges checks that an opening mark is flush at a column's top.
func TestColumnEdges(t *testing.T) {
	rule(t, "columns: edges", 1)
	p := Paragraph{Spans: []Span{{"（试行）", body}}, Vertical: true, Measure: em(3)}
	l := New().Lines(p)
	if len(l) != 1 || l[0].Width != em(3) || l[0].Glyphs[0].Y.Round() != 15 {
		t.Errorf("%d columns, %v long, first at %v", len(l), l[0].Width, l[0].Glyphs[0].Y)
	}
}

// TestColumnForms checks what stands upright, across and lying in a column, and how long
// it is, in squares.
func TestColumnForms(t *testing.T) {
	rule(t, "columns: digits across, words lying, brackets turned", 21)
	s := New()
	for _, c := range []struct {
		text, want string // of each glyph: u upright, a across, l lying, v in another form than in a line
		long       float64
	}{
		{"1.1居民", "aaauu", 3}, {"第12批", "uaau", 3}, {"3月28日", "uuaau", 4}, {"2026年", "uuuuu", 5}, {"100%退", "aaaau", 2}, {"12.5元", "aaaau", 2},
		{"个人(暂行)", "uuvuuv", 6}, {"[1]", "vuv", 2}, {"A区", "uu", 2}, {"A1区", "aau", 2},
		{"《通知》", "vuuv", 3}, {"“五一”", "vuuv", 3}, {"——", "v", 2}, {"～", "v", 1}, {"……", "vv", 2},
		{"Services", "llllllll", 4.0}, {"Wi-Fi 6上", "lllllllu", 4.09}, {"甲-乙", "ulu", 2.35},
		{"示例{甲}", "uuvuv", 5}, {"丙,丁;戊", "uvuvu", 5}, {"5G 覆盖", "aaluu", 3.25},
	} {
		p := Paragraph{Spans: []Span{{c.text, Style{Face: fonts.SerifBlack, Size: fixed.I(100)}}}}
		flat := s.Lines(p)[0]
		p.Vertical = true
		l := s.Lines(p)[0]
		var got strings.Builder
		for i, g := range l.Glyphs {
			switch {
			case g.Turned:
				got.WriteByte('l')
			case g.Y < 0 || i > 0 && g.Y == l.Glyphs[i-1].Y || i+1 < len(l.Glyphs) && g.Y == l.Glyphs[i+1].Y:
				got.WriteByte('a')
			case len(flat.Glyphs) == len(l.Glyphs) && g.ID == flat.Glyphs[i].ID:
				got.WriteByte('u')
			default:
				got.WriteByte('v')
			}
			if !g.Turned && (g.X < fixed.I(-51) || g.X > fixed.I(50)) {
				t.Errorf("%s: %c at %v", c.text, g.Rune, g.X)
			}
		}
		if long := float64(l.Width) / 6400; got.String() != c.want || long < c.long-.6 || long > c.long+.6 {
			t.Errorf("%s: %s, want %s; %.2f em, want %g", c.text, got.String(), c.want, long, c.long)
		}
	}
}
