package build

import (
	"image"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// TestCount: a count has all words in order, and is as wide as its width.
func TestCount(t *testing.T) {
	b := &Draft{Grid: page.NewGrid(image.Pt(1080, 1920)), Setter: typeset.New()}
	for want, c := range map[string]Count{
		"7 / 14": b.OutOf(7, 14, 32, 28),
		"共14项":   b.ItemCount(14),
		"3项":     b.RowCount(3),
		"找到120项": b.FoundCount(120),
	} {
		l := &page.Layer{}
		c.Paint(b, l, fixed.I(100), fixed.I(50))
		got, end := "", 0
		for _, it := range l.Items {
			text := it.(*page.Text)
			for _, s := range text.Spans {
				got += s.Text
			}
			end = text.X + Width(text.Lines).Round()
		}
		if got != want {
			t.Errorf("%q is painted, want %q", got, want)
		}
		if off := end - (fixed.I(100) + c.Width(b)).Round(); off < -1 || off > 1 {
			t.Errorf("%s ends %d px from its width", want, off)
		}
	}
}
