package page

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/typeset"
)

// The strip at the head of a page: the place at the left, date and time at the
// right. The clock is a layer of its own, so that a new minute repaints nothing
// else; without a trusted time it is absent.

// stripEnd returns where the strip's words end: the proof's code stands behind them.
func (b *build) stripEnd(f *frame) fixed.Int26_6 { return f.x + f.measure - b.proofRoom() }

// strip paints the strip of every page but home: the place in 28 beside the clock.
func (b *build) strip(f *frame) {
	b.box("strip", f.strip)
	l := b.layer("strip", f.strip, Paper)
	place := pen{face: fonts.SansMedium, size: b.px(28), leading: 1, track: .04}
	right := b.stripEnd(f)
	end := right
	if b.state.Clock {
		// The longest date and time are 371 wide; the layer is the same for all, so that
		// one replaces the other.
		l := b.clockLayer(f, b.px(400))
		end = right - b.px(400)
		c := clock{
			time: pen{face: fonts.SerifBold, size: b.px(36), leading: 1}, text: b.day(), pen: place,
			inks: [2]Ink{Black, Ink2}, gap: b.px(24),
		}
		h, rise := shared(c.time, c.pen)
		y := (f.strip.Max.Y-h)/2 + rise
		if b.state.Proof {
			y = b.pick(20, 18) + rise
			b.writeEdition(l, right, b.pick(20, 18)+h+b.pick(10, 6))
		}
		c.level(b, l, right, y)
	} else if b.state.Proof {
		end -= b.px(200)
		b.writeEdition(l, right, (f.strip.Max.Y-b.editionPen().line())/2)
	}
	b.place(l, place, f.x, (f.strip.Max.Y-place.line())/2, end-f.x, Ink2)
}

// clockLayer paints the right end of the strip, w wide up to the content's right edge.
func (b *build) clockLayer(f *frame, w fixed.Int26_6) *Layer {
	right := b.stripEnd(f)
	return b.layer("clock", rect(right-w, f.strip.Min.Y, w, f.strip.Max.Y-f.strip.Min.Y), Paper)
}

// masthead paints the strip of home: the place in 56 and a large clock.
func (b *build) masthead(f *frame) {
	b.box("strip", f.strip)
	l := b.layer("strip", f.strip, Paper)
	end := b.stripEnd(f)
	if b.state.Clock {
		end = b.mastClock(f) - b.px(24)
	} else if b.state.Proof {
		b.writeEdition(l, end, (f.strip.Max.Y-b.editionPen().line())/2)
		end -= b.px(200)
	}
	place := pen{face: fonts.SerifBlack, size: b.px(56), leading: 1, track: .04}
	b.place(l, place, f.x, (f.strip.Max.Y-place.line())/2, end-f.x, Black)
}

// mastClock stands above the date in portrait and beside it in landscape; it returns
// where it begins.
func (b *build) mastClock(f *frame) fixed.Int26_6 {
	l := b.clockLayer(f, b.pick(260, 440))
	size := b.pick(52, 56)
	c := clock{
		time: pen{face: fonts.SerifBold, size: size, leading: 1, track: float64(b.px(1.12)) / float64(size)},
		text: b.day(), pen: pen{face: fonts.SansMedium, size: b.px(28), leading: 1, track: .04},
		inks: [2]Ink{Black, Ink2}, gap: b.pick(12, 28), align: typeset.End,
	}
	right, mid := b.stripEnd(f), f.strip.Max.Y/2
	if b.state.Proof { // a line more below
		line := b.pick(10, 6) + b.editionPen().line()
		b.writeEdition(l, right, mid+(b.pick(92, 56)+line)/2-b.editionPen().line())
		mid -= line / 2
	}
	var box fixed.Rectangle26_6
	if b.landscape {
		box = c.beside(b, l, right, mid)
	} else {
		_, h := c.stacked(b)
		box = c.stack(b, l, 0, right, mid-h/2)
	}
	b.box("clock", box)
	return box.Min.X
}

// place paints the centre's name in the room it has: where it is longer it is set
// smaller, to 28 u, and then truncated.
func (b *build) place(l *Layer, p pen, x, y, room fixed.Int26_6, ink Ink) {
	name, middle := b.state.Catalogue.Centre, y+p.line()/2
	p = b.fitLine(name, p, room, b.px(28))
	b.para(l, typeset.Paragraph{Spans: []typeset.Span{p.span(name)}, Measure: room, MaxLines: 1}, p, x, middle-p.line()/2, ink)
}
