package frame

import (
	"slices"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// TestRests: a page rests at its ends, with a row's top at the viewport's edge, or with the content area of a line 12 u
// below it; a rail's lines count only once the content stays at its end, and where there are none it rests anywhere.
func TestRests(t *testing.T) {
	p := build.Pen{Face: fonts.SansRegular, Size: fixed.I(100), Leading: 2} // 116 above its baseline, 50 below the line box's top
	for _, c := range []struct {
		name             string
		lines, rail      []int // tops of line boxes
		rows             []fixed.Int26_6
		rests            []int
		longer           int // the rail than the content
		wholeRail, whole int
		stays            int // px
	}{
		{"rows", nil, nil, []fixed.Int26_6{fixed.I(144), fixed.I(444), fixed.I(844)}, []int{0, 300, 384}, 0, 0, 0, 0},
		{"lines", []int{144, 344, 544}, nil, nil, []int{0, 15, 215, 384}, 0, 0, 3, 0},
		{"a rail as long", []int{144, 344}, []int{200, 400, 500}, nil, []int{0, 15, 215, 384}, 0, 3, 2, 0},
		{"a longer rail", []int{144, 344}, []int{200, 400, 500}, nil, []int{0, 15, 215, 271, 371, 384}, 300, 3, 2, 384 - 215},
		{"a picture", []int{144}, nil, nil, []int{0, 15, 27, 39, 51, 63, 75, 87, 99, 111, 123, 135, 147, 159, 171, 183, 195, 207, 219, 231, 243, 255, 267, 279, 291, 303, 315, 327, 339, 351, 363, 375, 384}, 0, 0, 1, 0},
	} {
		b, f, l := opened(session.View{})
		for _, y := range c.lines {
			b.Label(l, "示例", p, fixed.I(156), fixed.I(y), page.Black)
		}
		var rail *page.Layer
		if c.rail != nil {
			rail = b.RailLayer(fixed.I(700))
			for _, y := range c.rail {
				b.Label(rail, "示例", p, fixed.I(700), fixed.I(y), page.Black)
			}
		}
		Close(b, f, l, fixed.I(2000), Overflow{Rows: c.rows, Rail: fixed.I(c.longer)})
		if !slices.Equal(b.Scroll.Rests, c.rests) || len(b.Scroll.Lines) != c.whole || l.Short != c.stays {
			t.Errorf("%s: rests at %v, %d lines whole, the content stays for %d", c.name, b.Scroll.Rests, len(b.Scroll.Lines), l.Short)
		}
		if rail != nil && (len(rail.Whole) != c.wholeRail || rail.Bounds.Max.Y != l.Bounds.Max.Y) {
			t.Errorf("%s: %d whole in the rail at %v", c.name, len(rail.Whole), rail.Bounds)
		}
	}
}
