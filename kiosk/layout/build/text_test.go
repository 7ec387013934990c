package build

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// TestExcerpt has the rows of the shipped catalogue as the board shows them, and
// cells that are odd.
func TestExcerpt(t *testing.T) {
	tests := []struct {
		cell  string // an element a line
		limit int
		want  string
	}{
		{"机关名称、\n机构简介、\n机构地址、\n联系电话", 16, "机关名称、机构简介、机构地址……"},
		{"机关名称、\n机构简介、\n机构地址、\n联系电话", 30, "机关名称、机构简介、机构地址、联系电话"},
		{"协助做好人民调解工作\n开展社区普法宣传", 16, "协助做好人民调解工作……"},
		{"配合做好对未成年人的思想道德教育、协助开展科普活动\n协助", 16, "配合做好对未成年人的思想道德教育……"},
		{"培育发展社区社会组织，组织开展社区志愿服务活动", 16, "培育发展社区社会组织……"},
		{"一个长得放不下的要素要在限度处截断", 10, "一个长得放不下的要素……"},
		{"社区居民健康档案建立与管理", 10, "社区居民健康档案建立……"},
		{"十个字的要素就在这里、", 10, "十个字的要素就在这里、"},
		{"甲，\n乙", 2, "甲……"},
		{"甲", 1, "甲"},
	}
	for _, tt := range tests {
		var cell catalogue.Cell
		for _, e := range strings.Split(tt.cell, "\n") {
			cell = append(cell, catalogue.Element{Text: e})
		}
		if got := Excerpt(cell, tt.limit); got != tt.want {
			t.Errorf("%q in %d: %q, want %q", tt.cell, tt.limit, got, tt.want)
		}
	}
}

// TestPack: lines end before a unit that doesn't fit, and after one without a closing mark; only a
// unit longer than the measure takes several lines.
func TestPack(t *testing.T) {
	b := draft(1080, 1920, session.State{})
	for _, c := range []struct {
		units  string
		breaks []int
		lines  int
	}{
		{"甲、|乙、|丙、", nil, 1},
		{"示例甲、|示例乙、|示例丙、", []int{8}, 2},
		{"甲|乙、|丙", []int{1}, 2},
		{"示例文字示例文字示例文字、|乙", []int{13}, 3},
		{"示例文字示例文字示例|乙", []int{10}, 2},
		{"", nil, 1},
	} {
		var units []string
		if units = strings.Split(c.units, "|"); c.units == "" {
			units = []string{" "}
		}
		got := b.Pack(units, plain(40), fixed.I(400))
		if !slices.Equal(got.Breaks, c.breaks) || got.Lines != c.lines || got.Text != strings.Join(units, "") {
			t.Errorf("%s: %+v, want breaks %v in %d lines", c.units, got, c.breaks, c.lines)
		}
	}
	if got := b.Pack(nil, plain(40), fixed.I(400)); got.Lines != 0 {
		t.Errorf("nothing has %d lines", got.Lines)
	}
	work := func(n int) uint64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		b.Pack(slices.Repeat([]string{"“甲"}, n), plain(40), fixed.I(400))
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	if few, many := work(2000), work(8000); many > 8*few {
		t.Errorf("%d bytes of memory for 2000 units, %d for 8000", few, many)
	}
}

// TestOfficial: the closing mark is a span of its own in a quiet ink; a text of up to eight characters
// that fits stays whole.
func TestOfficial(t *testing.T) {
	for _, c := range []struct {
		text    string
		measure int
		spans   string
		whole   bool
	}{
		{"示例要素、", 400, "示例要素|、", true},
		{"示例要素示例要素，", 400, "示例要素示例要素|，", true},
		{"示例要素示例要素示", 400, "示例要素示例要素示", false},
		{"示例要素示例要素", 319, "示例要素示例要素", false},
		{"示例。", 400, "示例。", true},
	} {
		par := Official(c.text, plain(40), fixed.I(c.measure))
		var spans []string
		for _, s := range par.Spans {
			spans = append(spans, s.Text)
		}
		if got := strings.Join(spans, "|"); got != c.spans || par.Whole != c.whole {
			t.Errorf("%s in %d: %s, whole %v", c.text, c.measure, got, par.Whole)
		}
		if inks := QuietInks(par.Spans, page.Red); inks[0] != page.Red || len(inks) != len(spans) || len(inks) == 2 && inks[1] != page.Sep {
			t.Errorf("%s has inks %v", c.text, inks)
		}
	}
}

// TestPhrased: a title breaks where its file breaks it, unless it fits in one line or a part doesn't.
func TestPhrased(t *testing.T) {
	b := draft(1080, 1920, session.State{})
	breaks := []int{6, 10}
	for measure, want := range map[int][]int{480: nil, 479: breaks, 240: breaks, 239: nil} {
		if got := b.Phrased("城镇独生子女父母奖励办法", breaks, plain(40), fixed.I(measure)).Breaks; !slices.Equal(got, want) {
			t.Errorf("in %d it breaks at %v, want %v", measure, got, want)
		}
	}
}

// TestBeginning: a text keeps as many characters as the narrowest letters would need to fill the lines,
// and one line more.
func TestBeginning(t *testing.T) {
	for _, c := range []struct{ n, lines, w, em, want int }{
		{100, 1, 100, 50, 16}, {15, 1, 100, 50, 15}, {100, 2, 100, 50, 24}, {100, 1, 99, 50, 8}, {0, 1, 100, 50, 0},
	} {
		got := Beginning(strings.Repeat("示", c.n), c.lines, fixed.I(c.w), fixed.I(c.em))
		if n := len([]rune(got)); n != c.want {
			t.Errorf("%+v: %d characters", c, n)
		}
	}
}

// TestColumn: a vertical text is centred on its line and truncated to its room.
func TestColumn(t *testing.T) {
	b := draft(1080, 1920, session.State{})
	for room, want := range map[int]int{400: 160, 160: 160, 120: 120} {
		l := &page.Layer{}
		long := b.Column(l, "社区公开", plain(40), fixed.I(60), fixed.I(100), fixed.I(room), page.OnLeaf)
		text := l.Items[0].(*page.Text)
		if long.Round() != want || !text.Vertical || text.X != 60 || text.Y != 100 || len(text.Lines) != 1 {
			t.Errorf("room of %d: %v long at %d, %d in %d lines", room, long, text.X, text.Y, len(text.Lines))
		}
	}
}

// TestWrite: spans share a line, each in its ink; one ink serves for all.
func TestWrite(t *testing.T) {
	b := draft(1080, 1920, session.State{})
	for _, inks := range [][]page.Ink{{page.Red}, {page.Red, page.Ink2}} {
		text := b.Write(&page.Layer{}, fixed.I(10), fixed.I(50), inks, plain(40).Span("一"), plain(20).Span("项"))
		want := inks
		if len(inks) == 1 {
			want = nil
		}
		if text.Ink != page.Red || !slices.Equal(text.Inks, want) || len(text.Lines) != 1 || text.Lines[0].Width != fixed.I(60) {
			t.Errorf("inks %v: %v and %v, lines %v", inks, text.Ink, text.Inks, text.Lines)
		}
	}
}

// TestSharedLine: pens of one line stand on one baseline, and none leaves the line box.
func TestSharedLine(t *testing.T) {
	large, small := plain(60), Pen{Size: fixed.I(20), Leading: 4}
	for _, pens := range [][]Pen{{large}, {small}, {large, small}, {small, large}} {
		h, rise := SharedLine(pens...)
		var up, down fixed.Int26_6
		for _, p := range pens {
			up, down = max(up, p.Rise()), max(down, p.Line()-p.Rise())
		}
		if rise != up || h != up+down {
			t.Errorf("%+v: %v high, baseline at %v; want %v and %v", pens, h, rise, up+down, up)
		}
	}
	if a, b := plain(60).Rise(), (Pen{Size: fixed.I(60), Leading: 1.5}).Rise(); b-a != fixed.I(15) {
		t.Errorf("half a leading of 30 moves the baseline by %v", b-a)
	}
}

// TestRunLength counts elements of one kind at a cell's head; a lead ends a run.
func TestRunLength(t *testing.T) {
	for _, c := range []struct {
		depths string // 1: below another
		below  bool
		want   int
	}{
		{"000", false, 3}, {"001", false, 1}, {"01", false, 0}, {"110", true, 2}, {"111", true, 3},
		{"011", true, 0}, {"1", false, 0}, {"", true, 0}, {"", false, 0}, {"0001", false, 2},
	} {
		var cell catalogue.Cell
		for _, d := range c.depths {
			cell = append(cell, catalogue.Element{Depth: int(d - '0')})
		}
		if got := RunLength(cell, c.below); got != c.want {
			t.Errorf("%q below %v: %d, want %d", c.depths, c.below, got, c.want)
		}
	}
}

// TestLabels: an icon and its word are centred together, the icon before, behind or above.
func TestLabels(t *testing.T) {
	b := draft(1080, 1920, session.State{})
	r := rect(100, 100, 300, 200)
	s := IconLabel{Icon: "home", Word: "首页", Side: fixed.I(30), Gap: fixed.I(10), Pen: plain(40), Look: page.Look{Ink: page.Red, Target: 3}}
	behind, alone := s, s
	behind.Trailing = true
	alone.Icon, alone.Side, alone.Gap = "", 0, 0
	for _, c := range []struct {
		want  string
		top   int // of the word's line box
		paint func(*page.Layer)
	}{
		{"[home (140,135)-(170,165) 首页 at 180]", 130, func(l *page.Layer) { s.Beside(b, l, r) }},
		{"[home (230,135)-(260,165) 首页 at 140]", 130, func(l *page.Layer) { behind.Beside(b, l, r) }},
		{"[首页 at 160]", 130, func(l *page.Layer) { alone.Beside(b, l, r) }},
		{"[home (185,110)-(215,140) 首页 at 160]", 150, func(l *page.Layer) { s.Stack(b, l, r) }},
	} {
		l := &page.Layer{}
		c.paint(l)
		if got := fmt.Sprint(painted(l)); got != c.want {
			t.Errorf("painted %s, want %s", got, c.want)
		}
		if top := l.Items[len(l.Items)-1].(*page.Text).Y - plain(40).Rise().Round(); top != c.top {
			t.Errorf("%s: the word's top is at %d, want %d", c.want, top, c.top)
		}
		for _, it := range l.Items {
			if *page.LookOf(it) != s.Look {
				t.Errorf("%s: look %+v", c.want, page.LookOf(it))
			}
		}
	}
}

// TestMergeBreaks keeps the fewest breaks at which no line is longer than the room.
func TestMergeBreaks(t *testing.T) {
	for _, c := range []struct {
		breaks []int
		room   int
		want   []int // of 20 characters
	}{
		{nil, 5, nil}, {[]int{5, 10, 15}, 5, []int{5, 10, 15}}, {[]int{5, 10, 15}, 10, []int{10}}, {[]int{5, 10, 15}, 15, []int{15}},
		{[]int{5, 10, 15}, 20, nil}, {[]int{8}, 4, []int{8}}, {[]int{3, 14}, 12, []int{3, 14}},
	} {
		if got := MergeBreaks(c.breaks, 20, c.room); !slices.Equal(got, c.want) {
			t.Errorf("%v in lines of %d: %v, want %v", c.breaks, c.room, got, c.want)
		}
	}
}

// TestPackWhole: what needs more lines ends after a whole element, or after a mark inside the first.
func TestPackWhole(t *testing.T) {
	b := draft(1080, 1920, session.State{})
	for _, c := range []struct {
		units []string
		lines int
		want  string
	}{
		{[]string{"一二三、", "四五六"}, 1, "一二三、四五六"},
		{[]string{"一二三、", "四五六、", "七八九十"}, 1, "一二三、四五六……"},
		{[]string{"一二三四五六七八、", "一二三四五六七八、", "一二三四五六七八"}, 2, "一二三四五六七八、一二三四五六七八……"},
		{[]string{"一二三四五，六七八，九十一二三四五六七八，一二三四五六七八"}, 1, "一二三四五，六七八……"},
		{[]string{"一二三四五，六七八，九十一二三四五六七八", "九"}, 1, "一二三四五，六七八……"},
		{[]string{"一二三四五六七八九十一二三四五六七八九十"}, 1, "一二三四五六七八九十一二三四五六七八九十……"},
		{[]string{"一二三四五六七八九十一二三四五六七八九十", "一"}, 2, "一二三四五六七八九十一二三四五六七八九十……"},
		{[]string{strings.Repeat("一", 9000) + "、", "二"}, 2, strings.Repeat("一", 9000) + "……"},
		{[]string{""}, 1, ""},
		{nil, 1, ""},
	} {
		got := b.PackWhole(c.units, plain(40), fixed.I(440), c.lines)
		if got.Text != c.want {
			t.Errorf("%.60q in %d lines: %.60q, want %.60q", c.units, c.lines, got.Text, c.want)
		}
	}
}

// TestPackExcerpt: the elements of an excerpt are whole in its lines, unless they need a third.
func TestPackExcerpt(t *testing.T) {
	b := draft(1080, 1920, session.State{})
	cell := catalogue.Cell{{Text: "机构名称、"}, {Text: "机构职责、"}, {Text: "办公地址、"}, {Text: "办公时间"}}
	if got := b.PackExcerpt(cell, 26, plain(40), fixed.I(480)); got.Text != "机构名称、机构职责、办公地址、办公时间" || !slices.Equal(got.Breaks, []int{10}) {
		t.Errorf("%+v", got)
	}
	if got := b.PackExcerpt(cell, 26, plain(40), fixed.I(320)); got.Text != "机构名称、机构职责、办公地址、办公时间" || got.Breaks != nil {
		t.Errorf("%+v", got)
	}
}
