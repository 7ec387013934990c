package display

import "testing"

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
