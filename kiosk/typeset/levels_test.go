package typeset

import (
	"strings"
	"testing"

	"gongkai/fonts"
)

// TestProhibitions checks what each of CLREQ's three sets allows at a line's edge.
func TestProhibitions(t *testing.T) {
	rule(t, "breaking: CLREQ 行首行尾禁则 basic, GB, strict", 3*24)
	s := New()
	all := map[Prohibition]bool{Basic: true, GB: true, StrictMark: true}
	for _, c := range []struct {
		text  string // | marks the break in question: a line of four em is full there
		allow map[Prohibition]bool
	}{
		{"文文文文|文文文", all},
		{"文文文文|（文文", all},
		{"文文文文|，文文", nil},
		{"文文文文|。文文", nil},
		{"文文文文|：文文", nil},
		{"文文文文|”文文", nil},
		{"文文文文|）文文", nil},
		{"文文文文|》文文", nil},
		{"文文文文|·文文", nil},
		{"文文文文|～文文", nil},
		{"文文文文|……文文", nil},
		{"文文文（|文文文", nil},
		{"文文文“|文文文", nil},
		{"文文文《|文文文", nil},
		{"文文文文|；文文", nil},
		{"文文文文|–文文", nil},
		{"文文文文|—文文", nil},
		{"文文文—|文文文", all},
		{"文文文文|•文文", all},
		{"文文文文|／文文", nil},
		{"文文文文|/文文", nil},
		{"文文文/|文文文", map[Prohibition]bool{Basic: true}},
		{"文文文／|文文文", map[Prohibition]bool{Basic: true}},
		{"文文文文|——文文", map[Prohibition]bool{Basic: true, GB: true}},
	} {
		for p := range all {
			first, _, _ := strings.Cut(c.text, "|")
			par := paragraph(strings.ReplaceAll(c.text, "|", ""), 0)
			par.Prohibition = p
			x := s.prepare(par)
			if got := x.clusters[len([]rune(first))].before == free; got != c.allow[p] {
				t.Errorf("set %d, %s: %v", p, c.text, got)
			}
		}
	}
}

// TestLooseStrictMarks checks that a set that keeps ellipses from a line's start
// prevails over CSS's loosest level.
func TestLooseStrictMarks(t *testing.T) {
	rule(t, "breaking: CLREQ strict over CSS loose", 2)
	s := New()
	for p, want := range map[Prohibition]bound{GB: free, StrictMark: never} {
		par := paragraph("文文…文", 0)
		par.LineBreak, par.Prohibition = Loose, p
		if got := s.prepare(par).clusters[2].before; got != want {
			t.Errorf("set %d: %v", p, got)
		}
	}
}

// TestGaps checks the room between hanzi and letters, as written and justified.
func TestGaps(t *testing.T) {
	rule(t, "gap: ¼, ⅛, none, written space", 10)
	s := New()
	for gap, want := range map[Gap]float64{Quarter: .25, Eighth: .125, NoGap: 0} {
		p := paragraph("文A文", 0)
		p.Gap = gap
		if got := s.Lines(p)[0].Width; got < em(2.608+2*want)-2 || got > em(2.608+2*want)+2 {
			t.Errorf("gap %d: %v wide", gap, got)
		}
		if p.Spans[0].Text = "文 A 文"; s.Lines(p)[0].Width != em(2)+s.Width(Span{"A", body})+2*s.Width(Span{"A A", body})-4*s.Width(Span{"A", body}) {
			t.Errorf("gap %d is added to a written space", gap)
		}
	}
	for gap, most := range map[Gap]float64{Quarter: .333, Eighth: .333} {
		p := paragraph(strings.Repeat("文", 10)+"Windows"+strings.Repeat("文", 20), 0)
		p.Gap, p.Justify = gap, true
		x := s.prepare(p)
		if got := x.clusters[9].gap + x.stretch(9); got < em(most)-2 || got > em(most)+2 {
			t.Errorf("gap %d stretches to %v", gap, got)
		}
		if got := x.clusters[9].gap - x.shrinkOf(&x.clusters[9]); got != em(.125) {
			t.Errorf("gap %d is squeezed to %v", gap, got)
		}
	}
}

// TestVariations checks that a selector stays with its base, selects the face's own
// variant where it has one, and never has a glyph of its own.
func TestVariations(t *testing.T) {
	rule(t, "glyphs: variation sequences", 2*5)
	s := New()
	for _, text := range []string{"礼\uFE00", "文\uFE00", "文\U000E0100", "、\uFE01", "礼\U000E0101"} {
		for _, f := range []fonts.Face{fonts.SansMedium, fonts.SerifBlack} {
			runes := []rune(text)
			want, ok := s.faces.face(f).VariationGlyph(runes[0], runes[1])
			if !ok {
				want, _ = s.faces.face(f).NominalGlyph(runes[0])
			}
			p := Paragraph{Spans: []Span{{"文" + text + "文", Style{Face: f, Size: body.Size}}}, Measure: body.Size}
			g := s.Lines(p)[1].Glyphs
			if len(g) != 1 || g[0].ID != uint16(want) {
				t.Errorf("%v %+q: %+v, want glyph %d", f, text, g, want)
			}
		}
	}
	bare := s.faces.face(fonts.SansMedium)
	if v, ok := bare.VariationGlyph('礼', 0xFE00); !ok {
		t.Error("no face has a variant to try")
	} else if plain, _ := bare.NominalGlyph('礼'); v == plain {
		t.Error("the variant is the plain form")
	}
}

// TestLongTitle checks that a title too long to be balanced splits no word.
func TestLongTitle(t *testing.T) {
	rule(t, "titles: longer than is balanced", 1)
	text := strings.Repeat("独生子女保健费发放和残疾人就业困难人员认定", 12)
	p := paragraph(text, 13)
	p.Title = true
	bounds := map[int]bool{}
	for _, b := range Phrases(text) {
		bounds[b] = true
	}
	lines := New().Lines(p)
	for _, l := range lines[:len(lines)-1] {
		if !bounds[l.End] {
			t.Errorf("a word is parted at %d", l.End)
		}
	}
}
