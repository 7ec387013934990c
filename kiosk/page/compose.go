package page

import (
	"image"
	"time"

	"gongkai/kiosk/session"
)

// Scene is all that decides what is drawn at a moment: the page that is
// shown, the page before it, and the movement between them.
type Scene struct {
	Page     *Page
	From     *Page // nil where nothing moves
	Scroll   int
	Motion   session.Motion
	Now      time.Time
	Progress float64 // of the slide's dwell, 0 to 1
}

// Placed is one thing to draw: a layer or, where Layer is nil, a rectangle of one ink.
type Placed struct {
	Layer *Layer
	Ink   Ink
	Rect  image.Rectangle // of a solid
	Clip  image.Rectangle // what of a layer is seen, px on the screen
	Move  image.Point     // by how much a layer is moved from its Bounds
	Alpha float32         // 1 is opaque; solids too may be less
	Theme *Theme
}

// Compose returns what is drawn at a moment, from the back to the front; together it covers
// the screen. At rest the order is: the ground (paper, the leaf, its hairline)
// where no layer covers it, the layers, the ticks, the veil and the sheet. In motion see
// unfold, cross and dissolve.
// From the movement's end on it is exactly the page at rest.
func Compose(s Scene) []Placed {
	t := s.Now.Sub(s.Motion.Since)
	if s.From == nil || s.From.Size != s.Page.Size || s.Motion.Kind == session.Still || t >= s.Motion.Kind.Duration() {
		return rest(s.Page, s.Scroll, s.Progress)
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
		if s.From.red() == s.Page.red() {
			return cross(s, t, linear, 0)
		}
	}
	return dissolve(s, t)
}

// rest composes a page that does not move.
func rest(p *Page, scroll int, progress float64) []Placed {
	out := p.base(scroll, progress)
	if p.Sheet == nil {
		return out
	}
	out = append(out, p.veil(p.Sheet.Rect, 1)...)
	return append(out, p.sheet(image.Point{})...)
}

// base composes a page without its sheet.
func (p *Page) base(scroll int, progress float64) []Placed {
	pieces := p.pieces(scroll)
	bare := region{{Max: p.Size}}
	for _, c := range pieces {
		bare = c.uncover(bare)
	}
	out := p.ground(bare, p.Leaf.Rect, p.Leaf.Hair)
	out = append(out, p.solids(OnLeaf, bare.in(p.Leaf.Edge))...)
	return append(append(out, pieces...), p.ticks(progress)...)
}

// pieces returns the layers below the sheet where they are seen when the page is scrolled by scroll px.
func (p *Page) pieces(scroll int) []Placed {
	scroll = min(max(scroll, 0), p.Scroll.Max)
	var out []Placed
	for _, l := range p.Layers {
		if l.Over {
			continue
		}
		c := Placed{Layer: l, Clip: l.Bounds, Alpha: 1, Theme: p.Theme}
		if l.Scrolls {
			c.Move.Y = -scroll
			c.Clip = l.Bounds.Add(c.Move).Intersect(p.Scroll.Viewport)
		}
		if l == p.Scroll.Pill && scroll == p.Scroll.Max {
			c.Clip = image.Rectangle{}
		}
		if !c.Clip.Empty() {
			out = append(out, c)
		}
	}
	return out
}

// ground returns a part of the bare page: paper, and the leaf, which may be elsewhere than at rest.
func (p *Page) ground(bare region, leaf image.Rectangle, hairs ...image.Rectangle) []Placed {
	out := p.solids(Paper, bare.minus(leaf))
	out = append(out, p.solids(LeafInk, bare.in(leaf))...)
	for _, h := range hairs {
		out = append(out, p.solids(OnLeaf2, bare.in(h))...)
	}
	return out
}

// solids returns the rectangles of a region in one ink.
func (p *Page) solids(ink Ink, a region) []Placed {
	var out []Placed
	for _, r := range a {
		out = append(out, Placed{Ink: ink, Rect: r, Alpha: 1, Theme: p.Theme})
	}
	return out
}

// faded returns the pieces at a share of their strength.
func faded(pieces []Placed, share float64) []Placed {
	var out []Placed
	for _, c := range pieces {
		if c.Alpha *= float32(share); c.Alpha > 0 {
			out = append(out, c)
		}
	}
	return out
}

// uncover returns what of a region the piece leaves bare.
func (c Placed) uncover(a region) region {
	if c.Alpha < 1 || c.Layer != nil && c.Layer.Ground == None {
		return a
	}
	return a.minus(c.seen())
}

// seen returns the part of the screen that the piece is drawn in.
func (c Placed) seen() image.Rectangle {
	if c.Layer == nil {
		return c.Rect
	}
	return c.Clip
}

// within returns the piece cut to a rectangle.
func (c Placed) within(r image.Rectangle) Placed {
	c.Rect, c.Clip = c.Rect.Intersect(r), c.Clip.Intersect(r)
	return c
}
