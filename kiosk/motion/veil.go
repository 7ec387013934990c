package motion

import (
	"image"
	"math"

	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// veilOpacity is the opacity of the veil over a page (docs/design/README.md
// section 6.8).
const veilOpacity = .86

// veil returns paper over the page except where the sheet is, with a share of its opacity. A sheet over a page that
// stays live has none.
func veil(p *page.Page, sheet image.Rectangle, share float64) []page.Placed {
	return faded(solids(p, page.Paper, region{}.add(p.Sheet.Veil).minus(sheet)), veilOpacity*share)
}

// sheet returns the sheet's layers, moved by an offset.
func sheet(p *page.Page, by image.Point) []page.Placed {
	var out []page.Placed
	for _, l := range p.Layers {
		c := page.Placed{Layer: l, Clip: l.Bounds.Add(by).Intersect(image.Rectangle{Max: p.Size}), Move: by, Alpha: 1, Theme: p.Theme}
		if l.Over && !c.Clip.Empty() {
			out = append(out, c)
		}
	}
	return out
}

// sheets returns the veil and the sheets of a scene at a share of its movement. A sheet that opens
// or closes moves; one that stays changes in place; of two sheets the one that doesn't move fades.
func (s Scene) sheets(shown float64) []page.Placed {
	old, next := s.From.Sheet, s.Page.Sheet
	switch {
	case old == nil && next == nil:
		return nil
	case old == nil:
		return sliding(s.Page, shown)
	case next == nil:
		return sliding(s.From, 1-shown)
	}
	before, after := sheet(s.From, image.Point{}), sheet(s.Page, image.Point{})
	if *old == *next {
		out := append(veil(s.From, old.Rect, 1), before...)
		for _, c := range after {
			if !holds(before, c) {
				out = append(out, faded([]page.Placed{c}, shown)...)
			}
		}
		return out
	}
	if s.Motion.Kind == session.Rise {
		by := sheetOffset(next, shown)
		out := append(veil(s.Page, next.Rect.Add(by), 1), faded(before, 1-shown)...)
		return append(out, sheet(s.Page, by)...)
	}
	by := sheetOffset(old, 1-shown)
	out := append(veil(s.From, old.Rect.Add(by), 1), faded(after, shown)...)
	return append(out, sheet(s.From, by)...)
}

// sliding returns the veil and the sheet at a share of their way in.
func sliding(p *page.Page, progress float64) []page.Placed {
	by := sheetOffset(p.Sheet, progress)
	return append(veil(p, p.Sheet.Rect.Add(by), progress), sheet(p, by)...)
}

// sheetOffset returns the sheet's offset at a share of its way in.
func sheetOffset(s *page.Sheet, progress float64) image.Point {
	at := func(n int) int { return int(math.Round(float64(n) * (1 - progress))) }
	return image.Pt(at(s.Away.X), at(s.Away.Y))
}
