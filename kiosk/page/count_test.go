package page

import (
	"image"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/typeset"
)

// A count says all of its words in order, and ends where its width says.
func TestCount(t *testing.T) {
	b := &build{grid: newGrid(image.Pt(1080, 1920)), set: typeset.New()}
	for want, c := range map[string]count{
		"7 / 14": b.outOf(7, 14, 32, 28),
		"共14项":   b.itemCount(14),
		"3项":     b.rowCount(3),
		"找到120项": b.foundCount(120),
	} {
		l := &Layer{}
		c.paint(b, l, fixed.I(100), fixed.I(50))
		got, end := "", 0
		for _, it := range l.Items {
			text := it.(*Text)
			for _, s := range text.Spans {
				got += s.Text
			}
			end = text.X + width(text.Lines).Round()
		}
		if got != want {
			t.Errorf("%q is painted, want %q", got, want)
		}
		if off := end - (fixed.I(100) + c.width(b)).Round(); off < -1 || off > 1 {
			t.Errorf("%s ends %d px from where its width says", want, off)
		}
	}
}
