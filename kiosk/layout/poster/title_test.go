package poster

import (
	"fmt"
	"image"
	"strings"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// TestBreaks: a title breaks at the file's breaks, else at phrases, a short one in the middle.
func TestBreaks(t *testing.T) {
	for _, c := range []struct {
		name   string
		title  string
		breaks []int
		lines  int
		want   []int
	}{
		{"even", "孕前优生优育服务", nil, 2, []int{4}},
		{"odd", "残疾人补贴", nil, 2, []int{3}},
		{"not in a word", "政策法规文件", nil, 2, []int{4}},
		{"not in a number", "第三季度补贴", nil, 2, []int{4}},
		{"the file's", "城镇非职工居民独生子女保健费发放", []int{7}, 2, []int{7}},
		{"one of two", "城镇独生子女父母计划生育奖励办法", []int{8, 14}, 2, []int{8}},
		{"not in digits", "办事大厅12345热线", nil, 2, []int{4}},
		{"at a phrase", "城镇独生子女父母计划生育奖励", nil, 2, []int{8}},
		{"not at all", "残疾人补贴", nil, 1, nil},
	} {
		it := &catalogue.Item{Title: c.title, Breaks: c.breaks}
		p := slide{Draft: &build.Draft{Setter: typeset.New()}, it: it}
		if got := p.banner(p.title(), c.lines, 0, false).par.Breaks; fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%s: breaks at %v, want %v", c.name, got, c.want)
		}
	}
}

// TestClean: every line but the last ends where a word does.
func TestClean(t *testing.T) {
	for _, c := range []struct {
		ends []int
		want bool
	}{{nil, true}, {[]int{9}, true}, {[]int{4, 9}, true}, {[]int{3, 9}, false}, {[]int{4, 6, 9}, true}, {[]int{4, 5, 9}, false}} {
		var all []typeset.Line
		for _, end := range c.ends {
			all = append(all, typeset.Line{End: end})
		}
		if got := endsAtWords(all, []int{4, 6}); got != c.want {
			t.Errorf("lines that end at %v: %v", c.ends, got)
		}
	}
}

// lines returns n lines.
func lines(n int) []typeset.Line { return make([]typeset.Line, n) }

// TestBanners: a short title is tried in one line, a longer one in two, others in two to nine.
func TestBanners(t *testing.T) {
	for n, want := range map[int][]int{1: {1}, 3: {1}, 4: {2}, 10: {2}, 11: {2, 3, 4, 5, 6, 7, 8, 9}} {
		p := slideAt(portrait, &catalogue.Item{Title: strings.Repeat("示", n)})
		all := p.banners(p.title(), 3, 10, 0, false)
		if len(all) != len(want) {
			t.Errorf("%d characters: %d ways", n, len(all))
			continue
		}
		for i, b := range all {
			if b.lines > want[i] || b.long*float64(want[i]) < float64(n) {
				t.Errorf("%d characters: %d lines of %g em, asked for %d", n, b.lines, b.long, want[i])
			}
		}
	}
}

// TestColumnsApart: the columns of a vertical title are farther apart than its characters.
func TestColumnsApart(t *testing.T) {
	for _, size := range []image.Point{portrait, landscape} {
		p := slideAt(size, &catalogue.Item{Title: "城镇居民住房保障资格审核和发放情况公示"})
		for n := 2; n <= 5; n++ {
			b := p.banner(p.title(), n, .05, true)
			if down, apart := page.Scale(p.columnSize(b), 1.05), p.columnPitch(b); b.lines > 1 && float64(apart) < 1.08*float64(down) {
				t.Errorf("%v: %d columns %v apart, characters %v", size, b.lines, apart, down)
			}
		}
	}
}

// TestLargest: more lines must make a title larger by more than a tenth.
func TestLargest(t *testing.T) {
	for _, c := range []struct {
		sizes []int
		want  int
	}{{[]int{100}, 0}, {[]int{100, 110}, 0}, {[]int{100, 111}, 1}, {[]int{100, 111, 122}, 1}, {[]int{100, 90, 111}, 2}, {[]int{100, 111, 130, 120}, 2}} {
		var all []banner
		for i := range c.sizes {
			all = append(all, banner{lines: i})
		}
		best, size := largest(all, func(b banner) fixed.Int26_6 { return fixed.I(c.sizes[b.lines]) })
		if best.lines != c.want || size != fixed.I(c.sizes[c.want]) {
			t.Errorf("%v: %d at %v", c.sizes, best.lines, size)
		}
	}
}

// TestLowLetters: only letters hang below the last line, and a title that can't be seen counts as a character.
func TestLowLetters(t *testing.T) {
	for title, want := range map[string]bool{"示例": false, "12345": false, "示例gy": true} {
		p := slideAt(portrait, &catalogue.Item{Title: title})
		if b := p.banner(p.title(), 1, 0, false); b.low != want || b.lines != 1 {
			t.Errorf("%s: low %v in %d lines", title, b.low, b.lines)
		}
	}
	p := slideAt(portrait, &catalogue.Item{Title: "\u200b"})
	if b := p.banner(p.title(), 1, 0, false); b.long != 1 || b.lines != 1 {
		t.Errorf("nothing is %g em long in %d lines", b.long, b.lines)
	}
}

// TestTallLetters checks that the lines of a title stand apart where letters of other scripts rise and descend farther
// than hanzi, also beside Latin ones.
func TestTallLetters(t *testing.T) {
	for title, want := range map[string]float64{"残疾人补贴": 1.04, "Wi-Fi密码": 1.04, "办理ئۇيغۇر指南": 1.5, "WiFi བོད་ཡིག": 1.5} {
		p := slideAt(portrait, &catalogue.Item{Title: title})
		if b := p.banner(p.title(), 1, 0, false); b.leading(1.04) != want || (want > 1.04) != b.tall {
			t.Errorf("%s: a pitch of %v", title, b.leading(1.04))
		}
	}
}
