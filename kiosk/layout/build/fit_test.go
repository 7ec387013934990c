package build

import (
	"fmt"
	"image"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// A text is set smaller by the factor only while it has too many lines, or is too high, and
// never smaller than the least size.
func TestShrink(t *testing.T) {
	b := &Draft{Grid: page.NewGrid(image.Pt(1080, 1920)), Setter: typeset.New()}
	set := func(p Pen) typeset.Paragraph {
		return typeset.Paragraph{Spans: []typeset.Span{p.Span("社区公开事项目录社区公开事项目录")}, Measure: fixed.I(400)}
	}
	for _, c := range []struct {
		fit  Fit
		want fixed.Int26_6 // size
	}{
		{Fit{Least: fixed.I(20), Factor: .9, Lines: 2}, fixed.I(50)},             // fits as it is
		{Fit{Least: fixed.I(20), Factor: .9, Height: fixed.I(100)}, fixed.I(50)}, // two lines of 50
		{Fit{Least: fixed.I(20), Factor: .9, Height: fixed.I(99)}, fixed.I(45)},  // two lines of 45
		{Fit{Least: fixed.I(20), Factor: .5, Lines: 1}, fixed.I(25)},             // sixteen of 25
		{Fit{Least: fixed.I(44), Factor: .5, Lines: 1}, fixed.I(44)},             // no smaller
		{Fit{Least: fixed.I(60), Factor: .5, Lines: 1}, fixed.I(50)},             // no larger either
	} {
		p, par := b.Shrink(c.fit, Pen{Face: fonts.SerifBlack, Size: fixed.I(50), Leading: 1}, set)
		if p.Size != c.want || par.Spans[0].Style.Size != c.want {
			t.Errorf("%+v: size %v, paragraph in %v, want %v", c.fit, p.Size, par.Spans[0].Style.Size, c.want)
		}
	}
}

// A line that is too long is as long as its room, or as small as may be.
func TestFitLine(t *testing.T) {
	b := &Draft{Grid: page.NewGrid(image.Pt(1080, 1920)), Setter: typeset.New()}
	p := Pen{Face: fonts.SansRegular, Size: fixed.I(40)}
	for _, c := range []struct{ room, least, want int }{{400, 0, 40}, {160, 0, 40}, {80, 0, 20}, {80, 28, 28}, {80, 12, 20}} {
		t.Run(fmt.Sprint(c), func(t *testing.T) {
			if got := b.FitLine("社区公开", p, fixed.I(c.room), fixed.I(c.least)); got.Size != fixed.I(c.want) {
				t.Errorf("size %v, want %d", got.Size, c.want)
			}
		})
	}
}
