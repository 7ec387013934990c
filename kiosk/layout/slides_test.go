package layout

import (
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// rowOf returns a sample item with a title of n characters and elements.
func rowOf(n int, cell ...string) catalogue.Item {
	it := catalogue.Item{Number: 1, Category: "示例", Title: string([]rune(strings.Repeat("社区示例公开事项", 125))[:n])}
	for _, text := range cell {
		e := catalogue.Element{Text: strings.TrimLeft(text, " ")}
		if e.Text != text {
			e.Depth = 1
		}
		it.Content = append(it.Content, e)
	}
	return it
}

// slideOf returns the state of the carousel that shows item i.
func slideOf(i int, items ...catalogue.Item) session.State {
	c := &catalogue.Catalogue{Centre: "示例社区", Name: "政务公开事项标准目录", Items: items}
	return sample.At(c, session.Screen{Kind: session.Attract, Number: c.Items[i].Number})
}

// amounts returns contents from the least to far too much.
func amounts() map[string][]string {
	many := func(n int, text string) []string { return strings.Split(strings.Repeat(text+"\n", n-1)+text, "\n") }
	return map[string][]string{
		"one character":      {"无"},
		"one sentence":       {strings.Repeat("示例文字", 9) + "完毕"},
		"one of few":         {"示例", strings.Repeat("示例文字", 8)},
		"four":               many(4, "示例文字示例文、"),
		"six":                many(6, "示例要素、"),
		"a paragraph":        {strings.Repeat("示例文字，", 20)},
		"one endless":        {strings.Repeat("示例文字，", 9999)},
		"endlessly many":     many(3000, "示例文字示例文字示例文字，"),
		"a word":             {strings.Repeat("Lorem", 40)},
		"a bracket":          append([]string{"示例情形（包括"}, append(many(4, " 示例文字示例文字示例文字，"), many(7, "示例要素、")...)...),
		"a long lead":        append([]string{strings.Repeat("示例情形", 40) + "（"}, many(2, " 示例文字）、")...),
		"a long tail":        append([]string{"示例（", " 示例）、"}, many(90, "示例要素很长、")...),
		"two brackets":       {"示例", "示例（", " 示例文字、", " 示例文字）", "示例要素、", "示例（", " 示例文字）", "示例要素"},
		"a bracket too long": append([]string{"示例（"}, many(60, " 示例文字示例文字，")...),
		"below nothing":      {" 示例文字示例文字示例文字示例文字示例文字示例文字", "示例文字示例文字示例文字"},
	}
}

// TestSlides walks slides of every length of title and amount of content, each at a quarter of the
// sizes: nothing is cut, nothing overlaps, everything stands on its ground.
func TestSlides(t *testing.T) {
	set := typeset.New()
	for name, cell := range amounts() {
		for i, n := range []int{1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 13, 16, 21, 29, 40, 61, 80, 1000} {
			for k, size := range sizes {
				if (i+k)%4 > 0 {
					continue
				}
				t.Run(fmt.Sprintf("%s/%d/%dx%d", name, n, size.X, size.Y), func(t *testing.T) {
					walkSlide(walk{T: t, p: Layout(slideOf(0, rowOf(n, cell...), rowOf(n, cell...)), &page.Normal, size, set)})
				})
			}
		}
	}
}

// TestCompositions walks a row of every length of title in each composition, 合页 of every number of rows and 目录 of
// every number of categories.
func TestCompositions(t *testing.T) {
	set, all := typeset.New(), append(slices.Clone(sizes), image.Pt(1366, 768), image.Pt(600, 1024), image.Pt(3840, 1080))
	content := [][]string{{"办理指南"}, {"示例要素、", "示例要素、", "示例要素、", "示例"}, {"社区工作、活动、资金等相关情况"}, strings.Split(strings.Repeat("示例文字示例文字，\n", 12)+"示例", "\n")}
	for i, n := range []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20, 24, 30, 40, 60} {
		for k, size := range all {
			for j, ask := range [][]string{nil, nil, nil, nil, {"家里有", "残疾人？"}, {"谁能领这笔补贴，领多少？"}} {
				if (i+j+k)%3 > 0 {
					continue
				}
				it := rowOf(n, content[j%4]...)
				it.Ask, it.Category = ask, string([]rune("农村集体土地征收与补偿安置政策执行情况")[:2+(i*5+k)%18])
				items := []catalogue.Item{it, it, it, it} // each takes another composition
				for r := range items {
					items[r].Number = r + 1
				}
				st := slideOf((i+k)%4, items...)
				t.Run(fmt.Sprintf("%v/%d/%d/%dx%d", session.CompositionOf(st), n, j, size.X, size.Y), func(t *testing.T) {
					walkSlide(walk{T: t, p: Layout(st, &page.Normal, size, set)})
				})
			}
		}
	}
	for n := 1; n <= 40; n += 3 {
		for _, size := range all {
			for name, st := range map[string]session.State{
				"group": sample.At(sample.Only(t, n+1, 1), session.Screen{Kind: session.Attract, Category: "示例类别1"}),
				"index": sample.At(sample.Only(t, n, n), session.Screen{Kind: session.Attract}),
			} {
				t.Run(fmt.Sprintf("%s/%d/%dx%d", name, n, size.X, size.Y), func(t *testing.T) {
					walkSlide(walk{T: t, p: Layout(st, &page.Normal, size, set)})
				})
			}
		}
	}
}

// TestSlidesOnPanels walks the round on panels whose reading distance asks for larger text: nothing meets, and what a
// slide says is no smaller.
func TestSlidesOnPanels(t *testing.T) {
	c, set := sample.Rows(t, 24), typeset.New()
	for _, panel := range []session.Panel{{Diagonal: 43 * 25.4, Distance: 1000}, {Diagonal: 43 * 25.4, Distance: 1500}, {Diagonal: 55 * 25.4, Distance: 2000}, {Diagonal: 21.5 * 25.4, Distance: 1000}} {
		for _, size := range []image.Point{{1080, 1920}, {1920, 1080}} {
			st := sample.At(c, session.Screen{Kind: session.Attract})
			st.Panel = panel
			floor := page.NewGrid(size).TypeFloor(panel)
			for i := range session.Slides(st) {
				st.View = session.View{Screen: session.SlideAt(st, i)}
				t.Run(fmt.Sprintf("%.0f mm/%v/%d/%dx%d", panel.Distance, session.CompositionOf(st), i, size.X, size.Y), func(t *testing.T) {
					p := Layout(st, &page.Normal, size, set)
					walkSlide(walk{T: t, p: p})
					for _, l := range p.Layers {
						for _, it := range l.Items {
							if text, ok := it.(*page.Text); ok && l.Name == "text" && text.Spans[0].Style.Size < floor {
								t.Errorf("%q is %v, the floor %v", text.Spans[0].Text, text.Spans[0].Style.Size, floor)
							}
						}
					}
				})
			}
		}
	}
}

// TestUnseenTitle: a title without visible characters leaves the leaf blank.
func TestUnseenTitle(t *testing.T) {
	for _, cell := range amounts() {
		it := rowOf(1, cell...)
		it.Title = strings.Repeat("\u200b", 12)
		p := laid(slideOf(0, it), 1080, 1920)
		if p.Leaf.Rect.Empty() || !p.Leaf.Rect.In(image.Rectangle{Max: p.Size}) {
			t.Fatalf("the leaf is %v", p.Leaf.Rect)
		}
	}
}

// TestOddSlides walks slides of odd catalogues.
func TestOddSlides(t *testing.T) {
	set := typeset.New()
	for name, c := range map[string]*catalogue.Catalogue{"odd": odd(t), "40": sample.Rows(t, 40)} {
		for i := range c.Items[:min(len(c.Items), 16)] {
			for _, size := range sizes {
				t.Run(fmt.Sprintf("%s/%d/%dx%d", name, i+1, size.X, size.Y), func(t *testing.T) {
					walkSlide(walk{T: t, p: Layout(sample.At(c, session.Screen{Kind: session.Attract, Number: c.Items[i].Number}), &page.Normal, size, set)})
				})
			}
		}
	}
}

func walkSlide(w walk) {
	w.layers()
	w.lines()
	leaf, hair := w.p.Leaf.Rect, w.p.Leaf.Hair
	for i, l := range w.p.Layers {
		if onLeaf := l.Ground == page.LeafInk; onLeaf != l.Bounds.Overlaps(leaf) || onLeaf && !l.Bounds.In(leaf) || l.Bounds.Overlaps(hair) {
			w.Errorf("layer %s on %v is at %v, the leaf at %v", l.Name, l.Ground, l.Bounds, leaf)
		}
		if w.p.Ticks != nil && l.Bounds.Overlaps(w.p.Ticks.Rect) {
			w.Errorf("layer %s at %v meets the ticks at %v", l.Name, l.Bounds, w.p.Ticks.Rect)
		}
		for _, o := range w.p.Layers[:i] {
			if l.Bounds.Overlaps(o.Bounds) {
				w.Errorf("layers %s at %v and %s at %v meet", o.Name, o.Bounds, l.Name, l.Bounds)
			}
		}
	}
}

// lines checks that lines keep within their layers and apart from each other. Punctuation that is
// squeezed at a line's edge counts with its squeezed width.
func (w walk) lines() {
	var all [][4]float64
	for _, l := range w.p.Layers {
		for _, it := range l.Items {
			t, ok := it.(*page.Text)
			if !ok {
				continue
			}
			w.glyphs(t)
			for i, line := range t.Lines {
				box := lineBox(t, i)
				if !within1(box, l.Bounds) {
					w.Errorf("line %d of %q at %.1f is cut by layer %s %v", i, t.Spans[0].Text, box, l.Name, l.Bounds)
				}
				for _, o := range all {
					if meet(box, o) {
						w.Errorf("line %d of %q at %.1f meets one at %.1f", i, t.Spans[0].Text, box, o)
					}
				}
				if line.Width > 0 {
					all = append(all, box)
				}
			}
		}
	}
}

// lineBox returns the em box of a line, or what digits fill of it if there are only digits.
func lineBox(t *page.Text, i int) [4]float64 {
	em, up, down, line, pitch := 0.0, .88, .12, t.Lines[i], float(t.Pitch)*float64(i)
	if !slices.ContainsFunc(line.Glyphs, func(g typeset.Glyph) bool { return (g.Rune < '0' || g.Rune > ':') && g.Rune != ' ' }) {
		up, down = .78, .03
	}
	for _, g := range line.Glyphs {
		em = max(em, float(g.Size))
	}
	if t.Vertical {
		return [4]float64{float64(t.X) - pitch - em/2, float64(t.Y) + float(line.X), em, float(line.Width)}
	}
	return [4]float64{float64(t.X) + float(line.X), float64(t.Y) + pitch - up*em, float(line.Width), (up + down) * em}
}

// TestUnknownClock: without a trusted time slides have neither time nor date nor a layer for them.
func TestUnknownClock(t *testing.T) {
	for i := range sample.Rows(t, 14).Items {
		st := slide(i + 1)(t)
		st.Clock = false
		for _, size := range sizes {
			for _, l := range laid(st, size.X, size.Y).Layers {
				for _, it := range l.Items {
					if text, ok := it.(*page.Text); ok && strings.ContainsAny(text.Spans[0].Text, ":期") || l.Name == "clock" {
						t.Errorf("slide %d at %v shows %s in layer %s", i+1, size, text.Spans[0].Text, l.Name)
					}
				}
			}
		}
	}
}

// TestSlideTarget: the whole screen opens the slide's row, and the invitation looks pressed.
func TestSlideTarget(t *testing.T) {
	p := laid(slide(6)(t), 1080, 1920)
	for _, at := range []image.Point{{0, 0}, {1079, 1919}, {540, 960}} {
		target, ok := p.Hit(at, 0)
		if !ok || target.Event != (session.Open{Screen: session.Screen{Kind: session.Item, Number: 6}}) {
			t.Errorf("a tap at %v means %v", at, target)
		}
	}
	pressed := 0
	target := p.Targets[0]
	for _, it := range target.Layer.Items {
		var look page.Look
		switch it := it.(type) {
		case *page.Rect:
			look = it.Look
		case *page.Icon:
			look = it.Look
		case *page.Text:
			look = it.Look
		}
		if look.Target == 1 && look.Down != page.None {
			pressed++
		}
	}
	if pressed != 3 || target.Paint != target.Layer.Bounds {
		t.Errorf("%d things change in %v, layer %v", pressed, target.Paint, target.Layer.Bounds)
	}
}

// TestSlideNames: a slide has a layer for each part that a movement handles by itself.
func TestSlideNames(t *testing.T) {
	for _, c := range []struct {
		row  int
		want string
	}{{1, "clock place title no text invite name"}, {6, "no title clock head text invite"}} {
		var names []string
		for _, l := range laid(slide(c.row)(t), 1080, 1920).Layers {
			names = append(names, l.Name)
		}
		if got := strings.Join(names, " "); got != c.want {
			t.Errorf("row %d has layers %s, want %s", c.row, got, c.want)
		}
	}
}

// TestCut: content that doesn't fit is truncated after a whole element, with …….
func TestCut(t *testing.T) {
	whole := strings.Repeat("示例", 9)
	for name, cell := range map[string][]string{"a list": {}, "a bracket": {"示例（"}} {
		for range 60 {
			if name == "a list" {
				cell = append(cell, whole+"，")
			} else {
				cell = append(cell, " "+whole+"，")
			}
		}
		p := laid(slideOf(0, rowOf(5, cell...)), 1080, 1920)
		last := ""
		for _, l := range p.Layers {
			if l.Name == "text" {
				last = l.Items[len(l.Items)-1].(*page.Text).Spans[0].Text
			}
		}
		if last != whole+"……" {
			t.Errorf("%s ends with %q", name, last)
		}
	}
}
