package poster

import (
	"image"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/page"
)

// TestShortOrLong: few elements of few characters without an indented one make a short slide.
func TestShortOrLong(t *testing.T) {
	for cell, want := range map[string]bool{
		"示例": true, times(4, "示例文字"): true, times(5, "示例"): false, strings.Repeat("示", 39): true, strings.Repeat("示", 40): false,
		times(4, strings.Repeat("示", 10)): false, "示例（| 示例）": false,
	} {
		if got := isShort(cellOf(cell)); got != want {
			t.Errorf("%s: short is %v", cell, got)
		}
	}
}

// TestAtMost: of a cell only what the smallest letters could fit into the room is set.
func TestAtMost(t *testing.T) {
	// 884 px by 340 px hold 26 by 10 characters of 34 px, or four letters in the place of each.
	for _, c := range []struct {
		lengths []int
		want    []int
		all     bool
	}{
		{[]int{1040}, []int{1040}, true}, {[]int{1041}, []int{1040}, false}, {[]int{1000, 40}, []int{1000, 40}, true},
		{[]int{1000, 41}, []int{1000}, false}, {[]int{1000, 40, 1}, []int{1000, 40}, false},
	} {
		var cell catalogue.Cell
		for _, n := range c.lengths {
			cell = append(cell, catalogue.Element{Text: strings.Repeat("示", n)})
		}
		got, all := slideAt(portrait, &catalogue.Item{}).beginningOf(cell, fixed.I(340))
		var lengths []int
		for _, e := range got {
			lengths = append(lengths, len([]rune(e.Text)))
		}
		if !slices.Equal(lengths, c.want) || all != c.all {
			t.Errorf("%v: %v, all %v", c.lengths, lengths, all)
		}
	}
}

// TestEnded: what is cut ends with …… in place of its closing mark, and never with a lead.
func TestEnded(t *testing.T) {
	for _, c := range []struct {
		cell string
		n    int
		want string
	}{
		{"甲、|乙、|丙", 1, "甲……"}, {"甲、|乙、|丙", 2, "甲、|乙……"}, {"甲、|乙、|丙", 3, "甲、|乙、|丙……"},
		{"甲、|乙（| 丙、| 丁）", 2, "甲……"}, {"甲、|乙（| 丙、| 丁）", 3, "甲、|乙（|丙……"}, {"乙（| 丙）", 1, "乙（……"},
	} {
		cell := cellOf(c.cell)
		var texts []string
		for _, e := range firstOf(cell, c.n) {
			texts = append(texts, e.Text)
		}
		if got := strings.Join(texts, "|"); got != c.want {
			t.Errorf("%d of %s: %s, want %s", c.n, c.cell, got, c.want)
		}
		if cell[c.n-1] != cellOf(c.cell)[c.n-1] {
			t.Errorf("%s was changed", c.cell)
		}
	}
}

// TestLargestText: text is set at the largest size that divides the measure and fits, and what doesn't
// fit at the least size is cut.
func TestLargestText(t *testing.T) {
	for _, c := range []struct {
		cell  string
		room  int
		chars int // of a line
		cut   bool
	}{
		{"示例文字示例文字示例文字", 2000, 17, false},         // 52 at most
		{times(6, "示例要素、"), 2000, 13, false},      // 68, as all are short
		{times(6, "示例要素、"), 660, 20, false},       // six of 110
		{times(60, "示例文字示例文字示例"), 1000, 26, true}, // 34 at least
		{strings.Repeat("示例文字", 400), 1000, 26, true},
	} {
		it := &catalogue.Item{Content: cellOf(c.cell)}
		p := slideAt(portrait, it)
		s := p.largestText(fixed.I(c.room))
		list := s.parts[0].list
		last := list[len(list)-1].Lines
		glyphs := last[len(last)-1].Glyphs
		if s.f != fixed.I(884)/fixed.Int26_6(c.chars) || (glyphs[len(glyphs)-1].Rune == '…') != c.cut {
			t.Errorf("%.30s in %d: size %v, ends with %c", c.cell, c.room, s.f, glyphs[len(glyphs)-1].Rune)
		}
		if high := p.listHeight(list, s.f); high > fixed.I(c.room) {
			t.Errorf("%.30s in %d: %v high", c.cell, c.room, high)
		}
	}
}

// TestBalance: in landscape a list has two columns as even as they can be; of equal ways the first column
// is the longer one.
func TestBalance(t *testing.T) {
	one, two, three := &page.Text{Pitch: fixed.I(50), Lines: lines(1)}, &page.Text{Pitch: fixed.I(50), Lines: lines(2)}, &page.Text{Pitch: fixed.I(50), Lines: lines(9)}
	for _, c := range []struct {
		size image.Point
		list []*page.Text
		want int
	}{
		{portrait, []*page.Text{one, one, one}, 3}, {landscape, []*page.Text{one}, 1}, {landscape, []*page.Text{one, one}, 1},
		{landscape, []*page.Text{one, one, one}, 2}, {landscape, []*page.Text{one, one, three}, 2}, {landscape, []*page.Text{three, one, one}, 1},
		{landscape, []*page.Text{two, one, one, one}, 2}, {landscape, []*page.Text{one, one, one, one, one}, 3},
	} {
		p := slideAt(c.size, &catalogue.Item{Content: cellOf("甲|乙")})
		if got := p.balance(c.list, fixed.I(40)); got != c.want {
			t.Errorf("%v, %d elements: %d in the first column, want %d", c.size, len(c.list), got, c.want)
		}
	}
}

// TestPassages: a bracketed list stands below its lead, and before the elements that follow it.
func TestPassages(t *testing.T) {
	p := slideAt(portrait, &catalogue.Item{})
	s := p.setText(cellOf("示例（包括| 甲、| 乙）、|丙、|丁|示例（| 戊）"), fixed.I(40))
	var got []string
	for _, part := range s.parts {
		text := ""
		if part.lead != nil {
			text = wordsOf(part.lead) + ":"
		}
		for _, e := range part.list {
			text += wordsOf(e)
		}
		for _, line := range part.tail {
			text += "/"
			for _, e := range line {
				text += wordsOf(e.text)
			}
		}
		got = append(got, text)
	}
	if want := []string{"示例（包括:甲、乙）、/丙、丁", "示例（:戊）"}; !slices.Equal(got, want) {
		t.Errorf("passages %q, want %q", got, want)
	}
	y := fixed.I(300)
	p.place(s, y)
	lowest := 0
	for _, name := range []string{"text.lead", "text.item", "text.tail"} {
		for _, r := range p.boxes(name) {
			lowest = max(lowest, r.Max.Y)
		}
	}
	if lowest != (y + s.height).Round() {
		t.Errorf("the text ends at %d, its height is %v", lowest, s.height)
	}
}

// TestTails: whole elements fill a line, the closing mark with its full width between them and half of
// it at the line's end.
func TestTails(t *testing.T) {
	p := slideAt(portrait, &catalogue.Item{})
	p.right = p.left + fixed.I(400)
	for cell, want := range map[string][]int{ // elements a line
		"示例|示例|示例": {3}, times(4, "示例、"): {3, 1}, times(3, "示例示例示"): {2, 1}, times(2, "示例示例示例"): {1, 1}, strings.Repeat("示例", 9) + "|示例": {1, 1},
	} {
		var got []int
		for _, line := range p.tails(cellOf(cell), fixed.I(40)) {
			got = append(got, len(line))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v elements a line, want %v", cell, got, want)
		}
	}
}
