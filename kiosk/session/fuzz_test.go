package session

import (
	"math/rand/v2"
	"reflect"
	"testing"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/search"
)

// contents are the catalogues between which a fuzzed story switches.
var contents = []*catalogue.Catalogue{
	nil, sample(), sample(1), sample(1, 2, 3, 4), sample(2, 3, 9), sample(1, 3, 5, 7, 9, 11), sample(1, 3, 5, 7, 9, 11),
	posted(sample(1, 2), 8, 9, 10), posted(sample(2), 7, 8), dark(sample(1, 2, 3), 9, 17), dark(posted(sample(1), 8), 22, 6),
	both(8, 9, 10), overlapping(), dark(urgent(posted(sample(1, 2), 7, 8, 9)), 9, 17), pinned(posted(sample(1, 2, 3), 8, 9, 10), 1),
}

// dark sets the hours between which a sample's screen is on.
func dark(c *catalogue.Catalogue, on, off catalogue.TimeOfDay) *catalogue.Catalogue {
	everyDay := [7]bool{true, true, true, true, true, true, true}
	c.Settings.Hours = []catalogue.Span{{Days: everyDay, Holidays: true, From: on * 60, To: off * 60}}
	return c
}

// event decodes two bytes as an event.
func event(kind, arg byte) Event {
	categories := []string{"A1", "A3", "A5", "A9", "B"}
	switch kind % 24 {
	case 0:
		return Content{contents[int(arg)%len(contents)]}
	case 1:
		return Press{}
	case 2:
		return Lift{}
	case 3:
		return Scroll{int(arg)*20 - 100}
	case 4:
		return GoBack{}
	case 5:
		return GoHome{}
	case 6:
		return More{}
	case 7:
		if arg%2 == 1 {
			return ClockDoubted{}
		}
		return ClockTrusted{}
	case 8:
		return Open{Screen{Kind: Item, Number: int(arg % 12)}}
	case 9:
		return Open{Screen{Kind: Category, Category: categories[int(arg)%len(categories)]}}
	}
	return laterEvent(kind%24, arg)
}

// laterEvent decodes the events of sheets, modes, lists and queries.
func laterEvent(kind, arg byte) Event {
	switch kind {
	case 10:
		return Open{Screen{Kind: Notice, Notice: "n8"}}
	case 11:
		return Open{Screen{Kind: Search}}
	case 12:
		return Type{typed(arg)}
	case 13:
		return Erase{}
	case 14:
		return Clear{}
	case 15:
		return OpenSheet{SheetKind(arg % 6)}
	case 16:
		return ShowPart{int(arg) - 3}
	case 17:
		if arg > 250 {
			return Spell{arg%2 == 0}
		}
		if arg > 240 {
			return Ask{[]string{"CJ", "㇐㇔", "C㇐", "㇐㇐㇐㇐㇐㇐㇐㇐㇐㇐㇐㇐㇐", "c"}[arg%5]}
		}
		return Adjust{Mode{Text: 1.6, Contrast: arg&1 > 0, LowReach: arg&2 > 0, Reduced: arg&4 > 0}}
	case 18:
		return Choose{int(arg) - 3}
	case 19:
		return Turn{int(arg) - 3}
	case 20:
		return Leave{}
	case 22:
		return Knock{}
	case 23:
		return staffEvent(arg)
	}
	return Tick{}
}

// staffEvent decodes the events of the service pages.
func staffEvent(arg byte) Event {
	switch arg % 12 {
	case 0, 1, 2:
		return Type{'0' + rune(arg/12)%12}
	case 3, 4, 5:
		return Enter{}
	case 6:
		return Open{Screen{Kind: TouchTest}}
	case 7:
		return Open{Screen{Kind: ScreenTest}}
	case 8:
		return Confirm{Order(arg / 12 % 4)}
	case 9:
		return Do{Order(arg / 12 % 3)}
	case 10:
		return Inspected{Machine{Off: arg > 100}}
	}
	return Mark{Spot{float64(arg) / 255, float64(arg*7) / 255}}
}

// typed decodes a key, now and then one that no keyboard has.
func typed(arg byte) rune {
	if arg < 100 {
		return search.Strokes[int(arg)%len(search.Strokes)]
	}
	return rune(arg) % 'a'
}

// pause decodes a byte as the time that passes; some values set the clock.
func pause(b byte, s State) time.Duration {
	switch {
	case b < 100:
		return time.Duration(b) * 37 * time.Millisecond
	case b < 200:
		if next, ok := Next(s); ok {
			return next.Sub(s.Now)
		}
		return time.Minute
	case b < 230:
		return time.Duration(b-200) * 7 * time.Hour
	}
	return -time.Duration(b-229) * 5 * time.Hour
}

func FuzzStep(f *testing.F) {
	f.Add([]byte{0, 3, 0, 1, 0, 5, 2, 0, 1, 8, 1, 0, 5, 0, 120, 9, 0, 0, 8, 2, 0, 4, 0, 0, 4, 0, 0, 10, 0, 150, 10, 0, 150})
	f.Add([]byte{0, 3, 0, 8, 4, 0, 0, 2, 0, 4, 0, 0, 10, 0, 150, 0, 0, 0, 0, 5, 0})
	f.Add([]byte{7, 0, 0, 0, 5, 220, 9, 0, 0, 8, 1, 0, 9, 1, 0, 8, 3, 0, 9, 0, 240, 8, 5, 0, 10, 0, 255, 10, 0, 150})
	f.Add([]byte{0, 3, 0, 22, 0, 0, 22, 0, 0, 22, 0, 0, 22, 0, 0, 22, 0, 0, 23, 12, 0, 23, 3, 0, 23, 9, 0, 23, 19, 0, 23, 21, 0, 0, 0, 0, 4, 0, 150})
	f.Fuzz(play)
}

// play applies a script's events, three bytes each, and checks every state.
func play(t *testing.T, script []byte) {
	s := Start(morning, false)
	s.PIN = "1"
	for ; len(script) >= 3; script = script[3:] {
		s = Step(s, s.Now.Add(pause(script[2], s)), event(script[0], script[1]))
		checkState(t, s)
	}
}

func TestRandomScripts(t *testing.T) {
	for seed := range byte(40) {
		script := make([]byte, 3000)
		rand.NewChaCha8([32]byte{seed}).Read(script)
		play(t, script)
	}
}

// checkState checks the invariants of every state.
func checkState(t *testing.T, s State) {
	t.Helper()
	for _, v := range append(append([]View{}, s.Trail...), s.View) {
		if !shown(s, v) {
			t.Fatalf("%+v isn't in the content", v)
		}
	}
	if !browsing(s) && (s.Top() != Sheet{} || s.Mode != Usual(s)) {
		t.Fatalf("%v has a sheet %v or the mode %v of a session that is over", s.View, s.Top(), s.Mode)
	}
	if _, ok := waiting(s); s.Sheet.Kind == Urgent && (!ok || s.Sheet.Part >= len(UrgentNotices(s))) || s.aside != nil && !browsing(s) {
		t.Fatalf("sheet %v of %v, aside %v", s.Sheet, UrgentNotices(s), s.aside)
	}
	if a := s.arranged; !empty(s) && !reflect.DeepEqual(a.slides, programme(s.Catalogue, s.OnAir, s.Clock)) {
		t.Fatalf("arranged %v", a.slides)
	}
	if len(s.Trail) > 16 {
		t.Fatalf("a trail of %d", len(s.Trail))
	}
	if browsing(s) && !IsStaff(s.View.Kind) && len(s.Trail) == 0 || len(s.Trail) > 0 && s.Trail[0].Kind != Attract {
		t.Fatalf("%+v doesn't lead back to the carousel", s.View)
	}
	next, ok := Next(s)
	if ok && !next.After(s.Now) || s.Clock && (!ok || next.Sub(s.Now) > time.Minute) {
		t.Fatalf("at %v next is %v (%v)", s.Now, next, ok)
	}
	if p := Progress(s, s.Now); p < 0 || p > 1 {
		t.Fatalf("progress %v", p)
	}
	if back := Step(s, s.Now, GoBack{}); browsing(s) && back.View.Screen == s.View.Screen && back.Sheet == s.Sheet {
		t.Fatalf("back from %+v leads nowhere", s.View)
	}
}

// shown reports whether a view can be on the screen.
func shown(s State, v View) bool {
	switch v.Kind {
	case Preparing:
		return Slides(s) == 0
	case Attract:
		_, ok := slideIndex(slidesIn(s), v.Screen)
		return ok
	case Night, Passcode, Service, ScreenTest, TouchTest:
		return true
	}
	return exists(s, v.Screen)
}

func TestTrailIsBounded(t *testing.T) {
	s := Step(Start(morning, false), morning, Content{sample(1, 2, 3, 4)})
	for i := range 200 {
		s = Step(s, morning, opening([]string{"category:A1", "item:1", "category:A3", "item:4"}[i%4]))
		checkState(t, s)
	}
	steps := 0
	for ; s.View.Kind != Attract; steps++ {
		before := s.View
		if s = Step(s, morning, GoBack{}); s.View == before {
			t.Fatalf("stuck at %+v", before)
		}
	}
	if steps != 16 {
		t.Errorf("%d steps back to the carousel, want 16", steps)
	}
}
