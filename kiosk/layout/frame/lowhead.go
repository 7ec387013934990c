package frame

import (
	"fmt"
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// LowHead is the head of an item or a notice on a leaf that is a sheet (docs/design/README.md section 10): a number and
// the words beside it, the time, and the title below them. The text of the page begins right under it.
type LowHead struct {
	Number int    // 0: none
	Over   string // 一级事项, or a date
	Title  string
	Breaks []int         // where the title may break
	Least  fixed.Int26_6 // that the title is not below, for the text under it
}

// The room above the head's first line, the height of that line, the gap to the title and the room below it, u.
const lowHeadTop, lowHeadLine, lowHeadGap, lowHeadEnd = 44, 44, 24, 52

// The size of a long title and the least to which one shrinks, u.
const lowTitleLong, lowTitleLeast = 76, 56

// titleBlock sets the title: 112 u up to 8 characters, 92 up to 11, 76 up to 24, and larger above large text; a longer
// one smaller, so that it has three lines, and in the extreme so that the leaf ends where targets begin.
func (h LowHead) titleBlock(b *build.Draft) (build.Block, build.Pen) {
	p := build.Pen{Face: fonts.SerifBlack, Size: b.Type(lowTitleLong), Leading: 1.2}
	switch n := utf8.RuneCountInString(h.Title); {
	case n <= 8:
		p.Size = b.Type(112)
	case n <= 11:
		p.Size = b.Type(92)
	}
	p.Size = max(p.Size, h.Least)
	set := func(p build.Pen) typeset.Paragraph {
		return b.Phrased(h.Title, h.Breaks, p, b.W-2*b.Px(LowSide)+TitleHang(p))
	}
	p, _ = b.Shrink(build.Fit{Least: max(b.Px(lowTitleLeast), h.Least), Factor: .95, Lines: 3}, p, set)
	room := LowTop(b) - b.Px(lowHeadTop+lowHeadLine+lowHeadGap+lowHeadEnd)
	p, par := b.Shrink(build.Fit{Least: b.Px(36), Factor: .95, Height: room}, p, set)
	return b.Block(par, p, page.OnLeaf), p
}

// TitleSize returns the title's size.
func (h LowHead) TitleSize(b *build.Draft) fixed.Int26_6 {
	_, p := h.titleBlock(b)
	return p.Size
}

// height returns the height of the leaf.
func (h LowHead) height(b *build.Draft) fixed.Int26_6 {
	t, _ := h.titleBlock(b)
	return b.Px(lowHeadTop+lowHeadLine+lowHeadGap) + t.Height() + b.Px(lowHeadEnd)
}

// paint paints the head on the leaf.
func (h LowHead) paint(b *build.Draft, f *Frame) {
	x, right := f.X, f.X+f.Measure
	mid := b.Px(lowHeadTop) + b.Px(lowHeadLine)/2
	end := right
	if b.State.Clock {
		c := build.Clock{Time: build.Pen{Face: fonts.SerifBold, Size: b.Type(36), Leading: 1, Track: .06}, Inks: [2]page.Ink{page.OnLeaf, page.OnLeaf}, Align: typeset.End}
		tw, line := c.Stacked(b)
		w, high := max(b.Px(130), tw), b.Px(lowHeadLine)
		if b.Floor > 0 {
			high = max(high, line+b.Px(8))
		}
		l := b.Layer("clock", page.Area(right-w, mid-high/2, w, high), page.LeafInk)
		c.Stack(b, l, right-w, right, mid-c.Time.Line()/2)
		end = right - w - b.Px(24)
	}
	if h.Number > 0 {
		p := build.Pen{Face: fonts.SerifBlack, Size: b.Type(44), Leading: 1}
		_, w := b.Label(f.Spine, fmt.Sprint(h.Number), p, x, mid-p.Line()/2, page.OnLeaf)
		x += w + b.Px(24)
	}
	over := build.Pen{Face: fonts.SerifBold, Size: b.Type(44), Leading: 1, Track: .049}
	over = b.FitLine(h.Over, over, end-x, b.Px(30))
	par := b.OneLine(h.Over, over)
	par.Measure, par.MaxLines = end-x, 1
	b.Block(par, over, page.OnLeaf).Paint(b, f.Spine, x, mid-over.Line()/2)
	t, p := h.titleBlock(b)
	t.Paint(b, f.Spine, f.X-TitleHang(p), b.Px(lowHeadTop+lowHeadLine+lowHeadGap))
}
