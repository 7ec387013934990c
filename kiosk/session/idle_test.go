package session

import (
	"testing"
	"time"
)

// TestWarningComesLate checks that the warning appears 20 s before the return and never sooner than 20 s after a
// touch, however short the idle time is set.
func TestWarningComesLate(t *testing.T) {
	const seconds20 = 20 * time.Second
	for _, idle := range []time.Duration{0, 30 * time.Second, 45 * time.Second, 90 * time.Second} {
		c := sample(1, 2)
		c.Settings.Return = idle
		s := Step(withClock(c, morning), morning, opening("item:2"))
		var warned time.Time
		for due, ok := Next(s); ok && s.View.Kind != Attract; due, ok = Next(s) {
			if s = Step(s, due, Tick{}); s.Warned && warned.IsZero() {
				warned = s.Now
			}
		}
		if warned.Sub(morning) < seconds20 || s.Now.Sub(warned) != seconds20 {
			t.Errorf("return after %v: warned after %v, back %v later", idle, warned.Sub(morning), s.Now.Sub(warned))
		}
	}
}
