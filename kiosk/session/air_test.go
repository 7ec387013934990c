package session

import (
	"testing"
	"time"

	"gongkai/kiosk/catalogue"
)

// TestAirWakes: the state wakes at the minute in which a notice's span begins or ends, and at none between, and a holiday
// of the calendar moves it.
func TestAirWakes(t *testing.T) {
	c := sample(1)
	everyDay := [7]bool{true, true, true, true, true, true, true}
	c.Notices = []catalogue.Notice{{File: "a", Title: "示例", Air: []catalogue.Span{{Days: everyDay, From: 20 * 60, To: 6 * 60}}}}
	c.Holidays = catalogue.Calendar{Holidays: []time.Time{time.Date(2026, 10, 2, 0, 0, 0, 0, time.UTC)}}
	s := withClock(c, morning)
	at := func(d, h, m int) time.Time { return time.Date(2026, 10, d, h, m, 0, 0, morning.Location()) }
	for _, next := range []struct {
		at time.Time
		on int
	}{{at(1, 20, 0), 1}, {at(2, 6, 0), 0}, {at(3, 20, 0), 1}, {at(4, 6, 0), 0}} {
		if s.airing.next != next.at || len(s.OnAir) != 1-next.on {
			t.Fatalf("at %v the next change is %v, on air %v", s.Now, s.airing.next, s.OnAir)
		}
		for s.Now.Before(next.at.Add(-time.Minute)) {
			s = Step(s, s.Now.Add(time.Minute), Tick{})
		}
		if len(s.OnAir) != 1-next.on {
			t.Fatalf("a minute early, at %v, on air %v", s.Now, s.OnAir)
		}
		if s = Step(s, next.at, Tick{}); len(s.OnAir) != next.on {
			t.Fatalf("at %v on air %v", s.Now, s.OnAir)
		}
	}
	if s := Step(Start(morning, false), morning, Content{c}); len(s.OnAir) != 1 {
		t.Errorf("by an unknown clock %v are on air", s.OnAir)
	}
}
