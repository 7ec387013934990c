package session

import (
	"testing"
	"time"
)

// scene is one line of a story: after so much time an event, and then the
// screen and the movement.
type scene struct {
	after  time.Duration
	event  Event
	screen string
	motion MotionKind
}

const ms = time.Millisecond

// menu is content that a story brings twice.
var menu = sample(1, 2)

var stories = map[string][]scene{
	"the tour": {
		{0, Press{}, "attract:0", Still},
		{80 * ms, Lift{}, "attract:0", Still},
		{0, to("item:1"), "item:1", Fold},
		{time.Second, GoHome{}, "home", Back},
		{time.Second, to("category:A3"), "category:A3", Forward},
		{time.Second, to("item:4"), "item:4", Forward},
		{time.Second, GoBack{}, "category:A3", Back},
		{time.Second, GoBack{}, "home", Back},
		{time.Second, GoBack{}, "attract:0", Fold},
	},
	"a slide's item leads back by way of home": {
		{15 * time.Second, Tick{}, "attract:1", Slide},
		{2 * time.Second, to("item:2"), "item:2", Fold},
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
		{15 * time.Second, Tick{}, "attract:3", Slide},
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
		{0, to("item:2"), "item:2", Fold},
		{0, to("item:3"), "item:3", Forward},
		{0, to("item:4"), "item:4", Forward},
		{0, to("item:3"), "item:3", Back},
		{0, GoBack{}, "home", Back},
	},
	"the place is kept on the way back, not on the way home": {
		{0, GoHome{}, "home", Fold},
		{0, Scroll{300}, "home(300)", Fold},
		{0, to("category:A1"), "category:A1", Forward},
		{0, Scroll{40}, "category:A1(40)", Forward},
		{0, to("item:2"), "item:2", Forward},
		{0, Scroll{-5}, "item:2", Forward},
		{0, GoBack{}, "category:A1(40)", Back},
		{0, GoBack{}, "home(300)", Back},
		{0, to("item:2"), "item:2", Forward},
		{0, to("home"), "home", Back},
	},
	"what is shown already, or is not there, changes nothing": {
		{0, to("item:9"), "attract:0", Still},
		{0, to("category:B"), "attract:0", Still},
		{0, Open{Screen{Kind: Attract, Slide: 2}}, "attract:0", Still},
		{0, GoBack{}, "attract:0", Still},
		{0, GoHome{}, "home", Fold},
		{time.Second, GoHome{}, "home", Still},
		{0, to("item:1"), "item:1", Forward},
		{time.Second, to("item:1"), "item:1", Still},
	},
	"a finger ends a movement": {
		{0, GoHome{}, "home", Fold},
		{200 * ms, Press{}, "home", Still},
	},
	"the carousel comes back, where it was left": {
		{15 * time.Second, Tick{}, "attract:1", Slide},
		{0, to("item:2"), "item:2", Fold},
		{89999 * ms, Tick{}, "item:2", Still},
		{1 * ms, Tick{}, "attract:1", Fold},
	},
	"never under a finger, and counted from the last touch": {
		{0, to("item:2"), "item:2", Fold},
		{60 * time.Second, Press{}, "item:2", Still},
		{300 * time.Second, Tick{}, "item:2", Still},
		{0, Lift{}, "item:2", Still},
		{60 * time.Second, More{}, "item:2", Still},
		{60 * time.Second, Tick{}, "item:2", Still},
		{30 * time.Second, Tick{}, "attract:0", Fold},
	},
	"new content keeps the reader's screen": {
		{0, GoHome{}, "home", Fold},
		{0, to("category:A3"), "category:A3", Forward},
		{0, to("item:4"), "item:4", Forward},
		{0, Scroll{70}, "item:4(70)", Forward},
		{0, Content{sample(4, 5, 6)}, "item:4(70)", Still},
		{0, GoBack{}, "category:A3", Back},
		{0, Content{sample(5, 6)}, "home", Still},
		{0, GoBack{}, "attract:0", Fold},
	},
	"the same content again disturbs no movement": {
		{0, Content{menu}, "attract:0", Still},
		{0, to("item:2"), "item:2", Fold},
		{100 * ms, Content{menu}, "item:2", Fold},
	},
	"an item that is gone leads home, and its trail with it": {
		{0, to("item:4"), "item:4", Fold},
		{0, Content{sample(1, 2)}, "home", Still},
		{0, GoBack{}, "attract:0", Fold},
	},
	"a screen that is gone from the trail is passed over": {
		{0, GoHome{}, "home", Fold},
		{0, to("category:A1"), "category:A1", Forward},
		{0, to("item:1"), "item:1", Forward},
		{0, to("item:4"), "item:4", Forward},
		{0, Content{sample(3, 4)}, "item:4", Still},
		{0, GoBack{}, "home", Back},
	},
	"a slide is followed by its item, with the time it has had": {
		{15 * time.Second, Tick{}, "attract:1", Slide},
		{5 * time.Second, Content{sample(2, 3, 4)}, "attract:0", Still},
		{10 * time.Second, Tick{}, "attract:1", Slide},
	},
	"a slide that is gone gives its place to the next one": {
		{15 * time.Second, Tick{}, "attract:1", Slide},
		{14 * time.Second, Content{sample(1, 3, 4)}, "attract:1", Still},
		{14 * time.Second, Tick{}, "attract:1", Still},
		{time.Second, Tick{}, "attract:2", Slide},
		{time.Second, Content{sample(1)}, "attract:0", Still},
	},
	"a single slide stays": {
		{0, Content{sample(7)}, "attract:0", Still},
		{time.Hour, Tick{}, "attract:0", Still},
	},
	"no content, and content again": {
		{0, to("item:2"), "item:2", Fold},
		{0, Content{nil}, "preparing", Still},
		{0, GoHome{}, "preparing", Still},
		{0, to("item:2"), "preparing", Still},
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
				if name(s) != sc.screen || s.Motion.Kind != sc.motion {
					t.Fatalf("scene %d, %T: %s by %d, want %s by %d", i+1, sc.event, name(s), s.Motion.Kind, sc.screen, sc.motion)
				}
			}
		})
	}
}

// wait lets time pass to just before now, with a Tick whenever one is due.
func wait(s State, now time.Time) State {
	for due, ok := Next(s); ok && due.Before(now.Add(-time.Second)); due, ok = Next(s) {
		s = Step(s, due, Tick{})
	}
	return s
}

func TestStepLeavesItsArgument(t *testing.T) {
	s := Step(Start(morning, true), morning, Content{sample(1, 2, 3, 4)})
	s = Step(s, morning, GoHome{})
	a := Step(s, morning, to("category:A1"))
	b := Step(s, morning, to("category:A3"))
	Step(a, morning, to("item:1"))
	Step(b, morning, to("item:3"))
	if a = Step(Step(a, morning, to("item:2")), morning, GoBack{}); name(a) != "category:A1" {
		t.Errorf("two ways from one state have got mixed: %s", name(a))
	}
}
