package display

import (
	"image"
	"time"

	"gongkai/kiosk/session"
)

// echo is the second half of a double tap: it lands where the first half has just put
// another page under the finger, and is ignored, even if the button there is the same: a resident who double-taps 返回
// wants one step back. Letters and switches, which change what is seen but not
// the page, can be tapped as fast as one likes.
type echo struct {
	at    image.Point
	until time.Time
}

// echoTime is how long after a tap another one counts as its echo.
const echoTime = 350 * time.Millisecond

// swallows reports whether a finger put down is such an echo.
func (e echo) swallows(now time.Time, at image.Point, slop int) bool {
	d := at.Sub(e.at)
	return now.Before(e.until) && d.X*d.X+d.Y*d.Y <= 4*slop*slop
}

// pageTurned reports whether there is another page under the finger.
func pageTurned(before, now session.State) bool {
	return before.View.Screen != now.View.Screen || before.View.Page != now.View.Page || before.Top().Kind != now.Top().Kind
}
