package session

import (
	"testing"
	"time"

	"gongkai/kiosk/catalogue"
)

// at returns a time of the stories' day.
func at(h, m int) time.Time { return time.Date(2026, 10, 1, h, m, 0, 0, morning.Location()) }

// both returns a sample with a plain notice that is on air from eight to nine and urgent ones for the hours given.
func both(hours ...int) *catalogue.Catalogue {
	c := urgent(posted(sample(1, 2, 3, 4), hours...))
	plain := posted(sample(1), 8).Notices[0]
	plain.File = "plain"
	c.Notices = append(c.Notices, plain)
	return c
}

// overlapping returns a sample whose urgent notice n8 is on air from eight and n9 from nine, both until ten.
func overlapping() *catalogue.Catalogue {
	c := both(8, 9)
	c.Notices[0].Expire = c.Notices[1].Expire
	return c
}

// two returns a sample with two urgent notices from eight to ten, and a plain one until nine.
func two() *catalogue.Catalogue {
	c := both(8, 8)
	c.Notices[1].File = "other"
	for i := range 2 {
		c.Notices[i].Expire = c.Notices[i].Expire.Add(time.Hour)
	}
	return c
}

var urgentStories = map[string]struct {
	content *catalogue.Catalogue
	begin   time.Time
	story   []scene
}{
	"one alone stays, and ends by itself": {both(9), at(8, 59), []scene{
		{50 * time.Second, Tick{}, "attract:3", Still},
		{10 * time.Second, Tick{}, "attract:0 urgent", Still},
		{59*time.Minute + 59*time.Second, Tick{}, "attract:0 urgent", Still},
		{time.Second, Tick{}, "attract:0", Still},
	}},
	"the newest comes first, and they take turns": {overlapping(), at(8, 59), []scene{
		{0, Tick{}, "attract:0 urgent", Still},
		{time.Minute, Tick{}, "attract:0 urgent", Slide}, // the older one has stayed long enough
		{15 * time.Second, Tick{}, "attract:1 urgent", Slide},
		{15 * time.Second, Tick{}, "attract:0 urgent", Slide},
	}},
	"a touch on its slide opens it, and it doesn't come over itself": {both(8), at(8, 10), []scene{
		{0, Press{}, "attract:0 urgent", Still},
		{0, Lift{}, "attract:0 urgent", Still},
		{0, opening("notice:n8"), "notice:n8", Fold},
		{time.Minute, Scroll{0}, "notice:n8", Still},
		{0, GoHome{}, "home", Back},
		{time.Minute, Press{}, "home", Still},
		{0, Lift{}, "home", Still},
		{0, opening("item:2"), "item:2", Forward},
		{time.Second, Tick{}, "item:2", Still},
	}},
	"it comes over what is read, and one tap puts it aside": {both(9), at(8, 59), []scene{
		{50 * time.Second, opening("item:2"), "item:2", Fold},
		{9 * time.Second, Scroll{40}, "item:2(40)", Still},
		{time.Second, Tick{}, "item:2+urgent(40)", Rise},
		{time.Second, Press{}, "item:2+urgent(40)", Still},
		{0, GoBack{}, "item:2(40)", Sink},
		{0, Lift{}, "item:2(40)", Sink},
		{time.Second, GoHome{}, "home", Back},
		{5 * time.Second, opening("item:3"), "item:3", Forward},
		{5 * time.Second, Leave{}, "attract:0 urgent", Fold},
		{time.Second, GoHome{}, "home", Fold}, // another session
		{999 * ms, Tick{}, "home", Still},
		{ms, Tick{}, "home+urgent", Rise},
	}},
	"it takes the place of another sheet, and leads to its text": {both(9), at(8, 59), []scene{
		{50 * time.Second, opening("item:2"), "item:2", Fold},
		{time.Second, OpenSheet{Accessibility}, "item:2+accessibility", Rise},
		{9 * time.Second, Tick{}, "item:2+urgent", Rise},
		{time.Second, OpenSheet{Takeaway}, "item:2+urgent", Still},
		{0, opening("notice:n9"), "notice:n9", Forward},
		{time.Second, GoBack{}, "item:2", Back},
		{time.Second, Tick{}, "item:2", Still},
	}},
	"the idle warning lies over it": {both(9), at(8, 59), []scene{
		{50 * time.Second, opening("item:2"), "item:2", Fold},
		{70 * time.Second, Tick{}, "item:2+idle-warning", Rise},
		{time.Second, Press{}, "item:2+idle-warning", Still},
		{80 * ms, Lift{}, "item:2+urgent", Sink},
		{90 * time.Second, Tick{}, "attract:0 urgent", Fold},
	}},
	"a reader who scans a code is warned before the return": {both(9), at(8, 58), []scene{
		{0, opening("item:2"), "item:2", Fold},
		{time.Second, OpenSheet{Takeaway}, "item:2+takeaway", Rise},
		{119 * time.Second, Tick{}, "item:2+idle-warning", Rise},
		{19 * time.Second, Tick{}, "item:2+idle-warning", Still},
		{time.Second, Tick{}, "attract:0 urgent", Fold},
	}},
	"not under a finger, whose tap is meant for the page": {both(9), at(8, 59), []scene{
		{55 * time.Second, opening("item:2"), "item:2", Fold},
		{4 * time.Second, Press{}, "item:2", Still},
		{2 * time.Second, Tick{}, "item:2", Still},
		{0, GoBack{}, "home", Back},
		{0, Lift{}, "home", Back},
		{999 * ms, Tick{}, "home", Still},
		{ms, Tick{}, "home+urgent", Rise},
	}},
	"not between two letters, the second of which would put it aside": {both(9), at(8, 59), []scene{
		{58 * time.Second, opening("search"), "search:", Fold},
		{1500 * ms, Type{'C'}, "search:C", Still},
		{600 * ms, Type{'J'}, "search:CJ", Still},
		{999 * ms, Tick{}, "search:CJ", Still},
		{ms, Tick{}, "search:CJ+urgent", Rise},
	}},
	"a new one comes after the first was put aside": {overlapping(), at(8, 59), []scene{
		{0, GoHome{}, "home", Fold},
		{time.Second, Tick{}, "home+urgent", Rise},
		{0, GoBack{}, "home", Sink},
		{57 * time.Second, Scroll{0}, "home", Still},
		{2 * time.Second, Tick{}, "home+urgent", Rise},
		{time.Second, ShowPart{1}, "home+urgent:1", Still},
		{0, ShowPart{2}, "home+urgent:1", Still},
		{0, GoBack{}, "home", Sink},
		{30 * time.Second, Tick{}, "home", Still},
	}},
	"the one that is shown stays when another notice changes": {two(), at(8, 59), []scene{
		{0, GoHome{}, "home", Fold},
		{time.Second, Tick{}, "home+urgent", Rise},
		{time.Second, ShowPart{1}, "home+urgent:1", Still},
		{58 * time.Second, Tick{}, "home+urgent:1", Still},
	}},
	"its sheet closes when it ends": {both(8), at(8, 59), []scene{
		{50 * time.Second, GoHome{}, "home", Fold},
		{9 * time.Second, Scroll{0}, "home+urgent", Still},
		{time.Second, Tick{}, "home", Sink},
		{time.Second, GoBack{}, "attract:0", Fold},
	}},
	"its page closes when it ends, and the reader sees that": {both(8), at(8, 59), []scene{
		{50 * time.Second, opening("notice:n8"), "notice:n8", Fold},
		{10 * time.Second, Tick{}, "notices", Plain},
	}},
	"an unknown clock knows nothing urgent": {both(8), at(8, 10), []scene{
		{0, Tick{}, "attract:0 urgent", Still},
		{0, GoHome{}, "home", Fold},
		{time.Second, Tick{}, "home+urgent", Rise},
		{time.Second, ClockDoubted{}, "home", Sink},
		{time.Second, Leave{}, "attract:3", Fold}, // pinned
		{time.Second, ClockTrusted{}, "attract:0 urgent", Still},
	}},
	"it wakes no sleeping screen": {dark(both(9), 12, 18), at(8, 58), []scene{
		{0, Tick{}, "night", Still},
		{5 * time.Minute, Tick{}, "night", Still},
		{0, Press{}, "attract:0 urgent", Wake},
		{0, Lift{}, "attract:0 urgent", Wake},
		{89 * time.Second, Tick{}, "attract:0 urgent", Still},
		{2 * time.Second, Tick{}, "night", Dim},
	}},
}

func TestUrgentStories(t *testing.T) {
	for title, c := range urgentStories {
		t.Run(title, func(t *testing.T) {
			now := c.begin
			s := withClock(c.content, now)
			for due, ok := Next(s); ok && s.Motion.Kind != Still; due, ok = Next(s) {
				now = due
				s = Step(s, due, Tick{})
			}
			for i, sc := range c.story {
				now = now.Add(sc.after)
				s = Step(wait(s, now), now, sc.event)
				got := notation(s)
				if s.View.Kind == Attract && CompositionOf(s) == UrgentSlide {
					got += " urgent"
				}
				if got != sc.screen || s.Motion.Kind != sc.motion {
					t.Fatalf("scene %d, %T: %s by %d, want %s by %d", i+1, sc.event, got, s.Motion.Kind, sc.screen, sc.motion)
				}
				checkState(t, s)
			}
		})
	}
}

// TestUrgentWakesExactly checks that nothing of an urgent notice waits for another event: Next leads to its beginning, its
// sheet and its end.
func TestUrgentWakesExactly(t *testing.T) {
	s := Step(withClock(both(9), at(8, 59)), at(8, 59), GoHome{})
	s = wait(s, at(8, 59).Add(30*time.Second))
	s = Step(s, at(8, 59).Add(45*time.Second), More{})
	for s.Sheet.Kind != Urgent {
		due, _ := Next(s)
		if due.After(at(9, 0)) {
			t.Fatalf("at %v next is %v", s.Now, due)
		}
		s = Step(s, due, Tick{})
	}
	if !s.Now.Equal(at(9, 0)) {
		t.Errorf("the sheet came at %v", s.Now)
	}
}
