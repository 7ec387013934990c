package frame

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// The strip at the top of a page has the place at the left, date and time at the right. The
// clock is a layer of its own, as a new minute should repaint nothing else; without a trusted
// time it is absent.

// stripRight returns the right edge of the strip's words, left of the proof's code.
func stripRight(b *build.Draft, f *Frame) fixed.Int26_6 { return f.X + f.Measure - proofRoom(b) }

// paintStrip paints the strip of a page other than home: the place in 28, and the clock.
func paintStrip(b *build.Draft, f *Frame) {
	b.Box("strip", f.strip)
	l := b.Layer("strip", f.strip, page.Paper)
	f.words = append(f.words, l)
	place := build.Pen{Face: fonts.SansMedium, Size: b.FrameSize(28), Leading: 1, Track: .04}
	right := stripRight(b, f)
	end := right
	if b.State.Clock {
		// The longest date and time are 371 wide. All clocks have layers of the same size, so
		// that one replaces another.
		w := min(max(b.FrameSize(400), page.Scale(b.Px(400), float64(place.Size)/float64(b.Px(28)))), page.Scale(f.Measure, .62))
		l := clockLayer(b, f, w)
		f.words = append(f.words, l)
		end = right - w
		if b.Floor > 0 { // the clock then fills its layer
			end -= b.Px(24)
		}
		c := build.Clock{
			Time: build.Pen{Face: fonts.SerifBold, Size: b.FrameSize(36), Leading: 1}, Text: b.DateText(), Pen: place,
			Inks: [2]page.Ink{page.Black, page.Ink2}, Gap: b.Px(24),
		}
		c.Pen = b.FitLine(c.Text, c.Pen, w-c.Gap-b.Setter.Width(c.Time.Span(b.ClockText())), 0)
		h, rise := build.SharedLine(c.Time, c.Pen)
		y := (f.strip.Max.Y-h)/2 + rise
		if b.State.Proof {
			y = b.Pick(20, 18) + rise
			writeEdition(b, l, right, b.Pick(20, 18)+h+b.Pick(10, 6))
		}
		c.Level(b, l, right, y)
	} else if b.State.Proof {
		end -= b.Px(200)
		writeEdition(b, l, right, (f.strip.Max.Y-editionPen(b).Line())/2)
	}
	paintPlace(b, l, place, f.X, (f.strip.Max.Y-place.Line())/2, end-f.X, page.Ink2)
}

// clockLayer adds the clock's layer, w wide, at the right end of the strip's words.
func clockLayer(b *build.Draft, f *Frame, w fixed.Int26_6) *page.Layer {
	right := stripRight(b, f)
	return b.Layer("clock", page.Area(right-w, f.strip.Min.Y, w, f.strip.Max.Y-f.strip.Min.Y), page.Paper)
}

// paintMasthead paints the strip of home: the place in 56 and a large clock.
func paintMasthead(b *build.Draft, f *Frame) {
	b.Box("strip", f.strip)
	l := b.Layer("strip", f.strip, page.Paper)
	end := stripRight(b, f)
	if b.State.Clock {
		end = mastheadClock(b, f)
	} else if b.State.Proof {
		writeEdition(b, l, end, (f.strip.Max.Y-editionPen(b).Line())/2)
		end -= b.Px(200)
	}
	place := build.Pen{Face: fonts.SerifBlack, Size: b.Type(56), Leading: 1, Track: .04}
	paintPlace(b, l, place, f.X, (f.strip.Max.Y-place.Line())/2, end-f.X, page.Black)
}

// mastheadClock paints home's clock, above the date in portrait and beside it in landscape, and
// returns where the room at its left ends: no text runs under the clock's layer.
func mastheadClock(b *build.Draft, f *Frame) fixed.Int26_6 {
	date := build.Pen{Face: fonts.SansMedium, Size: b.Type(28), Leading: 1, Track: .04}
	w := min(page.Scale(b.Pick(260, 440), float64(date.Size)/float64(b.Px(28))), page.Scale(f.Measure, .5))
	l := clockLayer(b, f, w)
	size := b.PickType(52, 56)
	c := build.Clock{
		Time: build.Pen{Face: fonts.SerifBold, Size: size, Leading: 1, Track: float64(b.Px(1.12)) / float64(size)},
		Text: b.DateText(), Pen: date,
		Inks: [2]page.Ink{page.Black, page.Ink2}, Gap: b.Pick(12, 28), Align: typeset.End,
	}
	room := w
	if b.Landscape {
		room -= c.Gap + b.Setter.Width(c.Time.Span(b.ClockText()))
	}
	c.Pen = b.FitLine(c.Text, c.Pen, room, 0)
	right, mid := stripRight(b, f), f.strip.Max.Y/2
	if b.State.Proof { // a line more below
		line := b.Pick(10, 6) + editionPen(b).Line()
		writeEdition(b, l, right, mid+(b.Pick(92, 56)+line)/2-editionPen(b).Line())
		mid -= line / 2
	}
	var box fixed.Rectangle26_6
	if b.Landscape {
		box = c.Beside(b, l, right, mid)
	} else {
		_, h := c.Stacked(b)
		box = c.Stack(b, l, 0, right, mid-h/2)
	}
	b.Box("clock", box)
	return min(box.Min.X-b.Px(24), fixed.I(l.Bounds.Min.X))
}

// placeOf returns the centre's name, or the machine's while there is no content.
func placeOf(st session.State) string {
	if st.Catalogue == nil {
		return st.Name
	}
	return st.Catalogue.Centre
}

// paintPlace paints the centre's name in room: a long one smaller, down to 28 u, then in as many
// lines as the strip holds, and smaller still. It is never truncated.
func paintPlace(b *build.Draft, l *page.Layer, p build.Pen, x, y, room fixed.Int26_6, ink page.Ink) {
	name, middle := placeOf(b.State), y+p.Line()/2
	p = b.FitLine(name, p, room, b.Px(28))
	set := func(p build.Pen) typeset.Paragraph {
		return typeset.Paragraph{Spans: []typeset.Span{p.Span(name)}, Measure: room, Title: true}
	}
	par := set(p)
	if b.Setter.Width(par.Spans...) > room {
		p.Leading = 1.2
		p, par = b.Shrink(build.Fit{Least: b.Px(12), Factor: .95, Height: 2*middle - b.Px(24)}, p, set)
	}
	t := b.Block(par, p, ink)
	t.Paint(b, l, x, middle-t.Height()/2)
}
