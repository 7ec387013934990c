package session

import (
	"testing"
	"time"
)

// TestClockIsDoubted: a clock that is set wrong while the program runs counts for nothing at once: no hours are kept, no
// notice goes off air by it, nothing wakes for its minutes, and what is under way goes on. Once it is right again it counts.
func TestClockIsDoubted(t *testing.T) {
	wrong := time.Date(1970, 1, 1, 2, 0, 0, 0, morning.Location()) // outside all the hours below
	content := posted(dark(sample(1, 2), 7, 18), 8, 9)
	reading := Step(withClock(content, at(12, 0)), at(12, 0), opening("item:2"))
	for _, c := range []struct {
		what   string
		before State
		doubt  string // the screen right after it
		later  string // and long after it, still in doubt
		right  time.Time
		again  string // and once the clock is right again
	}{
		{"by day", withClock(content, at(12, 0)), "attract:0", "attract", at(12, 5), "attract"},
		{"a reader", reading, "item:2", "attract", at(12, 5), "attract"},
		{"by night", withClock(content, at(20, 0)), "attract:0", "attract", at(20, 5), "night"},
	} {
		s := Step(c.before, wrong, ClockDoubted{})
		if notation(s) != c.doubt || s.Clock {
			t.Errorf("%s: %s, clock %v; want %s", c.what, notation(s), s.Clock, c.doubt)
		}
		if len(s.OnAir) != 2 {
			t.Errorf("%s: %v are on air", c.what, s.OnAir)
		}
		if due, ok := Next(s); ok && due.Equal(nextMinute(wrong)) {
			t.Errorf("%s: it wakes for the wrong clock's minute", c.what)
		}
		if s = wait(s, wrong.Add(10*time.Minute)); s.View.Kind.String() != c.later {
			t.Errorf("%s: later %s, want %s", c.what, notation(s), c.later)
		}
		s = Step(s, c.right, ClockTrusted{})
		if s = wait(s, c.right.Add(3*time.Minute)); s.View.Kind.String() != c.again || !s.Clock {
			t.Errorf("%s: at last %s, clock %v; want %s", c.what, notation(s), s.Clock, c.again)
		}
	}
}
