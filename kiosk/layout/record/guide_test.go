package record

import (
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// guidesOf returns sections of these names.
func guidesOf(names ...string) (all []catalogue.Guide) {
	for _, n := range names {
		all = append(all, catalogue.Guide{Heading: n, Body: "示例正文"})
	}
	return all
}

// tabEvents returns the section that each tab opens, by the tab's name; the open one is absent.
func (c *Flow) tabEvents() map[string]int {
	all := map[string]int{}
	for _, t := range c.texts() {
		if t.Target > 0 {
			all[wordsOf(t)] = c.Targets[t.Target-1].Event.(session.Choose).Tab
		}
	}
	return all
}

// TestTabs checks the tabs: the sections in the order of the elements that they are about, then the others.
func TestTabs(t *testing.T) {
	long := strings.Repeat("示例文字", 10)
	for _, c := range []struct {
		cell   string
		guides []string
		chosen int
		tabs   string
		want   map[string]int
	}{
		{"甲证、|乙证|丙证", []string{"乙证", "甲证"}, 0, "甲证|乙证", map[string]int{"甲证": 1}},
		{"甲证、|乙证|丙证", []string{"乙证", "甲证"}, 1, "甲证|乙证", map[string]int{"乙证": 0}},
		{"甲证、|乙证|丙证", []string{"乙证", "甲证"}, 9, "甲证|乙证", map[string]int{"乙证": 0}},
		{"甲证|乙证", []string{"乙证", "补办"}, 0, "乙证|补办", map[string]int{"补办": 1}},
		{"甲证|乙证", []string{"补办", "换证"}, 0, "补办|换证", map[string]int{"换证": 1}},
		{long + "|乙证", []string{"补办", long}, 0, long + "|补办", map[string]int{long: 1}},
		{"示例（| 示例）|甲证|乙证", []string{"甲证", "乙证"}, 0, "甲证|乙证", map[string]int{"乙证": 1}},
		{"示例（| 甲证）、|乙证", []string{"甲证", "乙证"}, 1, "乙证|甲证", map[string]int{"甲证": 0}},
	} {
		f := flow(portrait, session.Mode{})
		f.State.View.Tab = c.chosen
		f.Tabs(&catalogue.Item{Content: cellOf(c.cell), Guides: guidesOf(c.guides...)})
		got := f.tabEvents()
		if fmt.Sprint(got) != fmt.Sprint(c.want) || f.painted() != c.tabs {
			t.Errorf("%s with %v, %d open: tabs %v of %s, want %v of %s", c.cell, c.guides, c.chosen, got, f.painted(), c.want, c.tabs)
		}
		if filled := f.count(page.Red) == 1; !filled {
			t.Errorf("%s with %v: %d tabs are filled", c.cell, c.guides, f.count(page.Red))
		}
	}
}

// TestTabGrid: three tabs a row, 16 u between them; a row is as high as its highest tab.
func TestTabGrid(t *testing.T) {
	for _, c := range []struct {
		text  float64
		names []string
		want  []image.Rectangle
	}{
		{1, []string{"甲", "乙", "丙", "丁"}, []image.Rectangle{image.Rect(156, 16, 440, 120), image.Rect(456, 16, 740, 120), image.Rect(756, 16, 1040, 120), image.Rect(156, 136, 440, 240)}},
		{1.3, []string{"甲"}, []image.Rectangle{image.Rect(156, 16, 440, 128)}},
	} {
		f := flow(portrait, session.Mode{Text: c.text})
		var tabs []tab
		for i, name := range c.names {
			tabs = append(tabs, tab{name, i})
		}
		f.tabs(tabs, 0)
		if got := f.boxes("tab"); !slices.Equal(got, c.want) || f.Y.Round() != c.want[len(c.want)-1].Max.Y {
			t.Errorf("step %g: tabs at %v, to %v", c.text, got, f.Y)
		}
	}
}

// TestTabText: many characters are set smaller, then in two lines; large tabs are all of one size.
func TestTabText(t *testing.T) {
	for _, c := range []struct {
		text  float64
		chars int
		size  int // without its fraction
		lines int
	}{{1, 7, 34, 1}, {1, 8, 28, 1}, {1, 9, 28, 1}, {1, 10, 28, 2}, {1, 40, 28, 2}, {1.3, 6, 44, 1}, {1.3, 7, 36, 1}} {
		f := flow(portrait, session.Mode{Text: c.text})
		tabs := []tab{{"示例", 0}, {strings.Repeat("示", c.chars), 1}}
		s := f.tabText(tabs[1], fixed.I(268), f.tabSizes(tabs, fixed.I(268)), false)
		size := s.Spans()[0].Style.Size
		if size.Floor() != c.size || s.Lines() != c.lines {
			t.Errorf("step %g, %d characters: %v in %d lines", c.text, c.chars, size, s.Lines())
		}
		first := f.tabText(tabs[0], fixed.I(268), f.tabSizes(tabs, fixed.I(268)), false)
		if other := first.Spans()[0].Style.Size; c.text > 1 && other != size {
			t.Errorf("step %g, %d characters: sizes %v and %v", c.text, c.chars, other, size)
		}
	}
}

// TestGuideSteps: steps stand beside their numbers; a thread leads from each to the next.
func TestGuideSteps(t *testing.T) {
	for body, want := range map[string][3]int{ // circles, threads, paragraphs
		"示例":           {0, 0, 1},
		"示例\n示例":       {0, 0, 2},
		"1. 示例\n2. 示例": {2, 1, 2},
		"示例\n1. 示例\n示例\n2. 示例\n3. 示例": {3, 2, 5},
	} {
		f := flow(portrait, session.Mode{})
		f.section(catalogue.Guide{Heading: "示例", Body: body})
		numbers := 0
		for _, text := range f.texts() {
			if strings.Trim(wordsOf(text), "123") == "" {
				numbers++
			}
		}
		if got := [3]int{f.count(page.Red), f.count(page.Gold), len(f.texts()) - 1 - numbers}; got != want || numbers != want[0] {
			t.Errorf("%q: %d circles, threads and paragraphs, want %d; %d numbers", body, got, want, numbers)
		}
	}
}

// TestCodePlace: a link's code stands at the right of the section, below it where either is large, and
// alone beside its words.
func TestCodePlace(t *testing.T) {
	const short = "https://example.cn/a"
	for _, c := range []struct {
		name   string
		link   string
		guides int
		text   float64
		x      int // of the code's left edge; 0: there is none
		beside bool
	}{
		{"none", "", 1, 1, 0, false},
		{"beside", short, 1, 1, 1040 - 250, true},
		{"huge text", short, 1, 1.6, 156 + (884-250)/2, false},
		{"alone", short, 0, 1, 156, true},
		{"a large code", "https://example.cn/" + strings.Repeat("a", 400), 1, 1, -1, false},
		{"too long", "https://example.cn/" + strings.Repeat("a", 4000), 1, 1, 0, false},
	} {
		f := flow(portrait, session.Mode{Text: c.text})
		f.Guide(&catalogue.Item{Link: c.link, Guides: guidesOf("示例", "示例")[:c.guides]})
		codes := f.boxes("qr")
		if (len(codes) > 0) != (c.x != 0) || c.x > 0 && codes[0].Min.X != c.x {
			t.Errorf("%s: codes at %v", c.name, codes)
			continue
		}
		if c.x == 0 {
			continue
		}
		first := f.texts()[0].Y
		if beside := first > codes[0].Min.Y && first < codes[0].Max.Y; beside != c.beside || !strings.Contains(f.painted(), codeCaption) {
			t.Errorf("%s: code at %v, the text from %d", c.name, codes[0], first)
		}
		if f.Y.Round() < codes[0].Max.Y {
			t.Errorf("%s: ends at %v, its code at %v", c.name, f.Y, codes[0])
		}
	}
}

// TestGuideAbsent: an item with neither guide nor link has no block.
func TestGuideAbsent(t *testing.T) {
	f := flow(portrait, session.Mode{})
	if f.Guide(&catalogue.Item{}); f.Y != 0 || len(f.Boxes) > 0 {
		t.Errorf("a block to %v", f.Y)
	}
}

// TestEyebrow checks what stands above the title: the 一级事项 unless it is the title, the item's place, and for fourteen
// days the mark of a change with its day.
func TestEyebrow(t *testing.T) {
	day := time.Date(2026, 3, 10, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		title   string
		updated time.Time
		clock   bool
		want    string
	}{
		{"示例", time.Time{}, true, "类别|第|7|项　共14项"},
		{"", time.Time{}, true, "第|7|项　共14项"},
		{"类别", time.Time{}, true, "第|7|项　共14项"},
		{"示例", day, true, "类别|第|7|项　共14项|〔改〕|3月10日"},
		{"示例", day.AddDate(0, -1, 0), true, "类别|第|7|项　共14项"},
		{"示例", day, false, "类别|第|7|项　共14项"},
	} {
		f := flow(portrait, session.Mode{})
		f.State.Clock = c.clock
		f.eyebrow(&catalogue.Item{Number: 7, Category: "类别", Title: c.title, Updated: c.updated})
		if f.painted() != c.want {
			t.Errorf("%q of %v, clock %v: %s, want %s", c.title, c.updated, c.clock, f.painted(), c.want)
		}
	}
}

// TestEyebrowNamesTheCategory checks that a long 一级事项 stands whole above the title, and the item's place behind it or, without
// room, below.
func TestEyebrowNamesTheCategory(t *testing.T) {
	for n, lines := range map[int]int{12: 1, 24: 2, 45: 3, 200: 8} {
		f := flow(portrait, session.Mode{})
		category := strings.Repeat("示", n)
		f.eyebrow(&catalogue.Item{Number: 7, Title: "题", Category: category})
		if got, want := f.painted(), category+"|第|7|项　共14项"; got != want {
			t.Errorf("%s, want %s", got, want)
		}
		if got := int(f.Y / f.LabelPen(fonts.SansMedium, 1.3, .06).Line()); got != lines {
			t.Errorf("%d characters: %d lines, want %d", n, got, lines)
		}
		for _, text := range f.texts() {
			if w := build.Width(text.Lines); fixed.I(text.X)+w > f.X+f.W {
				t.Errorf("%d characters: %v wide from %d", n, w, text.X)
			}
		}
	}
}

// TestTitlePen: the size falls with the length; in landscape a title that all but fits keeps to one line.
func TestTitlePen(t *testing.T) {
	for _, c := range []struct {
		size  image.Point
		text  float64
		chars int
		want  int // without its fraction
	}{
		{portrait, 1, 8, 92}, {portrait, 1, 9, 76}, {portrait, 1, 11, 76}, {portrait, 1, 12, 68}, {portrait, 1, 24, 68}, {portrait, 1, 25, 56},
		{portrait, 2, 8, 115}, {landscape, 1, 8, 80}, {landscape, 1, 12, 62}, {landscape, 1, 15, 58}, {landscape, 1, 16, 62},
	} {
		f := flow(c.size, session.Mode{Text: c.text})
		if got := f.TitlePen(strings.Repeat("示", c.chars), itemMiddle); got.Size.Floor() != c.want || got.Face != fonts.SerifBlack {
			t.Errorf("%v step %g, %d characters: %v, want %d", c.size, c.text, c.chars, got.Size, c.want)
		}
	}
}

// TestTitleShrinks: only a long title is set smaller to keep to three lines, and none is cut.
func TestTitleShrinks(t *testing.T) {
	for _, c := range []struct{ chars, width, size, lines int }{
		{24, 884, 68, 2}, {24, 300, 68, 6}, {40, 884, 56, 3}, {60, 884, 43, 3}, {200, 884, 42, 10},
	} {
		f := flow(portrait, session.Mode{})
		f.W = fixed.I(c.width)
		f.title(&catalogue.Item{Title: strings.Repeat("示", c.chars)})
		text := f.texts()[0]
		if got := [2]int{text.Spans[0].Style.Size.Floor(), len(text.Lines)}; got != [2]int{c.size, c.lines} || text.Lines[len(text.Lines)-1].End != c.chars {
			t.Errorf("%+v: size and lines %d", c, got)
		}
		hang := page.Scale(text.Spans[0].Style.Size, .05)
		if text.X != (f.X-hang).Round() || f.Y != fixed.Int26_6(len(text.Lines))*text.Pitch {
			t.Errorf("%+v: begins at %d and ends at %v", c, text.X, f.Y)
		}
	}
}

// TestHeight: what is measured is neither painted nor boxed, and the column stays where it was.
func TestHeight(t *testing.T) {
	f := flow(portrait, session.Mode{})
	f.Y = fixed.I(100)
	h := f.Height(func(c *Flow) { c.Basis(cellOf("《示例》"), true) })
	if h <= 0 || f.Y != fixed.I(100) || len(f.On.Items) > 0 || len(f.Boxes) > 0 {
		t.Errorf("height %v; then at %v with %d things, %d boxes", h, f.Y, len(f.On.Items), len(f.Boxes))
	}
	if f.Basis(cellOf("《示例》"), true); f.Y != fixed.I(100)+h {
		t.Errorf("set to %v, measured %v", f.Y, h)
	}
}

// TestHostLines: a host is whole in its lines, each of which fits, and its end stands together in the last.
func TestHostLines(t *testing.T) {
	f := flow(portrait, session.Mode{})
	p := f.hostPen()
	for _, host := range []string{"gov.cn", "www.example.org", "zhengwu.fuwuzhongxin.xiangyuan.changzhi.shanxi.gov.cn:8080", strings.Repeat("a", 63) + ".example.org", "政务服务中心.中国"} {
		lines := f.hostLines(host, p, fixed.I(250))
		if strings.Join(lines, "") != host {
			t.Errorf("%s: %q", host, lines)
		}
		for _, line := range lines {
			if f.Draft.Setter.Width(p.Span(line)) > fixed.I(250) {
				t.Errorf("%s: %q is too wide", host, line)
			}
		}
		if end := host[strings.LastIndexByte(host[:strings.LastIndexByte(host, '.')], '.')+1:]; len(end) < 20 && !strings.HasSuffix(lines[len(lines)-1], end) {
			t.Errorf("%s: the end is parted: %q", host, lines)
		}
	}
}
