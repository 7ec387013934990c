package display

import (
	"image"
	"slices"
	"time"

	"gongkai/kiosk/gesture"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// contact is a change of a finger, or of the mouse's left button, on the window.
type contact struct {
	finger int
	phase  phase
	at     image.Point // px on the window
}

// onlyMoves reports whether fingers have moved, and nothing else.
func onlyMoves(contacts []contact) bool {
	return len(contacts) > 0 && !slices.ContainsFunc(contacts, func(c contact) bool { return c.phase != move })
}

type phase uint8

const (
	down phase = iota
	move
	up
)

// mouse is the finger that is the mouse's left button. X reports a touch panel's first finger as one, too.
const mouse = -1

// finger is what fingers have under way.
type finger struct {
	hand    gesture.Hand
	glide   gesture.Glide
	rolling bool // the page glides by itself
	press   press
	echo    echo
}

// stop ends what is timed, and reports whether a pressed look has been taken off the screen.
func (f *finger) stop() bool {
	f.rolling, f.echo = false, echo{}
	if !f.press.leaving() {
		return false
	}
	f.press.drop()
	f.press = press{}
	return true
}

// dragSlop is how far a finger may stray, in u, before it drags (docs/design/README.md section 7).
const dragSlop = 24

// touch applies the contacts' changes, and gives up on those that never change.
func (g *game) touch(now time.Time, contacts []contact) {
	hand := &g.finger.hand
	e, stuck := hand.Expire(now)
	g.Pulse.count(len(stuck), 0)
	for _, at := range stuck {
		g.Log.Warn("a contact has not moved for a minute and is ignored", "x", at.X, "y", at.Y)
	}
	g.handleGesture(now, e)
	for _, c := range contacts {
		at := unrotate(c.at, g.pageSize(), g.Rotate)
		switch c.phase {
		case down:
			e = hand.Down(c.finger, at, now, g.finger.rolling)
		case move:
			e = hand.Move(c.finger, at, now)
		case up:
			e = hand.Up(c.finger, now)
		}
		g.handleGesture(now, e)
	}
}

// dropFingers ends what fingers have under way: without a monitor they touch nothing, and the server reports them elsewhere.
func (g *game) dropFingers() { g.handleGesture(g.now(), g.finger.hand.Cancel()) }

// handleGesture applies a finger's gesture.
func (g *game) handleGesture(now time.Time, e gesture.Event) {
	switch e.Kind {
	case gesture.Press:
		asleep := g.state.View.Kind == session.Night
		g.apply(now, session.Press{})
		if !asleep { // the finger that wakes the screen opens nothing on it
			g.pressAt(now, e.At)
		}
	case gesture.Catch:
		g.finger.rolling = false
		g.apply(now, session.Press{})
	case gesture.Void:
		g.release(now)
	case gesture.Scroll:
		g.release(now)
		g.scrollTo(now, g.state.View.Scroll+e.By)
	case gesture.Tap:
		g.tap(now, e.At)
		g.apply(now, session.Lift{})
	case gesture.Fling:
		g.apply(now, session.Lift{})
		g.finger.glide = gesture.Coast(float64(g.state.View.Scroll), e.Velocity, float64(g.shown.Scroll.Max), now).Settle(g.shown.Scroll.Rest)
		g.finger.rolling = g.shown.Scroll.Max > 0
	case gesture.Lift:
		g.release(now)
		g.apply(now, session.Lift{})
		g.glideTo(now, g.shown.Scroll.Rest(g.state.View.Scroll))
	}
}

// pressAt shows at once what is pressed. The page that a tap would open is laid out
// and painted from the next frame on, while the finger is still there.
func (g *game) pressAt(now time.Time, at image.Point) {
	g.showPage()
	g.finger.press.drop()
	g.finger.press, g.changed = press{}, true
	t, ok := g.shown.Hit(at, g.state.View.Scroll)
	if !ok {
		g.Pulse.count(0, 1)
		return
	}
	if g.finger.echo.swallows(now, at, g.finger.hand.Slop) {
		return
	}
	g.finger.press = press{target: t, layer: t.Layer.Hash, rect: t.Paint.Intersect(t.Layer.Bounds), look: g.stage.pressed(g.shown, t)}
	if then := session.Step(g.state, now, t.Event); then.Face() != g.state.Face() {
		g.finger.press.then = &then
	}
}

// tap sends the pressed target's event.
func (g *game) tap(now time.Time, at image.Point) {
	t := g.finger.press.target
	g.release(now)
	switch {
	case g.serviceTap(now, at), t == nil:
	case t.Event == session.Event(session.More{}):
		g.apply(now, t.Event)
		g.glideTo(now, g.shown.Scroll.Onward(g.state.View.Scroll, g.state.View.Scroll+g.shown.Scroll.Viewport.Dy()*4/5))
	case t.Event == session.Event(session.Top{}):
		g.apply(now, t.Event)
		g.glideTo(now, 0)
	default:
		before := g.state
		g.apply(now, t.Event)
		if find, ok := t.Event.(session.FindRow); ok {
			g.showRow(now, find.Number)
		}
		if pageTurned(before, g.state) {
			g.finger.echo = echo{at: at, until: now.Add(echoTime)}
		}
	}
}

// showRow scrolls the page to the row of an item, or of its category where rows are categories, and turns to the
// portion of the list that has it.
func (g *game) showRow(now time.Time, number int) {
	i, ok := g.state.Catalogue.Find(number)
	if !ok {
		return
	}
	category := g.state.Catalogue.Items[i].Category
	for {
		g.showPage()
		for _, want := range []session.Screen{{Kind: session.Item, Number: number}, {Kind: session.Category, Category: category}} {
			if t := g.targetOf(session.Open{Screen: want}); t != nil && t.Scrolls {
				g.scrollTo(now, g.shown.Scroll.Rest(t.Hit.Min.Y-g.shown.Scroll.Viewport.Min.Y))
				return
			}
		}
		next := session.Turn{Page: g.state.View.Page + 1}
		if g.targetOf(next) == nil {
			return
		}
		g.apply(now, next)
	}
}

// targetOf returns the first target of the page that sends an event, nil if none does.
func (g *game) targetOf(e session.Event) *page.Target {
	i := slices.IndexFunc(g.shown.Targets, func(t page.Target) bool { return t.Event == e })
	if i < 0 {
		return nil
	}
	return &g.shown.Targets[i]
}

// glideTo scrolls the page to a position, quickly or, in reduced motion, at once.
func (g *game) glideTo(now time.Time, to int) {
	if to == g.state.View.Scroll {
		return
	}
	if g.state.Mode.Reduced {
		g.scrollTo(now, to)
		return
	}
	g.finger.glide = gesture.Jump(float64(g.state.View.Scroll), float64(to), float64(g.shown.Scroll.Max), now)
	g.finger.rolling = true
}

// release lets the pressed look fade. What the target would have opened is either the
// shown page by now or no longer wanted.
func (g *game) release(now time.Time) {
	if p := &g.finger.press; p.target != nil {
		p.target, p.lifted, p.then = nil, now, nil
	}
}

// glide moves a page that glides by itself, and removes a pressed look that has faded.
func (g *game) glide(now time.Time) {
	if rest := g.finger.press.rest(now); rest != g.finger.press {
		g.finger.press, g.changed = rest, true // one more frame, without the look
	}
	if !g.finger.rolling {
		return
	}
	y, done := g.finger.glide.At(now)
	g.finger.rolling = !done
	g.scrollTo(now, int(y+0.5))
}

// scrollTo scrolls the page within its ends, unless a sheet covers it.
func (g *game) scrollTo(now time.Time, y int) {
	if g.state.Covered() {
		return
	}
	y = max(0, min(y, g.shown.Scroll.Max))
	if y != g.state.View.Scroll && g.shown.Scroll.Max > 0 {
		g.apply(now, session.Scroll{To: y})
	}
}
