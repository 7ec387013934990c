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
		got, all := slideAt(portrait, &catalogue.Item{}).beginningOf(plain(340), cell, fixed.I(340))
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

// TestLargestText: a line holds as few characters as will do, from the longest of the short elements on, and what
// doesn't fit at the least size is cut.
func TestLargestText(t *testing.T) {
	for _, c := range []struct {
		cell  string
		room  int
		title int
		chars int // of a line
		cut   bool
	}{
		{"示例文字示例文字示例文字", 2000, 1000, 6, false},    // 150 at most
		{"示例文字示例文字示例文字", 2000, 115, 9, false},     // a title of 115 is larger than 100
		{"示例文字示例文字示例文字", 250, 1000, 12, false},    // two lines of 80
		{times(6, "示例要素、"), 2000, 1000, 7, false}, // six of 300
		{times(2, "示例要素示例要素、"), 2000, 1000, 9, false},
		{times(6, "示例要素、"), 660, 1000, 20, false}, // six of 110
		{times(60, "示例文字示例文字示例"), 1000, 1000, 26, true},
		{strings.Repeat("示例文字", 400), 1000, 1000, 26, true},
	} {
		p, fd := slideAt(portrait, &catalogue.Item{Content: cellOf(c.cell)}), plain(c.room)
		fd.title = fixed.I(c.title)
		s := p.largestText(fd)
		list := s.parts[0].list
		last := list[len(list)-1].Lines
		glyphs := last[len(last)-1].Glyphs
		if s.f != fixed.I(884)/fixed.Int26_6(c.chars) || (glyphs[len(glyphs)-1].Rune == '…') != c.cut {
			t.Errorf("%.30s in %d: size %v, ends with %c", c.cell, c.room, s.f, glyphs[len(glyphs)-1].Rune)
		}
		if s.height > fixed.I(c.room+1) {
			t.Errorf("%.30s in %d: %v high", c.cell, c.room, s.height)
		}
	}
}

// TestLeastHeight: the height that spares setting a size is none that its text would fit in.
func TestLeastHeight(t *testing.T) {
	for _, size := range []image.Point{portrait, landscape} {
		for _, content := range []string{"示例文字，示例文字（示例）、《示例》", times(7, "示例文字示例文字示例，"), "示例（包括| 示例文字示例文字示例、| 示例）、|示例要素、|示例要素、|示例要素", "Lorem ipsum dolor sit amet, consectetur"} {
			p, fd := slideAt(size, &catalogue.Item{Content: cellOf(content)}), plain(900)
			fd.columns = size == landscape
			measure := p.measure(fd, p.it.Content)
			for n := 6; n < 26; n++ {
				f := measure / fixed.Int26_6(n)
				least, set := p.emWidths(fd, p.it.Content).least(fd, f, measure), p.setText(fd, p.it.Content, f)
				if least > set.height {
					t.Errorf("%s of %d characters a line: %v high, thought %v at least", content, n, set.height, least)
				}
			}
		}
	}
}

// TestSpread: elements take the room that is left, each the same, up to .6 of their size above and below.
func TestSpread(t *testing.T) {
	for room, want := range map[int]float64{575: 0, 700: .25, 1000: .6} {
		p := slideAt(portrait, &catalogue.Item{Content: cellOf(times(4, "示例要素、"))})
		s := p.spread(p.setText(plain(room), p.it.Content, fixed.I(60)), fixed.I(room))
		if got := float64(s.spread) / float64(s.f); got < want-.01 || got > want+.01 {
			t.Errorf("%d: spread by %.2f em, want %.2f", room, got, want)
		}
	}
}

// TestFirstLine: no gold line stands above the first element of an open field, but below a lead.
func TestFirstLine(t *testing.T) {
	for cell, want := range map[string]int{"示例、|示例": 1, "示例（| 示例、| 示例）": 2} {
		p, fd := slideAt(portrait, &catalogue.Item{Content: cellOf(cell)}), plain(900)
		fd.open = true
		p.text(*fd)
		golden := 0
		for _, it := range p.layer("text").Items {
			if r, ok := it.(*page.Rect); ok && r.Ink == page.Gold {
				golden++
			}
		}
		if golden != want {
			t.Errorf("%s: %d lines, want %d", cell, golden, want)
		}
	}
}

// TestQuietBrackets: the bracket of a group is quiet, behind its lead and with the mark behind its last element.
func TestQuietBrackets(t *testing.T) {
	p := slideAt(portrait, &catalogue.Item{})
	for cell, want := range map[string][2]string{
		"情形（包括| 甲、| 乙等）、|丙": {"（包括", "）、"}, "情形| 甲| 乙）": {"", "）"}, "情形（例）| 甲（乙）、": {"", "、"}, "情形（| 甲（乙））": {"（", "）"},
	} {
		part := p.setText(plain(900), cellOf(cell), fixed.I(40)).parts[0]
		quiet := func(t *page.Text) (words string) {
			for i, ink := range t.Inks {
				if ink == page.Sep {
					words += t.Spans[i].Text
				}
			}
			return words
		}
		if got := [2]string{quiet(part.lead), quiet(part.list[len(part.list)-1])}; got != want {
			t.Errorf("%s: quiet %q, want %q", cell, got, want)
		}
	}
}

// TestPieces: the short pieces of a single element stay whole, whatever its line holds.
func TestPieces(t *testing.T) {
	text := "社区工作、活动、资金等相关情况"
	for n := 7; n < 16; n++ {
		p, fd := slideAt(portrait, &catalogue.Item{}), plain(900)
		list := p.setText(fd, cellOf(text), fixed.I(884)/fixed.Int26_6(n)).parts[0].list
		for _, l := range list[0].Lines {
			shown := strings.ReplaceAll(string([]rune(wordsOf(list[0]))[l.Start:l.End]), string(wordJoiner), "")
			if !strings.HasPrefix(shown, "社区工作、") && !strings.HasPrefix(shown, "活动、") && !strings.HasPrefix(shown, "资金") {
				t.Errorf("%d characters a line: a line %s", n, shown)
			}
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
		p, fd := slideAt(c.size, &catalogue.Item{}), plain(900)
		fd.columns = p.Landscape
		s := textSetting{fd: fd, f: fixed.I(40), measure: p.measure(fd, cellOf("甲|乙"))}
		if got := p.balance(&s, c.list); got != c.want {
			t.Errorf("%v, %d elements: %d in the first column, want %d", c.size, len(c.list), got, c.want)
		}
	}
}

// TestPassages: a bracketed list stands below its lead, and before the elements that follow it.
func TestPassages(t *testing.T) {
	p := slideAt(portrait, &catalogue.Item{})
	s := p.setText(plain(900), cellOf("示例（包括| 甲、| 乙）、|丙、|丁|示例（| 戊）"), fixed.I(40))
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
	p.placeText(s, y)
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
	for cell, want := range map[string][]int{ // elements a line
		"示例|示例|示例": {3}, times(4, "示例、"): {3, 1}, times(3, "示例示例示"): {2, 1}, times(2, "示例示例示例"): {1, 1}, strings.Repeat("示例", 9) + "|示例": {1, 1},
	} {
		var got []int
		for _, line := range p.tails(cellOf(cell), fixed.I(40), fixed.I(346)) {
			got = append(got, len(line))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v elements a line, want %v", cell, got, want)
		}
	}
}
