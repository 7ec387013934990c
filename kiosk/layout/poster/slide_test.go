package poster

import (
	"image"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// TestFitted: a text too long for its room is set smaller, then in two lines of which the second keeps
// the baseline, and then smaller again, and cut only below 18 u.
func TestFitted(t *testing.T) {
	for _, c := range []struct {
		chars, size, lines int
		cut                bool
	}{{10, 40, 1, false}, {11, 36, 1, false}, {20, 20, 1, false}, {30, 20, 2, false}, {40, 20, 2, false}, {42, 19, 2, false}, {60, 18, 2, true}} {
		p := slideAt(portrait, &catalogue.Item{})
		l := p.addLayer("place", page.Paper)
		pen := build.Pen{Face: fonts.SerifBold, Size: fixed.I(40), Leading: 1}
		p.fitText(l, string([]rune(strings.Repeat("城镇独生子女父母计划生育奖励办法", 4))[:c.chars]), pen, fixed.I(100), fixed.I(500), fixed.I(400), fixed.I(20), page.Red)
		text := l.Items[0].(*page.Text)
		last := text.Lines[len(text.Lines)-1]
		if text.Spans[0].Style.Size.Floor() != c.size || len(text.Lines) != c.lines || (last.End < c.chars) != c.cut {
			t.Errorf("%d characters: %d lines of %v to %d", c.chars, len(text.Lines), text.Spans[0].Style.Size, last.End)
		}
		baseline := fixed.I(text.Y) + fixed.Int26_6(len(text.Lines)-1)*text.Pitch
		if off := baseline.Round() - 500; off < -1 || off > 1 {
			t.Errorf("%d characters stand on %v", c.chars, baseline)
		}
		if build.Width(text.Lines) > fixed.I(401) {
			t.Errorf("%d characters are %v wide", c.chars, build.Width(text.Lines))
		}
	}
}

// TestNumber: a number of many digits is set smaller on the same baseline, from the left or centred.
func TestNumber(t *testing.T) {
	for _, c := range []struct {
		number  int
		centred bool
		small   bool
		box     image.Rectangle // of centred ones all of the room
	}{{7, false, false, image.Rectangle{}}, {123456, false, true, image.Rectangle{}}, {7, true, false, image.Rect(100, 50, 300, 150)}, {123456, true, true, image.Rect(100, 50, 300, 150)}} {
		p := slideAt(portrait, &catalogue.Item{Number: c.number})
		l := p.addLayer("no", page.Paper)
		pen := build.Pen{Face: fonts.SerifBlack, Size: fixed.I(100), Leading: 1}
		p.number(l, pen, fixed.I(100), fixed.I(50), fixed.I(200), page.Red, c.centred)
		text, box := l.Items[0].(*page.Text), p.boxes("no")[0]
		if got := text.Spans[0].Style.Size < pen.Size; got != c.small || text.Y != 50+pen.Rise().Round() {
			t.Errorf("%d centred %v: %v on %d", c.number, c.centred, text.Spans[0].Style.Size, text.Y)
		}
		end := text.X + build.Width(text.Lines).Round()
		if c.centred && (box != c.box || text.X+end < 399 || text.X+end > 401 || end > 300-15) || !c.centred && (text.X != 100 || end > 301) {
			t.Errorf("%d centred %v: from %d to %d, box %v", c.number, c.centred, text.X, end, box)
		}
	}
}

// TestProgress: a tick for each slide, or with a count beside a line where there are many; a single slide has none.
func TestProgress(t *testing.T) {
	for _, c := range []struct {
		slides, at int
		onLeaf     bool
		count      string
	}{{1, 0, false, ""}, {2, 1, false, ""}, {24, 3, true, ""}, {25, 3, false, "4 / 25"}, {300, 299, true, "300 / 300"}} {
		p := slideAt(portrait, &catalogue.Item{})
		p.foot.onLeaf = c.onLeaf
		p.progress(c.at, c.slides)
		if (p.Ticks != nil) != (c.slides > 1) {
			t.Errorf("%d slides: ticks %+v", c.slides, p.Ticks)
		}
		if p.Ticks == nil {
			continue
		}
		count, right, top := "", 984, 1920-56-84-32-12
		if l := p.layer("count"); l != nil {
			text := l.Items[0].(*page.Text)
			count, right = wordsOf(text), text.X-24
			if ink := text.Inks[0]; ink == page.OnLeaf != c.onLeaf || l.Role != page.Chrome {
				t.Errorf("%d slides: the count is %v", c.slides, ink)
			}
		}
		if want := (page.Ticks{Rect: image.Rect(100, top, right, top+12), Slides: c.slides, Current: c.at, OnLeaf: c.onLeaf}); count != c.count || *p.Ticks != want {
			t.Errorf("%d slides: %+v with %q, want %+v with %q", c.slides, *p.Ticks, count, want, c.count)
		}
	}
}

// TestName: a name stands at the foot's right only where it keeps clear of the invitation.
func TestName(t *testing.T) {
	wide := slideAt(portrait, &catalogue.Item{}).width(build.Pen{Face: fonts.SerifBold, Size: fixed.I(32), Track: .04}, "示例目录").Ceil()
	for room, want := range map[int]bool{wide + 32: true, wide + 30: false, 0: false} {
		p := slideAt(portrait, &catalogue.Item{})
		p.footName("示例目录", p.right-fixed.I(room))
		if got := p.layer("name") != nil; got != want {
			t.Errorf("room of %d: %v", room, got)
		}
	}
}

// TestDrift: what is common to all slides moves by the drift of the state, and nothing else does.
func TestDrift(t *testing.T) {
	for turns, by := range map[int]image.Point{0: {}, 1: image.Pt(4, -2), 6: image.Pt(-3, -4), 9: image.Pt(4, -2)} {
		p := slideAt(portrait, &catalogue.Item{})
		p.State.Turns, p.State.Now = turns, p.State.Now.Truncate(time.Hour) // a single slide drifts by the minute
		pen := build.Pen{Face: fonts.SansRegular, Size: fixed.I(40), Leading: 1}
		own, chrome := p.addLayer("text", page.Paper), p.addChrome("place", page.Paper)
		for _, l := range []*page.Layer{own, chrome} {
			p.Label(l, "示例", pen, fixed.I(100), fixed.I(100), page.Black)
			l.Icon("touch", fixed.I(300), fixed.I(100), fixed.I(40), page.Red)
			l.Hug()
		}
		p.invite()
		p.progress(0, 2)
		was, ticks, paint, hit, box := chrome.Bounds, p.Ticks.Rect, p.Targets[0].Paint, p.Targets[0].Hit, p.boxes("ticks")[0]
		p.drift()
		for i, dx := range []int{0, by.X} {
			l := []*page.Layer{own, chrome}[i]
			if text, icon := l.Items[0].(*page.Text), l.Items[1].(*page.Icon); text.X != 100+dx || icon.Rect.Min.X != 300+dx || l.Bounds != was.Add(image.Pt(dx, by.Y*i)) {
				t.Errorf("turn %d: layer %s at %v, text at %d, icon at %v", turns, l.Name, l.Bounds, text.X, icon.Rect)
			}
		}
		if p.Ticks.Rect != ticks.Add(by) || p.Targets[0].Paint != paint.Add(by) || p.Targets[0].Hit != hit || p.boxes("ticks")[0] != box.Add(by) {
			t.Errorf("turn %d: ticks %v, paint %v, hit %v", turns, p.Ticks.Rect, p.Targets[0].Paint, p.Targets[0].Hit)
		}
	}
}

// TestSmallTitle: a title beside a poster's clock has two lines, or more of smaller ones in no more height.
func TestSmallTitle(t *testing.T) {
	for chars, want := range map[int][2]int{5: {60, 1}, 20: {60, 2}, 24: {48, 2}, 30: {40, 2}, 40: {40, 3}, 60: {34, 4}, 200: {34, 4}} { // size, lines
		p := slideAt(portrait, &catalogue.Item{Title: strings.Repeat("示", chars)})
		p.smallTitle(fixed.I(72), fixed.I(1580), fixed.I(600))
		text := p.layer("title").Items[0].(*page.Text)
		if got := [2]int{text.Spans[0].Style.Size.Round(), len(text.Lines)}; got != want {
			t.Errorf("%d characters: size and lines %d, want %d", chars, got, want)
		}
	}
}

// TestOpening: the first paragraph has five lines at most, others as many as make four, but never a single one.
func TestOpening(t *testing.T) {
	for _, c := range []struct {
		paras []int // characters, of 17 a line
		want  []int // lines
	}{
		{[]int{17}, []int{1}}, {[]int{200}, []int{5}}, {[]int{17, 200}, []int{1, 3}}, {[]int{34, 200}, []int{2, 2}},
		{[]int{51, 200}, []int{3}}, {[]int{17, 17, 200}, []int{1, 1, 2}}, {[]int{17, 17, 17, 200}, []int{1, 1, 1}},
	} {
		var body []string
		for _, n := range c.paras {
			body = append(body, strings.Repeat("示", n))
		}
		p := slideAt(portrait, &catalogue.Item{})
		p.beginning(&catalogue.Notice{Body: strings.Join(body, "\n")}, fixed.I(1120), p.right)
		var got []int
		for _, it := range p.layer("text").Items {
			got = append(got, len(it.(*page.Text).Lines))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("paragraphs of %v: lines %v, want %v", c.paras, got, c.want)
		}
	}
	p := slideAt(portrait, &catalogue.Item{})
	if p.beginning(&catalogue.Notice{}, 0, p.right); p.layer("text") != nil || p.layer("when") == nil {
		t.Error("a notice without a text has one, or no date")
	}
}

// TestNamesWhole: no line of a notice's beginning parts a name in a list, or an amount in a table.
func TestNamesWhole(t *testing.T) {
	for _, body := range []string{
		strings.Repeat("王某某　欧阳某某　李　某\n", 4),
		"王某某 李某 赵某某 欧阳某 王某某 李某 赵某某 欧阳某 王某某 李某 赵某某 欧阳某",
		"科目\t上期结余\t本期收入\t本期支出\n集体经营\t12,300.00\t8,600.00\t4,150.50\n转移支付\t60,000.00\t58,200.00\t16,749.50",
	} {
		words := strings.FieldsFunc(body+" ……", unicode.IsSpace)
		for room := 500; room < 984; room += 20 {
			p := slideAt(portrait, &catalogue.Item{})
			p.beginning(&catalogue.Notice{Body: body}, fixed.I(1120), fixed.I(room))
			for _, it := range p.layer("text").Items {
				text := it.(*page.Text)
				runes := []rune(wordsOf(text))
				for i, l := range text.Lines {
					end := l.End
					if i == len(text.Lines)-1 && end < len(runes) { // …… follows
						for end > 0 && unicode.IsSpace(runes[end-1]) {
							end--
						}
					}
					shown := strings.ReplaceAll(string(runes[l.Start:end]), string(wordJoiner), "")
					for w := range strings.FieldsFuncSeq(shown, unicode.IsSpace) {
						if !slices.Contains(words, w) {
							t.Errorf("%d px: %q is no word of %q", room, w, body)
						}
					}
				}
			}
		}
	}
}

// TestSlideForms: each kind of slide folds the leaf to its side, and a tap opens what it names.
func TestSlideForms(t *testing.T) {
	picture := func(w, h int) []catalogue.Image { return []catalogue.Image{{Name: "a", Width: w, Height: h}} }
	for name, c := range map[string]struct {
		it      catalogue.Item
		notice  *catalogue.Notice
		edges   [2]page.Edge // free ones, portrait and landscape
		wide    int          // the leaf in landscape
		picture bool
	}{
		"short":  {catalogue.Item{Number: 3, Title: "示例", Content: cellOf("示例")}, nil, [2]page.Edge{page.BottomEdge, page.RightEdge}, 1020, false},
		"long":   {catalogue.Item{Number: 3, Title: "示例", Content: cellOf(times(40, "示例要素、"))}, nil, [2]page.Edge{page.RightEdge, page.RightEdge}, 270, false},
		"notice": {catalogue.Item{Number: 3}, &catalogue.Notice{File: "n", Title: "示例", Body: "示例"}, [2]page.Edge{page.TopEdge, page.LeftEdge}, 840, false},
		"tall":   {catalogue.Item{Number: 3}, &catalogue.Notice{File: "n", Title: "示例", Images: picture(100, 150)}, [2]page.Edge{page.TopEdge, page.RightEdge}, 1200, true},
		"wide":   {catalogue.Item{Number: 3}, &catalogue.Notice{File: "n", Title: "示例", Images: picture(150, 100)}, [2]page.Edge{page.TopEdge, page.RightEdge}, 340, true},
		"broken": {catalogue.Item{Number: 3}, &catalogue.Notice{File: "n", Title: "示例", Images: []catalogue.Image{{Name: "a"}}}, [2]page.Edge{page.TopEdge, page.LeftEdge}, 840, false},
	} {
		for i, size := range []image.Point{portrait, landscape} {
			p := slideAt(size, &c.it)
			opens := session.Screen{Kind: session.Item, Number: 3}
			p.State.View.Number = 3
			if c.notice != nil {
				p.State.Catalogue.Notices, p.State.OnAir = []catalogue.Notice{*c.notice}, []int{0}
				p.State.View.Notice, opens = "n", session.Screen{Kind: session.Notice, Notice: "n"}
			}
			p.View = p.State.View
			Slide(p.Draft)
			if got := p.Page.Leaf.FreeEdge(); got != c.edges[i] || p.Landscape && p.Page.Leaf.Rect.Dx() != c.wide {
				t.Errorf("%s %v: leaf %v, free edge %d, want %d", name, size, p.Page.Leaf.Rect, got, c.edges[i])
			}
			if len(p.Targets) != 1 || p.Targets[0].Event != (session.Open{Screen: opens}) {
				t.Errorf("%s %v: targets %+v", name, size, p.Targets)
			}
			if got := p.layer("picture") != nil; got != c.picture {
				t.Errorf("%s %v: has a picture: %v", name, size, got)
			}
		}
	}
}

// TestLongLeaf: the leaf of a long slide is wider for a title of several columns, and no title crosses
// its hairline.
func TestLongLeaf(t *testing.T) {
	for _, c := range []struct {
		size    image.Point
		chars   int
		leaf    int
		columns int
	}{
		{portrait, 2, 360, 1}, {portrait, 9, 360, 1}, {portrait, 10, 430, 2}, {portrait, 60, 430, 4},
		{landscape, 7, 270, 1}, {landscape, 8, 340, 2}, {landscape, 60, 340, 4},
	} {
		p := slideAt(c.size, &catalogue.Item{Number: 3, Title: strings.Repeat("示", c.chars), Content: cellOf(times(9, "示例要素、"))})
		p.longSlide()
		l := p.layer("title")
		text := l.Items[0].(*page.Text)
		if p.Page.Leaf.Rect != image.Rect(0, 0, c.leaf, c.size.Y) || len(text.Lines) != c.columns || !text.Vertical {
			t.Errorf("%v, %d characters: leaf %v, %d columns", c.size, c.chars, p.Page.Leaf.Rect, len(text.Lines))
		}
		if l.Bounds.Max.X > p.Page.Leaf.Hair.Min.X || l.Bounds.Min.X < 0 {
			t.Errorf("%v, %d characters: title at %v, hairline at %v", c.size, c.chars, l.Bounds, p.Page.Leaf.Hair)
		}
	}
}

// TestUpperSizes: a short slide's title is as large as its width allows while the elements keep the room for a
// readable size, and its leaf ends above them.
func TestUpperSizes(t *testing.T) {
	for _, c := range []struct {
		size            image.Point
		chars, elements int
		want            int // without its fraction
	}{{portrait, 1, 1, 470}, {portrait, 2, 4, 470}, {portrait, 3, 4, 470}, {portrait, 4, 1, 470}, {portrait, 10, 1, 188}, {image.Pt(1280, 1600), 4, 4, 346}} {
		p := slideAt(c.size, &catalogue.Item{Number: 3, Title: strings.Repeat("示", c.chars), Content: cellOf(times(c.elements, "示例要素"))})
		p.shortSlide()
		text := p.layer("title").Items[0].(*page.Text)
		if size := text.Spans[0].Style.Size.Floor(); size != c.want {
			t.Errorf("%d characters, %d elements: %d, want %d", c.chars, c.elements, size, c.want)
		}
		elements := p.layer("text")
		if leaf := p.Page.Leaf.Rect; leaf.Max.Y > elements.Bounds.Min.Y || elements.Bounds.Max.Y > p.ticksTop().Round() {
			t.Errorf("%d characters, %d elements: leaf to %d, elements at %v", c.chars, c.elements, leaf.Max.Y, elements.Bounds)
		}
		for _, it := range elements.Items {
			if text, ok := it.(*page.Text); ok && text.Spans[0].Style.Size < fixed.I(37) {
				t.Errorf("%d characters, %d elements: elements of %v", c.chars, c.elements, text.Spans[0].Style.Size)
			}
		}
	}
}

// TestFootGround: ticks and invitation take the inks of what they stand on.
func TestFootGround(t *testing.T) {
	for onLeaf, want := range map[bool][2]page.Ink{false: {page.Paper, page.Red}, true: {page.LeafInk, page.OnLeaf}} {
		p := slideAt(portrait, &catalogue.Item{})
		p.foot.onLeaf = onLeaf
		end := p.invite()
		l := p.layer("invite")
		text := l.Items[len(l.Items)-1].(*page.Text)
		if got := [2]page.Ink{l.Ground, text.Ink}; got != want || l.Role != page.Chrome {
			t.Errorf("on the leaf %v: inks %v, want %v", onLeaf, got, want)
		}
		if p.Targets[0].Hit != image.Rect(0, 0, 1080, 1920) || end.Round() > p.Targets[0].Paint.Max.X {
			t.Errorf("on the leaf %v: hit at %v, ends at %v", onLeaf, p.Targets[0].Hit, end)
		}
	}
}

// TestEveryPosterNamesItsCategory: two items of one title are told apart by their 一级事项, which an item
// without a 二级事项 has as its title.
func TestEveryPosterNamesItsCategory(t *testing.T) {
	for f, content := range map[session.Composition]string{session.ShortSlide: "示例", session.LongSlide: times(9, "示例要素、"), session.HeadSlide: "示例", session.FigureSlide: "示例", session.AskSlide: "示例"} {
		for _, category := range []string{"养老服务", "农村集体土地征收与补偿安置政策执行情况"} {
			for _, size := range []image.Point{portrait, landscape} {
				for _, title := range []string{"审核信息", ""} {
					p := slideAt(size, &catalogue.Item{Number: 1, Category: category, Title: title, Content: cellOf(content), Ask: []string{"要", "示例？"}})
					compositions[f](p)
					seen := 0
					for _, l := range p.Layers {
						for _, it := range l.Items {
							if text, ok := it.(*page.Text); ok && wordsOf(text) == category && text.Lines[len(text.Lines)-1].End == utf8.RuneCountInString(category) {
								seen++
							}
						}
					}
					if seen != 1 {
						t.Errorf("composition %v, %v, %q: 一级事项 %q stands %d times", f, size, title, category, seen)
					}
				}
			}
		}
	}
}
