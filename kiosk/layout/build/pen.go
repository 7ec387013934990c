package build

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// Pen is a style of the design: a face, a size in u, a leading as a factor of
// the size, and room between characters in em.
type Pen struct {
	Face    fonts.Face
	Size    fixed.Int26_6 // px
	Leading float64
	Track   float64 // em
}

// style returns the pen's style for typeset.
func (p Pen) style() typeset.Style {
	return typeset.Style{Face: p.Face, Size: p.Size, Tracking: page.Scale(p.Size, p.Track)}
}

// Line returns the height of a line box.
func (p Pen) Line() fixed.Int26_6 { return page.Scale(p.Size, p.Leading) }

// Span returns a text in the pen's style.
func (p Pen) Span(text string) typeset.Span { return typeset.Span{Text: text, Style: p.style()} }

// Rise returns the offset of the baseline from a line box's top: half of the leading
// above the face's content area, then its ascent (CSS 2.2, 10.8.1). Ascent,
// descent and half the leading are whole px, as in the browser that drew the design.
func (p Pen) Rise() fixed.Int26_6 {
	asc, desc := fonts.Metrics(p.Face)
	px := func(units int) int { return (int(p.Size)*units + 32*fonts.UnitsPerEm) / (64 * fonts.UnitsPerEm) }
	up, down := px(asc), px(-desc)
	return fixed.I(((p.Line() - fixed.I(up+down)) / 2).Floor() + up)
}

// SharedLine returns the line box of pens on one baseline: its height, and the offset of the
// baseline from its top.
func SharedLine(pens ...Pen) (height, rise fixed.Int26_6) {
	var below fixed.Int26_6
	for _, p := range pens {
		rise = max(rise, p.Rise())
		below = max(below, p.Line()-p.Rise())
	}
	return rise + below, rise
}

// Width returns the width of the longest line.
func Width(lines []typeset.Line) fixed.Int26_6 {
	var w fixed.Int26_6
	for _, l := range lines {
		w = max(w, l.Width)
	}
	return w
}
