package page

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
)

// night paints the sleeping screen (docs/design/README.md section 6.9): black, and a dim clock
// that moves each minute, so that it doesn't burn in. Without a
// trusted time there is nothing but black.
func (b *build) night() {
	b.Theme = &Contrast // its paper is black
	if !b.state.Clock {
		return
	}
	c := clock{
		time: pen{face: fonts.SerifBold, size: b.px(160), leading: 1},
		text: wakeUp, pen: pen{face: fonts.SansRegular, size: b.px(30), leading: 1, track: .06},
		inks: [2]Ink{Night, Night}, gap: b.px(20),
	}
	w, h := c.stacked(b)
	x, y := b.nightPlace(w, h)
	b.box("night", rect(x, y, w, h))
	l := b.layer("night", rect(x, y, w, h), Paper)
	c.stack(b, l, x, x+w, y)
	l.hug()
}

const wakeUp = "轻触屏幕开始"

// nightPlace returns where a clock of w x h stands in the minute of the day. 37 and 23 are
// coprime to 61 and 53: the clock visits all of the screen, and never one place twice in a row.
func (b *build) nightPlace(w, h fixed.Int26_6) (x, y fixed.Int26_6) {
	k, margin := b.state.Now.Hour()*60+b.state.Now.Minute(), b.px(72)
	x = margin + (b.w-2*margin-w)*fixed.Int26_6(k*37%61)/60
	y = margin + (b.h-2*margin-h)*fixed.Int26_6(k*23%53)/52
	return x, y
}
