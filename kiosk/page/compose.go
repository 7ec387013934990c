package page

import (
	"image"
	"time"

	"gongkai/kiosk/session"
)

// Scene is all that decides where things are at a moment: the page that is
// shown, the one that was seen before a movement, and the movement.
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
	Alpha float32         // 1 is opaque
	Theme *Theme
}

// Compose says what to draw at a moment, from the back to the front; it covers the
// whole screen.
func Compose(s Scene) []Placed { return nil }
