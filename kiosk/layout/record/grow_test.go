package record

import (
	"testing"

	"gongkai/kiosk/session"
)

// TestGreatest checks the growth that is found, that larger steps limit it, that few are tried, and that what may fit
// but doesn't is smaller.
func TestGreatest(t *testing.T) {
	for _, c := range []struct {
		step, most, room, want float64
	}{
		{1, 1.5, 9, 1.5}, {1, 1.6, 9, 1.6}, {1, 2, 9, 2},
		{1, 1.5, 1.33, 1.3}, {1, 1.5, 1.05, 1.05}, {1, 1.5, 1.04, 1}, {1, 1.5, .5, 1},
		{1.3, 1.6, 9, 1.5}, {1.3, 2, 9, 1.5}, {1.6, 2, 9, 1}, {2, 2, 9, 1},
	} {
		b, calls := flow(portrait, session.Mode{}).Draft, 0
		b.Step = c.step
		all := func(float64) bool { return true }
		got := Greatest(b, c.most, func(f float64) bool { calls++; return f <= c.room }, all)
		if got != c.want || calls > 5 {
			t.Errorf("step %g, at most %g, room for %g: %g after %d calls, want %g", c.step, c.most, c.room, got, calls, c.want)
		}
		if got := Greatest(b, c.most, all, func(f float64) bool { return f <= c.room }); got != c.want {
			t.Errorf("step %g, at most %g, room for %g: %g where all may fit, want %g", c.step, c.most, c.room, got, c.want)
		}
	}
}
