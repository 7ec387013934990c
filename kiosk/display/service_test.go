package display

import (
	"image"
	"testing"
	"time"

	"gongkai/kiosk/session"
)

// TestKnock: five taps of the corner lead to the page of the PIN, on a panel that is turned too, and keep their usual effect until
// then; a tap beside the corner doesn't count.
func TestKnock(t *testing.T) {
	for _, c := range []struct {
		at     image.Point
		rotate int
		want   session.Kind
	}{
		{image.Pt(10, 10), 0, session.Passcode},
		{image.Pt(27, 29), 0, session.Passcode},
		{image.Pt(10, 200), 0, session.Home},
		{image.Pt(265, 475), 0, session.Home},
		{image.Pt(265, 475), 180, session.Passcode},
	} {
		g := running(t)
		g.state.PIN, g.Rotate = "0471", c.rotate
		for i := range 5 {
			tapAt(g, noon.Add(time.Duration(6000+400*i)*time.Millisecond), c.at)
		}
		if got := g.state.View.Kind; got != c.want {
			t.Errorf("%v, rotated by %d: %v, want %v", c.at, c.rotate, got, c.want)
		}
	}
}

// tapAt taps at a point of the window in one frame.
func tapAt(g *game, now time.Time, at image.Point) {
	g.update(now, []contact{{1, down, at}, {finger: 1, phase: up}})
}

// TestServiceOfDisplay: the machine is inspected when its page opens, an order is given once, and the taps of the touch test are marked
// where they are felt.
func TestServiceOfDisplay(t *testing.T) {
	g := running(t)
	g.state.PIN = "1"
	inspected, orders := 0, []session.Order(nil)
	g.Inspect = func() session.Machine { inspected++; return session.Machine{Version: "示例", Off: true} }
	g.Obey = func(o session.Order) { orders = append(orders, o) }
	now := noon.Add(6 * time.Second)
	for range 5 {
		g.apply(now, session.Knock{})
	}
	for _, e := range []session.Event{session.Type{Key: '1'}, session.Enter{}, session.Confirm{Order: session.PowerOff}, session.Do{Order: session.PowerOff}, session.Tick{}} {
		g.apply(now, e)
	}
	if inspected != 1 || g.state.Machine.Version != "示例" || len(orders) != 1 || orders[0] != session.PowerOff {
		t.Errorf("inspected %d times: %+v; orders %v", inspected, g.state.Machine, orders)
	}
	g.apply(now, session.GoBack{})
	g.apply(now, session.Open{Screen: session.Screen{Kind: session.TouchTest}})
	tapAt(g, now.Add(time.Second), image.Pt(134, 239))
	if s := g.state.Staff; s.Marked != 1 || s.Marks[0] != (session.Spot{X: 134.5 / 270, Y: 239.5 / 480}) {
		t.Errorf("marked %+v", s)
	}
}
