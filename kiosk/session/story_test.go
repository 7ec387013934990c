package session

import (
	"testing"
	"time"

	"gongkai/kiosk/catalogue"
)

// scene is one line of a story: an event after some time, and the screen and
// movement that follow.
type scene struct {
	after  time.Duration
	event  Event
	screen string
	motion MotionKind
}

const ms = time.Millisecond

// menu is content that a story sets twice.
var menu = sample(1, 2)

var stories = map[string][]scene{
	"the tour": {
		{0, Press{}, "attract:0", Still},
		{80 * ms, Lift{}, "attract:0", Still},
		{0, opening("item:1"), "item:1", Fold},
		{time.Second, GoHome{}, "home", Back},
		{time.Second, opening("category:A3"), "category:A3", Forward},
		{time.Second, opening("item:4"), "item:4", Forward},
		{time.Second, GoBack{}, "category:A3", Back},
		{time.Second, GoBack{}, "home", Back},
		{time.Second, GoBack{}, "attract:0", Fold},
	},
	"a slide's item leads back by way of home": {
		{15 * time.Second, Tick{}, "attract:1", Slide},
		{2 * time.Second, opening("item:2"), "item:2", Fold},
		{time.Second, GoBack{}, "home", Back},
		{time.Second, GoBack{}, "attract:1", Fold},
		{14 * time.Second, Tick{}, "attract:1", Still},
		{time.Second, Tick{}, "attract:2", Slide},
	},
	"the carousel goes round": {
		{14999 * ms, Tick{}, "attract:0", Still},
		{1 * ms, Tick{}, "attract:1", Slide},
		{1099 * ms, Tick{}, "attract:1", Slide},
		{1 * ms, Tick{}, "attract:1", Still},
		{13900 * ms, Tick{}, "attract:2", Slide},
		{60 * time.Second, Tick{}, "attract:6", Slide},
		{15 * time.Second, Tick{}, "attract:0", Slide},
	},
	"a finger stops the carousel at once, and for as long as it stays": {
		{15500 * ms, Tick{}, "attract:1", Slide},
		{100 * ms, Press{}, "attract:1", Still},
		{time.Minute, Tick{}, "attract:1", Still},
		{0, Lift{}, "attract:1", Still},
		{14 * time.Second, Tick{}, "attract:1", Still},
		{time.Second, Tick{}, "attract:2", Slide},
	},
	"a finger at the last moment is before the end of the dwell": {
		{15001 * ms, Press{}, "attract:0", Still},
	},
	"turning leaves by one step": {
		{0, opening("item:2"), "item:2", Fold},
		{0, opening("item:3"), "item:3", Forward},
		{0, opening("item:4"), "item:4", Forward},
		{0, opening("item:3"), "item:3", Back},
		{0, GoBack{}, "home", Back},
	},
	"the place is kept on the way back, not on the way home": {
		{0, GoHome{}, "home", Fold},
		{0, Scroll{300}, "home(300)", Fold},
		{0, opening("category:A1"), "category:A1", Forward},
		{0, Scroll{40}, "category:A1(40)", Forward},
		{0, opening("item:2"), "item:2", Forward},
		{0, Scroll{-5}, "item:2", Forward},
		{0, GoBack{}, "category:A1(40)", Back},
		{0, GoBack{}, "home(300)", Back},
		{0, opening("item:2"), "item:2", Forward},
		{0, opening("home"), "home", Back},
	},
	"what is shown already, or is not there, changes nothing": {
		{0, opening("item:9"), "attract:0", Still},
		{0, opening("category:B"), "attract:0", Still},
		{0, Open{Screen{Kind: Attract, Number: 2}}, "attract:0", Still},
		{0, GoBack{}, "attract:0", Still},
		{0, GoHome{}, "home", Fold},
		{time.Second, GoHome{}, "home", Still},
		{0, opening("item:1"), "item:1", Forward},
		{time.Second, opening("item:1"), "item:1", Still},
	},
	"a finger ends a movement": {
		{0, GoHome{}, "home", Fold},
		{200 * ms, Press{}, "home", Still},
	},
	"the carousel comes back, where it was left": {
		{15 * time.Second, Tick{}, "attract:1", Slide},
		{0, opening("item:2"), "item:2", Fold},
		{69999 * ms, Tick{}, "item:2", Still},
		{1 * ms, Tick{}, "item:2+idle-warning", Rise},
		{19999 * ms, Tick{}, "item:2+idle-warning", Still},
		{1 * ms, Tick{}, "attract:1", Fold},
	},
	"never under a finger, and counted from the last touch": {
		{0, opening("item:2"), "item:2", Fold},
		{60 * time.Second, Press{}, "item:2", Still},
		{300 * time.Second, Tick{}, "item:2", Still},
		{0, Lift{}, "item:2", Still},
		{60 * time.Second, More{}, "item:2", Still},
		{60 * time.Second, Tick{}, "item:2", Still},
		{29 * time.Second, Tick{}, "item:2+idle-warning", Still},
		{1 * time.Second, Tick{}, "attract:0", Fold},
	},
	"any touch on the warning goes on, any number of times": {
		{0, opening("item:2"), "item:2", Fold},
		{0, Scroll{70}, "item:2(70)", Fold},
		{75 * time.Second, Press{}, "item:2+idle-warning(70)", Still},
		{80 * ms, Lift{}, "item:2(70)", Sink},
		{75 * time.Second, Press{}, "item:2+idle-warning(70)", Still},
		{time.Minute, Tick{}, "item:2+idle-warning(70)", Still},
		{80 * ms, Lift{}, "item:2(70)", Sink},
		{75 * time.Second, Press{}, "item:2+idle-warning(70)", Still},
		{80 * ms, Leave{}, "attract:0", Fold},
		{0, Lift{}, "attract:0", Fold},
	},
	"the warning comes over a sheet, and goes again": {
		{0, opening("item:2"), "item:2", Fold},
		{0, OpenSheet{Accessibility}, "item:2+accessibility", Rise},
		{75 * time.Second, Press{}, "item:2+idle-warning", Still},
		{80 * ms, Lift{}, "item:2+accessibility", Sink},
		{0, GoBack{}, "item:2", Sink},
		{0, GoBack{}, "home", Back},
	},
	"under a sheet a page is not scrolled, unless it has become shorter": {
		{0, opening("item:2"), "item:2", Fold},
		{0, Scroll{300}, "item:2(300)", Fold},
		{0, OpenSheet{Takeaway}, "item:2+takeaway(300)", Rise},
		{0, Scroll{400}, "item:2+takeaway(300)", Rise},
		{0, Scroll{100}, "item:2+takeaway(100)", Rise},
	},
	"under 大字 a page stays live": {
		{0, opening("item:2"), "item:2", Fold},
		{0, OpenSheet{Accessibility}, "item:2+accessibility", Rise},
		{0, Scroll{400}, "item:2+accessibility(400)", Rise},
	},
	"twice the time for a code": {
		{0, opening("item:2"), "item:2", Fold},
		{0, OpenSheet{Takeaway}, "item:2+takeaway", Rise},
		{0, ShowPart{1}, "item:2+takeaway", Rise},
		{159 * time.Second, Tick{}, "item:2+takeaway", Still},
		{time.Second, Tick{}, "item:2+idle-warning", Rise},
		{20 * time.Second, Tick{}, "attract:0", Fold},
	},
	"nothing to take away from home, and no sheet over the carousel": {
		{0, OpenSheet{Accessibility}, "attract:0", Still},
		{0, GoHome{}, "home", Fold},
		{0, OpenSheet{Takeaway}, "home", Fold},
		{0, OpenSheet{IdleWarning}, "home", Fold},
	},
	"looking for something": {
		{0, GoHome{}, "home", Fold},
		{time.Second, opening("search"), "search:", Forward},
		{time.Second, Type{'C'}, "search:C", Still},
		{time.Second, Type{'J'}, "search:CJ", Still},
		{0, Type{'?'}, "search:CJ", Still},
		{0, Scroll{40}, "search:CJ(40)", Still},
		{0, opening("item:3"), "item:3", Forward},
		{0, GoBack{}, "search:CJ(40)", Back},
		{time.Second, Erase{}, "search:C", Still},
		{0, Clear{}, "search:", Still},
		{0, Erase{}, "search:", Still},
		{0, GoBack{}, "home", Back},
	},
	"looking for something by strokes": {
		{0, GoHome{}, "home", Fold},
		{0, Spell{true}, "home", Fold},
		{time.Second, opening("search"), "search:", Forward},
		{0, Type{'㇐'}, "search:", Forward},
		{time.Second, Type{'C'}, "search:C", Still},
		{0, Spell{true}, "search:", Still},
		{0, Type{'C'}, "search:", Still},
		{0, Type{'㇐'}, "search:㇐", Still},
		{0, Type{'㇔'}, "search:㇐㇔", Still},
		{0, Type{'C'}, "search:㇐㇔", Still},
		{0, Erase{}, "search:㇐", Still},
		{0, Ask{"㇒㇐㇔"}, "search:㇒㇐㇔", Still},
		{0, Ask{"CJ㇐"}, "search:㇒㇐㇔", Still},
		{0, Ask{"一"}, "search:㇒㇐㇔", Still},
		{0, opening("item:3"), "item:3", Forward},
		{0, opening("search"), "search:", Forward},
		{0, Type{'㇐'}, "search:㇐", Still},
		{0, Spell{false}, "search:", Still},
		{0, Type{'C'}, "search:C", Still},
	},
	"reduced motion": {
		{0, GoHome{}, "home", Fold},
		{0, Adjust{Mode{Text: 1.3, Reduced: true}}, "home", Still},
		{0, opening("item:1"), "item:1", Plain},
		{0, OpenSheet{Takeaway}, "item:1+takeaway", Still},
		{0, GoBack{}, "item:1", Still},
		{0, Leave{}, "attract:0", Plain},
		{0, GoHome{}, "home", Fold},
	},
	"new content keeps the reader's screen": {
		{0, GoHome{}, "home", Fold},
		{0, opening("category:A3"), "category:A3", Forward},
		{0, opening("item:4"), "item:4", Forward},
		{0, Scroll{70}, "item:4(70)", Forward},
		{0, Content{sample(4, 5, 6)}, "item:4(70)", Still},
		{0, GoBack{}, "category:A3", Back},
		{0, Content{sample(5, 6)}, "home", Plain},
		{0, GoBack{}, "attract:0", Fold},
	},
	"the same content again disturbs no movement": {
		{0, Content{menu}, "attract:0", Still},
		{0, opening("item:2"), "item:2", Fold},
		{100 * ms, Content{menu}, "item:2", Fold},
	},
	"an item that is gone leads home, and its trail with it": {
		{0, opening("item:4"), "item:4", Fold},
		{0, Content{sample(1, 2)}, "home", Plain},
		{0, GoBack{}, "attract:0", Fold},
	},
	"a screen that is gone from the trail is passed over": {
		{0, GoHome{}, "home", Fold},
		{0, opening("category:A1"), "category:A1", Forward},
		{0, opening("item:1"), "item:1", Forward},
		{0, opening("item:4"), "item:4", Forward},
		{0, Content{sample(3, 4)}, "item:4", Still},
		{0, GoBack{}, "home", Back},
	},
	"a slide keeps its place among others, with the time it has had": {
		{45 * time.Second, Tick{}, "attract:3", Slide},
		{5 * time.Second, Content{sample(2, 3, 4)}, "attract:1", Still},
		{10 * time.Second, Tick{}, "attract:2", Slide},
	},
	"a slide that is gone gives its place to the next one": {
		{45 * time.Second, Tick{}, "attract:3", Slide},
		{14 * time.Second, Content{sample(1, 3, 4)}, "attract:2", Still},
		{14 * time.Second, Tick{}, "attract:2", Still},
		{time.Second, Tick{}, "attract:3", Slide},
		{time.Second, Content{sample(1)}, "attract:0", Still},
	},
	"a single slide stays": {
		{0, Content{sample(7)}, "attract:0", Still},
		{time.Hour, Tick{}, "attract:0", Still},
	},
	"no content, and content again": {
		{0, opening("item:2"), "item:2", Fold},
		{0, Content{nil}, "preparing", Still},
		{0, GoHome{}, "preparing", Still},
		{0, opening("item:2"), "preparing", Still},
		{0, Content{sample()}, "preparing", Still},
		{time.Hour, Tick{}, "preparing", Still},
		{0, Content{sample(1, 2)}, "attract:0", Still},
		{15 * time.Second, Tick{}, "attract:1", Slide},
	},
}

func TestStories(t *testing.T) {
	for title, story := range stories {
		t.Run(title, func(t *testing.T) {
			now := morning
			s := Step(Start(now, false), now, Content{sample(1, 2, 3, 4)})
			for i, sc := range story {
				now = now.Add(sc.after)
				s = wait(s, now)
				s = Step(s, now, sc.event)
				if notation(s) != sc.screen || s.Motion.Kind != sc.motion {
					t.Fatalf("scene %d, %T: %s by %d, want %s by %d", i+1, sc.event, notation(s), s.Motion.Kind, sc.screen, sc.motion)
				}
			}
		})
	}
}

// wait advances time to just before now, with a Tick whenever one is due.
func wait(s State, now time.Time) State {
	for due, ok := Next(s); ok && due.Before(now.Add(-time.Second)); due, ok = Next(s) {
		s = Step(s, due, Tick{})
	}
	return s
}

func TestStepLeavesItsArgument(t *testing.T) {
	s := Step(Start(morning, true), morning, Content{sample(1, 2, 3, 4)})
	s = Step(s, morning, GoHome{})
	a := Step(s, morning, opening("category:A1"))
	b := Step(s, morning, opening("category:A3"))
	Step(a, morning, opening("item:1"))
	Step(b, morning, opening("item:3"))
	if a = Step(Step(a, morning, opening("item:2")), morning, GoBack{}); notation(a) != "category:A1" {
		t.Errorf("two states share a trail: %s", notation(a))
	}
}

// withClock returns a story's first state with a trusted clock.
func withClock(c *catalogue.Catalogue, at time.Time) State {
	return Step(Start(at, true), at, Content{c})
}

func TestModesEndWithTheSession(t *testing.T) {
	c := sample(1, 2)
	c.Settings.Text = 1.3
	s := withClock(c, morning)
	if s.Mode != (Mode{Text: 1.3}) {
		t.Fatalf("a session begins with %+v", s.Mode)
	}
	s = Step(s, morning, GoHome{})
	chosen := Mode{Text: 2, Contrast: true, LowReach: true, Reduced: true}
	s = Step(s, morning, Adjust{chosen})
	if s = Step(s, morning, opening("item:1")); s.Mode != chosen {
		t.Errorf("on the next page %+v", s.Mode)
	}
	for _, e := range []Event{Leave{}, Content{nil}} {
		if got := Step(s, morning, e); got.Mode.Contrast || got.Mode.LowReach || got.Mode.Reduced {
			t.Errorf("after %T %+v", e, got.Mode)
		}
	}
	if s = wait(s, morning.Add(time.Hour)); s.Mode != (Mode{Text: 1.3}) {
		t.Errorf("after the idle return %+v", s.Mode)
	}
}

// TestMarkIsNoChange checks that a new mark is not announced as a change.
func TestMarkIsNoChange(t *testing.T) {
	plain := func() *catalogue.Catalogue {
		c := sample(1, 2)
		c.Notices = []catalogue.Notice{{File: "notices/1.toml", Title: "示例"}}
		return c
	}
	marked := plain()
	day := catalogue.Seen{Appeared: morning, Changed: morning}
	marked.Items[1].Seen, marked.Notices[0].Seen = day, day
	for _, at := range []Screen{{Kind: Home}, {Kind: Item, Number: 2}, {Kind: Category, Category: marked.Items[1].Category}, {Kind: Notices}, {Kind: Notice, Notice: "notices/1.toml"}} {
		s := Step(withClock(plain(), morning), morning, Open{at})
		if s.View.Screen != at {
			t.Fatalf("opened %v, not %v", s.View.Screen, at)
		}
		if s = Step(s, morning.Add(time.Second), Content{marked}); s.Change != Unchanged || s.Catalogue != marked {
			t.Errorf("%v: a new mark is announced as %v", at, s.Change)
		}
	}
}

func TestChangeIsAnnounced(t *testing.T) {
	s := Step(withClock(sample(1, 2), morning), morning, opening("item:2"))
	other := sample(1, 2)
	other.Items[1].Deadline = "示例"
	s = Step(s, morning, OpenSheet{Takeaway})
	s = Step(s, morning, ShowPart{2})
	s = Step(s, morning.Add(time.Second), Content{other})
	if s.Change != Updated || s.Motion.Kind != Plain || s.Sheet != (Sheet{Kind: Takeaway}) {
		t.Fatalf("a changed item: %v, %v, %+v", s.Change, s.Motion.Kind, s.Sheet)
	}
	moved := sample(1, 2)
	moved.Items[1].Deadline, moved.Items[1].File, moved.Items[0].Title = "示例", "elsewhere.toml", "示例"
	if s = wait(s, morning.Add(6*time.Second)); Step(s, s.Now, Content{moved}).Changed != s.Changed {
		t.Error("the change of another item, or a renamed file, was announced")
	}
	if s = wait(s, morning.Add(10500*ms)); s.Change != Unchanged {
		t.Errorf("still announced after %v", s.Now.Sub(s.Changed))
	}
	s = Step(s, s.Now, Content{sample(1)})
	if s.Change != Gone || notation(s) != "home" {
		t.Errorf("gone: %s, %v", notation(s), s.Change)
	}
	if s = Step(s, s.Now, opening("item:1")); s.Change != Unchanged {
		t.Error("still announced on another page")
	}
}

func TestNoticesGoOnAirAndOff(t *testing.T) {
	s := withClock(posted(sample(1), 8, 9), morning)
	if Slides(s) != 2 || len(s.OnAir) != 1 {
		t.Fatalf("%d slides, on air %v", Slides(s), s.OnAir)
	}
	s = Step(s, morning, opening("notices"))
	s = Step(s, morning, opening("notice:n8"))
	if s = Step(s, morning, opening("notice:n9")); notation(s) != "notice:n8" {
		t.Fatalf("a notice that is not on air was opened: %s", notation(s))
	}
	nine := time.Date(2026, 10, 1, 9, 0, 0, 0, morning.Location())
	s = Step(s, nine.Add(-time.Second), Press{})
	if due, _ := Next(s); !due.Equal(nine) {
		t.Errorf("next at %v", due)
	}
	if s = Step(s, nine, Tick{}); notation(s) != "notices" || s.Change != Gone || len(s.OnAir) != 1 || s.OnAir[0] != 1 {
		t.Errorf("at nine %s, on air %v", notation(s), s.OnAir)
	}
	if s = Step(s, nine, GoBack{}); notation(s) != "home" {
		t.Errorf("back from the notices leads to %s", notation(s))
	}
	if s := Step(Start(morning, false), morning, Content{posted(sample(1), 8, 9)}); len(s.OnAir) != 2 {
		t.Errorf("by an unknown clock %v are on air", s.OnAir)
	}
}

func TestNight(t *testing.T) {
	s := withClock(dark(sample(1, 2), 7, 18), at(17, 50))
	s = Step(s, at(17, 59), GoHome{})
	s = wait(s, at(18, 0).Add(2*time.Second))
	if notation(s) != "home" {
		t.Fatalf("a reader was left in the dark: %s", notation(s))
	}
	if s = wait(s, at(18, 5)); notation(s) != "night" {
		t.Fatalf("after the reader %s", notation(s))
	}
	s = Step(s, at(19, 0), Press{})
	if notation(s) != "attract:0" || s.Motion.Kind != Wake {
		t.Fatalf("touched: %s by %d", notation(s), s.Motion.Kind)
	}
	s = Step(s, at(19, 0), Lift{})
	if s = wait(s, at(19, 1)); s.View.Kind != Attract {
		t.Errorf("a minute after the touch %s", notation(s))
	}
	if s = wait(s, at(19, 2)); notation(s) != "night" {
		t.Errorf("two minutes after the touch %s", notation(s))
	}
	if s = wait(s, at(7, 0).AddDate(0, 0, 1).Add(2*time.Second)); s.View.Kind != Attract {
		t.Errorf("in the morning %s", notation(s))
	}
	if s := withClock(dark(sample(1), 22, 6), at(12, 0)); notation(s) != "night" {
		t.Errorf("at noon, on from 22 to 6: %s", notation(s))
	}
	if s := withClock(dark(sample(1), 22, 6), at(5, 59)); s.View.Kind != Attract {
		t.Errorf("at 5:59, on from 22 to 6: %s", notation(s))
	}
	if s := Step(Start(at(23, 0), false), at(23, 0), Content{dark(sample(1), 7, 18)}); s.View.Kind != Attract {
		t.Errorf("by an unknown clock %s", notation(s))
	}
}

// TestTakeawayWithoutText removes the text of a notice while its takeaway is open.
func TestTakeawayWithoutText(t *testing.T) {
	c := posted(sample(1), 8)
	c.Notices[0].Body = "示例文字"
	s := Step(withClock(c, morning), morning, opening("notice:n8"))
	if s = Step(s, morning, OpenSheet{Takeaway}); notation(s) != "notice:n8+takeaway" {
		t.Fatal(notation(s))
	}
	if s = Step(s, morning, Content{posted(sample(1), 8)}); notation(s) != "notice:n8" {
		t.Errorf("without its text: %s", notation(s))
	}
	if s = Step(s, morning, OpenSheet{Takeaway}); notation(s) != "notice:n8" {
		t.Errorf("a takeaway of nothing: %s", notation(s))
	}
}

// TestResultsChange checks that changed results are announced, and unchanged ones are not.
func TestResultsChange(t *testing.T) {
	s := Step(withClock(sample(1, 2), morning), morning, opening("search"))
	for _, l := range "SL" { // 示例
		s = Step(s, morning, Type{l})
	}
	other := sample(1, 2)
	other.Items[1].Deadline = "示例"
	if s = Step(s, morning, Content{other}); s.Change != Updated {
		t.Error("a changed result is not announced")
	}
	none := Step(withClock(sample(1, 2), morning), morning, opening("search"))
	none = Step(none, morning, Type{'Q'})
	if none = Step(none, morning, Content{other}); none.Change != Unchanged {
		t.Error("unchanged results are announced as changed")
	}
}
