package gesture

import (
	"image"
	"slices"
	"time"
)

// Hand is the fingers on the glass, a mouse's left button among them. The first
// finger leads; others beside it (the other hand, a palm) void the press and are otherwise ignored.
type Hand struct {
	Slop int // px that a finger may stray from where it was put down before it is a drag

	down     []contact // fingers on the glass that count
	stuck    []int     // fingers on the glass that don't
	expired  time.Time // when Expire was called last
	lead     bool      // the first finger is still down
	first    int       // the first finger
	start    image.Point
	at       image.Point
	dragging bool
	void     bool // nothing fires any more
	trace    trace
}

// contact is a finger on the glass, and where and since when it has not moved.
type contact struct {
	finger int
	at     image.Point
	since  time.Time
}

// StuckAfter is how long a contact may be on the glass without moving before it is ignored: dirt or
// a faulty panel, which would otherwise hold up the idle return and every other finger for ever.
const StuckAfter = time.Minute

// Down puts a finger down. gliding is true if the page is still moving by itself.
func (h *Hand) Down(finger int, at image.Point, now time.Time, gliding bool) Event {
	if h.index(finger) >= 0 || slices.Contains(h.stuck, finger) {
		return Event{}
	}
	h.down = append(h.down, contact{finger, at, now})
	if len(h.down) > 1 {
		return h.another()
	}
	*h = Hand{Slop: h.Slop, down: h.down, stuck: h.stuck, expired: h.expired, lead: true, first: finger, start: at, at: at}
	h.trace.add(now, at.Y)
	if gliding {
		// A page that is caught is in the hand already: it follows without slop.
		h.dragging, h.void = true, true
		return Event{Kind: Catch, At: at}
	}
	return Event{Kind: Press, At: at}
}

// index returns a finger's place among those that count, or -1.
func (h *Hand) index(finger int) int {
	return slices.IndexFunc(h.down, func(c contact) bool { return c.finger == finger })
}

// another voids the press, once, for another finger.
func (h *Hand) another() Event {
	if h.void {
		return Event{}
	}
	h.void = true
	return Event{Kind: Void, At: h.at}
}

// Move moves a finger to a point.
func (h *Hand) Move(finger int, at image.Point, now time.Time) Event {
	if i := h.index(finger); i >= 0 && apart(at, h.down[i].at, h.Slop) {
		h.down[i].at, h.down[i].since = at, now
	}
	if !h.lead || finger != h.first || at == h.at {
		return Event{}
	}
	from := h.at
	h.at = at
	h.trace.add(now, at.Y)
	if !h.dragging {
		if !apart(h.at, h.start, h.Slop) {
			return Event{}
		}
		h.dragging, h.void = true, true
		from = h.edge()
	}
	return Event{Kind: Scroll, At: at, By: from.Y - at.Y}
}

// apart reports whether two points are more than slop px apart.
func apart(a, b image.Point, slop int) bool {
	d := a.Sub(b)
	return d.X*d.X+d.Y*d.Y > slop*slop
}

// edge returns about where the finger left the slop, so that the page doesn't jump by it.
func (h *Hand) edge() image.Point {
	y := min(max(h.at.Y, h.start.Y-h.Slop), h.start.Y+h.Slop)
	return image.Pt(h.at.X, y)
}

// Up lifts a finger.
func (h *Hand) Up(finger int, now time.Time) Event {
	h.stuck = slices.DeleteFunc(h.stuck, func(f int) bool { return f == finger })
	i := h.index(finger)
	if i < 0 {
		return Event{}
	}
	h.down = slices.Delete(h.down, i, i+1)
	lead := h.lead && finger == h.first
	if lead {
		h.lead = false
	}
	if len(h.down) > 0 {
		return Event{}
	}
	e := Event{Kind: Lift, At: h.at}
	switch {
	case lead && !h.void:
		e.Kind = Tap
	case lead && h.dragging:
		if v := -h.trace.velocity(now); carries(v) {
			e.Kind, e.Velocity = Fling, v
		}
	}
	return e
}

// Expire ignores the contacts that have not moved for StuckAfter, until they are lifted, and returns where they
// are. If no other finger is down the gesture ends with nothing fired. It is to be called for each frame, one of them
// when Due returns, so that it notices when the clock is set.
func (h *Hand) Expire(now time.Time) (e Event, stuck []image.Point) {
	h.followClock(now)
	h.down = slices.DeleteFunc(h.down, func(c contact) bool {
		if now.Before(c.since.Add(StuckAfter)) {
			return false
		}
		stuck = append(stuck, c.at)
		h.stuck = append(h.stuck, c.finger)
		h.lead = h.lead && c.finger != h.first
		return true
	})
	if len(stuck) > 0 && len(h.down) == 0 {
		e = Event{Kind: Lift, At: h.at}
	}
	return e, stuck
}

// jumpTolerance is how late a call of Expire may be, against the time that Due returned, before the clock is assumed to
// have been set.
const jumpTolerance = 5 * time.Second

// followClock shifts the contacts along with a clock that was set since the last call, which gives them the time that
// they had rested by then.
func (h *Hand) followClock(now time.Time) {
	if due := h.Due(); !due.IsZero() && now.Sub(due) > jumpTolerance {
		for i, c := range h.down {
			h.down[i].since = now.Add(min(c.since.Sub(h.expired), 0))
		}
	}
	for i, c := range h.down {
		if now.Before(c.since) { // the clock was set back
			h.down[i].since = now
		}
	}
	h.expired = now
}

// Due returns when Expire has something to do next, unless a finger moves or is lifted; the zero time for never.
func (h *Hand) Due() time.Time {
	var due time.Time
	for _, c := range h.down {
		if at := c.since.Add(StuckAfter); due.IsZero() || at.Before(due) {
			due = at
		}
	}
	return due
}

// Cancel lifts all fingers with nothing fired, as when the screen is switched
// off or resized under them.
func (h *Hand) Cancel() Event {
	if len(h.down) == 0 {
		return Event{}
	}
	h.down, h.lead = h.down[:0], false
	return Event{Kind: Lift, At: h.at}
}
