// Package desk is the page beside the kiosk in the window of kiosk preview: the day and the hour that are looked at,
// the screens, sizes and modes to step through, and the content's problems (docs/design/README.md section 6.10). It is
// a state machine like kiosk/session, and a page laid out from its state and the kiosk's.
//
// It opens no window, reads no file and checks nothing: kiosk/display delivers clicks and shows the page, and cmd/kiosk
// brings what was found and carries out orders.
package desk

import (
	"slices"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
	"gongkai/kiosk/session"
)

// State is everything that determines the page, apart from what the kiosk shows.
type State struct {
	Found  Found
	Chosen int           // 1-based row of the problem that was clicked; 0: none
	Wide   bool          // the kiosk is shown in landscape
	Ahead  time.Duration // by how much the kiosk's clock is ahead of the machine's
	Busy   bool          // the content is being checked
	Said   string        // what the last order has done; "": nothing to say
	Ask    *Question     // nil: nothing is asked
	Scroll int           // px
}

// Found is what a check of the content has found.
type Found struct {
	Name           string // of the content directory
	Items, Notices int
	Revision       string // shortened; "": there is nothing to show
	Held           bool   // some files are shown in their last good state, or not at all yet
	Problems       []diag.Problem
}

// Question asks whether a dropped file is to be taken into the content, or which content is to be opened.
type Question struct {
	Label   string // over Title; "": a file was dropped
	Title   string
	Lines   []string // what will change
	Choices []string // of content directories, each a button
	Note    string   // at the foot
	Order   Order    // given by 导入 or 新建; NoOrder: there is nothing to do
	More    bool     // further files wait
}

// Standing reports whether the question is which content to open: it can't be put aside.
func (q *Question) Standing() bool { return q != nil && (len(q.Choices) > 0 || q.Order == Create) }

// Order is what the window asks of the program around it.
type Order uint8

// The orders.
const (
	NoOrder     Order = iota
	SavePicture       // 存成图片
	SaveSheet         // 一周审批单
	Recheck           // 重新检查
	Import            // take the dropped file into the content
	Next              // ask about the next of the dropped files
	Open              // open the content directory of Outcome.Row
	Create            // write a new content directory and open it
)

// waiting is what is said while an order is carried out.
var waiting = map[Order]string{SavePicture: "正在存图片……", SaveSheet: "正在画一周审批单……", Import: "正在导入……", Open: "正在打开……", Create: "正在新建……"}

// Event is an input of the state machine.
type Event interface{ event() }

// The events.
type (
	// Day and Hour move the kiosk's clock by days or hours; Today sets it to the machine's.
	Day   struct{ By int }
	Hour  struct{ By int }
	Today struct{}
	// Show leads to one of the kiosk's screens.
	Show struct{ Screen Screen }
	// Hold shows the kiosk upright or wide.
	Hold struct{ Wide bool }
	// Text sets the text step; Switch turns one of the modes on or off.
	Text   struct{ Step float64 }
	Switch struct{ Mode Mode }
	// Pick is a click on a problem, by its row from 0.
	Pick struct{ Row int }
	// Do gives an order.
	Do struct{ Order Order }
	// Roll scrolls by px.
	Roll struct{ By int }
	// Answer ends the question.
	Answer struct{ Yes bool }
	// Choose opens one of the question's content directories, by its row from 0.
	Choose struct{ Row int }
	// Opened, Checked, Asked and Said bring what the program around the window has opened, found, asks and has done.
	Opened  struct{ Name string }
	Checked struct{ Found Found }
	Asked   struct{ Question Question }
	Said    struct{ Text string }
)

func (Day) event()     {}
func (Hour) event()    {}
func (Today) event()   {}
func (Show) event()    {}
func (Hold) event()    {}
func (Text) event()    {}
func (Switch) event()  {}
func (Pick) event()    {}
func (Do) event()      {}
func (Roll) event()    {}
func (Answer) event()  {}
func (Choose) event()  {}
func (Opened) event()  {}
func (Checked) event() {}
func (Asked) event()   {}
func (Said) event()    {}

// Screen is a button of 画面.
type Screen uint8

// The screens, in the order of their buttons.
const (
	Start Screen = iota
	Home
	Item
	Search
	Notices
	Large
)

// Mode is a button of 方式.
type Mode uint8

// The modes, in the order of their buttons.
const (
	Contrast Mode = iota
	LowReach
	Reduced
)

// Outcome is what an event asks of the kiosk and of the program around the window.
type Outcome struct {
	Shift  time.Duration // moves the kiosk's clock, before Events
	Events []session.Event
	Order  Order
	Row    int // of Open
}

// Step returns the state after an event, and what it asks. Its argument stays unchanged.
func Step(s State, k session.State, e Event) (State, Outcome) {
	switch e := e.(type) {
	case Day:
		return s.at(k, k.Now.AddDate(0, 0, e.By))
	case Hour:
		return s.at(k, k.Now.Add(time.Duration(e.By)*time.Hour))
	case Today:
		return s.shifted(-s.Ahead)
	case Show:
		return s, Outcome{Events: show(k, e.Screen)}
	case Hold:
		s.Wide = e.Wide
	case Text:
		m := k.Mode
		m.Text = e.Step
		return s, Outcome{Events: adjust(k, m)}
	case Switch:
		return s, Outcome{Events: adjust(k, toggled(k.Mode, e.Mode))}
	case Pick:
		return s.pick(k, e.Row)
	case Do:
		s.Busy, s.Said = e.Order == Recheck, waiting[e.Order]
		return s, Outcome{Order: e.Order}
	case Roll:
		s.Scroll = max(0, s.Scroll+e.By)
	case Answer:
		return s.answer(e.Yes)
	case Choose:
		s.Ask, s.Scroll, s.Said = nil, 0, waiting[Open]
		return s, Outcome{Order: Open, Row: e.Row}
	case Opened:
		return State{Found: Found{Name: e.Name}, Wide: s.Wide, Ahead: s.Ahead, Busy: true}, Outcome{}
	case Checked:
		s = s.checked(e.Found)
	case Asked:
		s.Ask, s.Said, s.Scroll = &e.Question, "", 0
	case Said:
		s.Said = e.Text
	}
	return s, Outcome{}
}

// at returns the state with the kiosk's clock at a time.
func (s State) at(k session.State, to time.Time) (State, Outcome) { return s.shifted(to.Sub(k.Now)) }

// shifted returns the state with the kiosk's clock moved.
func (s State) shifted(by time.Duration) (State, Outcome) {
	s.Ahead += by
	return s, Outcome{Shift: by}
}

// answer returns the state without its question, and the order that was asked for.
func (s State) answer(yes bool) (State, Outcome) {
	var o Outcome
	switch {
	case s.Ask != nil && yes:
		o.Order = s.Ask.Order
		s.Said = waiting[o.Order]
	case s.Ask != nil && s.Ask.More:
		o.Order = Next
	}
	s.Ask, s.Scroll = nil, 0
	return s, o
}

// checked returns the state with what a check has found. The problem that was clicked stays chosen while it is there.
func (s State) checked(f Found) State {
	var was diag.Problem
	if s.Chosen > 0 {
		was = s.Found.Problems[s.Chosen-1]
	}
	f.Problems = slices.Clone(f.Problems)
	slices.SortStableFunc(f.Problems, func(a, b diag.Problem) int { return int(a.Severity) - int(b.Severity) })
	s.Chosen = slices.IndexFunc(f.Problems, func(p diag.Problem) bool {
		return p.File == was.File && p.Message == was.Message
	}) + 1
	s.Found, s.Busy = f, false
	return s
}

// show returns the events that lead to a screen.
func show(k session.State, to Screen) []session.Event {
	switch to {
	case Start:
		return []session.Event{session.Leave{}}
	case Item:
		return open(k, session.Screen{Kind: session.Item, Number: itemOf(k)})
	case Search:
		return open(k, session.Screen{Kind: session.Search})
	case Notices:
		return open(k, session.Screen{Kind: session.Notices})
	case Large:
		return append(uncover(k), append(browse(k), session.OpenSheet{Kind: session.Accessibility})...)
	}
	return append(uncover(k), session.GoHome{})
}

// open returns the events that open a screen.
func open(k session.State, sc session.Screen) []session.Event {
	return append(uncover(k), session.Open{Screen: sc})
}

// uncover returns the event that closes the sheet over the page, if there is one.
func uncover(k session.State) []session.Event {
	if k.Sheet.Kind == session.NoSheet {
		return nil
	}
	return []session.Event{session.GoBack{}}
}

// itemOf returns the number of the item that is seen, or of the first one; 0 where there is none.
func itemOf(k session.State) int {
	if k.View.Number > 0 || k.Catalogue == nil || len(k.Catalogue.Items) == 0 {
		return k.View.Number
	}
	return k.Catalogue.Items[0].Number
}

// browse returns the events that lead from the carousel, which has no modes, to a page that has.
func browse(k session.State) []session.Event {
	switch k.View.Kind {
	case session.Preparing, session.Attract, session.Night:
		return []session.Event{session.GoHome{}}
	}
	return nil
}

// adjust returns the events that set a mode.
func adjust(k session.State, m session.Mode) []session.Event {
	return append(browse(k), session.Adjust{Mode: m})
}

func toggled(m session.Mode, which Mode) session.Mode {
	switch which {
	case Contrast:
		m.Contrast = !m.Contrast
	case LowReach:
		m.LowReach = !m.LowReach
	case Reduced:
		m.Reduced = !m.Reduced
	}
	return m
}

// pick shows where a problem stands: its item, or its notice at a time when it is shown, else home.
func (s State) pick(k session.State, row int) (State, Outcome) {
	if row < 0 || row >= len(s.Found.Problems) {
		return s, Outcome{}
	}
	s.Chosen, s.Said = row+1, ""
	if k.Catalogue == nil {
		s.Said = "还没有能显示的内容，改好这一处再看"
		return s, Outcome{}
	}
	file := s.Found.Problems[row].File
	for i := range k.Catalogue.Items {
		if it := &k.Catalogue.Items[i]; it.File == file {
			return s, Outcome{Events: open(k, session.Screen{Kind: session.Item, Number: it.Number})}
		}
	}
	for i := range k.Catalogue.Notices {
		n := &k.Catalogue.Notices[i]
		if n.File != file && !slices.ContainsFunc(n.Images, func(im catalogue.Image) bool { return im.Name == file }) {
			continue
		}
		out := Outcome{Events: open(k, session.Screen{Kind: session.Notice, Notice: n.File})}
		if to, ok := airTime(n, k); ok {
			s, out.Shift = s.moved(k, to)
		}
		return s, out
	}
	s.Said = outside(file)
	return s, Outcome{Events: show(k, Home)}
}

func (s State) moved(k session.State, to time.Time) (State, time.Duration) {
	s, o := s.at(k, to)
	s.Said = "这条公告现在不播，已翻到播它的那一天"
	return s, o.Shift
}

// outside returns what is said of a file that is shown on no screen of its own; "" of kiosk.toml, whose screen is home.
func outside(file string) string {
	switch file {
	case "kiosk.toml", "holidays.toml":
		return ""
	}
	return "这个文件现在不在屏幕上，改好保存以后就能看到"
}

// airTime returns a time near the kiosk's at which a notice is shown; ok is false if it is shown now, or never.
func airTime(n *catalogue.Notice, k session.State) (to time.Time, ok bool) {
	days := k.Catalogue.Holidays
	if n.Shown(k.Now, days) {
		return to, false
	}
	from := k.Now
	if !n.Expire.IsZero() && !inZone(n.Expire, k.Now).After(from) { // it is over: look from its beginning
		from = inZone(n.Publish, k.Now)
		if n.Publish.IsZero() {
			from = inZone(n.Expire, k.Now).AddDate(0, 0, -7)
		}
		if n.Shown(from, days) {
			return from, true
		}
	}
	for range 100 {
		next, found := n.NextChange(from, days)
		if !found {
			break
		}
		if from = inZone(next, k.Now); n.Shown(from, days) {
			return from, true
		}
	}
	return to, false
}

// inZone returns a wall-clock time in the zone of another.
func inZone(wall, like time.Time) time.Time {
	return time.Date(wall.Year(), wall.Month(), wall.Day(), wall.Hour(), wall.Minute(), wall.Second(), 0, like.Location())
}
