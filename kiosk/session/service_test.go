package session

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// secured returns a state with a PIN that shows the first slide of a sample, or of no content.
func secured(content bool) State {
	s := Start(morning, true)
	s.PIN, s.Machine = "0471", Machine{Off: true}
	if content {
		s = Step(s, morning, Content{sample(1, 2, 3)})
	}
	return s
}

// staffSteps applies steps in short: k knocks, 0 to 9 types, < erases, = enters, b goes back, s and t open the tests, n turns the screen
// test on, m marks, r and o ask for an order, R and O give it, h opens home, . waits half a second, | until what is due next.
func staffSteps(s State, steps string) State {
	for _, step := range steps {
		now, e := s.Now, Event(Tick{})
		switch step {
		case 'k':
			e = Knock{}
		case '<':
			e = Erase{}
		case '=':
			e = Enter{}
		case 'b':
			e = GoBack{}
		case 's':
			e = Open{Screen{Kind: ScreenTest}}
		case 't':
			e = Open{Screen{Kind: TouchTest}}
		case 'n':
			e = Turn{s.View.Page + 1}
		case 'm':
			e = Mark{Spot{.1, .9}}
		case 'r', 'o':
			e = Confirm{map[rune]Order{'r': Restart, 'o': PowerOff}[step]}
		case 'R', 'O':
			e = Do{map[rune]Order{'R': Restart, 'O': PowerOff}[step]}
		case '.':
			now = now.Add(500 * time.Millisecond)
		case '|':
			now, _ = Next(s)
		case 'h':
			e = Open{Screen{Kind: Home}}
		default:
			e = Type{step}
		}
		s = Step(s, now, e)
	}
	return s
}

func TestService(t *testing.T) {
	const in = "kkkkk0471="
	for _, c := range []struct{ steps, want string }{
		{"kkkk", "attract:0"},
		{"kkkkk", "pin"},
		{"k.k.k.k.k", "pin"},
		{"k..k..k..k.k", "attract:0"}, // 3.5 s
		{"k..k..k..k.k..k", "attract:0"},
		{"k..k..k..k.kkkk", "pin"},
		{"hkkkkk", "pin"},
		{"hkkkkkb", "attract:0"},
		{"kkkkkb", "attract:0"},
		{"kkkkk0471", "pin"},
		{in, "service"},
		{"kkkkk04721=", "pin"},
		{"kkkkk0472<1=", "service"},
		{"kkkkk<0471=", "service"},
		{"kkkkk=", "pin"},
		{"kkkkk1=2=0471=", "service"},
		{"kkkkk1=2=3=0471=", "pin"},
		{"kkkkk1=2=3=bkkkkk0471=", "pin"}, // leaving doesn't open it again
		{"kkkkk1=2=3=||0471=", "pin"},     // half a minute later
		{"kkkkk1=2=3=|||0471=", "service"},
		{in + "s", "screen-test"},
		{in + "snnnnnn", "screen-test"},
		{in + "snnnnnnn", "service"},
		{in + "sb", "service"},
		{in + "t", "touch-test"},
		{in + "tmmmmb", "service"},
		{"kkkkkkkkkk", "touch-test"}, // where touch is turned no PIN can be typed
		{"kkkkkkkkkkb", "pin"},
		{"kkkkkkkkkkbs", "pin"},
		{"kkkkks", "pin"},
		{"st", "attract:0"},
		{"R", "attract:0"},
		{"kkkkkr", "pin"},
		{in + "r", "service+confirm"},
		{in + "rb", "service"},
		{in + "rR", "service+confirm"},
		{in + "h", "service"}, // what residents open isn't there
		{in + "kkkkk", "service"},
		{in + "b", "attract:0"},
		{in + "bst", "attract:0"},
		{in + "bkkkkk", "pin"}, // admitted once only
		{in + "||", "service"},
		{in + "|||", "service+idle-warning"},
	} {
		if got := notation(staffSteps(secured(true), c.steps)); got != c.want {
			t.Errorf("%s: %s, want %s", c.steps, got, c.want)
		}
	}
}

// TestServiceWithoutContent: the pages need no content, and content that arrives or goes doesn't close them.
func TestServiceWithoutContent(t *testing.T) {
	s := staffSteps(secured(false), "kkkkk0471=")
	for _, content := range []Content{{sample(1, 2)}, {nil}, {sample(3)}, {nil}} {
		if s = Step(s, s.Now, content); s.View.Kind != Service {
			t.Fatalf("%v", s.View)
		}
		checkState(t, s)
	}
	if got := notation(staffSteps(s, "b")); got != "preparing" {
		t.Errorf("back leads to %s", got)
	}
	if got := notation(staffSteps(s, strings.Repeat("|", 40))); got != "preparing" {
		t.Errorf("it idles to %s", got)
	}
}

func TestNoPIN(t *testing.T) {
	s := secured(true)
	s.PIN = ""
	if got := notation(staffSteps(s, "kkkkk=")); got != "attract:0" {
		t.Errorf("%s", got)
	}
}

func TestKnockAtNight(t *testing.T) {
	s := secured(false)
	s = Step(s, s.Now, Content{dark(sample(1), 9, 17)})
	if s.View.Kind != Night {
		t.Fatalf("%v", s.View)
	}
	for range knocksNeeded {
		s = Step(Step(Step(s, s.Now, Press{}), s.Now, Knock{}), s.Now, Lift{})
	}
	if s.View.Kind != Passcode {
		t.Fatalf("%v", s.View)
	}
	for s.View.Kind != Night {
		s = staffSteps(s, "|")
		checkState(t, s)
	}
}

func TestOrders(t *testing.T) {
	const in = "kkkkk0471="
	for _, c := range []struct {
		steps string
		want  Order
	}{
		{in + "R", NoOrder}, {in + "r", NoOrder}, {in + "rO", NoOrder}, {in + "rR", Restart}, {in + "oO", PowerOff}, {in + "oOb", NoOrder}, {in + "roO", NoOrder},
	} {
		if got := staffSteps(secured(true), c.steps).Staff.Order; got != c.want {
			t.Errorf("%s: %v, want %v", c.steps, got, c.want)
		}
	}
	s := secured(true)
	s.Machine.Off = false
	if s = staffSteps(s, in+"oO"); s.Staff.Order != NoOrder || s.Sheet != (Sheet{}) {
		t.Errorf("a machine that can't be switched off: %v, %v", s.Staff.Order, s.Sheet)
	}
}

// TestDigitsStayInside: what is typed is neither in the view nor in what is compared of a state.
func TestDigitsStayInside(t *testing.T) {
	s := staffSteps(secured(true), "kkkkk8309")
	for _, text := range []string{fmt.Sprint(s.View), fmt.Sprint(s.Face())} {
		if strings.Contains(text, "8309") {
			t.Errorf("%s", text)
		}
	}
	if n := s.Face().Staff.Typed; n != 4 {
		t.Errorf("%d digits", n)
	}
}
