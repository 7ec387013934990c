package build

import (
	"image"
	"testing"

	"gongkai/kiosk/page"
	"gongkai/kiosk/search"
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
