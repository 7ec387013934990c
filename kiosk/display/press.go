package display

import (
	"image"
	"time"

	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// press is the pressed look of a target: there at once, and gone 120 ms after the
// finger (docs/design/README.md section 8).
type press struct {
	target *page.Target // nil: none
	layer  uint64       // the hash of the layer it is painted in
	img    tile
	rect   image.Rectangle
	lifted time.Time      // zero while the finger is down
	then   *session.State // after a tap on it, if that shows another screen: to be got ready
}

const pressFade = 120 * time.Millisecond

// alpha is how much of the pressed look is seen over a layer.
func (p press) alpha(l *page.Layer, now time.Time) float32 {
	if !p.img.there() || l.Hash != p.layer {
		return 0
	}
	if p.lifted.IsZero() {
		return 1
	}
	return 1 - float32(now.Sub(p.lifted))/float32(pressFade)
}

// fading says whether the look is on its way out.
func (p press) fading(now time.Time) bool {
	return p.img.there() && !p.lifted.IsZero() && now.Before(p.lifted.Add(pressFade))
}

// restless says whether the look has yet to be taken off the screen.
func (p press) restless() bool { return p.img.there() && !p.lifted.IsZero() }

// gone is the press once its look has faded.
func (p press) gone(now time.Time) press {
	if p.restless() && !p.fading(now) {
		p.drop()
		p.img = tile{}
	}
	return p
}

// drop lets go of the look's picture.
func (p press) drop() {
	p.img.drop()
}
