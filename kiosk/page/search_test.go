package page

import (
	"fmt"
	"image"
	"strings"
	"testing"

	"gongkai/kiosk/search"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// keyEvents are the letters that can be typed, and of them those that are strong.
func keyEvents(p *Page) (live, strong string) {
	for i, t := range p.Targets {
		e, ok := t.Event.(session.Type)
		if !ok {
			continue
		}
		live += string(e.Letter)
		for _, it := range t.Layer.Items {
			if r, ok := it.(*Rect); ok && r.Target == i+1 && r.Stroke > 0 && r.Ink == Black {
				strong += string(e.Letter)
			}
		}
	}
	return live, strong
}

func TestKeys(t *testing.T) {
	const all = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	for _, c := range []struct {
		query, live, strong string
		words               int // of 退格 and 清空, how many can be pressed
	}{
		{"", all, "ABCDEFGHJKLMNOPQRSTWXYZ", 0},
		{"CJ", all, "FRSXY", 2},
		{"CJZ", all, "", 2},
		{"AAAAAAAAAAAA", "", "", 2}, // full
	} {
		p := laid(search14(t, c.query), 1080, 1920)
		words := 0
		for _, target := range p.Targets {
			switch target.Event.(type) {
			case session.Erase, session.Clear:
				if target.Name == "key" {
					words++
				}
			}
		}
		if live, strong := keyEvents(p); live != c.live || strong != c.strong || words != c.words {
			t.Errorf("%q: %s can be typed, %s are strong, %d words", c.query, live, strong, words)
		}
	}
}

// Whatever is said to lead somewhere finds something, and an empty or vain query says
// what to do.
func TestWaysOn(t *testing.T) {
	for _, c := range []struct {
		query string
		want  []string
	}{
		{"", []string{"全部14项"}},
		{"CJZ", []string{"退一格：CJ，3项", "全部14项"}},
		{"CJZZ", []string{"退一格：CJZ", "全部14项"}},
		{"V", []string{"退一格", "全部14项"}},
		{"WWWWWWWWWWWW", []string{"退一格", "全部14项"}},
		{"CJ", nil},
	} {
		p := laid(search14(t, c.query), 1080, 1920)
		var got []string
		for i, target := range p.Targets {
			if target.Name != "button" {
				continue
			}
			for _, it := range target.Layer.Items {
				if text, ok := it.(*Text); ok && text.Target == i+1 {
					got = append(got, unspaced(text.Spans[0].Text))
				}
			}
		}
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%q: %v, want %v", c.query, got, c.want)
		}
	}
}

// The example can be typed as it is said, whatever the catalogue.
func TestExample(t *testing.T) {
	st := search14(t, "")
	b := &build{state: st}
	if title, letters := b.example(); title != "残疾人补贴" || letters != "CJRBT" {
		t.Errorf("%s by %s", title, letters)
	}
	b.state = at(only(t, 3, 1), session.Screen{Kind: session.Search})
	if title, letters := b.example(); title != "" || letters != "" {
		t.Errorf("a title with digits is an example: %s by %s", title, letters)
	}
}

// Of thousands of results a hundred are laid out, and all are counted.
func TestManyResults(t *testing.T) {
	st := at(only(t, 5000, 40), session.Screen{Kind: session.Search})
	st.View.Query = "SL"
	for _, m := range []session.Mode{{Text: 1}, {Text: 1, LowReach: true}} {
		st.Mode = m
		p := laid(st, 1080, 1920)
		rows := 0
		for _, target := range p.Targets {
			if target.Name == "list.item" || target.Name == "low" {
				rows++
			}
		}
		if rows != mostResults {
			t.Errorf("%d rows in %+v", rows, m)
		}
		all := ""
		for _, text := range paintedTexts(p) {
			all += text.text + " "
		}
		for _, said := range []string{"5000", "还有4900项。请再输入一个字母。", "下面还有499"} {
			if !strings.Contains(all, said) {
				t.Errorf("%+v doesn't say %s", m, said)
			}
		}
	}
}

// TestSearchWalk walks searches of catalogues with long and odd texts.
func TestSearchWalk(t *testing.T) {
	for name, c := range map[string]session.State{"odd": at(odd(t), session.Screen{Kind: session.Search}), "300": at(only(t, 300, 40), session.Screen{Kind: session.Search})} {
		for _, query := range []string{"", "S", "SLWZ", "SLCWZSLCWZ", "WWWWWWWWWWWW"} {
			for _, size := range sizes {
				for _, m := range []session.Mode{{Text: 1}, {Text: 1.3, LowReach: true}, {Text: 2, Contrast: true}} {
					c.View.Query, c.Mode = query, m
					t.Run(fmt.Sprint(name, query, size, m), func(t *testing.T) {
						w := walk{T: t, p: laid(c, size.X, size.Y)}
						w.layers()
						w.texts()
						w.targets()
					})
				}
			}
		}
	}
}

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
		m := marked{c.text, search.Span{From: c.from, To: c.to}}.glimpse(11 + len([]rune(c.text))/14)
		runes := []rune(m.text)
		got := m.text
		if !m.part.Empty() {
			got = string(runes[:m.part.From]) + "[" + string(runes[m.part.From:m.part.To]) + "]" + string(runes[m.part.To:])
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.text, got, c.want)
		}
	}
}

// A match that breaks over a line has its ground in both.
func TestMarkOverLines(t *testing.T) {
	b := &build{grid: newGrid(image.Pt(1080, 1920)), Page: &Page{Theme: &Normal}, set: typeset.New()}
	p := pen{size: b.px(32), leading: 1.5}
	m := marked{"示例文字示例文字示例", search.Span{From: 3, To: 6}}
	set := b.markedBlock(m, typeset.Paragraph{Measure: 4*p.size + p.size/2}, p, p.face, Black)
	l := &Layer{}
	set.paint(b, l, 0, 0)
	grounds := 0
	for _, it := range l.Items {
		if r, ok := it.(*Rect); ok && r.Ink == Mark {
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
