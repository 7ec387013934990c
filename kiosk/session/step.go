package session

import "time"

// Start returns the state at the start of the program: Preparing, until the first
// Content arrives. clock is true if now is trusted.
func Start(now time.Time, clock bool) State {
	return State{Now: now, Clock: clock, SlideAt: now, Touched: now, Mode: Mode{Text: 1}}
}

// Step returns the state after an event at a time. Its argument stays unchanged.
//
// The event is applied before what falls due at the same time, so a finger put
// down at the last moment still stops the carousel and the idle return.
func Step(s State, now time.Time, e Event) State {
	if set, ok := e.(ClockSet); ok {
		s.Now = s.Now.Add(set.By)
		s = shiftStarts(s, set.By, now)
	}
	return runDue(apply(atTime(s, now), e))
}

// apply returns the state after an event, before the steps that are due.
func apply(s State, e Event) State {
	switch e := e.(type) {
	case Content:
		return replaceContent(s, e.Catalogue)
	case ClockTrusted:
		s.Clock = true
	case ClockDoubted:
		s.Clock = false
	case Press:
		return press(s)
	case Lift:
		return lift(s)
	case Scroll:
		return scroll(s, e.To)
	case ClockSet:
		s.Clock = e.Trusted
	case Knock:
		return knock(s)
	case Inspected:
		s.Machine = e.Machine
	case Tick:
	default:
		return applyTap(touch(s), e)
	}
	return s
}

// applyTap returns the state after an event that a target sends.
func applyTap(s State, e Event) State {
	if IsStaff(s.View.Kind) {
		return applyStaffTap(s, e)
	}
	switch e := e.(type) {
	case Open:
		return open(s, e.Screen)
	case GoBack:
		return back(s)
	case GoHome, FindRow:
		return home(s)
	case Leave:
		return leave(s)
	case Choose:
		return choose(s, e.Tab)
	case Turn:
		return turnPage(s, e.Page)
	case OpenSheet:
		return openSheet(s, e.Kind)
	case ShowPart:
		return showPart(s, e.Part)
	case Adjust:
		return adjust(s, e.Mode)
	case Type:
		return typeKey(s, e.Key)
	case Erase:
		return erase(s)
	case Clear:
		return setQuery(s, "")
	case Ask:
		return ask(s, e.Query)
	case Spell:
		return spell(s, e.Strokes)
	}
	return s
}

// timed are the steps by which time alone changes a State, in their order. Each
// leaves the State as it is until its moment (sections of docs/design/README.md).
var timed = []func(State) State{
	endMotion,      // 8: a movement has reached its end
	updateOnAir,    // 11: a notice goes on air or off, if the clock is trusted
	clearChange,    // 8: 内容已更新 leaves the strip after 8 s
	raiseUrgent,    // an urgent notice lies over the page until it is put aside
	returnIfIdle,   // 6.8: the warning 20 s ahead, then the carousel
	updateNight,    // 6.9: the carousel sleeps outside the screen's hours
	advanceSlide,   // 6.1: the slide's dwell is over
	reopenPasscode, // the minute after too many wrong tries is over
}

// runDue applies the timed steps that are due by Now.
func runDue(s State) State {
	for _, step := range timed {
		s = step(s)
	}
	return s
}

// scroll records the page's scroll position. Under a sheet it can only decrease, as the page becomes shorter,
// but for 大字, over which the page stays live.
func scroll(s State, to int) State {
	if s.Covered() {
		to = min(to, s.View.Scroll)
	}
	if browsing(s) {
		s.View.Scroll = max(0, to)
	}
	return s
}

// browsing reports whether a resident is reading a page.
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
		s = startMotion(s, Plain, s.View)
		s.View.Tab = tab
	}
	return s
}

// turnPage shows a page of a list.
func turnPage(s State, page int) State {
	if browsing(s) && page >= 0 && page != s.View.Page {
		by := Forward
		if page < s.View.Page {
			by = Back
		}
		s = startMotion(s, by, s.View)
		s.View.Page, s.View.Scroll = page, 0
	}
	return s
}
