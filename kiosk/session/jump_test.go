package session

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"gongkai/kiosk/catalogue"
)

// underway is a moment at which something is in progress.
type underway struct {
	what  string
	state State
}

// allUnderway returns everything that time alone changes, just begun.
func allUnderway() []underway {
	start := func(c *catalogue.Catalogue, clock bool, events ...Event) State {
		s := Step(Start(morning, clock), morning, Content{c})
		for i, e := range events {
			s = Step(s, morning.Add(time.Duration(i+1)*300*time.Millisecond), e)
		}
		return s
	}
	rows := func() *catalogue.Catalogue { return sample(1, 2, 3, 4, 5) }
	always := rows()
	always.Notices = []catalogue.Notice{{File: "n1", Title: "示例", Body: "示例"}, {File: "n2", Title: "示例", Body: "示例", Pinned: true}}
	edited := rows()
	edited.Items[1].Content = catalogue.Cell{{Text: "另一段"}}
	return []underway{
		{"the carousel", start(rows(), true)},
		{"the carousel without a trusted clock", start(rows(), false)},
		{"the carousel with notices", start(always, true)},
		{"a slide that was held", start(rows(), true, Press{}, Lift{})},
		{"a finger on a slide", start(rows(), true, Press{})},
		{"an item", start(rows(), true, opening("item:2"))},
		{"an item without a trusted clock", start(rows(), false, opening("item:2"))},
		{"a query", start(rows(), true, opening("search"), Type{'C'}, Type{'J'})},
		{"a takeaway", start(rows(), true, opening("item:2"), OpenSheet{Takeaway})},
		{"大字", start(rows(), true, opening("item:2"), OpenSheet{Accessibility})},
		{"a change of the page", start(rows(), true, opening("item:2"), Content{edited})},
		{"a finger on an item", start(rows(), true, opening("item:2"), Press{})},
		{"reduced motion", start(rows(), true, opening("item:2"), Adjust{Mode{Text: 1, Reduced: true}})},
		{"a notice", start(always, true, opening("notice:n1"))},
	}
}

// jumps are by how much clocks are set: at the first sync in the life of a panel without a battery, by hand, for summer time.
var jumps = []time.Duration{
	-57 * 365 * 24 * time.Hour, -366 * 24 * time.Hour, -24 * time.Hour, -time.Hour, -30 * time.Second, -2 * time.Second,
	2 * time.Second, 30 * time.Second, time.Hour, 24 * time.Hour, 29 * 24 * time.Hour, 366 * 24 * time.Hour, 57 * 365 * 24 * time.Hour,
}

// life returns what is seen from a state on for so long, as lines of the time passed and the screen, but for the clock's minute.
func life(s State, long time.Duration) (lines []string) {
	begun, last := s.Now, ""
	for {
		now := fmt.Sprint(notation(s), " ", s.Turns, " ", Left(s), " ", s.Motion.Kind, " ", s.Change)
		if now != last {
			lines, last = append(lines, fmt.Sprint(s.Now.Sub(begun), " ", now)), now
		}
		due, ok := Next(s)
		if !ok || due.Sub(begun) > long {
			return lines
		}
		s = Step(s, due, Tick{})
	}
}

// TestClockIsSetAtAnyMoment sets the clock by any amount at every moment of slides, movements, pages, sheets, warnings and
// returns: all goes on as if it had not been set.
func TestClockIsSetAtAnyMoment(t *testing.T) {
	for _, c := range allUnderway() {
		for at := time.Duration(0); at < 130*time.Second; at += moment(at) {
			before := until(c.state, morning.Add(time.Second+at))
			plain := life(Step(before, before.Now, Tick{}), 25*time.Second)
			for _, by := range jumps {
				for _, trusted := range []bool{before.Clock, !before.Clock} {
					set := Step(before, before.Now.Add(by), ClockSet{By: by, Trusted: trusted})
					if set.Clock != trusted {
						t.Fatalf("%s: trusted %v", c.what, set.Clock)
					}
					if got := life(set, 25*time.Second); !slices.Equal(got, plain) {
						t.Fatalf("%s, set by %v after %v:\n%q, want\n%q", c.what, by, at, got, plain)
					}
				}
			}
		}
	}
}

// moment returns the step to the next moment: small in the movements of the first second, and about the ends of slides and idle times.
func moment(at time.Duration) time.Duration {
	if second := at % (15 * time.Second); second < time.Second || second > 14*time.Second {
		return 190 * time.Millisecond
	}
	return 2300 * time.Millisecond
}

// until returns the state at a time, with all that falls due before.
func until(s State, at time.Time) State {
	for {
		due, ok := Next(s)
		if !ok || due.After(at) {
			return Step(s, at, Tick{})
		}
		s = Step(s, due, Tick{})
	}
}

// TestClockJumpsUnnoticed sets the clock where there is no monotonic one to notice it: a slide may end early, but none is skipped; the
// warning may come early, but no session ends by it, and its seconds follow.
func TestClockJumpsUnnoticed(t *testing.T) {
	for _, c := range allUnderway() {
		for at := time.Duration(0); at < 100*time.Second; at += 570 * time.Millisecond {
			before := until(c.state, morning.Add(time.Second+at))
			for _, by := range jumps {
				if by.Abs() <= jumpTolerance {
					continue
				}
				after := Step(before, before.Now.Add(by), Tick{})
				if by < 0 && after.View.Kind == Attract && before.View.Kind == Attract && after.Turns != before.Turns || after.Turns > before.Turns+1 {
					t.Fatalf("%s, set by %v after %v: %d slides, then %d", c.what, by, at, before.Turns, after.Turns)
				}
				if browsing(before) && after.View.Screen != before.View.Screen && (!before.Warned || Left(before) > 1) {
					t.Fatalf("%s, set by %v after %v: %s, then %s", c.what, by, at, notation(before), notation(after))
				}
				if !before.Warned && after.Warned && Left(after) < int((Warning-jumpTolerance)/time.Second) {
					t.Fatalf("%s, set by %v after %v: warned with %d s left", c.what, by, at, Left(after))
				}
			}
		}
	}
}

// TestSetIntoTheNight sets the clock into the night and out of it at every moment: a session goes on to its end, what stands on
// the carousel sleeps or wakes at once, and hours are kept from then on.
func TestSetIntoTheNight(t *testing.T) {
	content := dark(sample(1, 2, 3), 7, 18)
	for at := time.Duration(0); at < 120*time.Second; at += 730 * time.Millisecond {
		reader := until(Step(withClock(content, morning), morning, opening("item:2")), morning.Add(at))
		night := Step(reader, reader.Now.Add(13*time.Hour), ClockSet{By: 13 * time.Hour, Trusted: true})
		if browsing(reader) && (night.View.Screen != reader.View.Screen || Left(night) != Left(reader)) {
			t.Fatalf("after %v: %s with %d s left, then %s with %d", at, notation(reader), Left(reader), notation(night), Left(night))
		}
		if !browsing(reader) && night.View.Kind != Night && night.Motion.Kind == Still {
			t.Fatalf("after %v: %s at night", at, notation(night))
		}
		if night = until(night, night.Now.Add(3*time.Minute)); night.View.Kind != Night {
			t.Fatalf("after %v: three minutes later %s", at, notation(night))
		}
		day := Step(night, night.Now.Add(-13*time.Hour), ClockSet{By: -13 * time.Hour, Trusted: true})
		if day.View.Kind != Attract || SlideIndex(day) != SlideIndex(until(day, day.Now.Add(time.Second))) {
			t.Fatalf("after %v: by day again %s", at, notation(day))
		}
	}
}

// TestUnusualDays runs the carousel through the days of a calendar that are unlike others: every hour of the screen has as many slides as
// on any day, it sleeps and wakes by the wall's hours, and time never stands still.
func TestUnusualDays(t *testing.T) {
	for _, c := range []struct {
		what, zone string
		day        time.Time // at noon, UTC
		open       time.Duration
	}{
		{"a day", "Asia/Shanghai", time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC), 4 * time.Hour},
		{"29 February", "Asia/Shanghai", time.Date(2028, 2, 29, 0, 0, 0, 0, time.UTC), 4 * time.Hour},
		{"the day after it", "Asia/Shanghai", time.Date(2028, 3, 1, 0, 0, 0, 0, time.UTC), 4 * time.Hour},
		{"New Year's Eve", "Asia/Shanghai", time.Date(2026, 12, 31, 0, 0, 0, 0, time.UTC), 4 * time.Hour},
		{"2038", "Asia/Shanghai", time.Date(2038, 1, 19, 0, 0, 0, 0, time.UTC), 4 * time.Hour},
		{"summer time begins", "Europe/Berlin", time.Date(2027, 3, 28, 0, 0, 0, 0, time.UTC), 3 * time.Hour},
		{"summer time ends", "Europe/Berlin", time.Date(2027, 10, 31, 0, 0, 0, 0, time.UTC), 5 * time.Hour},
	} {
		zone, err := time.LoadLocation(c.zone)
		if err != nil {
			t.Fatal(err)
		}
		y, m, d := c.day.Date()
		midnight := time.Date(y, m, d, 0, 0, 0, 0, zone)
		s := withClock(dark(sample(1, 2, 3), 1, 5), midnight) // from 1:00 to 5:00, when clocks are changed
		var on, off time.Time
		for s.Now.Before(midnight.Add(12 * time.Hour)) {
			due, ok := Next(s)
			if !ok || !due.After(s.Now) {
				t.Fatalf("%s: at %v the next moment is %v", c.what, s.Now, due)
			}
			was := s.View.Kind
			s = Step(s, due.In(zone), Tick{})
			switch {
			case was == Night && s.View.Kind == Attract:
				on = s.Now
			case was == Attract && s.View.Kind == Night && !on.IsZero():
				off = s.Now
			}
		}
		if on.Hour() != 1 || on.Minute() != 0 || off.Hour() != 5 || off.Minute() != 0 || off.Sub(on) != c.open {
			t.Errorf("%s: on from %v to %v", c.what, on, off)
		}
		if want := int(c.open/(15*time.Second)) - 1; s.Turns < want || s.Turns > want+2 {
			t.Errorf("%s: %d slides, want %d", c.what, s.Turns, want)
		}
	}
}
