package display

import (
	"image"
	"time"
)

// echo is the second half of a double tap: it comes where the first one has just
// put another page under the finger, and means nothing there. The same button twice does: 下一项
// can be tapped as fast as one likes.
type echo struct {
	at    image.Point
	name  string // of the target that was tapped
	until time.Time
}

// echoTime is how long a second tap may be taken for the end of a double one.
const echoTime = 400 * time.Millisecond

// swallows says whether a finger put down on a target is such an echo.
func (e echo) swallows(now time.Time, at image.Point, name string, slop int) bool {
	d := at.Sub(e.at)
	return now.Before(e.until) && name != e.name && d.X*d.X+d.Y*d.Y <= 4*slop*slop
}
