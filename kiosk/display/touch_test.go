package display

import (
	"bytes"
	"image"
	"log/slog"
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/session"
)

// TestContacts: what fingers do in a frame is applied in its order, and turned as the panel is.
func TestContacts(t *testing.T) {
	now := noon.Add(6 * time.Second)
	g := running(t)
	at := g.target(t, "row")
	g.Rotate = 180 // the same page, upside down
	turned := g.window.Sub(image.Pt(1, 1)).Sub(at)
	g.update(now, []contact{{1, down, turned}, {1, move, turned.Add(image.Pt(2, 2))}, {finger: 1, phase: up}})
	if g.state.View.Kind != session.Item || g.shown.View.Kind != session.Item || !g.changed {
		t.Errorf("%v after a tap in one frame", g.state.View)
	}
}

// TestHeldFinger: while a finger is down nothing returns to the carousel, but a contact that never moves is ignored after
// a minute, logged once, and the return follows.
func TestHeldFinger(t *testing.T) {
	var log bytes.Buffer
	g := running(t)
	g.Log = slog.New(slog.NewTextHandler(&log, nil))
	now := noon.Add(6 * time.Second)
	g.update(now, []contact{{7, down, image.Pt(30, 40)}})
	for range 100 {
		next, _ := g.plan(now)
		if now = next; now.Before(noon.Add(66*time.Second)) != g.state.Holding && now.Sub(noon) < 66*time.Second {
			t.Fatalf("held %v at %v", g.state.Holding, now.Sub(noon))
		}
		g.update(now, nil)
		g.changed = false
		if g.state.View.Kind == session.Attract {
			break
		}
	}
	if g.state.View.Kind != session.Attract || g.state.Holding {
		t.Errorf("%v, held %v", g.state.View, g.state.Holding)
	}
	if waited := now.Sub(noon); waited < 66*time.Second+90*time.Second-time.Second || waited > 200*time.Second {
		t.Errorf("the carousel is back after %v", waited)
	}
	if n := strings.Count(log.String(), "has not moved"); n != 1 || !strings.Contains(log.String(), "x=30 y=40") {
		t.Errorf("the log:\n%s", log.String())
	}
}

// TestClockFirst: with a clock that is wrong now nothing else is decided first: content that has just arrived isn't put to
// sleep by it, and the panel isn't switched off. Once the clock is right it counts.
func TestClockFirst(t *testing.T) {
	g := running(t)
	g.Trusted = from(noon.Add(-time.Hour))
	var power []bool
	g.Power = func(on bool) { power = append(power, on) }
	g.content <- settings(t, 3, "[screen]\non = \"07:00\"\noff = \"18:00\"\n")
	g.state = session.Step(g.state, g.state.Now, session.Leave{})
	wrong := time.Date(1970, 1, 1, 2, 0, 0, 0, time.UTC)
	g.update(wrong, nil)
	if g.state.Clock || g.state.View.Kind != session.Attract || len(power) > 0 {
		t.Errorf("%v, clock %v, panel switched %v", g.state.View, g.state.Clock, power)
	}
	night := noon.Add(10 * time.Hour)
	g.update(night, nil)
	g.changed = false // the night is shown
	g.plan(night.Add(time.Minute))
	if !g.state.Clock || g.state.View.Kind != session.Night || len(power) != 1 || power[0] {
		t.Errorf("%v, clock %v, panel switched %v", g.state.View, g.state.Clock, power)
	}
}

// TestClockSetForward: a finger that rests on the glass isn't given up when the clock is set on, and no session ends.
func TestClockSetForward(t *testing.T) {
	g := running(t)
	now := noon.Add(6 * time.Second)
	g.update(now, []contact{{7, down, image.Pt(30, 40)}})
	g.update(now.Add(time.Second), nil)
	g.update(now.Add(time.Hour), nil)
	if !g.state.Holding || g.state.View.Kind != session.Home {
		t.Errorf("%v, held %v", g.state.View, g.state.Holding)
	}
}
