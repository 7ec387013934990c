package motion

import (
	"image"

	"gongkai/kiosk/page"
)

// The hairline accompanies the edge of the leaf that is free: the lower one of an
// upper sheet, the right one of a column. While the leaf turns from one into the
// other both edges are free, and it has two. The same holds for the line on the
// edge itself in high contrast.

// lineAt returns the place of a leaf's line after the leaf moved to r: as far from its edge as
// before, along all of it.
func lineAt(l page.Leaf, h, r image.Rectangle) image.Rectangle {
	switch l.Side(h) {
	case page.TopEdge, page.BottomEdge:
		h.Min.X, h.Max.X = r.Min.X, r.Max.X
	case page.LeftEdge, page.RightEdge:
		h.Min.Y, h.Max.Y = r.Min.Y, r.Max.Y
	}
	switch l.Side(h) {
	case page.TopEdge:
		return h.Add(image.Pt(0, r.Min.Y-l.Rect.Min.Y))
	case page.BottomEdge:
		return h.Add(image.Pt(0, r.Max.Y-l.Rect.Max.Y))
	case page.LeftEdge:
		return h.Add(image.Pt(r.Min.X-l.Rect.Min.X, 0))
	case page.RightEdge:
		return h.Add(image.Pt(r.Max.X-l.Rect.Max.X, 0))
	}
	return h
}

// hairs returns the lines of a leaf at a share of its way. If the free edge is the same on both
// pages there is one; else one fades out while the other fades in.
func (s Scene) hairs(leaf image.Rectangle, way float64) []page.Placed {
	old, next := s.From.Leaf, s.Page.Leaf
	return append(s.line(page.OnLeaf2, old.Hair, next.Hair, leaf, way), s.line(page.OnLeaf, old.Edge, next.Edge, leaf, way)...)
}

// line returns the pieces of a line that is at old on one page and at next on the other.
func (s Scene) line(ink page.Ink, old, next, leaf image.Rectangle, way float64) []page.Placed {
	a := solids(s.From, ink, region{}.add(lineAt(s.From.Leaf, old, leaf)))
	if s.From.Leaf.Side(old) == s.Page.Leaf.Side(next) {
		return a
	}
	b := solids(s.Page, ink, region{}.add(lineAt(s.Page.Leaf, next, leaf)))
	return append(faded(a, 1-way), faded(b, way)...)
}
