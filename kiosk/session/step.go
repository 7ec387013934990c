package session

import "time"

// Start is the state at the start of the program: Preparing, until the first
// Content comes. clock says whether now is trusted.
func Start(now time.Time, clock bool) State {
	return State{Now: now, Clock: clock, SlideAt: now, Touched: now, Mode: Mode{Text: 1}}
}

// Step is the state after an event at a time. It changes nothing in its argument.
//
// The event comes before whatever falls due at the same time, so a finger that
// is put down at the last moment still stops the carousel and the idle return.
func Step(s State, now time.Time, e Event) State {
	return elapse(apply(at(s, now), e))
}

// apply is the state after an event that takes no time.
func apply(s State, e Event) State {
	switch e := e.(type) {
	case Content:
		return renew(s, e.Catalogue)
	case ClockTrusted:
		s.Clock = true
	case Press:
		return press(s)
	case Lift:
		return lift(s)
	case Scroll:
		return scroll(s, e.To)
	case Tick:
	default:
		return ask(touch(s), e)
	}
	return s
}

// ask is the state after what a tap on a target means.
func ask(s State, e Event) State {
	switch e := e.(type) {
	case Open:
		return open(s, e.Screen)
	case GoBack:
		return back(s)
	case GoHome:
		return home(s)
	case Leave:
		return leave(s)
	case Choose:
		return choose(s, e.Tab)
	case Turn:
		return turnTo(s, e.Page)
	case OpenSheet:
		return openSheet(s, e.Kind)
	case ShowPart:
		return showPart(s, e.Part)
	case Adjust:
		return adjust(s, e.Mode)
	case Type:
		return typed(s, e.Letter)
	case Erase:
		return erase(s)
	case Clear:
		return query(s, "")
	}
	return s
}

// elapse does what has fallen due by Now.
func elapse(s State) State {
	return advance(sleep(giveBack(hush(air(settle(s))))))
}

// scroll notes where the reader is on the page. Under a sheet the page can only
// become shorter.
func scroll(s State, to int) State {
	if s.Top() != (Sheet{}) {
		to = min(to, s.View.Scroll)
	}
	if browsing(s) {
		s.View.Scroll = max(0, to)
	}
	return s
}

// browsing says whether a resident is reading a page.
func browsing(s State) bool {
	switch s.View.Kind {
	case Preparing, Attract, Night:
		return false
	}
	return true
}

// choose opens a section of 办事指南 below the same heading.
func choose(s State, tab int) State {
	if s.View.Kind == Item && tab >= 0 && tab != s.View.Tab {
		s = move(s, Plain, s.View)
		s.View.Tab = tab
	}
	return s
}

// turnTo shows a page of a list.
func turnTo(s State, page int) State {
	if browsing(s) && page >= 0 && page != s.View.Page {
		by := Forward
		if page < s.View.Page {
			by = Back
		}
		s = move(s, by, s.View)
		s.View.Page, s.View.Scroll = page, 0
	}
	return s
}
