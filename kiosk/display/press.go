package display

import (
	"image"
	"time"

	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// press is the pressed look of a target: shown at once, and gone 120 ms after the
// finger (docs/design/README.md section 8).
type press struct {
	target *page.Target // nil: none
	layer  uint64       // the hash of the layer that it is painted in
	look   sprite       // nil: none
	rect   image.Rectangle
	lifted time.Time      // zero while the finger is down
	then   *session.State // after a tap on it, if that shows another page: to be got ready
}

const pressFade = 120 * time.Millisecond

// alpha returns the strength of the pressed look over a layer, from 0 to 1.
func (p press) alpha(l *page.Layer, now time.Time) float32 {
	if p.look == nil || l.Hash != p.layer {
		return 0
	}
	if p.lifted.IsZero() {
		return 1
	}
	return 1 - float32(now.Sub(p.lifted))/float32(pressFade)
}

// leaving reports whether the finger is gone and the look is still on the screen.
func (p press) leaving() bool { return p.look != nil && !p.lifted.IsZero() }

// fading reports whether the look is still to be seen after the finger is gone.
func (p press) fading(now time.Time) bool {
	return p.leaving() && now.Before(p.lifted.Add(pressFade))
}

// rest returns the press without its look once that has faded.
func (p press) rest(now time.Time) press {
	if p.leaving() && !p.fading(now) {
		p.drop()
		p.look = nil
	}
	return p
}

// drop frees the look.
func (p press) drop() {
	if p.look != nil {
		p.look.drop()
	}
}
