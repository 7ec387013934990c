package display

import (
	"image"
	"time"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/inpututil"

	"gongkai/kiosk/gesture"
	"gongkai/kiosk/session"
)

// The mouse's left button is a finger too: X11 reports fingers as one.
const mouse = -1

// touch reads the fingers and the mouse and does what they mean.
func (g *game) touch(now time.Time) {
	for _, id := range inpututil.AppendJustPressedTouchIDs(nil) {
		g.mean(now, g.hand.Down(int(id), g.touchPoint(id), now, g.roll))
	}
	for _, id := range ebiten.AppendTouchIDs(nil) {
		g.mean(now, g.hand.Move(int(id), g.touchPoint(id), now))
	}
	for _, id := range inpututil.AppendJustReleasedTouchIDs(nil) {
		g.mean(now, g.hand.Up(int(id), now))
	}
	g.click(now, g.cursor())
}

// click reads the mouse's button. What happened to it since the last frame is made up
// from how it was and is, since of several changes Ebitengine may tell some only.
func (g *game) click(now time.Time, at image.Point) {
	down := ebiten.IsMouseButtonPressed(ebiten.MouseButtonLeft)
	if g.button && down && inpututil.IsMouseButtonJustReleased(ebiten.MouseButtonLeft) { // and pressed again
		g.button = false
		g.mean(now, g.hand.Up(mouse, now))
	}
	if !g.button && (down || inpututil.IsMouseButtonJustPressed(ebiten.MouseButtonLeft)) {
		g.button = true
		g.mean(now, g.hand.Down(mouse, at, now, g.roll))
	}
	g.mean(now, g.hand.Move(mouse, at, now)) // on release too: a quick drag may end between two frames
	if g.button && !down {
		g.button = false
		g.mean(now, g.hand.Up(mouse, now))
	}
}

func (g *game) touchPoint(id ebiten.TouchID) image.Point {
	return unrotate(g.point(ebiten.TouchPositionF(id)), g.pageSize(), g.Rotate)
}

func (g *game) cursor() image.Point {
	return unrotate(g.point(ebiten.CursorPositionF()), g.pageSize(), g.Rotate)
}

// mean does what a finger's change means.
func (g *game) mean(now time.Time, e gesture.Event) {
	switch e.Kind {
	case gesture.Press:
		asleep := g.state.View.Kind == session.Night
		g.happen(now, session.Press{})
		if !asleep { // the finger that wakes the screen opens nothing on it
			g.down(now, e.At)
		}
	case gesture.Catch:
		g.roll = false
		g.happen(now, session.Press{})
	case gesture.Void:
		g.release(now)
	case gesture.Scroll:
		g.release(now)
		g.scrollTo(now, g.state.View.Scroll+e.By)
	case gesture.Tap:
		g.tap(now, e.At)
		g.happen(now, session.Lift{})
	case gesture.Fling:
		g.happen(now, session.Lift{})
		g.glide = gesture.Coast(float64(g.state.View.Scroll), e.Velocity, float64(g.shown.Scroll.Max), now)
		g.roll = g.shown.Scroll.Max > 0
	case gesture.Lift:
		g.release(now)
		g.happen(now, session.Lift{})
	}
}

// down shows at once what is pressed. The page that a tap would open is laid out
// and painted from the next frame on, while the finger is still there.
func (g *game) down(now time.Time, at image.Point) {
	g.settle()
	g.press.drop()
	g.press, g.changed = press{}, true
	t, ok := g.shown.Hit(at, g.state.View.Scroll)
	if !ok || g.echo.swallows(now, at, g.hand.Slop) {
		return
	}
	g.press = press{target: t, layer: t.Layer.Hash, rect: t.Paint.Intersect(t.Layer.Bounds), img: g.stage.pressed(g.shown, t)}
	if then := session.Step(g.state, now, t.Event); then.Face() != g.state.Face() {
		g.press.then = &then
	}
}

// tap does what the pressed target means.
func (g *game) tap(now time.Time, at image.Point) {
	t := g.press.target
	g.release(now)
	switch {
	case t == nil:
	case t.Event == session.Event(session.More{}):
		g.happen(now, t.Event)
		g.more(now)
	default:
		before := g.state
		g.happen(now, t.Event)
		if pageTurned(before, g.state) {
			g.echo = echo{at: at, until: now.Add(echoTime)}
		}
	}
}

// more scrolls on by most of a screen.
func (g *game) more(now time.Time) {
	to := g.state.View.Scroll + g.shown.Scroll.Viewport.Dy()*4/5
	if g.state.Mode.Reduced {
		g.scrollTo(now, to)
		return
	}
	g.glide = gesture.Jump(float64(g.state.View.Scroll), float64(to), float64(g.shown.Scroll.Max), now)
	g.roll = true
}

// release lets the pressed look fade. What the target would have opened is either the
// shown page by now or not wanted any more.
func (g *game) release(now time.Time) {
	if g.press.target != nil {
		g.press.target, g.press.lifted, g.press.then = nil, now, nil
	}
}

// coast moves a page that glides by itself.
func (g *game) coast(now time.Time) {
	if gone := g.press.gone(now); gone != g.press {
		g.press, g.changed = gone, true // one frame more, without the look
	}
	if !g.roll {
		return
	}
	y, done := g.glide.At(now)
	g.roll = !done
	g.scrollTo(now, int(y+0.5))
}

// scrollTo scrolls the page within its ends.
func (g *game) scrollTo(now time.Time, y int) {
	y = max(0, min(y, g.shown.Scroll.Max))
	if y != g.state.View.Scroll && g.shown.Scroll.Max > 0 {
		g.happen(now, session.Scroll{To: y})
	}
}
