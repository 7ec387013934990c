package page

import (
	"image"
	"math"

	"gongkai/kiosk/session"
)

// veiled is the opacity of the veil over a page (docs/design/README.md
// section 6.8).
const veiled = .86

// veil returns paper over the page, except where the sheet is now, at a share of its strength.
func (p *Page) veil(sheet image.Rectangle, share float64) []Placed {
	return faded(p.solids(Paper, region{p.Sheet.Veil}.minus(sheet)), veiled*share)
}

// sheet returns the layers that lie over the page, moved.
func (p *Page) sheet(by image.Point) []Placed {
	var out []Placed
	for _, l := range p.Layers {
		c := Placed{Layer: l, Clip: l.Bounds.Add(by).Intersect(image.Rectangle{Max: p.Size}), Move: by, Alpha: 1, Theme: p.Theme}
		if l.Over && !c.Clip.Empty() {
			out = append(out, c)
		}
	}
	return out
}

// sheets returns the veil and the sheets of a scene at a share of its movement. A sheet that
// stays changes in place; one that opens or closes moves; of two, the one that closes
// fades under the one that opens.
func (s Scene) sheets(come float64) []Placed {
	old, next := s.From.Sheet, s.Page.Sheet
	switch {
	case old == nil && next == nil:
		return nil
	case old == nil:
		return s.Page.sliding(come)
	case next == nil:
		return s.From.sliding(1 - come)
	}
	before, after := s.From.sheet(image.Point{}), s.Page.sheet(image.Point{})
	if *old == *next {
		out := append(s.From.veil(old.Rect, 1), before...)
		for _, c := range after {
			if !holds(before, c) {
				out = append(out, faded([]Placed{c}, come)...)
			}
		}
		return out
	}
	if s.Motion.Kind == session.Rise {
		by := next.away(come)
		out := append(s.Page.veil(next.Rect.Add(by), 1), faded(before, 1-come)...)
		return append(out, s.Page.sheet(by)...)
	}
	by := old.away(1 - come)
	out := append(s.From.veil(old.Rect.Add(by), 1), faded(after, come)...)
	return append(out, s.From.sheet(by)...)
}

// sliding returns the veil and the sheet at a share of their way in.
func (p *Page) sliding(there float64) []Placed {
	by := p.Sheet.away(there)
	return append(p.veil(p.Sheet.Rect.Add(by), there), p.sheet(by)...)
}

// away returns the sheet's offset at a share of its way in.
func (s *Sheet) away(there float64) image.Point {
	at := func(n int) int { return int(math.Round(float64(n) * (1 - there))) }
	return image.Pt(at(s.Away.X), at(s.Away.Y))
}
