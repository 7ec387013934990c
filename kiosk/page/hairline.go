package page

import "image"

// The hairline accompanies the edge of the leaf that is free: the lower one of an
// upper sheet, the right one of a column. While the leaf turns from one into the
// other both edges are free, and it has two.

// edge is a side of the leaf.
type edge uint8

const (
	noEdge edge = iota
	topEdge
	rightEdge
	bottomEdge
	leftEdge
)

// free is the edge that the hairline accompanies.
func (l Leaf) free() edge {
	switch h := l.Hair; {
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

// hairAt is the hairline when the leaf has moved to r: as far from its edge as
// ever, along the whole of it.
func (l Leaf) hairAt(r image.Rectangle) image.Rectangle {
	h := l.Hair
	switch l.free() {
	case topEdge, bottomEdge:
		h.Min.X, h.Max.X = r.Min.X, r.Max.X
	case leftEdge, rightEdge:
		h.Min.Y, h.Max.Y = r.Min.Y, r.Max.Y
	}
	switch l.free() {
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

// hairs are the hairlines of a leaf that is a share of the way. Where the free
// edge is the same on both pages there is one; else one goes while the other comes.
func (s Scene) hairs(leaf image.Rectangle, way float64) []Placed {
	old := s.From.solids(OnLeaf2, region{}.add(s.From.Leaf.hairAt(leaf)))
	if s.From.Leaf.free() == s.Page.Leaf.free() {
		return old
	}
	next := s.Page.solids(OnLeaf2, region{}.add(s.Page.Leaf.hairAt(leaf)))
	return append(faded(old, 1-way), faded(next, way)...)
}
