package display

import (
	"image"
	"testing"
	"time"

	"gongkai/kiosk/session"
)

// TestWakingTouchOpensNothing checks that a tap on the dark screen shows the carousel, and that the next one opens its slide.
func TestWakingTouchOpensNothing(t *testing.T) {
	g := running(t)
	night := noon.Add(10 * time.Hour)
	g.state = session.Step(session.Start(night, true), night, session.Content{Catalogue: settings(t, 3, "[screen]\non = \"07:00\"\noff = \"18:00\"\n")})
	if g.state.View.Kind != session.Night {
		t.Fatalf("at night the screen shows %v", g.state.View.Kind)
	}
	middle := image.Pt(135, 200)
	tap := func(now time.Time) session.Kind {
		g.update(now, []contact{{1, down, middle}})
		g.update(now.Add(80*time.Millisecond), []contact{{finger: 1, phase: up}})
		return g.state.View.Kind
	}
	if got := tap(night.Add(time.Second)); got != session.Attract {
		t.Errorf("the touch that wakes the screen leads to %v", got)
	}
	if got := tap(night.Add(5 * time.Second)); got != session.Home { // from 目录
		t.Errorf("the next touch leads to %v", got)
	}
}
