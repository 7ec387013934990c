// Package gesture reads meaning out of a finger's points and times: a press, a
// tap, a drag that scrolls, a fling and its glide. It knows no screens: what was
// under the finger is kiosk/page's answer. Times and points are arguments;
// nothing here has a clock.
//
// It knows no pinch, no double tap and no long press, since every one of them
// would be a thing that a resident has to be told (a long press is a tap).
package gesture

import "image"

// Kind is what a finger means.
type Kind uint8

// What fingers mean. A hand's first finger brings Press or Catch at once; when its
// last one is gone there has been exactly one of Tap, Fling and Lift.
const (
	None   Kind = iota
	Press       // put down: a tap may come of it
	Catch       // put down on a gliding page: it stops, and nothing will fire
	Void        // the press fires nothing any more, since another finger has come
	Scroll      // the page follows the finger by By; the first one also voids the press
	Tap         // taken away where it was put down
	Fling       // taken away in movement: the page glides on from Velocity
	Lift        // the last finger taken away, and nothing came of it
)

// Event is what a change of a finger means.
type Event struct {
	Kind     Kind
	At       image.Point // px: where the finger is, or was last
	By       int         // Scroll: px by which to scroll on; positive is towards the page's end
	Velocity float64     // Fling: px a second, of the same sign
}
