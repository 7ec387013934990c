package layout

import (
	"fmt"
	"slices"
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
		live += shownKeys(string(e.Key))
		for _, it := range t.Layer.Items {
			if r, ok := it.(*page.Rect); ok && r.Target == i+1 && r.Stroke > 0 && r.Ink == page.Black {
				strong += shownKeys(string(e.Key))
			}
		}
	}
	return live, strong
}

func TestKeys(t *testing.T) {
	const all = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	for _, c := range []struct {
		query, live, strong string
		words               int // of 删一个 and 全删, how many can be pressed
	}{
		{"", all, "ABCDEFGHJKLMNOPQRSTWXYZ", 0},
		{"CJ", all, "FRSXY", 2},
		{"CJZ", all, "", 2},
		{"AAAAAAAAAAAA", "", "", 2}, // full
		{"㇐㇔", "一丨丿丶乙", "一丨丿", 2},
		{"㇐㇔㇠㇐", "一丨丿丶乙", "", 2},
		{strings.Repeat("㇐", 12), "", "", 2},
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
		{"", nil},
		{"CJZ", []string{"改查CJ", "看全部14项"}},
		{"CJZZ", []string{"改查CJ", "看全部14项"}},
		{"V", []string{"看全部14项"}},
		{"WWWWWWWWWWWW", []string{"改查W", "看全部14项"}},
		{"㇐㇔㇠㇐", []string{"改查“一丶”", "看全部14项"}},
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
		for _, words := range []string{"5000", "还有4900项，请点粗框的字母", "下面还有499"} {
			if !strings.Contains(all, words) {
				t.Errorf("%+v: no %s", m, words)
			}
		}
	}
}

// TestSearchWalk walks searches of catalogues with long and odd texts.
func TestSearchWalk(t *testing.T) {
	for name, c := range map[string]session.State{"odd": sample.At(odd(t), session.Screen{Kind: session.Search}), "300": sample.At(sample.Only(t, 300, 40), session.Screen{Kind: session.Search})} {
		for _, query := range []string{"", "S", "㇐", "㇐㇐㇐㇐㇐", "SLWZ", "SLCWZSLCWZ", "WWWWWWWWWWWW"} {
			for _, size := range sizes {
				for _, m := range []session.Mode{{Text: 1}, {Text: 1, Strokes: true}, {Text: 1.3, LowReach: true}, {Text: 1.3, LowReach: true, Strokes: true}, {Text: 2, Contrast: true}} {
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

// TestSpelling checks that the switch turns the keys into strokes and back, and clears the query.
func TestSpelling(t *testing.T) {
	st := search14(t, "CJ")
	for i, want := range []string{"一丨丿丶乙", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"} {
		for _, size := range sizes {
			p := laid(st, size.X, size.Y)
			switches := slices.DeleteFunc(slices.Clone(p.Targets), func(t page.Target) bool { return t.Name != "spelling" })
			if len(switches) != 1 {
				t.Fatalf("%v: %d switches", size, len(switches))
			}
			next := session.Step(st, st.Now, switches[0].Event)
			if live, _ := keyEvents(laid(next, size.X, size.Y)); live != want || next.View.Query != "" {
				t.Errorf("%v: %s can be typed, the query is %q", size, live, next.View.Query)
			}
		}
		st = session.Step(st, st.Now, session.Spell{Strokes: i == 0})
	}
}

// TestStart checks the page before the first key: a category opens its page, or its only item; the changes of 14 days
// follow, the latest first, unless the clock is unknown.
func TestStart(t *testing.T) {
	st := changedLately(t)
	opens := func(st session.State, w, h int) string {
		s := ""
		for _, target := range laid(st, w, h).Targets {
			if e, ok := target.Event.(session.Open); ok && (target.Name == "kinds.item" || target.Name == "lately.item") {
				s += fmt.Sprintf(" %s%d%s", target.Name[:1], e.Screen.Number, e.Screen.Category)
			}
		}
		return s
	}
	const kinds = " k1 k2 k3 k0生育 k6 k8 k9 k10 k11 k12 k13 k14"
	for _, c := range []struct {
		name  string
		w, h  int
		clock bool
		days  int
		want  string
	}{
		{"portrait: the latest", 1080, 1920, true, 0, kinds + " l6"},
		{"landscape: the latest two", 1920, 1080, true, 0, kinds + " l6 l3"},
		{"the clock is unknown", 1920, 1080, false, 0, kinds},
		{"10 days later", 1920, 1080, true, 10, kinds + " l6"},
		{"12 days later", 1920, 1080, true, 12, kinds},
	} {
		st.Clock, st.Now = c.clock, sample.Noon.AddDate(0, 0, c.days)
		if got := opens(st, c.w, c.h); got != c.want {
			t.Errorf("%s:%s, want%s", c.name, got, c.want)
		}
	}
}
