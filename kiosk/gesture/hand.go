package gesture

import (
	"image"
	"slices"
	"time"
)

// Hand is the fingers on the glass, a mouse's left button among them. Its first
// finger counts; those that come beside it (the other hand, a palm) void the
// press and are otherwise waited out.
type Hand struct {
	Slop int // px that a finger may stray from where it was put down before it is a drag

	down     []int // fingers on the glass
	lead     bool  // the first finger is still there
	first    int   // the first finger
	start    image.Point
	at       image.Point
	dragging bool
	void     bool // nothing fires any more
	trace    trace
}

// Down is a finger put down. gliding says that the page is still moving by itself.
func (h *Hand) Down(finger int, at image.Point, now time.Time, gliding bool) Event {
	if slices.Contains(h.down, finger) {
		return Event{}
	}
	h.down = append(h.down, finger)
	if len(h.down) > 1 {
		return h.another()
	}
	*h = Hand{Slop: h.Slop, down: h.down, lead: true, first: finger, start: at, at: at}
	h.trace.add(now, at.Y)
	if gliding {
		// A page that is caught is in the hand already: it follows without slop.
		h.dragging, h.void = true, true
		return Event{Kind: Catch, At: at}
	}
	return Event{Kind: Press, At: at}
}

// another finger voids the press, once.
func (h *Hand) another() Event {
	if h.void {
		return Event{}
	}
	h.void = true
	return Event{Kind: Void, At: h.at}
}

// Move is a finger that is at a point now.
func (h *Hand) Move(finger int, at image.Point, now time.Time) Event {
	if !h.lead || finger != h.first || at == h.at {
		return Event{}
	}
	from := h.at
	h.at = at
	h.trace.add(now, at.Y)
	if !h.dragging {
		if !h.strayed() {
			return Event{}
		}
		h.dragging, h.void = true, true
		from = h.edge()
	}
	return Event{Kind: Scroll, At: at, By: from.Y - at.Y}
}

// strayed says whether the finger is too far away for a tap.
func (h *Hand) strayed() bool {
	d := h.at.Sub(h.start)
	return d.X*d.X+d.Y*d.Y > h.Slop*h.Slop
}

// edge is about where the finger left the slop, so that the page doesn't jump by it.
func (h *Hand) edge() image.Point {
	y := min(max(h.at.Y, h.start.Y-h.Slop), h.start.Y+h.Slop)
	return image.Pt(h.at.X, y)
}

// Up is a finger taken away.
func (h *Hand) Up(finger int, now time.Time) Event {
	i := slices.Index(h.down, finger)
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

// Cancel takes all fingers away with nothing fired, as when the screen is turned
// off or resized under them.
func (h *Hand) Cancel() Event {
	if len(h.down) == 0 {
		return Event{}
	}
	h.down, h.lead = h.down[:0], false
	return Event{Kind: Lift, At: h.at}
}
