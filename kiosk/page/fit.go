package page

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/typeset"
)

// fit is how a text of several lines is set smaller until it fits.
type fit struct {
	least  fixed.Int26_6 // size at which it stays, fit or not
	factor float64       // from one size to the next smaller one
	lines  int           // at most; 0: height decides
	height fixed.Int26_6 // of its line boxes, at most
}

// shrink returns a pen and the paragraph that set makes with it: p, or smaller until it fits.
func (b *build) shrink(f fit, p pen, set func(pen) typeset.Paragraph) (pen, typeset.Paragraph) {
	par := set(p)
	for p.size > f.least && !f.holds(p, len(b.set.Lines(par))) {
		p.size = max(f.least, times(p.size, f.factor))
		par = set(p)
	}
	return p, par
}

// holds reports whether so many lines fit.
func (f fit) holds(p pen, lines int) bool {
	if f.lines > 0 {
		return lines <= f.lines
	}
	return fixed.Int26_6(lines)*p.line() <= f.height
}

// fitLine returns p, or p as small as its text needs to fit in room in one line, but no
// smaller than least.
func (b *build) fitLine(text string, p pen, room, least fixed.Int26_6) pen {
	if w := b.set.Width(p.span(text)); w > room {
		p.size = max(least, times(p.size, float64(room)/float64(w)))
	}
	return p
}
