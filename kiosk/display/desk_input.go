package display

import (
	"image"

	"gongkai/kiosk/layout/desk"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// pointer is a finger, or the mouse's left button, that is down on the window.
type pointer struct {
	kiosk  bool // it began on the kiosk
	from   image.Point
	at     image.Point
	drags  bool
	target desk.Event // under it when it went down; nil: none
}

// route takes what pointers do beside the kiosk, and returns what they do on it, in its px.
func (d *office) route(contacts []contact) []contact {
	var out []contact
	for _, c := range contacts {
		switch c.phase {
		case down:
			p := pointer{kiosk: c.at.In(d.page.Plan.Glass), from: c.at, at: c.at}
			d.stays = d.stays && !p.kiosk
			if !p.kiosk {
				p.target, _ = d.page.Hit(c.at)
				d.stale = d.stale || p.target != nil
			}
			d.pointers[c.finger] = p
		case move:
			d.drag(c)
		case up:
			d.release(c)
		}
		if d.pointers[c.finger].kiosk {
			out = append(out, contact{c.finger, c.phase, d.onKiosk(c.at)})
		}
		if c.phase == up {
			delete(d.pointers, c.finger)
		}
	}
	return out
}

// drag scrolls the page by what a pointer has moved on it.
func (d *office) drag(c contact) {
	p, ok := d.pointers[c.finger]
	if !ok || p.kiosk {
		return
	}
	pressed := d.on(p)
	moved := c.at.Sub(p.from)
	p.drags = p.drags || max(moved.X, -moved.X, moved.Y, -moved.Y) > int(dragOnPage*d.scale)
	if by := p.at.Y - c.at.Y; p.drags && by != 0 {
		d.apply(desk.Roll{By: by})
	}
	p.at = c.at
	d.pointers[c.finger] = p
	d.stale = d.stale || d.on(p) != pressed
}

// dragOnPage is how far a pointer may stray, CSS px, before it drags the page.
const dragOnPage = 12

// release sends the event of the target on which a pointer went down, if it is still there.
func (d *office) release(c contact) {
	if p, ok := d.pointers[c.finger]; ok && d.on(p) {
		d.apply(p.target)
	}
}

// on reports whether a pointer is on the target on which it went down.
func (d *office) on(p pointer) bool {
	if p.kiosk || p.drags || p.target == nil {
		return false
	}
	e, ok := d.page.Hit(p.at)
	return ok && e == p.target
}

// presses reports whether a pointer is down on the target of an event.
func (d *office) presses(e desk.Event) bool {
	for _, p := range d.pointers {
		if p.target == e && d.on(p) {
			return true
		}
	}
	return false
}

// onKiosk returns the point of the kiosk's picture at a point of the window.
func (d *office) onKiosk(at image.Point) image.Point {
	glass := d.page.Plan.Glass
	at = at.Sub(glass.Min)
	return image.Pt(at.X*d.canvas.size.X/max(1, glass.Dx()), at.Y*d.canvas.size.Y/max(1, glass.Dy()))
}

// A notch of the wheel scrolls by so much, CSS px on the page, and shares of the screen's height on the kiosk.
const (
	notch      = 60
	kioskNotch = .08
)

// wheel scrolls what is under the cursor; by is notches downwards.
func (d *office) wheel(at image.Point, by float64) {
	if !at.In(d.page.Plan.Glass) {
		d.apply(desk.Roll{By: int(by * notch * d.scale)})
		return
	}
	g := d.game
	if g.shown == nil || g.state.Holding {
		return
	}
	now := g.now()
	g.apply(now, session.Press{})
	g.finger.rolling = false
	g.scrollTo(now, turnedTo(g.shown.Scroll, g.state.View.Scroll, int(by*kioskNotch*float64(d.canvas.size.Y))))
	g.apply(now, session.Lift{})
}

// turnedTo returns the position of rest by so many px from one, but never that one itself while there is a further one.
func turnedTo(s page.Scroll, from, by int) int {
	to := s.Rest(from + by)
	for step := by; to == from && step != 0 && from+step > 0 && from+step < s.Max; step += by {
		to = s.Rest(from + step)
	}
	if to == from && by > 0 {
		return s.Max
	}
	return to
}

// key is a key that steps through days and hours.
type key uint8

const (
	leftKey key = iota
	rightKey
	upKey
	downKey
)

// press takes a key.
func (d *office) press(k key) {
	d.apply([...]desk.Event{leftKey: desk.Day{By: -1}, rightKey: desk.Day{By: 1}, upKey: desk.Hour{By: 1}, downKey: desk.Hour{By: -1}}[k])
}

// escape answers the question that is asked with no. It reports whether there was one that can be put aside.
func (d *office) escape() bool {
	asked := d.state.Ask != nil && !d.state.Ask.Standing()
	if asked {
		d.apply(desk.Answer{})
	}
	return asked
}
