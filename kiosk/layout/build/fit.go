package build

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// Fit limits the size of a text of several lines.
type Fit struct {
	Least  fixed.Int26_6 // the smallest size, whether the text fits or not
	Factor float64       // from a size to the next smaller one
	Lines  int           // at most; 0: Height limits it
	Height fixed.Int26_6 // of the line boxes, at most
}

// Shrink returns p, made smaller until its text fits, and the paragraph that set makes with it.
func (b *Draft) Shrink(f Fit, p Pen, set func(Pen) typeset.Paragraph) (Pen, typeset.Paragraph) {
	par := set(p)
	for p.Size > f.Least && !f.holds(p, len(b.Setter.Lines(par))) {
		p.Size = max(f.Least, page.Scale(p.Size, f.Factor))
		par = set(p)
	}
	return p, par
}

// holds reports whether a number of lines fits.
func (f Fit) holds(p Pen, lines int) bool {
	if f.Lines > 0 {
		return lines <= f.Lines
	}
	return fixed.Int26_6(lines)*p.Line() <= f.Height
}

// FitLine returns p, made as small as its text needs to fit in room in one line, but no
// smaller than least.
func (b *Draft) FitLine(text string, p Pen, room, least fixed.Int26_6) Pen {
	if w := b.Setter.Width(p.Span(text)); w > room {
		p.Size = min(p.Size, max(least, page.Scale(p.Size, float64(room)/float64(w))))
	}
	return p
}
