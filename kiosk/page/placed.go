package page

import "image"

// Placed is a layer to draw, with its offset and opacity, or a rectangle of one ink.
type Placed struct {
	Layer *Layer // nil: the rectangle
	Ink   Ink
	Rect  image.Rectangle // of the one ink
	Clip  image.Rectangle // the visible part of a layer, px on the screen
	Move  image.Point     // offset of a layer from its Bounds
	Alpha float32         // 1: opaque
	Theme *Theme
}

// Visible returns the part of the screen that is drawn.
func (c Placed) Visible() image.Rectangle {
	if c.Layer == nil {
		return c.Rect
	}
	return c.Clip
}

// Within returns the same, clipped to a rectangle.
func (c Placed) Within(r image.Rectangle) Placed {
	c.Rect, c.Clip = c.Rect.Intersect(r), c.Clip.Intersect(r)
	return c
}
