package build

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// Fit is how a text of several lines is set smaller until it fits.
type Fit struct {
	Least  fixed.Int26_6 // size at which it stays, fit or not
	Factor float64       // from one size to the next smaller one
	Lines  int           // at most; 0: height decides
	Height fixed.Int26_6 // of its line boxes, at most
}

// Shrink returns a pen and the paragraph that set makes with it: p, or smaller until it fits.
func (b *Draft) Shrink(f Fit, p Pen, set func(Pen) typeset.Paragraph) (Pen, typeset.Paragraph) {
	par := set(p)
	for p.Size > f.Least && !f.holds(p, len(b.Setter.Lines(par))) {
		p.Size = max(f.Least, page.Scale(p.Size, f.Factor))
		par = set(p)
	}
	return p, par
}

// holds reports whether so many lines fit.
func (f Fit) holds(p Pen, lines int) bool {
	if f.Lines > 0 {
		return lines <= f.Lines
	}
	return fixed.Int26_6(lines)*p.Line() <= f.Height
}

// FitLine returns p, or p as small as its text needs to fit in room in one line, but no
// smaller than least.
func (b *Draft) FitLine(text string, p Pen, room, least fixed.Int26_6) Pen {
	if w := b.Setter.Width(p.Span(text)); w > room {
		p.Size = max(least, page.Scale(p.Size, float64(room)/float64(w)))
	}
	return p
}
