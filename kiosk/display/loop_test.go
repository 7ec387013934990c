package display

import (
	"testing"
	"time"
)

// TestBeat: frames that come late are followed at the even pace, and none is due in the past.
func TestBeat(t *testing.T) {
	const pace = 16 * time.Millisecond
	at := func(ms time.Duration) time.Time { return noon.Add(ms * time.Millisecond) }
	for _, c := range []struct {
		name            string
		last, now, want time.Duration
	}{
		{"on time", 0, 0, 16},
		{"a little late", 0, 3, 16},
		{"missed one", 0, 20, 36},
		{"a finger came first", 10, 4, 20},
		{"after a rest", -5000, 0, 16},
	} {
		if got := beat(at(c.last), at(c.now), pace); got != at(c.want) {
			t.Errorf("%s: due after %v, want %v", c.name, got.Sub(noon), c.want*time.Millisecond)
		}
	}
}

// TestKnock: the loop is woken more than once while it has not begun, and left alone from then on.
func TestKnock(t *testing.T) {
	begun := make(chan struct{})
	woken := 0
	knock(begun, func() {
		if woken++; woken == 3 {
			close(begun)
		}
	})
	if woken < 3 {
		t.Errorf("woken %d times", woken)
	}
}

// TestBegun: the window is open in the second frame, not in the first, which Ebitengine draws before.
func TestBegun(t *testing.T) {
	g := running(t)
	begun := make(chan struct{})
	g.begun, g.frames = begun, 0
	for frames, want := range []bool{false, true, true} {
		g.frames = frames
		g.begin()
		select {
		case <-begun:
			if !want {
				t.Errorf("begun after %d frames", frames)
			}
		default:
			if want {
				t.Errorf("not begun after %d frames", frames)
			}
		}
	}
}
