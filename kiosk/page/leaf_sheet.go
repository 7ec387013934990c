package page

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/typeset"
)

// lowClock stands at the leaf's right, above its date if it is large; it returns where its
// layer begins.
func (b *build) lowClock(f *frame, large bool) fixed.Int26_6 {
	c := clock{time: pen{face: fonts.SerifBold, size: b.px(36), leading: 1, track: .06}, inks: [2]Ink{OnLeaf, OnLeaf}, align: typeset.End}
	y, right := b.px(64), f.x+f.measure
	w, high := b.px(130), b.px(48)
	if large {
		c.time.size, c.time.track = b.px(52), 0
		c.text, c.pen, c.gap = b.day(), pen{face: fonts.SansMedium, size: b.px(28), leading: 1, track: .02}, b.px(14)
		w, high = b.px(260), b.px(52+14+40)
	}
	l := b.layer("clock", rect(right-w, y-b.px(8), w, high+b.px(8)), LeafInk)
	c.stack(b, l, right-w, right, y)
	return right - w
}

// lowTitle sets a title on the leaf with the end of its line boxes at bottom, in at most
// lines lines: what is too long is set smaller, down to least u.
func (b *build) lowTitle(l *Layer, text string, breaks []int, p pen, x, bottom, measure fixed.Int26_6, lines int, least float64) (top fixed.Int26_6) {
	set := func(p pen) typeset.Paragraph { return b.phrased(text, breaks, p, measure+lowHang(p)) }
	p, par := b.shrink(fit{least: b.px(least), factor: .95, lines: lines}, p, set)
	par.MaxLines = lines
	top = bottom - p.line()*fixed.Int26_6(len(b.set.Lines(par)))
	b.para(l, par, p, x-lowHang(p), top, OnLeaf)
	return top
}

// lowHang returns how far a title on the leaf hangs left of what stands below it.
func lowHang(p pen) fixed.Int26_6 { return times(p.size, .04) }
