package poster

import (
	"fmt"
	"image"
	"strings"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// dealt returns a slide of a catalogue of n sample items dealt over as many categories.
func dealt(t *testing.T, size image.Point, n, categories int) *slide {
	p := slideAt(size, &catalogue.Item{})
	p.State.Catalogue = sample.Only(t, n, categories)
	return p
}

// TestCells: categories stand in one column, two or three, and on a wide screen in three with icons.
func TestCells(t *testing.T) {
	for _, c := range []struct {
		n, room int
		wide    bool
		want    cells
	}{
		{1, 10, false, cells{1, 1, true}}, {4, 10, false, cells{1, 4, true}}, {5, 10, false, cells{2, 3, true}},
		{12, 10, false, cells{2, 6, true}}, {20, 10, false, cells{2, 10, true}}, {21, 10, false, cells{3, 7, false}},
		{30, 10, false, cells{3, 10, false}}, {40, 10, false, cells{3, 10, false}},
		{12, 5, false, cells{2, 6, true}}, {14, 7, false, cells{2, 7, true}}, {15, 7, false, cells{3, 5, false}},
		{12, 7, true, cells{3, 4, true}}, {22, 7, true, cells{3, 7, false}},
	} {
		if got := cellsOf(c.n, c.room, c.wide); got != c.want {
			t.Errorf("%d categories in %d rows, wide %v: %+v, want %+v", c.n, c.room, c.wide, got, c.want)
		}
	}
}

// TestIndex: every category has a cell between the leaf and the ticks, and …… stands for those without room.
func TestIndex(t *testing.T) {
	for _, size := range []image.Point{portrait, landscape, {1600, 1080}, {3840, 1080}, {1280, 1600}} {
		for _, n := range []int{1, 2, 4, 5, 12, 13, 20, 24, 30, 40} {
			p := dealt(t, size, n, n)
			p.indexSlide()
			shown, last := p.boxes("cats"), ""
			for _, it := range p.layer("cats").Items {
				if text, ok := it.(*page.Text); ok {
					last = wordsOf(text)
				}
			}
			if cut := len(shown) < n; cut != (last == build.Ellipsis) || len(shown) < min(n, 18) {
				t.Errorf("%v: %d of %d categories, the last is %s", size, len(shown), n, last)
			}
			for _, r := range shown {
				if r.Overlaps(p.Leaf.Rect) || r.Max.Y > p.ticksTop().Floor() || r.Max.X > size.X-60 {
					t.Errorf("%v: %d categories: a cell at %v, leaf %v", size, n, r, p.Leaf.Rect)
				}
			}
			if p.Targets[0].Event != (session.Open{Screen: session.Screen{Kind: session.Home}}) {
				t.Errorf("opens %v", p.Targets[0].Event)
			}
		}
	}
}

// TestGroup: up to six rows share what the leaf leaves, and …… stands for others.
func TestGroup(t *testing.T) {
	for _, size := range []image.Point{portrait, landscape, {3840, 1080}, {1280, 1600}} {
		for _, n := range []int{2, 3, 6, 7, 30} {
			p := dealt(t, size, n, 1)
			p.View.Category = "示例类别1"
			p.groupSlide()
			rows, last := p.boxes("rows"), ""
			for _, it := range p.layer("rows").Items {
				if text, ok := it.(*page.Text); ok {
					last = wordsOf(text)
				}
			}
			if len(rows) != min(n, 6) || (last == build.Ellipsis) != (n > 6) {
				t.Errorf("%v: %d of %d rows, the last %s", size, len(rows), n, last)
			}
			for _, r := range rows {
				if r.Dy() < 94 || r.Dy() > 342 || r.Overlaps(p.Leaf.Rect) || r.Max.Y > p.ticksTop().Floor() {
					t.Errorf("%v: %d rows: one at %v, leaf %v", size, n, r, p.Leaf.Rect)
				}
			}
			if p.Targets[0].Event != (session.Open{Screen: session.Screen{Kind: session.Category, Category: "示例类别1"}}) {
				t.Errorf("opens %v", p.Targets[0].Event)
			}
		}
	}
}

// TestFigure: the number is as large as its digits let it be on the leaf, on one baseline with its words.
func TestFigure(t *testing.T) {
	for _, c := range []struct {
		number int
		sizes  [2]int // portrait, landscape; without their fraction
	}{{7, [2]int{500, 500}}, {11, [2]int{500, 380}}, {131, [2]int{340, 253}}, {123456, [2]int{183, 109}}} {
		for i, size := range []image.Point{portrait, landscape} {
			p := slideAt(size, &catalogue.Item{Number: c.number, Title: "示例", Content: cellOf("示例")})
			p.figureSlide()
			l := p.layer("figure")
			word, number := l.Items[0].(*page.Text), l.Items[1].(*page.Text)
			if got := number.Spans[0].Style.Size.Floor(); got < c.sizes[i]-1 || got > c.sizes[i]+1 {
				t.Errorf("%v, %d: size %d, want %d", size, c.number, got, c.sizes[i])
			}
			if d := word.Y - number.Y; d < -1 || d > 1 {
				t.Errorf("%v, %d: baselines %d and %d", size, c.number, word.Y, number.Y)
			}
			if !l.Bounds.In(p.Leaf.Rect) || l.Bounds.Overlaps(p.Leaf.Hair) {
				t.Errorf("%v, %d: at %v, leaf %v", size, c.number, l.Bounds, p.Leaf.Rect)
			}
		}
	}
}

// TestQuestion: a question keeps its lines, and one of a single long line is broken; what it leads to ends above
// the ticks.
func TestQuestion(t *testing.T) {
	for _, c := range []struct {
		ask   string
		title int
		lines int
	}{{"家里有|残疾人？", 5, 2}, {"要办证？", 10, 1}, {"谁能领这笔补贴，领多少？", 24, 2}, {"一|二|三", 60, 3}} {
		for _, size := range []image.Point{portrait, landscape, {1600, 1080}, {1280, 1600}, {3840, 1080}} {
			p := slideAt(size, &catalogue.Item{Number: 6, Category: "示例", Title: strings.Repeat("示", c.title), Ask: strings.Split(c.ask, "|")})
			p.askSlide()
			var titles []*page.Text
			for _, l := range p.Layers {
				if l.Name == "title" {
					titles = append(titles, l.Items[0].(*page.Text))
				}
				if !l.Bounds.In(image.Rectangle{Max: size}) {
					t.Errorf("%v, %s: layer %s at %v", size, c.ask, l.Name, l.Bounds)
				}
			}
			if len(titles) != 2 || len(titles[0].Lines) < c.lines {
				t.Fatalf("%v, %s: %d titles, %d lines", size, c.ask, len(titles), len(titles[0].Lines))
			}
			if to := p.boxes("to")[0]; to.Max.Y > p.ticksTop().Round() {
				t.Errorf("%v, %s: what it leads to is at %v, the ticks at %v", size, c.ask, to, p.ticksTop())
			}
		}
	}
}

// TestHeadLines: a title across the leaf has one line up to six characters, two up to eighteen, and more of a long
// one, and leaves the text its room.
func TestHeadLines(t *testing.T) {
	for chars, want := range map[int][2]int{1: {1, 200}, 4: {1, 200}, 6: {1, 156}, 7: {2, 200}, 14: {2, 133}, 18: {2, 104}, 30: {4, 109}, 60: {5, 78}} { // lines, size
		p := slideAt(portrait, &catalogue.Item{Number: 3, Title: strings.Repeat("示", chars), Content: cellOf("示例")})
		p.headSlide()
		text := p.layer("title").Items[0].(*page.Text)
		if got := [2]int{len(text.Lines), text.Spans[0].Style.Size.Floor()}; got != want {
			t.Errorf("%d characters: lines and size %d, want %d", chars, got, want)
		}
	}
}

// TestWideHead: number, 一级事项 and title share a baseline; a long 一级事项 stands below the centre's name instead of
// making the title small.
func TestWideHead(t *testing.T) {
	for _, c := range []struct {
		category string
		title    int
		above    bool
	}{{"助残", 5, false}, {"社会救助", 14, false}, {"示例类别名称共有十四个汉字的", 14, true}, {strings.Repeat("示", 40), 20, true}} {
		p := slideAt(landscape, &catalogue.Item{Number: 13, Category: c.category, Title: strings.Repeat("题", c.title), Content: cellOf("示例|示例")})
		p.headSlide()
		number, category, title := p.layer("no").Items[0].(*page.Text), p.layer("category").Items[0].(*page.Text), p.layer("title").Items[0].(*page.Text)
		last := fixed.I(title.Y) + title.Pitch*fixed.Int26_6(len(title.Lines)-1)
		if d := last.Round() - number.Y; d < -1 || d > 1 || (category.Y < number.Y) != c.above {
			t.Errorf("%s: baselines %d, %d, %v", c.category, number.Y, category.Y, last)
		}
		for _, a := range p.Layers {
			for _, b := range p.Layers {
				if a != b && a.Bounds.Overlaps(b.Bounds) {
					t.Errorf("%s: layers %s at %v and %s at %v meet", c.category, a.Name, a.Bounds, b.Name, b.Bounds)
				}
			}
		}
	}
}

// TestAtWord: a short title that no even break suits is broken at a word.
func TestAtWord(t *testing.T) {
	for title, want := range map[string]string{"公共法律服务": "[2]", "残疾人补贴": "[3]", "孕前优生优育服务": "[4]"} {
		p := slideAt(portrait, &catalogue.Item{Title: title})
		if got := fmt.Sprint(p.banner(p.title(), 2, 0, false).par.Breaks); got != want {
			t.Errorf("%s breaks at %s, want %s", title, got, want)
		}
	}
}

// TestEventLine: when and where stand on a line each, the text below them, and long ones are smaller and whole.
func TestEventLine(t *testing.T) {
	for _, c := range []struct {
		when, where string
		lines, size int
		text        int // its top
	}{
		{"3月14日（星期六）9:00", "党群服务中心门前广场", 2, 64, 1400},
		{"3月14日", "", 1, 64, 1313},
		{"", strings.Repeat("示例地点", 6), 2, 64, 1400},
		{"3月14日（星期六）上午9:00至11:30", strings.Repeat("示例地点", 8), 3, 60, 0},
	} {
		p := slideAt(portrait, &catalogue.Item{})
		p.left, p.right = fixed.I(72), fixed.I(1008)
		p.beginning(&catalogue.Notice{When: c.when, Where: c.where, Body: "示例文字"}, fixed.I(1120), p.right)
		text := p.layer("when").Items[0].(*page.Text)
		last := text.Lines[len(text.Lines)-1]
		if len(text.Lines) > c.lines || last.End != len([]rune(c.when+c.where)) || text.Spans[0].Style.Size.Round() > c.size || text.Spans[0].Style.Size < fixed.I(37) {
			t.Errorf("%s %s: %d lines of %v to %d", c.when, c.where, len(text.Lines), text.Spans[0].Style.Size, last.End)
		}
		if top := p.boxes("text")[0].Min.Y; c.text != 0 && (top < c.text-1 || top > c.text+1) {
			t.Errorf("%s %s: the text begins at %d, want %d", c.when, c.where, top, c.text)
		}
	}
}
