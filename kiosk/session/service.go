package session

import "time"

// The service pages are for the staff who look after the machine: what the machine is and how it does, tests of
// picture and touch, restart and off. Touches of the top left corner in quick succession open the page of the PIN,
// and the PIN the others; without a PIN in the machine's settings there are none. They need no content.

// Machine is what the service page shows of the machine besides what the State holds: plain values, read when the
// page opens. It is comparable.
type Machine struct {
	Version  string        // of the program
	Commit   string        // that it was built from; "": not known
	Doubt    string        // why the clock isn't trusted
	Zone     string        // of the time that is shown
	Rotate   int           // degrees by which picture and touch are rotated
	Program  int64         // bytes of memory that the program takes; 0: not known
	Free     int64         // bytes of memory that the machine has left; 0: not known
	Total    int64         // bytes of memory that the machine has; 0: not known
	Up       time.Duration // since the program started
	UpAll    time.Duration // since the machine started; 0: not known
	Problems int           // of content and settings
	First    [3]string     // the first of them
	Off      bool          // the machine can be switched off
}

// Order is what staff ask of the machine.
type Order uint8

// The orders.
const (
	NoOrder Order = iota
	Restart       // of the program
	PowerOff
)

// String returns the order's name, as used in the log.
func (o Order) String() string { return [...]string{"", "restart", "off"}[o] }

// Staff is what is under way on the service pages. It is comparable.
type Staff struct {
	Admitted bool // the PIN was right
	Order    Order
	Marks    [4]Spot // where touch was felt, in the order of Corners
	Marked   int     // how many of the Marks there are
	typed    string
	wrong    int       // tries in a row
	closed   time.Time // when wrong reached mostTries
	knocks   [knocksNeeded]time.Time
}

const (
	knocksNeeded = 5
	knockTime    = 3 * time.Second // for all of them
	mostDigits   = 8
	mostTries    = 3
	closedFor    = time.Minute // after so many wrong ones
)

// StaffFace is the part of the service pages' state that determines which page is seen.
type StaffFace struct {
	Typed   int // digits
	Left    int // tries, when one was wrong; else 0
	Closed  bool
	Order   Order
	Marks   [4]Spot
	Marked  int
	Machine Machine
}

// StaffFaceOf returns what determines a service page; on other pages it is zero.
func StaffFaceOf(s State) StaffFace {
	if !IsStaff(s.View.Kind) {
		return StaffFace{}
	}
	f := StaffFace{Typed: len(s.Staff.typed), Order: s.Staff.Order, Marks: s.Staff.Marks, Marked: s.Staff.Marked, Machine: s.Machine}
	if w := s.Staff.wrong; w > 0 {
		f.Left, f.Closed = max(0, mostTries-w), w >= mostTries
	}
	return f
}

// IsStaff reports whether a kind of screen is one of the service pages.
func IsStaff(k Kind) bool { return k == Passcode || k == Service || k == ScreenTest || k == TouchTest }

// knock counts a touch of the corner, and opens the page of the PIN with the last one that is needed. On that page, where
// digits can't be hit if touch is turned against the picture, it opens the touch test.
func knock(s State) State {
	if s.PIN == "" || IsStaff(s.View.Kind) && s.View.Kind != Passcode {
		return s
	}
	k := &s.Staff.knocks
	if last := k[knocksNeeded-1]; s.Now.Before(last) { // the clock was set back
		*k = [knocksNeeded]time.Time{}
	}
	copy(k[:], k[1:])
	k[knocksNeeded-1] = s.Now
	if first := k[0]; first.IsZero() || s.Now.Sub(first) > knockTime {
		return s
	}
	s.Staff = between(s.Staff)
	if s.View.Kind == Passcode {
		return show(s, View{Screen: Screen{Kind: TouchTest}}, Forward)
	}
	by := Forward
	switch {
	case browsing(s):
		s.Trail = s.Trail[:1:1]
	case s.View.Kind == Attract:
		s.Trail, by = []View{s.View}, Fold
	case s.View.Kind == Preparing:
		s.Trail, by = nil, Fold
	}
	s.Lit = true
	return show(s, View{Screen: Screen{Kind: Passcode}}, by)
}

// between returns what outlasts a visit to the service pages: the wrong tries.
func between(s Staff) Staff { return Staff{wrong: s.wrong, closed: s.closed} }

// applyStaffTap returns the state after an event that a target of a service page sends. No other events have an effect there.
func applyStaffTap(s State, e Event) State {
	switch e := e.(type) {
	case GoBack:
		return staffBack(s)
	case Leave:
		return leave(s)
	case Type:
		return typeDigit(s, e.Key)
	case Erase:
		if n := len(s.Staff.typed); n > 0 {
			s.Staff.typed = s.Staff.typed[:n-1]
		}
	case Enter:
		return enter(s)
	case Open:
		return openTest(s, e.Screen)
	case Turn:
		return turnTest(s, e.Page)
	case Mark:
		return mark(s, e.At)
	case Confirm:
		return confirm(s, e.Order)
	case Do:
		if s.Sheet == (Sheet{Kind: Confirming, Part: int(e.Order)}) {
			s.Staff.Order = e.Order
		}
	}
	return s
}

// staffBack closes a sheet, or goes back to the page that led here, or leaves.
func staffBack(s State) State {
	switch {
	case s.Sheet != (Sheet{}):
		s.Staff.Order = NoOrder
		return closeSheet(s)
	case s.View.Kind == Passcode, s.View.Kind == Service:
		return leave(s)
	case s.Staff.Admitted:
		return show(s, View{Screen: Screen{Kind: Service}}, Back)
	}
	return show(s, View{Screen: Screen{Kind: Passcode}}, Back)
}

// typeDigit appends a digit of the PIN, unless too many tries were wrong.
func typeDigit(s State, key rune) State {
	if s.View.Kind == Passcode && key >= '0' && key <= '9' && len(s.Staff.typed) < mostDigits && s.Staff.wrong < mostTries {
		s.Staff.typed += string(key)
	}
	return s
}

// enter compares what was typed with the PIN.
func enter(s State) State {
	if s.View.Kind != Passcode || s.Staff.typed == "" {
		return s
	}
	right := s.Staff.typed == s.PIN
	s.Staff.typed = ""
	if !right {
		s.Staff.wrong++
		s.Staff.closed = s.Now
		return s
	}
	s.Staff = Staff{Admitted: true}
	return show(s, View{Screen: Screen{Kind: Service}}, Forward)
}

// reopenPasscode takes digits again after too many wrong tries.
func reopenPasscode(s State) State {
	if end, ok := closedEnd(s); ok && !s.Now.Before(end) {
		s.Staff.wrong, s.Staff.closed = 0, time.Time{}
	}
	return s
}

// closedEnd returns when digits are taken again, if they aren't now.
func closedEnd(s State) (time.Time, bool) {
	return s.Staff.closed.Add(closedFor), s.Staff.wrong >= mostTries
}

// openTest opens a test from the service page, or begins the touch test anew.
func openTest(s State, to Screen) State {
	again := to.Kind == TouchTest && s.View.Kind == TouchTest
	if to != (Screen{Kind: to.Kind}) || to.Kind != ScreenTest && to.Kind != TouchTest || s.View.Kind != Service && !again {
		return s
	}
	s.Staff.Marks, s.Staff.Marked = [4]Spot{}, 0
	by := Forward
	if to.Kind == ScreenTest || again {
		by = Still
	}
	return show(s, View{Screen: to}, by)
}

// Shades is the number of pictures of the screen test.
const Shades = 7

// turnTest shows a picture of the screen test, and after the last one the service page.
func turnTest(s State, to int) State {
	switch {
	case s.View.Kind != ScreenTest || to < 0:
		return s
	case to >= Shades:
		return show(s, View{Screen: Screen{Kind: Service}}, Still)
	}
	s.View.Page = to
	return s
}

// confirm asks staff whether they mean it.
func confirm(s State, o Order) State {
	if s.View.Kind != Service || s.Sheet != (Sheet{}) || o != Restart && o != PowerOff || o == PowerOff && !s.Machine.Off {
		return s
	}
	s = startMotion(s, Rise, s.View)
	s.Sheet = Sheet{Kind: Confirming, Part: int(o)}
	return s
}
