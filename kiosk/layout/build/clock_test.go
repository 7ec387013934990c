package build

import (
	"image"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// A clock's lines keep to its side, and within the box that it returns.
func TestClockAlign(t *testing.T) {
	b := &Draft{Grid: page.NewGrid(image.Pt(1080, 1920)), Setter: typeset.New(), State: session.State{Now: sample.Noon}}
	for align, at := range map[typeset.Align]int{typeset.Start: 100, typeset.Center: 350, typeset.End: 600} {
		c := Clock{
			Time: Pen{Face: fonts.SansRegular, Size: fixed.I(40), Leading: 1}, Text: "公开事项", Gap: fixed.I(10),
			Pen: Pen{Face: fonts.SansRegular, Size: fixed.I(100), Leading: 1}, Align: align,
		}
		l := &page.Layer{}
		box := c.Stack(b, l, fixed.I(100), fixed.I(1000), fixed.I(20))
		time, text := l.Items[0].(*page.Text), l.Items[1].(*page.Text)
		w := Width(time.Lines).Round()
		if want := [3]int{at, 400, 150}; [3]int{box.Min.X.Round(), (box.Max.X - box.Min.X).Round(), (box.Max.Y - box.Min.Y).Round()} != want {
			t.Errorf("align %d: box %v, want x, width and height %v", align, box, want)
		}
		if text.X != at {
			t.Errorf("align %d: text at %d, want %d", align, text.X, at)
		}
		if want := map[typeset.Align]int{typeset.Start: 100, typeset.Center: 550 - w/2, typeset.End: 1000 - w}[align]; time.X < want-1 || time.X > want+1 {
			t.Errorf("align %d: time at %d, want %d", align, time.X, want)
		}
		if time.Y >= text.Y {
			t.Errorf("align %d: the text is not below the time", align)
		}
	}
}
