package layout

import (
	"fmt"
	"strings"
	"testing"

	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// keyEvents returns the letters that can be typed, and those of them that are strong.
func keyEvents(p *page.Page) (live, strong string) {
	for i, t := range p.Targets {
		e, ok := t.Event.(session.Type)
		if !ok {
			continue
		}
		live += string(e.Key)
		for _, it := range t.Layer.Items {
			if r, ok := it.(*page.Rect); ok && r.Target == i+1 && r.Stroke > 0 && r.Ink == page.Black {
				strong += string(e.Key)
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

// A key that is strong leads to a result, and a query without results shows what to do.
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
				if text, ok := it.(*page.Text); ok && text.Target == i+1 {
					got = append(got, unspaced(text.Spans[0].Text))
				}
			}
		}
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%q: %v, want %v", c.query, got, c.want)
		}
	}
}

// The example can be typed as it stands there, whatever the catalogue.
func TestExample(t *testing.T) {
	st := search14(t, "")
	b := &build.Draft{State: st}
	if title, letters := example(b); title != "残疾人补贴" || letters != "CJRBT" {
		t.Errorf("%s by %s", title, letters)
	}
	b.State = sample.At(sample.Only(t, 3, 1), session.Screen{Kind: session.Search})
	if title, letters := example(b); title != "" || letters != "" {
		t.Errorf("a title with digits is an example: %s by %s", title, letters)
	}
}

// Of thousands of results a hundred are laid out, and all are counted.
func TestManyResults(t *testing.T) {
	st := sample.At(sample.Only(t, 5000, 40), session.Screen{Kind: session.Search})
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
		for _, words := range []string{"5000", "还有4900项。请再输入一个字母。", "下面还有499"} {
			if !strings.Contains(all, words) {
				t.Errorf("%+v: no %s", m, words)
			}
		}
	}
}

// TestSearchWalk walks searches of catalogues with long and odd texts.
func TestSearchWalk(t *testing.T) {
	for name, c := range map[string]session.State{"odd": sample.At(odd(t), session.Screen{Kind: session.Search}), "300": sample.At(sample.Only(t, 300, 40), session.Screen{Kind: session.Search})} {
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
