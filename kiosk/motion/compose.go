package motion

import (
	"image"
	"time"

	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// Scene is all that decides what is drawn at a moment: the page in view, the page before it, and
// the movement between them.
type Scene struct {
	Page     *page.Page
	From     *page.Page // nil: nothing moves
	Scroll   int
	Motion   session.Motion
	Now      time.Time
	Progress float64 // of the slide's dwell, 0 to 1
}

// Compose returns the pieces drawn at a moment, from the back to the front; together they cover
// the screen. At rest they are the ground (paper, the leaf, its hairline) where no layer covers
// it, the layers, the ticks, the veil and the sheet. From a movement's end on the pieces are
// exactly those at rest.
func Compose(s Scene) []page.Placed {
	t := s.Now.Sub(s.Motion.Since)
	if s.From == nil || s.From.Size != s.Page.Size || s.Motion.Kind == session.Still || t >= s.Motion.Kind.Duration() {
		return atRest(s.Page, s.Scroll, s.Progress)
	}
	switch s.Motion.Kind {
	case session.Slide:
		return unfold(s, t, turnTimes)
	case session.Fold:
		return unfold(s, t, foldTimes)
	case session.Forward:
		return cross(s, t, easeOut, 16)
	case session.Back:
		return cross(s, t, easeOut, -16)
	case session.Rise, session.Sink:
		return cross(s, t, folding, 0)
	case session.Plain:
		if leafRect(s.From) == leafRect(s.Page) {
			return cross(s, t, linear, 0)
		}
	}
	return fadeWhole(s, t)
}

// atRest composes a page that does not move.
func atRest(p *page.Page, scroll int, progress float64) []page.Placed {
	out := base(p, scroll, progress)
	if p.Sheet == nil {
		return out
	}
	out = append(out, veil(p, p.Sheet.Rect, 1)...)
	return append(out, sheet(p, image.Point{})...)
}

// base composes a page without its sheet.
func base(p *page.Page, scroll int, progress float64) []page.Placed {
	pieces := piecesOf(p, scroll)
	bare := region{{Max: p.Size}}
	for _, c := range pieces {
		bare = uncover(c, bare)
	}
	out := ground(p, bare, p.Leaf.Rect, p.Leaf.Hair)
	out = append(out, solids(p, page.OnLeaf, bare.in(p.Leaf.Edge))...)
	return append(append(out, pieces...), ticks(p, progress)...)
}

// piecesOf returns the visible layers below the sheet of a page that is scrolled by scroll px.
func piecesOf(p *page.Page, scroll int) []page.Placed {
	var out []page.Placed
	for _, l := range p.Layers {
		if c, ok := p.Place(l, scroll); ok && !l.Over {
			out = append(out, c)
		}
	}
	return out
}

// ground returns a region of the bare page: paper, the leaf at its current place, and hairlines.
func ground(p *page.Page, bare region, leaf image.Rectangle, hairs ...image.Rectangle) []page.Placed {
	out := solids(p, page.Paper, bare.minus(leaf))
	out = append(out, solids(p, page.LeafInk, bare.in(leaf))...)
	for _, h := range hairs {
		out = append(out, solids(p, page.OnLeaf2, bare.in(h))...)
	}
	return out
}

// solids returns a region's rectangles in one ink.
func solids(p *page.Page, ink page.Ink, a region) []page.Placed {
	var out []page.Placed
	for _, r := range a {
		out = append(out, page.Placed{Ink: ink, Rect: r, Alpha: 1, Theme: p.Theme})
	}
	return out
}

// faded returns the pieces with a share of their opacity.
func faded(pieces []page.Placed, share float64) []page.Placed {
	var out []page.Placed
	for _, c := range pieces {
		if c.Alpha *= float32(share); c.Alpha > 0 {
			out = append(out, c)
		}
	}
	return out
}

// uncover returns a region without the part that an opaque piece covers.
func uncover(c page.Placed, a region) region {
	if c.Alpha < 1 || c.Layer != nil && c.Layer.Ground == page.None {
		return a
	}
	return a.minus(c.Visible())
}
