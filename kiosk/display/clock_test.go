package display

import (
	"testing"
	"time"

	"gongkai/kiosk/session"
)

func TestSetBy(t *testing.T) {
	a := time.Now()
	b := a.Add(3 * time.Second)
	if by := setBy(a, b); by != 0 {
		t.Errorf("a clock that runs is set by %v", by)
	}
	if by := setBy(a.Round(0), b.Round(0).Add(time.Hour)); by != 0 {
		t.Errorf("without a monotonic clock it is set by %v", by)
	}
}

// TestClockIsFollowed: a clock that was set ends no session and warns no reader, and whether it is trusted is known at once. What a
// server corrects counts for nothing.
func TestClockIsFollowed(t *testing.T) {
	for _, by := range []time.Duration{time.Hour, -time.Hour, 80 * time.Second} {
		g := running(t)
		g.Trusted = from(noon)
		now := noon.Add(50 * time.Second)
		g.apply(now, session.Tick{})
		left := g.state.Touched.Sub(now)
		g.shiftClock(now.Add(by), by)
		if g.state.View.Kind != session.Home || g.state.Warned || g.state.Touched.Sub(g.state.Now) != left || g.state.Clock != (by > 0) {
			t.Errorf("set by %v: %v, warned %v, clock %v", by, g.state.View, g.state.Warned, g.state.Clock)
		}
		g.shiftClock(g.state.Now, 100*time.Millisecond)
		if g.state.Touched.Sub(g.state.Now) != left {
			t.Errorf("a correction shifts what is in progress")
		}
	}
}

// TestReadingOfTheFrame: a reading of the clock that isn't of the frame's time waits for the next frame.
func TestReadingOfTheFrame(t *testing.T) {
	g := running(t)
	read := time.Now()
	g.clock = func() time.Time { return read }
	g.followClock(g.now().Add(time.Hour))
	if !g.read.IsZero() {
		t.Error("it counts")
	}
	g.followClock(g.now())
	if !g.read.Equal(read) {
		t.Error("the next frame has none")
	}
}
