package build

import (
	"image"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/page"
	"gongkai/kiosk/search"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

func TestGlimpse(t *testing.T) {
	for _, c := range []struct {
		text     string
		from, to int
		want     string // what is marked in brackets
	}{
		{"示例文字", 2, 4, "示例[文字]"},
		{"示例文字", 0, 0, "示例文字"},
		{"一二三四五六七八九十甲乙丙丁", 1, 3, "一[二三]四五六七八九十甲乙……"},
		{"一二三四五六七八九十甲乙丙丁", 11, 13, "……九十甲[乙丙]丁"},
		{"一二三四五六七八九十甲、乙丙", 0, 0, "一二三四五六七八九十甲……"},
		{"一二三四五六七八九十甲乙丙丁", 0, 14, "[一二三四五六七八九十甲乙丙丁]"},
	} {
		m := Marked{c.text, search.Span{From: c.from, To: c.to}}.Glimpse(11 + len([]rune(c.text))/14)
		runes := []rune(m.Text)
		got := m.Text
		if !m.Part.Empty() {
			got = string(runes[:m.Part.From]) + "[" + string(runes[m.Part.From:m.Part.To]) + "]" + string(runes[m.Part.To:])
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.text, got, c.want)
		}
	}
}

// A match that breaks over a line has its ground in both.
func TestMarkOverLines(t *testing.T) {
	b := &Draft{Grid: page.NewGrid(image.Pt(1080, 1920)), Page: &page.Page{Theme: &page.Normal}, Setter: typeset.New()}
	p := Pen{Size: b.Px(32), Leading: 1.5}
	m := Marked{"示例文字示例文字示例", search.Span{From: 3, To: 6}}
	set := b.MarkedBlock(m, typeset.Paragraph{Measure: 4*p.Size + p.Size/2}, p, p.Face, page.Black)
	l := &page.Layer{}
	set.Paint(b, l, 0, 0)
	grounds := 0
	for _, it := range l.Items {
		if r, ok := it.(*page.Rect); ok && r.Ink == page.Mark {
			grounds++
			if r.Rect.Empty() {
				t.Errorf("ground %v", r.Rect)
			}
		}
	}
	if grounds != 2 {
		t.Errorf("%d grounds", grounds)
	}
}

// TestMarkedRoom: a marked part has 4 u of 100 free on both sides, which what follows moves on by;
// its ground is as wide as the part with that room.
func TestMarkedRoom(t *testing.T) {
	b := draft(1080, 1920, session.State{})
	for _, c := range []struct {
		from, to int
		x        [4]int // of the glyphs
		ground   [2]int // from where to where
	}{
		{0, 0, [4]int{0, 100, 200, 300}, [2]int{}},
		{1, 2, [4]int{0, 104, 208, 308}, [2]int{100, 208}},
		{0, 2, [4]int{4, 104, 208, 308}, [2]int{0, 208}},
		{2, 4, [4]int{0, 100, 204, 304}, [2]int{200, 408}},
	} {
		block := b.MarkedBlock(Marked{"社区公开", search.Span{From: c.from, To: c.to}}, b.OneLine("", Pen{}), plain(100), fonts.SansBold, page.Black)
		glyphs := block.text.Lines[0].Glyphs
		for i, want := range c.x {
			if glyphs[i].X != fixed.I(want) {
				t.Errorf("%d to %d: glyph %d at %v, want %d", c.from, c.to, i, glyphs[i].X, want)
			}
			marked, face := i >= c.from && i < c.to, fonts.SansRegular
			if marked {
				face = fonts.SansBold
			}
			if glyphs[i].Face != face || marked && block.text.Inks[glyphs[i].Span] != page.Red {
				t.Errorf("%d to %d: glyph %d in face %v", c.from, c.to, i, glyphs[i].Face)
			}
		}
		var ground [2]int
		if block.mark != nil {
			ground = [2]int{block.mark.ground[0].from.Round(), block.mark.ground[0].to.Round()}
		}
		if ground != c.ground {
			t.Errorf("%d to %d: marked from %d to %d, want %d", c.from, c.to, ground[0], ground[1], c.ground)
		}
	}
}

// TestMarkInk: the line under a match and its letters are red, and black on yellow in high contrast.
func TestMarkInk(t *testing.T) {
	for _, contrast := range []bool{false, true} {
		b, l, want := draft(1080, 1920, session.State{Mode: session.Mode{Contrast: contrast}}), &page.Layer{}, page.Red
		if contrast {
			want = page.Paper
		}
		block := b.MarkedBlock(Marked{"示例", search.Span{From: 0, To: 2}}, b.OneLine("", Pen{}), plain(100), fonts.SansBold, page.Black)
		block.Paint(b, l, 0, 0)
		ground, line := l.Items[0].(*page.Rect), l.Items[1].(*page.Rect)
		if ground.Ink != page.Mark || line.Ink != want || block.text.Inks[0] != want {
			t.Errorf("contrast %v: ground %v, line %v, letters %v", contrast, ground.Ink, line.Ink, block.text.Inks[0])
		}
		if ground.Rect.Max.Y != line.Rect.Min.Y || line.Rect.Dy() < 1 || ground.Rect.Dx() != line.Rect.Dx() {
			t.Errorf("ground at %v, line at %v", ground.Rect, line.Rect)
		}
	}
}
