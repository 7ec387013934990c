package blackbox

import (
	"time"

	"gongkai/kiosk/session"
)

// Entry is an event and the screen after it.
type Entry struct {
	At      int64  `json:"at"`                // seconds since 1970, by the kiosk's clock
	Event   string `json:"event"`             // one of the names below
	To      string `json:"to,omitempty"`      // open: the screen that was asked for
	N       int    `json:"n,omitempty"`       // the event's number: a position, a section, a page, a part, 序号, seconds
	Times   int    `json:"times,omitempty"`   // how many there were in a row, if more than one
	On      string `json:"on"`                // the screen after it
	Sheet   string `json:"sheet,omitempty"`   // over the screen
	Doubted bool   `json:"doubted,omitempty"` // the clock was not trusted
}

// The names of the events. Hidden stands for all that is typed and chosen, and for events that this package doesn't know.
const (
	tick    = "tick"
	content = "content"
	trusted = "clock-trusted"
	doubted = "clock-doubted"
	set     = "clock-set"
	press   = "press"
	lift    = "lift"
	scroll  = "scroll"
	open    = "open"
	back    = "back"
	home    = "home"
	leave   = "leave"
	findRow = "find-row"
	more    = "more"
	top     = "top"
	choose  = "section"
	turn    = "page"
	sheet   = "sheet"
	part    = "part"
	hidden  = "hidden"
)

// entryOf returns what is kept of an event after which the state is s.
func entryOf(e session.Event, s session.State) Entry {
	to := Entry{At: s.Now.Unix(), On: nameOf(s.View.Screen, s), Sheet: s.Top().Kind.String(), Doubted: !s.Clock}
	to.Event, to.N = hidden, 0
	switch e := e.(type) {
	case session.Tick:
		to.Event = tick
	case session.Content:
		to.Event = content
	case session.ClockTrusted:
		to.Event = trusted
	case session.ClockDoubted:
		to.Event = doubted
	case session.ClockSet:
		to.Event, to.N = set, int(e.By/time.Second)
	case session.Press:
		to.Event = press
	case session.Lift:
		to.Event = lift
	case session.Scroll:
		to.Event, to.N = scroll, e.To
	default:
		to.setTap(e, s)
	}
	return to
}

// setTap sets the name and the number of a target's event.
func (to *Entry) setTap(e session.Event, s session.State) {
	switch e := e.(type) {
	case session.Open:
		to.Event, to.To = open, nameOf(e.Screen, s)
	case session.GoBack:
		to.Event = back
	case session.GoHome:
		to.Event = home
	case session.Leave:
		to.Event = leave
	case session.FindRow:
		to.Event, to.N = findRow, e.Number
	case session.More:
		to.Event = more
	case session.Top:
		to.Event = top
	case session.Choose:
		to.Event, to.N = choose, e.Tab
	case session.Turn:
		to.Event, to.N = turn, e.Page
	case session.OpenSheet:
		to.Event, to.N = sheet, int(e.Kind)
	case session.ShowPart:
		to.Event, to.N = part, e.Part
	}
}

// event returns the event of an entry, as far as it was kept; ok is false for one that is hidden, or of content.
func (to Entry) event(s session.State) (e session.Event, ok bool) {
	switch to.Event {
	case tick:
		return session.Tick{}, true
	case trusted:
		return session.ClockTrusted{}, true
	case doubted:
		return session.ClockDoubted{}, true
	case set:
		return session.ClockSet{By: time.Duration(to.N) * time.Second, Trusted: !to.Doubted}, true
	case press:
		return session.Press{}, true
	case lift:
		return session.Lift{}, true
	case scroll:
		return session.Scroll{To: to.N}, true
	case open:
		to, ok := screenOf(to.To, s)
		return session.Open{Screen: to}, ok
	case back:
		return session.GoBack{}, true
	case home:
		return session.GoHome{}, true
	case leave:
		return session.Leave{}, true
	case findRow:
		return session.FindRow{Number: to.N}, true
	case more:
		return session.More{}, true
	case top:
		return session.Top{}, true
	case choose:
		return session.Choose{Tab: to.N}, true
	case turn:
		return session.Turn{Page: to.N}, true
	case sheet:
		return session.OpenSheet{Kind: session.SheetKind(to.N)}, to.N >= 0 && to.N <= int(session.IdleWarning)
	case part:
		return session.ShowPart{Part: to.N}, true
	}
	return nil, false
}

// joins reports whether an entry adds only a moment to the one before it: time that passes, a page that is moved, what is
// typed or chosen.
func (to Entry) joins(last Entry) bool {
	same := to.Event == last.Event && to.On == last.On && to.Sheet == last.Sheet && to.Doubted == last.Doubted
	return same && (to.Event == tick || to.Event == scroll || to.Event == hidden)
}

// joined returns two entries as one. How often something was typed or chosen is not counted.
func joined(last, to Entry) Entry {
	if to.Event != hidden {
		to.Times = max(last.Times, 1) + 1
	}
	return to
}
