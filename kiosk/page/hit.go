package page

import (
	"image"
)

// slop is how far from a target, in u, a finger still hits it where nothing else is.
const slop = 12

// Hit returns the target at a point of the screen when the page is scrolled by scroll
// px: the topmost that holds the point, else the nearest within 12 u. A target that is
// scrolled out of sight, below the pill or under a sheet can't be hit; ok is false where there is none.
func (p *Page) Hit(at image.Point, scroll int) (t *Target, ok bool) {
	reach := NewGrid(p.Size).Px(slop).Round()
	best := reach*reach + 1
	for i := len(p.Targets) - 1; i >= 0; i-- {
		seen := p.reachable(&p.Targets[i], scroll)
		if seen.Empty() {
			continue
		}
		if d := distance2(at, seen); d < best {
			t, best = &p.Targets[i], d
		}
	}
	return t, t != nil
}

// reachable returns the part of a target that a finger can reach; it may be empty.
func (p *Page) reachable(t *Target, scroll int) image.Rectangle {
	if p.Sheet != nil && !t.Layer.Over {
		return image.Rectangle{}
	}
	if t.Layer != nil && !t.Layer.Shown.has(p.Scroll.Clamp(scroll)) {
		return image.Rectangle{}
	}
	if !t.Scrolls {
		return t.Hit
	}
	view := p.Scroll.Viewport
	by := scroll
	if t.Layer != nil {
		by = p.Offset(t.Layer, scroll)
	}
	hit := t.Hit.Sub(image.Pt(0, by))
	if hidden := p.Scroll.HiddenAt(scroll); hit.Overlaps(hidden) {
		view.Max.Y = hidden.Min.Y
	}
	return hit.Intersect(view)
}

// distance2 returns the square of the distance from a point to a rectangle; 0 inside.
func distance2(p image.Point, r image.Rectangle) int {
	dx := max(r.Min.X-p.X, 0, p.X-r.Max.X+1)
	dy := max(r.Min.Y-p.Y, 0, p.Y-r.Max.Y+1)
	return dx*dx + dy*dy
}
