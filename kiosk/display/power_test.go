package display

import (
	"fmt"
	"image"
	"log/slog"
	"testing"
	"time"
)

// night is a game with hours from 7 to 18 o'clock, on a surface that notes how its monitor is switched, at a time that can be set.
type night struct {
	*game
	now   time.Time
	glass *sheet
	calls []bool // of the machine's own command
}

// nightAt returns the game at a time after noon, without a command or with one.
func nightAt(t *testing.T, after time.Duration, command bool) *night {
	n := &night{now: noon.Add(after), glass: &sheet{}}
	o := Options{First: settings(t, 3, "[screen]\non = \"07:00\"\noff = \"18:00\"\n"), Zone: time.UTC, Log: slog.New(slog.DiscardHandler)}
	if command {
		o.Power = func(on bool) { n.calls = append(n.calls, on) }
	}
	n.game = newGame(o, n.glass, func() time.Time { return n.now })
	t.Cleanup(n.stage.easel.close)
	n.resize(image.Pt(270, 480))
	return n
}

// frame lets time pass and runs the game for a frame, which is shown unless hidden.
func (n *night) frame(after time.Duration, hidden bool) {
	n.now = n.now.Add(after)
	n.update(n.now, nil)
	n.changed = n.changed && hidden
	n.plan(n.now)
}

// switched checks how the panel has been switched since the last call.
func (n *night) switched(t *testing.T, when string, calls, lit []bool) {
	t.Helper()
	if fmt.Sprint(n.calls, n.glass.lit) != fmt.Sprint(calls, lit) {
		t.Errorf("%s the command was called with %v and the monitor with %v, want %v and %v", when, n.calls, n.glass.lit, calls, lit)
	}
	n.calls, n.glass.lit = nil, nil
}

// TestPowerAtStart: a panel that a run before may have switched off is switched on, unless it is night: then it goes dark once black has
// been shown.
func TestPowerAtStart(t *testing.T) {
	day := nightAt(t, 0, true)
	day.frame(0, false)
	day.switched(t, "at noon", []bool{true}, []bool{true})
	dark := nightAt(t, 10*time.Hour, true)
	dark.switched(t, "before the first frame of a night", nil, nil)
	dark.frame(time.Second, true)
	dark.switched(t, "before black is shown", nil, []bool{true})
	dark.frame(time.Second, false)
	dark.switched(t, "after black was shown", []bool{false}, []bool{true})
}

// TestBlackFirst: at nightfall black is shown before the monitor goes dark; in the morning, and for a finger, the monitor is lit before
// the picture. The order is given again each minute.
func TestBlackFirst(t *testing.T) {
	n := nightAt(t, 6*time.Hour-14*time.Second, false) // 17:59:56
	n.frame(0, false)
	n.switched(t, "by day", nil, []bool{true})
	n.frame(4*time.Second, false)
	n.switched(t, "while the picture goes dark", nil, []bool{true}) // the new minute
	n.frame(2*time.Second, true)
	n.switched(t, "before the last frame of that is shown", nil, nil)
	n.frame(time.Second, false)
	n.switched(t, "once it is", nil, []bool{false})
	n.frame(time.Second, false)
	n.switched(t, "a second later", nil, nil)
	n.frame(time.Minute, false)
	n.switched(t, "a minute later", nil, []bool{false})
	n.update(n.now, []contact{{1, down, image.Pt(135, 200)}, {1, up, image.Pt(135, 200)}})
	n.switched(t, "for a finger, before its picture,", nil, []bool{true})
	n.frame(10*time.Second, false)
	n.switched(t, "while it is lit by the finger", nil, nil)
	for range 30 { // the idle time
		n.frame(4*time.Second, false)
	}
	if lit := n.glass.lit; len(lit) < 2 || lit[len(lit)-1] {
		t.Errorf("after the idle time the monitor is switched %v", lit)
	}
}
