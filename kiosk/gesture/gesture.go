// Package gesture derives gestures from a finger's points and times: a press, a
// tap, a drag that scrolls, a fling and its glide. It knows no screens: the hit test
// is kiosk/page's. Times and points are arguments; nothing here has a clock.
//
// It has no pinch, no double tap and no long press, since a resident would have to be
// taught each of them (a long press is a tap).
package gesture

import "image"

// Kind is a kind of gesture.
type Kind uint8

// The gestures. A hand's first finger causes Press or Catch at once; by the time
// its last one is gone there has been exactly one of Tap, Fling and Lift.
const (
	None   Kind = iota
	Press       // put down: it may become a tap
	Catch       // put down on a gliding page: the page stops, and nothing fires
	Void        // the press fires nothing any more, since another finger was put down
	Scroll      // the page follows the finger by By; the first one also voids the press
	Tap         // lifted where it was put down
	Fling       // lifted in movement: the page glides on from Velocity
	Lift        // the last finger lifted, without a tap or fling
)

// Event is a gesture.
type Event struct {
	Kind     Kind
	At       image.Point // px: where the finger is, or was last
	By       int         // Scroll: px by which to scroll on; positive is towards the page's end
	Velocity float64     // Fling: px a second, of the same sign
}
