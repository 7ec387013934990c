package record

import (
	"image"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// TestFactRows: a fact that an item does not have leaves no hole.
func TestFactRows(t *testing.T) {
	all := catalogue.Item{Deadline: "示", Publisher: "示", Levels: []string{"社区"}, Channels: cellOf("示"), Audience: "示", Manner: "示"}
	for _, c := range []struct {
		change func(*catalogue.Item)
		want   string // rows parted by |
	}{
		{func(*catalogue.Item) {}, "公开时限|公开主体 公开层级|公开渠道和载体|公开对象 公开方式"},
		{func(it *catalogue.Item) { it.Deadline = "" }, "公开主体 公开层级|公开渠道和载体|公开对象 公开方式"},
		{func(it *catalogue.Item) { it.Publisher, it.Channels = "", nil }, "公开时限|公开层级|公开对象 公开方式"},
		{func(it *catalogue.Item) { it.Levels, it.Audience = nil, "" }, "公开时限|公开主体|公开渠道和载体|公开方式"},
		{func(it *catalogue.Item) { it.Audience, it.Manner = "", "" }, "公开时限|公开主体 公开层级|公开渠道和载体"},
		{func(it *catalogue.Item) { *it = catalogue.Item{} }, ""},
	} {
		it := all
		c.change(&it)
		var rows []string
		for _, row := range FactRows(&it, []string{"县级", "社区"}) {
			var names []string
			for _, f := range row {
				names = append(names, f.name)
			}
			rows = append(rows, strings.Join(names, " "))
		}
		if got := strings.Join(rows, "|"); got != c.want {
			t.Errorf("rows %s, want %s", got, c.want)
		}
	}
}

// TestFactCells: two facts share a row where there is room, and stand below each other where there is not.
func TestFactCells(t *testing.T) {
	for _, c := range []struct {
		size  image.Point
		text  float64
		first string
		want  [2][2]int // left edge and width of each cell
		below bool
	}{
		{portrait, 1, "示例单位", [2][2]int{{156, 422}, {618, 422}}, false},
		{portrait, 1, "示例社区居民委员会示例社区居民委员会", [2][2]int{{156, 422}, {618, 422}}, false},
		{portrait, 1.6, "示例单位", [2][2]int{{156, 884}, {156, 884}}, true},
		{landscape, 1, "示例单位", [2][2]int{{156, 180}, {360, 680}}, false},
		{landscape, 1, "示例社区居民委员会", [2][2]int{{156, 884}, {156, 884}}, true},
		{narrow, 1, "示例单位", [2][2]int{{156, 884}, {156, 884}}, true},
	} {
		f := flow(c.size, session.Mode{Text: c.text})
		f.Facts(FactRows(&catalogue.Item{Publisher: c.first, Levels: []string{"社区"}}, []string{"社区"}), false)
		var got [2][2]int
		boxes := f.boxes("facts.cell")
		for i, r := range boxes {
			got[i] = [2]int{r.Min.X, r.Dx()}
		}
		if got != c.want || (boxes[1].Min.Y > boxes[0].Min.Y) != c.below || !c.below && boxes[0].Dy() != boxes[1].Dy() {
			t.Errorf("%v step %g %s: cells %v", c.size, c.text, c.first, boxes)
		}
	}
}

// TestFactLines: each row has a hairline under each of its cells, the last one only if it is closed.
func TestFactLines(t *testing.T) {
	rows := FactRows(&catalogue.Item{Deadline: "示", Publisher: "示", Levels: []string{"社区"}, Channels: cellOf("示")}, []string{"社区"})
	for closed, want := range map[bool]int{false: 3, true: 4} {
		f := flow(portrait, session.Mode{})
		if f.Facts(rows, closed); f.count(page.Line) != want {
			t.Errorf("closed %v: %d lines, want %d", closed, f.count(page.Line), want)
		}
	}
	f := flow(portrait, session.Mode{})
	f.FactBlock(rows, true)
	if rule := f.On.Items[0].(*page.Rect); rule.Ink != page.Black || rule.Rect != image.Rect(156, 0, 1040, 3) {
		t.Errorf("rule %v at %v", rule.Ink, rule.Rect)
	}
}

// TestChannels: channels stand beside each other while they fit, a closing mark with its full width.
func TestChannels(t *testing.T) {
	for _, c := range []struct {
		cell string
		want [][2]int // column and line of each
	}{
		{"示例栏、|示例网", [][2]int{{0, 0}, {4*34 + 36, 0}}},
		{"示例栏|示例网", [][2]int{{0, 0}, {3*34 + 36, 0}}},
		{strings.Repeat("示", 13) + "|" + strings.Repeat("示", 12), [][2]int{{0, 0}, {0, 1}}},
		{strings.Repeat("示", 12) + "|" + strings.Repeat("示", 12) + "|示", [][2]int{{0, 0}, {12*34 + 36, 0}, {0, 1}}},
		{strings.Repeat("示", 30) + "|示", [][2]int{{0, 0}, {0, 2}}},
	} {
		f := flow(portrait, session.Mode{})
		channelsValue(cellOf(c.cell))(f)
		var got [][2]int
		line := f.factPen().Line().Round()
		for _, text := range f.texts() {
			got = append(got, [2]int{text.X - 156, (text.Y - f.texts()[0].Y + 2) / line})
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: at %v, want %v", c.cell, got, c.want)
		}
		if end := f.texts()[len(got)-1]; f.Y.Round() < end.Y {
			t.Errorf("%s: the next fact begins at %v, the last line is at %d", c.cell, f.Y, end.Y)
		}
	}
}

// TestLevels: every column of the catalogue is named, those that are ticked in red with a check.
func TestLevels(t *testing.T) {
	f := flow(portrait, session.Mode{})
	levelsValue([]string{"社区"}, []string{"县级", "乡镇", "社区"})(f)
	if f.painted() != "县级|乡镇|社区" {
		t.Fatalf("painted %s", f.painted())
	}
	for i, want := range []page.Ink{page.Ink2, page.Ink2, page.Red} {
		if got := f.texts()[i].Ink; got != want {
			t.Errorf("level %d is %v, want %v", i, got, want)
		}
	}
	icons := 0
	for _, it := range f.On.Items {
		if icon, ok := it.(*page.Icon); ok {
			if icons++; icon.Name != "check" || icon.Rect.Min.X < f.texts()[2].X+68 {
				t.Errorf("%s at %v", icon.Name, icon.Rect)
			}
		}
	}
	if icons != 1 {
		t.Errorf("%d checks", icons)
	}
}

// TestPictures: a picture is as wide as the column or as high as it may be, then centred on mat; one that
// can't be shown takes no room.
func TestPictures(t *testing.T) {
	for _, c := range []struct {
		images []catalogue.Image
		want   []image.Rectangle // frames and pictures
		mats   int
		end    int
	}{
		{nil, nil, 0, 0},
		{[]catalogue.Image{{}}, nil, 0, 0},
		{[]catalogue.Image{{Width: 884, Height: 442}}, []image.Rectangle{image.Rect(156, 0, 1040, 442), image.Rect(156, 0, 1040, 442)}, 0, 474},
		{[]catalogue.Image{{Width: 500, Height: 1000}}, []image.Rectangle{image.Rect(156, 0, 1040, 600), image.Rect(448, 0, 748, 600)}, 1, 632},
		{[]catalogue.Image{{Width: 1080, Height: 12000}}, []image.Rectangle{image.Rect(156, 0, 1040, 9822), image.Rect(156, 0, 1040, 9822)}, 0, 9854},
		{[]catalogue.Image{{Width: 200, Height: 12000}}, []image.Rectangle{image.Rect(156, 0, 1040, 24000), image.Rect(398, 0, 798, 24000)}, 1, 24032},
		{[]catalogue.Image{{Width: 100, Height: 50}}, []image.Rectangle{image.Rect(156, 0, 1040, 100), image.Rect(498, 0, 698, 100)}, 1, 132},
		{
			[]catalogue.Image{{Width: 884, Height: 100}, {}, {Width: 884, Height: 100}},
			[]image.Rectangle{image.Rect(156, 0, 1040, 100), image.Rect(156, 0, 1040, 100), image.Rect(156, 124, 1040, 224), image.Rect(156, 124, 1040, 224)}, 0, 256,
		},
	} {
		f := flow(portrait, session.Mode{})
		f.Pictures(c.images, fixed.I(24), fixed.I(600))
		if got := f.boxes("picture"); !slices.Equal(got, c.want) || f.count(page.Mat) != c.mats || f.Y.Round() != c.end {
			t.Errorf("%+v: at %v on %d mats, to %v; want %v to %d", c.images, got, f.count(page.Mat), f.Y, c.want, c.end)
		}
	}
}
