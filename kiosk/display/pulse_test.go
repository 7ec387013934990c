package display

import (
	"bytes"
	"errors"
	"image"
	"log/slog"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jezek/xgb/xproto"

	"gongkai/kiosk/session"
)

func TestAlive(t *testing.T) {
	after := func(d time.Duration) time.Time { return noon.Add(d) }
	for _, c := range []struct {
		name  string
		vital vital
		now   time.Time
		want  bool
	}{
		{"never asked", vital{}, noon, false},
		{"asked, and silent", vital{asked: noon}, after(time.Second), false},
		{"answered", vital{asked: noon, answered: after(time.Millisecond)}, after(time.Second), true},
		{"answered at once", vital{asked: noon, answered: noon}, noon, true},
		{"a still screen, long after", vital{asked: noon, answered: after(time.Second)}, after(time.Hour), true},
		{"asked again, and silent", vital{asked: after(time.Minute), answered: after(time.Second)}, after(2 * time.Minute), false},
		{"a frame is due", vital{asked: noon, answered: noon, owed: noon}, after(overdue - 1), true},
		{"a frame is overdue", vital{asked: noon, answered: noon, owed: noon}, after(overdue), false},
		{"overdue, and the loop turns", vital{asked: after(overdue), answered: after(overdue), owed: noon}, after(overdue), false},
	} {
		if got := c.vital.alive(c.now); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// TestPulse follows a game whose surface presents, or not, what has changed.
func TestPulse(t *testing.T) {
	now := noon
	var log bytes.Buffer
	var woken atomic.Int32 // painters wake the loop too
	pulse := new(Pulse)
	var monitors []bool
	note := func(on bool) { monitors = append(monitors, on) }
	pulse.Ask(now) // before there is a loop
	g := newGame(Options{Zone: time.UTC, Pulse: pulse, Monitor: note, Log: slog.New(slog.NewTextHandler(&log, nil))}, &sheet{woken: func() { woken.Add(1) }}, func() time.Time { return now })
	t.Cleanup(g.stage.easel.close)
	g.state = browsing(t)
	g.resize(image.Pt(270, 480))
	seen := func() error { return nil }
	round := func(present bool, look func() error) {
		g.update(g.now(), nil)
		if present {
			g.changed = false
			g.presented(g.now())
		}
		g.plan(g.now())
		g.answer(look)
	}
	ask := func() { now = now.Add(15 * time.Second); pulse.Ask(now) }
	alive := func(want bool, when string) {
		t.Helper()
		if got := pulse.Alive(now); got != want {
			t.Errorf("%s: alive %v", when, got)
		}
	}
	alive(false, "before the first frame")
	round(true, seen)
	alive(true, "after the first frame")
	if ask(); woken.Load() == 0 {
		t.Error("a question doesn't wake the loop")
	}
	alive(false, "asked")
	shown := pulse.Frames().Shown
	g.changed = false
	round(false, seen)
	if alive(true, "a still screen"); pulse.Frames().Shown != shown {
		t.Error("a question presents a frame")
	}
	ask()
	round(true, func() error { return errors.New("black") })
	alive(false, "a black screen")
	ask()
	round(true, func() error { return errors.New("black") })
	if n := strings.Count(log.String(), "error=black"); n != 1 {
		t.Errorf("a black screen is logged %d times", n)
	}
	for n := range 2 {
		ask()
		round(true, func() error { return xproto.MatchError{Sequence: uint16(n)} })
	}
	if n := strings.Count(log.String(), "BadMatch"); n != 1 {
		t.Errorf("an X server's error is logged %d times:\n%s", n, &log)
	}
	ask()
	round(true, seen)
	alive(true, "seen again")
	g.apply(g.now(), session.GoHome{})
	g.changed = true
	round(false, seen)
	now = now.Add(overdue)
	pulse.Ask(now)
	round(false, seen)
	alive(false, "a frame is overdue, and the loop turns")
	round(true, seen)
	alive(true, "the frame is presented")

	g.plugged(false)
	ask()
	alive(false, "asked without a monitor")
	g.apply(g.now(), session.Tick{})
	g.changed = true
	round(false, seen)
	now = now.Add(overdue)
	pulse.Ask(now)
	round(false, seen)
	if alive(true, "a frame is overdue that no monitor could show"); !pulse.Unplugged() {
		t.Error("there is a monitor")
	}
	g.plugged(true)
	alive(true, "a monitor has just been plugged in")
	now = now.Add(overdue)
	pulse.Ask(now)
	round(false, seen)
	alive(false, "it shows nothing")
	if g.plugged(true); !slices.Equal(monitors, []bool{false, true}) {
		t.Errorf("monitors %v", monitors)
	}
}

// TestPulseWithoutMonitor: a screen that has found no monitor is alive before any frame, and only while its loop turns.
func TestPulseWithoutMonitor(t *testing.T) {
	p := new(Pulse)
	p.plug(noon, false)
	p.Ask(noon)
	if p.Alive(noon) {
		t.Error("alive before it has answered")
	}
	if p.answer(noon); !p.Alive(noon) {
		t.Error("not alive")
	}
	if p.plug(noon, true); p.Alive(noon) {
		t.Error("alive on a monitor without a frame")
	}
}

// TestFrames counts frames, those of a movement that are late, and fingers on nothing.
func TestFrames(t *testing.T) {
	g := running(t)
	now := noon.Add(6 * time.Second)
	g.apply(now, session.Open{Screen: session.Screen{Kind: session.Item, Number: 2}})
	g.update(now, nil)
	g.presented(now)
	for i, after := range []time.Duration{frameTime, frameTime + frameTime/2, 3 * frameTime} {
		due, moving := g.plan(now)
		if !moving {
			t.Fatalf("frame %d: nothing moves", i)
		}
		now = due.Add(after - frameTime)
		g.update(now, nil)
		g.changed = false
		g.presented(now)
	}
	f := g.Pulse.Frames()
	if f.Shown != 4 || f.Late != 1 || f.Revision != g.state.Catalogue.Revision || f.Last.IsZero() {
		t.Errorf("%+v", f)
	}
	g.apply(now.Add(time.Second), session.Tick{})
	g.handleGesture(now.Add(time.Second), g.finger.hand.Down(1, image.Pt(-9, -9), now.Add(time.Second), false))
	if f := g.Pulse.Frames(); f.Missed != 1 {
		t.Errorf("%d fingers missed", f.Missed)
	}
}
