package page

import "image"

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

// Visible returns the part of the screen that the piece is drawn in.
func (c Placed) Visible() image.Rectangle {
	if c.Layer == nil {
		return c.Rect
	}
	return c.Clip
}

// Within returns the piece cut to a rectangle.
func (c Placed) Within(r image.Rectangle) Placed {
	c.Rect, c.Clip = c.Rect.Intersect(r), c.Clip.Intersect(r)
	return c
}
