package page

import "image"

// Edge is a side of the leaf.
type Edge uint8

const (
	NoEdge Edge = iota
	TopEdge
	RightEdge
	BottomEdge
	LeftEdge
)

// FreeEdge returns the edge that the hairline accompanies.
func (l Leaf) FreeEdge() Edge { return l.Side(l.Hair) }

// Side returns the edge of the leaf that is parallel to a line and nearest to it.
func (l Leaf) Side(h image.Rectangle) Edge {
	switch {
	case h.Empty():
		return NoEdge
	case h.Dx() > h.Dy() && h.Min.Y-l.Rect.Min.Y < l.Rect.Max.Y-h.Max.Y:
		return TopEdge
	case h.Dx() > h.Dy():
		return BottomEdge
	case h.Min.X-l.Rect.Min.X < l.Rect.Max.X-h.Max.X:
		return LeftEdge
	}
	return RightEdge
}
