package page

import "image"

// The hairline accompanies the edge of the leaf that is free: the lower one of an
// upper sheet, the right one of a column. While the leaf turns from one into the
// other both edges are free, and it has two. The same holds for the line on the
// edge itself in high contrast.

// edge is a side of the leaf.
type edge uint8

const (
	noEdge edge = iota
	topEdge
	rightEdge
	bottomEdge
	leftEdge
)

// free returns the edge that the hairline accompanies.
func (l Leaf) free() edge { return l.side(l.Hair) }

// side returns the edge of the leaf that a line is nearest to, of those that it runs along.
func (l Leaf) side(h image.Rectangle) edge {
	switch {
	case h.Empty():
		return noEdge
	case h.Dx() > h.Dy() && h.Min.Y-l.Rect.Min.Y < l.Rect.Max.Y-h.Max.Y:
		return topEdge
	case h.Dx() > h.Dy():
		return bottomEdge
	case h.Min.X-l.Rect.Min.X < l.Rect.Max.X-h.Max.X:
		return leftEdge
	}
	return rightEdge
}

// lineAt returns a line of a leaf that moved to r: as far from its edge as before,
// along the whole of it.
func (l Leaf) lineAt(h, r image.Rectangle) image.Rectangle {
	switch l.side(h) {
	case topEdge, bottomEdge:
		h.Min.X, h.Max.X = r.Min.X, r.Max.X
	case leftEdge, rightEdge:
		h.Min.Y, h.Max.Y = r.Min.Y, r.Max.Y
	}
	switch l.side(h) {
	case topEdge:
		return h.Add(image.Pt(0, r.Min.Y-l.Rect.Min.Y))
	case bottomEdge:
		return h.Add(image.Pt(0, r.Max.Y-l.Rect.Max.Y))
	case leftEdge:
		return h.Add(image.Pt(r.Min.X-l.Rect.Min.X, 0))
	case rightEdge:
		return h.Add(image.Pt(r.Max.X-l.Rect.Max.X, 0))
	}
	return h
}

// hairs returns the lines of a leaf at a share of its way. Where the free edge is the
// same on both pages there is one; else one fades out while the other fades in.
func (s Scene) hairs(leaf image.Rectangle, way float64) []Placed {
	old, next := s.From.Leaf, s.Page.Leaf
	return append(s.line(OnLeaf2, old.Hair, next.Hair, leaf, way), s.line(OnLeaf, old.Edge, next.Edge, leaf, way)...)
}

// line returns one of them, at old on one page and at next on the other.
func (s Scene) line(ink Ink, old, next, leaf image.Rectangle, way float64) []Placed {
	a := s.From.solids(ink, region{}.add(s.From.Leaf.lineAt(old, leaf)))
	if s.From.Leaf.side(old) == s.Page.Leaf.side(next) {
		return a
	}
	b := s.Page.solids(ink, region{}.add(s.Page.Leaf.lineAt(next, leaf)))
	return append(faded(a, 1-way), faded(b, way)...)
}
