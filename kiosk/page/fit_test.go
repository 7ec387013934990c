package page

import (
	"fmt"
	"image"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/typeset"
)

// A text is set smaller by the factor only while it has too many lines, or is too high, and
// never smaller than the least size.
func TestShrink(t *testing.T) {
	b := &build{grid: newGrid(image.Pt(1080, 1920)), set: typeset.New()}
	set := func(p pen) typeset.Paragraph {
		return typeset.Paragraph{Spans: []typeset.Span{p.span("社区公开事项目录社区公开事项目录")}, Measure: fixed.I(400)}
	}
	for _, c := range []struct {
		fit  fit
		want fixed.Int26_6 // size
	}{
		{fit{least: fixed.I(20), factor: .9, lines: 2}, fixed.I(50)},             // fits as it is
		{fit{least: fixed.I(20), factor: .9, height: fixed.I(100)}, fixed.I(50)}, // two lines of 50
		{fit{least: fixed.I(20), factor: .9, height: fixed.I(99)}, fixed.I(45)},  // two lines of 45
		{fit{least: fixed.I(20), factor: .5, lines: 1}, fixed.I(25)},             // sixteen of 25
		{fit{least: fixed.I(44), factor: .5, lines: 1}, fixed.I(44)},             // no smaller
		{fit{least: fixed.I(60), factor: .5, lines: 1}, fixed.I(50)},             // no larger either
	} {
		p, par := b.shrink(c.fit, pen{face: fonts.SerifBlack, size: fixed.I(50), leading: 1}, set)
		if p.size != c.want || par.Spans[0].Style.Size != c.want {
			t.Errorf("%+v: size %v, paragraph in %v, want %v", c.fit, p.size, par.Spans[0].Style.Size, c.want)
		}
	}
}

// A line that is too long is as long as its room, or as small as may be.
func TestFitLine(t *testing.T) {
	b := &build{grid: newGrid(image.Pt(1080, 1920)), set: typeset.New()}
	p := pen{face: fonts.SansRegular, size: fixed.I(40)}
	for _, c := range []struct{ room, least, want int }{{400, 0, 40}, {160, 0, 40}, {80, 0, 20}, {80, 28, 28}, {80, 12, 20}} {
		t.Run(fmt.Sprint(c), func(t *testing.T) {
			if got := b.fitLine("社区公开", p, fixed.I(c.room), fixed.I(c.least)); got.size != fixed.I(c.want) {
				t.Errorf("size %v, want %d", got.size, c.want)
			}
		})
	}
}
