package layout

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
)

// nightScreen lays out the sleeping screen (docs/design/README.md section 6.9): black, with a dim
// clock that moves each minute, so that it doesn't burn in. Without a trusted time all is black.
func nightScreen(b *build.Draft) {
	b.Theme = &page.Contrast // its paper is black
	if !b.State.Clock {
		return
	}
	c := build.Clock{
		Time: build.Pen{Face: fonts.SerifBold, Size: b.Type(160), Leading: 1},
		Text: wakeUp, Pen: build.Pen{Face: fonts.SansRegular, Size: b.Type(30), Leading: 1, Track: .06},
		Inks: [2]page.Ink{page.Night, page.Night}, Gap: b.Px(20),
	}
	w, h := c.Stacked(b)
	x, y := nightPlace(b, w, h)
	b.Box("night", page.Area(x, y, w, h))
	l := b.Layer("night", page.Area(x, y, w, h), page.Paper)
	c.Stack(b, l, x, x+w, y)
	l.Hug()
}

const wakeUp = "请点屏幕开始"

// nightPlace returns the place of a clock of w x h in the state's minute. As 37 and 23 are coprime
// to 61 and 53, the clock visits all of the screen, and moves every minute.
func nightPlace(b *build.Draft, w, h fixed.Int26_6) (x, y fixed.Int26_6) {
	k, margin := b.State.Now.Hour()*60+b.State.Now.Minute(), b.Px(72)
	x = margin + (b.W-2*margin-w)*fixed.Int26_6(k*37%61)/60
	y = margin + (b.H-2*margin-h)*fixed.Int26_6(k*23%53)/52
	return x, y
}
