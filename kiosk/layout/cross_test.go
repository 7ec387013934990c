package layout

import (
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"
	"unicode"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// crossSizes are the screens of the cross product: each mode of each screen is walked at
// each of them.
var crossSizes = []image.Point{{540, 960}, {1080, 1920}, {1920, 1080}, {1080, 1350}, {2560, 1080}}

// TestCross walks every screen in every mode: each text step, with and without high
// contrast and low reach, at five sizes.
func TestCross(t *testing.T) {
	for name, st := range crossed(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			set := typeset.New()
			for _, m := range crossModes() {
				for _, size := range crossSizes {
					st.Mode = m
					t.Run(fmt.Sprintf("%+v %v", m, size), func(t *testing.T) { crossOne(t, set, st, size) })
				}
			}
		})
	}
}

// crossModes are all that a resident can choose of how a page is laid out.
func crossModes() []session.Mode {
	var all []session.Mode
	for _, step := range []float64{1, 1.3, 1.6, 2} {
		for _, low := range []bool{false, true} {
			for _, contrast := range []bool{false, true} {
				all = append(all, session.Mode{Text: step, LowReach: low, Contrast: contrast})
			}
		}
	}
	return all
}

// crossOne walks one page, or what lies over it.
func crossOne(t *testing.T, set *typeset.Setter, st session.State, size image.Point) {
	p := Layout(st, page.ThemeOf(st), size, set)
	w := walk{T: t, p: p}
	if p.Sheet != nil {
		w.p = over(p)
	} else {
		w.whole(st)
	}
	w.layers()
	w.texts()
	w.targets()
	w.low(st)
}

// crossed are states that show all kinds of screens.
func crossed(t *testing.T) map[string]session.State {
	all := make(map[string]session.State)
	add := func(name string, st session.State) { all[name] = st }
	shipped := onAir(drawnNotices(t, nil), session.Screen{Kind: session.Home})
	for name, c := range map[string]*catalogue.Catalogue{"shipped": shipped.Catalogue, "long": longTitles(t)} {
		for _, s := range append(screensOf(c), session.Screen{Kind: session.Notices}) {
			add(name+" "+title(s), onAir(c, s))
		}
	}
	for _, n := range []int{1, 3, 24, 40} {
		add(fmt.Sprintf("home of %d", n), sample.At(rowsOf(t, n), session.Screen{Kind: session.Home}))
	}
	add("category of 9", sample.At(sample.Nine(t), session.Screen{Kind: session.Category, Category: "生育"}))
	for _, q := range []string{"", "C", "CJ", "CJZ", "S"} {
		st := search14(t, q)
		add("search "+q, st)
	}
	guide := guided(t)
	add("guide", guide)
	for i := range shipped.Catalogue.Notices {
		add(fmt.Sprint("notice ", i), onAir(shipped.Catalogue, session.Screen{Kind: session.Notice, Notice: shipped.Catalogue.Notices[i].File}))
	}
	for _, kind := range []session.SheetKind{session.Accessibility, session.Takeaway} {
		st := guide
		st.Sheet.Kind = kind
		add("sheet "+kind.String(), st)
	}
	guide.Warned = true
	add("sheet idle-warning", guide)
	return all
}

// rowsOf is a catalogue of n rows: the shipped one with samples, or samples alone.
func rowsOf(t *testing.T, n int) *catalogue.Catalogue {
	if n < 14 {
		return sample.Only(t, n, 1)
	}
	return sample.Rows(t, n)
}

// longTitles is a catalogue whose titles and categories are as long as they may sensibly be.
func longTitles(t *testing.T) *catalogue.Catalogue {
	long := strings.Repeat("示例长标题文字共八十个字", 7)[:3*80]
	return sample.Parse(t, []catalogue.File{
		{Path: "kiosk.toml", Data: []byte("centre = \"示例省示例市示例社区党群服务中心\"\ncatalogue = \"示例市基层政务公开事项标准目录\"\n")},
		sample.Item(1, "示例一级事项名称", long, ""),
		sample.Item(2, "示例一级事项名称", "示例二级事项名称共有二十四个汉字用来试验换行的样子", "audience = \"示例对象\"\nmanner = \"主动公开\"\nlink = \"https://example.org/示例\"\n"),
		sample.Item(3, "示例服务", "", "updated = 2026-03-10\n"),
	})
}

// over is what lies over a page by itself.
func over(p *page.Page) *page.Page {
	q := *p
	q.Scroll, q.Layers, q.Targets = page.Scroll{}, nil, nil
	for _, l := range p.Layers {
		if l.Over {
			q.Layers = append(q.Layers, l)
		}
	}
	for _, t := range p.Targets {
		if t.Layer.Over {
			q.Targets = append(q.Targets, t)
		}
	}
	return &q
}

// whole reports whether an item's page has every character of its official cells.
func (w walk) whole(st session.State) {
	at := slices.IndexFunc(st.Catalogue.Items, func(it catalogue.Item) bool { return it.Number == st.View.Number })
	if st.View.Kind != session.Item || at < 0 {
		return
	}
	it := &st.Catalogue.Items[at]
	have := make(map[rune]int)
	for _, l := range w.p.Layers {
		for _, x := range l.Items {
			if text, ok := x.(*page.Text); ok && l.Name != "turn" {
				for _, line := range text.Lines {
					for _, g := range line.Glyphs {
						have[g.Rune]++
					}
				}
			}
		}
	}
	cells := []string{it.Heading(), it.Content.String(), it.Basis.String(), it.Channels.String(), it.Deadline, it.Publisher, it.Audience, it.Manner, strings.Join(it.Levels, "")}
	for _, r := range strings.Join(cells, "") {
		if unicode.IsSpace(r) {
			continue
		}
		if have[r]--; have[r] == -1 {
			w.Errorf("%q is lost", r)
		}
	}
}

// low reports whether all that is touched lies low in low reach.
func (w walk) low(st session.State) {
	if !st.Mode.LowReach || w.p.Size.X > w.p.Size.Y || st.Panel.Bottom > 0 {
		return // TestPanelReach has panels
	}
	for _, target := range w.p.Targets {
		if top := int(.45 * float64(w.p.Size.Y)); target.Hit.Min.Y < top {
			w.Errorf("target %s is touched at %v, above %d", target.Name, target.Hit, top)
		}
	}
}
