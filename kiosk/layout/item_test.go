package layout

import (
	"fmt"
	"image"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// sampleText returns n characters of sample text with commas.
func sampleText(n int) string {
	return string([]rune(strings.Repeat("示例文字用来试验长段落的排版，", n/15+1))[:n])
}

// cell returns a cell of elements; those that begin with a space are indented.
func cell(elements ...string) catalogue.Cell {
	var c catalogue.Cell
	for _, e := range elements {
		text := strings.TrimLeft(e, " ")
		c = append(c, catalogue.Element{Text: text, Depth: min(len(e)-len(text), 1)})
	}
	return c
}

// alone returns the state that shows the only item of a catalogue.
func alone(it catalogue.Item) session.State {
	it.Number = max(it.Number, 1)
	c := &catalogue.Catalogue{Centre: "示例社区", Name: "示例目录", Items: []catalogue.Item{it}, Levels: []string{"县级", "乡镇", "社区"}}
	for _, l := range it.Levels {
		if !slices.Contains(c.Levels, l) {
			c.Levels = append(c.Levels, l)
		}
	}
	return sample.At(c, session.Screen{Kind: session.Item, Number: it.Number})
}

// complete returns an item with all cells; each test changes the one it is about.
func complete() catalogue.Item {
	return catalogue.Item{
		Category: "示例类别", Title: "示例事项", Content: cell("示例要素"), Basis: cell("《示例条例》（示例令第1号）"),
		Deadline: "示例时限", Publisher: "示例单位", Channels: cell("1、示例网站、", "2. 示例栏"), Levels: []string{"社区"},
	}
}

// TestOddItems walks items of many shapes at every size.
func TestOddItems(t *testing.T) {
	long := sampleText(3000)
	for name, change := range map[string]func(*catalogue.Item){
		"complete":      func(*catalogue.Item) {},
		"content alone": func(it *catalogue.Item) { *it = catalogue.Item{Category: "示例", Content: it.Content} },
		"long in all places": func(it *catalogue.Item) {
			*it = catalogue.Item{Category: long[:900], Title: long[:3000], Content: cell(long), Basis: cell(long, "《"+long+"》（"+long+"）"), Deadline: long, Publisher: long, Channels: cell(long, long), Levels: []string{"社区", long}, Audience: long, Manner: long}
		},
		"list first": func(it *catalogue.Item) { it.Content = cell(" 示例一、", " 示例二", "示例三") },
		"two lists": func(it *catalogue.Item) {
			it.Content = cell("示例（包括", " 一、", " 二）、", "三、", "四（", " 五）")
		},
		"long list":   func(it *catalogue.Item) { it.Content = cell(long+"（", " "+long, " "+long, long, "短、") },
		"marks alone": func(it *catalogue.Item) { it.Content = cell("、", "》", "（", "……", "——") },
		"twelve short": func(it *catalogue.Item) {
			it.Content = cell(slices.Repeat([]string{"示例要素示例要素、"}, 12)...)
		},
		"five of ten": func(it *catalogue.Item) {
			it.Content = cell(slices.Repeat([]string{"示例要素示例要素示例"}, 5)...)
		},
		"latin":         func(it *catalogue.Item) { it.Content = cell(strings.Repeat("sample", 200), "Sample text with words") },
		"many channels": func(it *catalogue.Item) { it.Channels = cell(slices.Repeat([]string{"示例渠道、"}, 12)...) },
		"many levels": func(it *catalogue.Item) {
			it.Levels = []string{"省级", "市级", "县级", "乡镇", "街道", "社区", "村级"}
		},
		"long publisher": func(it *catalogue.Item) { it.Publisher = "示例街道示例社区居民委员会" },
		"many digits":    func(it *catalogue.Item) { it.Number = 123456 },
		"title of 16":    func(it *catalogue.Item) { it.Title = sampleText(14) + "一二" },
		"title of 18":    func(it *catalogue.Item) { it.Title = sampleText(14) + "一二三四" },
		"title of 24":    func(it *catalogue.Item) { it.Title = sampleText(24) },
		"title of 60":    func(it *catalogue.Item) { it.Title = sampleText(60) },
	} {
		it := complete()
		change(&it)
		for _, size := range sizes {
			t.Run(fmt.Sprintf("%s/%dx%d", name, size.X, size.Y), func(t *testing.T) {
				p := laid(alone(it), size.X, size.Y)
				w := walk{T: t, p: p}
				w.layers()
				w.texts()
				w.targets()
				uncut(t, p, it)
			})
		}
	}
}

// uncut fails if a part of an item's text is not on its page, white space aside.
func uncut(t *testing.T, p *page.Page, it catalogue.Item) {
	t.Helper()
	shown := ""
	for _, l := range p.Layers {
		for _, item := range l.Items {
			text, ok := item.(*page.Text)
			if !ok || l.Name != "body" && l.Name != "rail" {
				continue
			}
			all := ""
			for _, s := range text.Spans {
				all += s.Text
			}
			shown += unspaced(all)
			if n := len([]rune(all)); n > 0 && (len(text.Lines) == 0 || text.Lines[len(text.Lines)-1].End < n) {
				t.Errorf("only a part of %q is painted", all)
			}
		}
	}
	want := []string{it.Heading(), it.Deadline, it.Publisher, it.Audience, it.Manner}
	for _, c := range []catalogue.Cell{it.Content, it.Channels, it.Basis} {
		for _, e := range c {
			want = append(want, e.Text)
		}
	}
	for _, w := range append(want, it.Levels...) {
		if !strings.Contains(shown, unspaced(w)) {
			t.Errorf("%q is not on the page", w)
		}
	}
}

// TestOfficialText: every character of the shipped rows is on their pages.
func TestOfficialText(t *testing.T) {
	c := sample.Rows(t, 14)
	for _, it := range c.Items {
		for _, size := range sizes {
			uncut(t, laid(sample.At(c, session.Screen{Kind: session.Item, Number: it.Number}), size.X, size.Y), it)
		}
	}
}

// TestLongContent: the longest cell that content may have makes a page that is tall.
func TestLongContent(t *testing.T) {
	it := complete()
	it.Content = cell(sampleText(50000))
	p := laid(alone(it), 1080, 1920)
	lines := 50000 / 24
	if least := lines * 57; p.Scroll.Max < least || p.Scroll.Max > least+least/10 {
		t.Errorf("%d lines scroll %d px", lines, p.Scroll.Max)
	}
	if firstPill(p) == nil {
		t.Error("there is no pill")
	}
}

// boxed returns a page's boxes of that name.
func boxed(p *page.Page, name string) (all [][4]float64) {
	for _, b := range p.Boxes {
		if b.Name == name {
			r := b.Rect
			all = append(all, [4]float64{float(r.Min.X), float(r.Min.Y), float(r.Max.X - r.Min.X), float(r.Max.Y - r.Min.Y)})
		}
	}
	return all
}

// TestMissingFacts: what an item does not have leaves no hole (design section 11).
func TestMissingFacts(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*catalogue.Item)
		widths [2][]float64 // of the cells, portrait and landscape
		basis  bool
	}{
		{"all", func(*catalogue.Item) {}, [2][]float64{{884, 422, 422, 884}, {561, 180, 357, 561}}, true},
		{"no deadline", func(it *catalogue.Item) { it.Deadline = "" }, [2][]float64{{422, 422, 884}, {180, 357, 561}}, true},
		{"no publisher", func(it *catalogue.Item) { it.Publisher = "" }, [2][]float64{{884, 884, 884}, {561, 561, 561}}, true},
		{"no levels", func(it *catalogue.Item) { it.Levels = nil }, [2][]float64{{884, 884, 884}, {561, 561, 561}}, true},
		{"no channels", func(it *catalogue.Item) { it.Channels = nil }, [2][]float64{{884, 422, 422}, {561, 180, 357}}, true},
		{"long publisher", func(it *catalogue.Item) { it.Publisher = "示例社区居民委员会" }, [2][]float64{{884, 422, 422, 884}, {561, 561, 561, 561}}, true},
		{"audience", func(it *catalogue.Item) { it.Audience = "示例对象" }, [2][]float64{{884, 422, 422, 884, 884}, {561, 180, 357, 561, 561}}, true},
		{"no basis", func(it *catalogue.Item) { it.Basis = nil }, [2][]float64{{884, 422, 422, 884}, {561, 180, 357, 561}}, false},
		{"basis alone", func(it *catalogue.Item) { it.Deadline, it.Publisher, it.Levels, it.Channels = "", "", nil, nil }, [2][]float64{}, true},
	} {
		it := complete()
		c.change(&it)
		for i, size := range []image.Point{{1080, 1920}, {1920, 1080}} {
			p := laid(alone(it), size.X, size.Y)
			var widths []float64
			for _, b := range boxed(p, "facts.cell") {
				widths = append(widths, b[2])
			}
			if !slices.Equal(widths, c.widths[i]) {
				t.Errorf("%s, %v: cells are %v wide, want %v", c.name, size, widths, c.widths[i])
			}
			if got := len(boxed(p, "basis")) > 0; got != c.basis {
				t.Errorf("%s, %v: basis is %v", c.name, size, got)
			}
		}
	}
}

// TestShortPage: what closes a short page ends where the viewport does.
func TestShortPage(t *testing.T) {
	it := complete()
	p := laid(alone(it), 1080, 1920)
	if b := boxed(p, "basis")[0]; b[1]+b[3] != 1600 {
		t.Errorf("basis ends at %.1f", b[1]+b[3])
	}
	it.Basis = nil
	p = laid(alone(it), 1080, 1920)
	if b := boxed(p, "facts")[0]; b[1]+b[3] != 1600 {
		t.Errorf("facts end at %.1f", b[1]+b[3])
	}
}

// TestTitleSize: the size falls with the length, no title is cut, and a title in
// landscape keeps to one line where it can.
func TestTitleSize(t *testing.T) {
	for _, c := range []struct {
		n                   int
		portrait, landscape [2]float64 // size, lines
	}{
		{4, [2]float64{92, 1}, [2]float64{80, 1}},
		{8, [2]float64{92, 1}, [2]float64{80, 1}},
		{9, [2]float64{76, 1}, [2]float64{76, 1}},
		{11, [2]float64{76, 1}, [2]float64{76, 1}},
		{12, [2]float64{68, 1}, [2]float64{62, 1}},
		{16, [2]float64{68, 2}, [2]float64{62, 1}},
		{24, [2]float64{68, 2}, [2]float64{62, 2}},
		{40, [2]float64{56, 3}, [2]float64{56, 3}},
		{60, [2]float64{42.4, 4}, [2]float64{48, 3}},
	} {
		it := complete()
		it.Title = strings.Repeat("示例的事项名称试验", 8)[:3*c.n]
		for size, want := range map[image.Point][2]float64{{X: 1080, Y: 1920}: c.portrait, {X: 1920, Y: 1080}: c.landscape} {
			texts := paintedTexts(laid(alone(it), size.X, size.Y))
			g := texts[slices.IndexFunc(texts, func(g gotText) bool { return g.style == "900 serif ink" })]
			if math.Abs(g.size-want[0]) > .1 || g.lines != int(want[1]) {
				t.Errorf("%d characters at %v: %.1f u in %d lines, want %v", c.n, size, g.size, g.lines, want)
			}
		}
	}
}

// TestLowTitle: in low reach too a title is larger than the text under it, at every step.
func TestLowTitle(t *testing.T) {
	for _, n := range []int{4, 8, 11, 16, 24} {
		for _, step := range []float64{1, 1.3, 1.6, 2} {
			it := complete()
			it.Title, it.Summary = strings.Repeat("示例的事项名称试验", 8)[:3*n], "示例：一句话"
			st := alone(it)
			st.Mode = session.Mode{Text: step, LowReach: true}
			title, under := 0., 0.
			for _, g := range paintedTexts(laid(st, 1080, 1920)) {
				if g.style == "900 serif on-leaf" {
					title = max(title, g.size)
				} else if g.style == "700 serif ink" {
					under = max(under, g.size)
				}
			}
			if under == 0 || title < 1.14*under {
				t.Errorf("%d characters at %v: %.1f u above %.1f", n, step, title, under)
			}
		}
	}
}

// TestSpine: the spine has the 一级事项, smaller if it is long, or the catalogue's name if that has no
// room or is the page's title.
func TestSpine(t *testing.T) {
	for _, c := range []struct {
		category, title, want string
		size                  float64
	}{
		{"示例", "示例事项", "示例", 64},
		{"示例类别六字", "示例事项", "示例类别六字", 64},
		{"示例类别有七字", "示例事项", "示例类别有七字", 48},
		{strings.Repeat("示例", 14), "示例事项", "示例目录", 40},
		{"示例类别", "", "示例目录", 40},
	} {
		it := complete()
		it.Category, it.Title = c.category, c.title
		p := laid(alone(it), 1080, 1920)
		for _, l := range p.Layers {
			if l.Name != "spine" {
				continue
			}
			var last *page.Text
			for _, it := range l.Items {
				if text, ok := it.(*page.Text); ok && text.Vertical {
					last = text
				}
			}
			if got, size := last.Spans[0].Text, float(last.Spans[0].Style.Size); got != c.want || size != c.size || !last.Vertical {
				t.Errorf("%s: spine %q at %g, want %q at %g", c.category, got, size, c.want, c.size)
			}
		}
	}
}

// TestTurn: the strip leads to the rows before and after by 序号, and at either end
// the half is empty.
func TestTurn(t *testing.T) {
	c := sample.Only(t, 3, 2)
	for _, w := range []struct {
		number     int
		prev, next int
	}{{1, 0, 2}, {2, 1, 3}, {3, 2, 0}} {
		for _, size := range sizes {
			p := laid(sample.At(c, session.Screen{Kind: session.Item, Number: w.number}), size.X, size.Y)
			got := map[string]int{}
			for _, target := range p.Targets {
				if open, ok := target.Event.(session.Open); ok {
					got[target.Name] = open.Screen.Number
					mid := target.Hit.Min.Add(target.Hit.Max).Div(2)
					if hit, ok := p.Hit(mid, 0); !ok || hit.Name != target.Name {
						t.Errorf("%v: %s is not hit at %v", size, target.Name, mid)
					}
				}
			}
			if got["turn.prev"] != w.prev || got["turn.next"] != w.next {
				t.Errorf("%v: row %d leads to %v", size, w.number, got)
			}
		}
	}
}

// TestChanged: 〔改〕 stands for fourteen days, and never while the clock is unknown.
func TestChanged(t *testing.T) {
	day := time.Date(sample.Noon.Year(), sample.Noon.Month(), sample.Noon.Day(), 0, 0, 0, 0, sample.Noon.Location())
	for _, c := range []struct {
		name    string
		updated time.Time
		clock   bool
		want    bool
	}{
		{"today", day, true, true},
		{"the thirteenth day", day.AddDate(0, 0, -13), true, true},
		{"the fourteenth day", day.AddDate(0, 0, -14), true, false},
		{"tomorrow", day.AddDate(0, 0, 1), true, false},
		{"never", time.Time{}, true, false},
		{"unknown clock", day, false, false},
	} {
		it := complete()
		it.Updated = c.updated
		st := alone(it)
		st.Clock = c.clock
		if got := len(boxed(laid(st, 1080, 1920), "mark")) > 0; got != c.want {
			t.Errorf("%s: marked is %v", c.name, got)
		}
	}
}
