package session

import (
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/catalogue"
)

func TestDwell(t *testing.T) {
	for _, c := range []struct {
		least      time.Duration
		characters int // of the content; the title has three
		want       time.Duration
	}{
		{15 * time.Second, 10, 15 * time.Second},
		{5 * time.Second, 0, 5 * time.Second},
		{5 * time.Second, 13, 6 * time.Second},
		{15 * time.Second, 157, 24 * time.Second},
		{15 * time.Second, 50000, 40 * time.Second},
		{120 * time.Second, 10, 40 * time.Second},
	} {
		content := sample(1, 2)
		content.Settings.Dwell = c.least
		content.Items[0].Content = catalogue.Cell{{Text: strings.Repeat("字", c.characters)}}
		s := Step(Start(morning, false), morning, Content{content})
		s = Step(show(s, View{Screen: Screen{Kind: Attract, Number: 1}}, Still), morning, Tick{})
		if next, ok := Next(s); !ok || next.Sub(morning) != c.want {
			t.Errorf("%d characters, at least %v: %v, want %v", c.characters, c.least, next.Sub(morning), c.want)
		}
	}
}

// TestDwellCountsCharacters: the white space of a notice takes no time to read.
func TestDwellCountsCharacters(t *testing.T) {
	if n := written("王某某　李某 \n\t赵 某"); n != 7 {
		t.Errorf("%d characters", n)
	}
}

func TestProgress(t *testing.T) {
	s := Step(Start(morning, false), morning, Content{sample(1, 2)})
	for _, c := range []struct {
		at   time.Duration
		want float64
	}{{-time.Hour, 0}, {0, 0}, {3 * time.Second, 0.2}, {15 * time.Second, 1}, {time.Hour, 1}} {
		if got := Progress(s, morning.Add(c.at)); got != c.want {
			t.Errorf("after %v: %v, want %v", c.at, got, c.want)
		}
	}
	s = Step(s, morning.Add(6*time.Second), Press{})
	if got := Progress(s, morning.Add(9*time.Second)); got != 0.4 {
		t.Errorf("under a finger: %v, want 0.4", got)
	}
	s = Step(s, morning.Add(9*time.Second), Lift{})
	if got := Progress(s, morning.Add(9*time.Second)); got != 0 {
		t.Errorf("after the finger: %v, want 0", got)
	}
	single := withClock(urgent(posted(sample(1), 8)), morning)
	if got := Progress(single, morning.Add(time.Second)); got != 1 {
		t.Errorf("a single slide: %v, want 1", got)
	}
}

func TestNext(t *testing.T) {
	in := func(d time.Duration) string { return d.String() }
	due := func(s State) string {
		next, ok := Next(s)
		if !ok {
			return "never"
		}
		return in(next.Sub(s.Now))
	}
	empty := Start(morning, false)
	carousel := Step(empty, morning, Content{sample(1, 2)})
	item := Step(carousel, morning, opening("item:2"))
	read := Step(item, morning.Add(time.Second), Tick{})
	for _, c := range []struct{ what, got, want string }{
		{"nothing to show and no clock", due(empty), "never"},
		{"the clock's next minute", due(Step(empty, morning, ClockTrusted{})), "30s"},
		{"at the start of a minute", due(Step(Start(morning, true), morning.Add(30*time.Second), Tick{})), "1m0s"},
		{"the slide's end", due(carousel), "15s"},
		{"the movement's end", due(item), "420ms"},
		{"the warning of the idle return", due(read), "1m9s"},
		{"its count", due(Step(read, morning.Add(70*time.Second), Tick{})), "260ms"},
		{"its next second", due(Step(Step(read, morning.Add(70*time.Second), Tick{}), morning.Add(70300*time.Millisecond), Tick{})), "700ms"},
		{"a finger on a slide", due(Step(carousel, morning, Press{})), "never"},
		{"a finger on an item", due(Step(read, morning.Add(2*time.Second), Press{})), "never"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %s, want %s", c.what, c.got, c.want)
		}
	}
}

// TestClockIsSet sets the clock by years in either direction; what is in progress goes on.
func TestClockIsSet(t *testing.T) {
	years := 56 * 365 * 24 * time.Hour
	for _, jump := range []time.Duration{-years, -time.Hour, -30 * time.Second, 30 * time.Second, 8 * time.Hour, years} {
		start := Step(Start(morning, true), morning, Content{sample(1, 2, 3)})

		// The carousel: 10 s of 15 have passed when the clock is set.
		s := Step(start, morning.Add(10*time.Second), Tick{})
		s = Step(s, morning.Add(jump+12*time.Second), Press{})
		s = Step(s, morning.Add(jump+12*time.Second), Lift{})
		s = Step(s, morning.Add(jump+26*time.Second), Tick{})
		if notation(s) != "attract:0" {
			t.Errorf("set by %v: %s before the dwell's end", jump, notation(s))
		}
		if s = Step(s, morning.Add(jump+27*time.Second), Tick{}); notation(s) != "attract:1" {
			t.Errorf("set by %v: %s at the dwell's end", jump, notation(s))
		}

		// A reader keeps the page, and the page doesn't stay for ever.
		s = Step(start, morning, opening("item:2"))
		s = Step(s, morning.Add(time.Second), Tick{})
		set := morning.Add(jump + 31*time.Second)
		if s = Step(s, set, Tick{}); notation(s) != "item:2" {
			t.Errorf("set by %v: the reader was thrown out to %s", jump, notation(s))
		}
		if s = wait(s, set.Add(92*time.Second)); s.View.Kind != Attract {
			t.Errorf("set by %v: %s long after the last touch", jump, notation(s))
		}
	}
}

func TestNextSlide(t *testing.T) {
	s := Step(Start(morning, false), morning, Content{sample(1, 2)})
	due, _ := Next(s)
	if got, want := NextSlide(s), Step(s, due, Tick{}); got.View != want.View || notation(got) != "attract:1" {
		t.Errorf("%s, want %s", notation(got), notation(want))
	}
	if ahead, then := NextSlide(s), Step(s, due, Tick{}); ahead.Face() != then.Face() || ahead.Face().Drift != 1 {
		t.Errorf("ahead of time %+v, then %+v", ahead.Face(), then.Face())
	}
	single := withClock(urgent(posted(sample(1), 8)), morning)
	home := Step(s, morning, GoHome{})
	for _, s := range []State{single, home, Start(morning, false)} {
		if got := NextSlide(s); got.View != s.View {
			t.Errorf("from %s to %s", notation(s), notation(got))
		}
	}
}
