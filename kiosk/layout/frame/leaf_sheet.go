package frame

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// lowClock paints the clock at the right of a leaf that is a sheet, if it is large above the date,
// and returns the left edge of its layer.
func lowClock(b *build.Draft, f *Frame, large bool) fixed.Int26_6 {
	c := build.Clock{Time: build.Pen{Face: fonts.SerifBold, Size: b.Type(36), Leading: 1, Track: .06}, Inks: [2]page.Ink{page.OnLeaf, page.OnLeaf}, Align: typeset.End}
	y, right := b.Px(64), f.X+f.Measure
	w, high := b.Px(130), b.Px(48)
	if large {
		c.Time.Size, c.Time.Track = b.Type(52), 0
		c.Text, c.Pen, c.Gap = b.DateText(), build.Pen{Face: fonts.SansMedium, Size: b.Type(28), Leading: 1, Track: .02}, b.Px(14)
		w, high = b.Px(260), b.Px(52+14+40)
	}
	if b.Floor > 0 {
		cw, ch := c.Stacked(b)
		w, high = max(w, cw+b.Px(16)), max(high, ch+b.Px(8))
	}
	l := b.Layer("clock", page.Area(right-w, y-b.Px(8), w, high+b.Px(8)), page.LeafInk)
	c.Stack(b, l, right-w, right, y)
	return right - w
}

// LeafTitle paints a title on the leaf that ends at bottom, in at most lines lines: a longer one
// is set smaller, down to least u, and then truncated. It returns the title's top.
func LeafTitle(b *build.Draft, l *page.Layer, text string, breaks []int, p build.Pen, x, bottom, measure fixed.Int26_6, lines int, least float64) (top fixed.Int26_6) {
	set := func(p build.Pen) typeset.Paragraph { return b.Phrased(text, breaks, p, measure+TitleHang(p)) }
	p, par := b.Shrink(build.Fit{Least: b.Px(least), Factor: .95, Lines: lines}, p, set)
	par.MaxLines = lines
	top = bottom - p.Line()*fixed.Int26_6(len(b.Setter.Lines(par)))
	b.Paragraph(l, par, p, x-TitleHang(p), top, page.OnLeaf)
	return top
}

// TitleHang returns how far a title on the leaf hangs left of the text below it.
func TitleHang(p build.Pen) fixed.Int26_6 { return page.Scale(p.Size, .04) }
