package layout

import (
	"testing"

	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/session"
)

// modeScreens are the design's pictures of what a resident may choose.
var modeScreens = []designScreen{
	{"home-contrast", chosen(board14, session.Mode{Contrast: true})},
	{"home-large", chosen(board14, session.Mode{Text: 1.3})},
	{"home-xlarge", chosen(board14, session.Mode{Text: 2})},
	{"home-lowreach", chosen(board14, session.Mode{LowReach: true})},
	{"item-contrast", chosen(withContact(6), session.Mode{Contrast: true})},
	{"item-large", chosen(withContact(6), session.Mode{Text: 1.6})},
	{"item-xlarge", chosen(withContact(6), session.Mode{Text: 2})},
	{"item-04-xlarge", chosen(withContact(4), session.Mode{Text: 2})},
	{"item-lowreach-xlarge", chosen(withContact(6), session.Mode{LowReach: true, Text: 2, Contrast: true})},
	{"item-lowreach", chosen(withContact(6), session.Mode{LowReach: true})},
}

func board14(t *testing.T) session.State {
	return sample.At(sample.Rows(t, 14), session.Screen{Kind: session.Home})
}

// chosen is a state in a mode.
func chosen(state func(*testing.T) session.State, m session.Mode) func(*testing.T) session.State {
	return func(t *testing.T) session.State {
		st := state(t)
		st.Mode = m
		return st
	}
}

// modeExceptions are differences of these screens that are meant.
var modeExceptions = []exception{
	{"portrait-item-large", "text [，、]", "a line ends one character earlier and parts no word"},
	{"portrait-home-*large", "box *", taller}, {"portrait-home-*large", "text *", taller},
}

// taller: with large text rows beside each other are 112 high, as a finger needs 96 of
// each and room between them; all below is lower. TestLargeBoard compares what is not.
const taller = "rows of one category are 112 high at least"

// TestLargeBoard compares the first three categories of the large board, which have one row
// each and stand as drawn.
func TestLargeBoard(t *testing.T) {
	design := readDesign(t)
	for _, s := range modeScreens[1:3] {
		p, want := laid(s.state(t), 1080, 1920), design["portrait-"+s.name].Boxes
		got := make(map[string][][4]float64)
		for _, b := range p.Boxes {
			got[b.Name] = append(got[b.Name], [4]float64{float(b.Rect.Min.X), float(b.Rect.Min.Y), float(b.Rect.Max.X - b.Rect.Min.X), float(b.Rect.Max.Y - b.Rect.Min.Y)})
		}
		c := comparison{t: t, screen: s.name}
		for i := range 3 {
			c.oneBox("box row", i, got["row"][i], want["row"][i])
			c.oneBox("box category", i, got["category"][i], want["category"][i])
			c.oneBox("box group", i, got["group"][i], want["group"][i])
		}
		for _, name := range []string{"strip", "ww", "pill", "fade", "foot", "bar"} {
			c.oneBox("box "+name, 0, got[name][0], want[name][0])
		}
		if n := len(got["row"]); n != 14 {
			t.Errorf("%s: %d rows", s.name, n)
		}
	}
}
