package page

import (
	"image"
	"math"

	"golang.org/x/image/math/fixed"
)

// manyTicks is the number of slides from which on segments would be too short to
// tell apart: a plain line takes their place (README section 6.1).
const manyTicks = 25

// The marks are solids, not a layer: they step while a slide stays, and a step
// repaints nothing.

// ticks returns the page's progress marks as solids: a segment for each slide, that of
// the slide that is shown higher, wider, and filled up to progress.
func (p *Page) ticks(progress float64) []Placed {
	if p.Ticks == nil {
		return nil
	}
	progress = min(max(progress, 0), 1)
	if p.Ticks.Slides >= manyTicks {
		return p.line(progress)
	}
	var out []Placed
	for i, r := range p.segments() {
		switch {
		case i == p.Ticks.Current:
			out = append(out, p.filled(r, progress)...)
		case i < p.Ticks.Current:
			out = append(out, p.solids(p.tick(Red, OnLeaf2), region{r})...)
		default:
			out = append(out, p.solids(p.coming(), region{r})...)
		}
	}
	return out
}

// segments returns the marks' places: 4 u high, 8 u apart, the current one 12 u high
// and 2.4 times as wide as another.
func (p *Page) segments() []image.Rectangle {
	g, t := newGrid(p.Size), p.Ticks
	gap := g.px(8)
	x := fixed.I(t.Rect.Min.X)
	one := times(fixed.I(t.Rect.Dx())-gap*fixed.Int26_6(t.Slides-1), 1/(float64(t.Slides)+1.4))
	out := make([]image.Rectangle, t.Slides)
	for i := range out {
		w, r := one, p.thin()
		if i == t.Current {
			w, r = times(one, 2.4), t.Rect
		}
		r.Min.X, r.Max.X = x.Round(), (x + w).Round()
		out[i] = r
		x += w + gap
	}
	out[t.Slides-1].Max.X = t.Rect.Max.X
	return out
}

// filled returns the current segment. It is cut, not covered, so that the whole can be faded.
func (p *Page) filled(r image.Rectangle, progress float64) []Placed {
	done, left := split(r, progress)
	out := p.solids(p.tick(Red, OnLeaf), region{}.add(done))
	return append(out, p.solids(p.tick(Line, RestTick), region{}.add(left))...)
}

// line returns the plain line of many slides.
func (p *Page) line(progress float64) []Placed {
	done, left := split(p.thin(), (float64(p.Ticks.Current)+progress)/float64(p.Ticks.Slides))
	out := p.solids(p.tick(Red, OnLeaf2), region{}.add(done))
	return append(out, p.solids(p.coming(), region{}.add(left))...)
}

// thin returns the row of the marks at the height of a segment that isn't current.
func (p *Page) thin() image.Rectangle {
	r := p.Ticks.Rect
	h := newGrid(p.Size).rule(4).Round()
	r.Min.Y += (r.Dy() - h) / 2
	r.Max.Y = r.Min.Y + h
	return r
}

// split cuts a rectangle at a share of its width.
func split(r image.Rectangle, share float64) (left, right image.Rectangle) {
	at := r.Min.X + int(math.Round(float64(r.Dx())*share))
	return image.Rect(r.Min.X, r.Min.Y, at, r.Max.Y), image.Rect(at, r.Min.Y, r.Max.X, r.Max.Y)
}

// tick returns the ink of a mark on paper, or on the leaf; in high contrast both grounds are
// black and share one ink.
func (p *Page) tick(paper, leaf Ink) Ink {
	if p.Ticks.OnLeaf && *p.Theme != Contrast {
		return leaf
	}
	return paper
}

// coming returns the ink of a slide that hasn't been shown: quieter on red, and wherever gold is
// as bright as red.
func (p *Page) coming() Ink {
	if p.Ticks.OnLeaf || *p.Theme == Contrast {
		return RestTick
	}
	return Gold
}
