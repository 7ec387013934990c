package session

import (
	"time"

	"gongkai/kiosk/catalogue"
)

// Event is an input of the state machine.
type Event interface{ event() }

// The events.
type (
	// Tick means only that time has passed; it is sent at the time that Next returned, or sooner.
	Tick struct{}
	// Content brings a new snapshot of the content.
	Content struct{ Catalogue *catalogue.Catalogue }
	// ClockTrusted means that the time is correct from now on.
	ClockTrusted struct{}
	// ClockDoubted means that the time is wrong from now on: it isn't shown, and no hours are kept.
	ClockDoubted struct{}
	// ClockSet means that the clock was set by so much, and whether it is trusted now; Step's time is by the new one. What is in
	// progress keeps its elapsed time to the instant.
	ClockSet struct {
		By      time.Duration
		Trusted bool
	}
	// Press is a finger put down; Lift is the last finger lifted.
	Press struct{}
	Lift  struct{}
	// Scroll carries the new scroll position, px from the top.
	Scroll struct{ To int }
	// Open shows a screen; GoBack goes one step back (it closes a sheet; from home it leads to the
	// carousel); GoHome goes home; Leave ends the session and returns to the carousel.
	Open   struct{ Screen Screen }
	GoBack struct{}
	GoHome struct{}
	Leave  struct{}
	// FindRow goes home, where the display scrolls to an item's row.
	FindRow struct{ Number int }
	// More asks to scroll on by most of a screen; the display, which knows the distance, turns it into Scroll.
	More struct{}
	// Top asks to scroll back to the beginning, in the same way.
	Top struct{}
	// Choose opens a section of 办事指南; Turn shows a page of a list.
	Choose struct{ Tab int }
	Turn   struct{ Page int }
	// OpenSheet lays a sheet over the page; ShowPart shows one of a takeaway's codes.
	OpenSheet struct{ Kind SheetKind }
	ShowPart  struct{ Part int }
	// Adjust changes how the screen is shown for the rest of the session.
	Adjust struct{ Mode Mode }
	// Type appends a key, a letter from A to Z or one of search.Strokes, to the query; Erase removes the last one, Clear all; Ask
	// replaces the query. Spell turns the keys into strokes or letters, and clears the query.
	Type  struct{ Key rune }
	Erase struct{}
	Clear struct{}
	Ask   struct{ Query string }
	Spell struct{ Strokes bool }
	// Knock is a touch of the corner that leads to the service pages; Enter ends the digits of the PIN, which are Typed;
	// Mark is a touch during the touch test.
	Knock struct{}
	Enter struct{}
	Mark  struct{ At Spot }
	// Confirm asks whether an order is meant, Do gives it.
	Confirm struct{ Order Order }
	Do      struct{ Order Order }
	// Inspected brings what is known of the machine.
	Inspected struct{ Machine Machine }
)

func (Tick) event()         {}
func (Content) event()      {}
func (ClockTrusted) event() {}
func (ClockDoubted) event() {}
func (ClockSet) event()     {}
func (Press) event()        {}
func (Lift) event()         {}
func (Scroll) event()       {}
func (Open) event()         {}
func (GoBack) event()       {}
func (GoHome) event()       {}
func (Leave) event()        {}
func (FindRow) event()      {}
func (More) event()         {}
func (Top) event()          {}
func (Choose) event()       {}
func (Turn) event()         {}
func (OpenSheet) event()    {}
func (ShowPart) event()     {}
func (Adjust) event()       {}
func (Type) event()         {}
func (Erase) event()        {}
func (Clear) event()        {}
func (Ask) event()          {}
func (Spell) event()        {}
func (Knock) event()        {}
func (Enter) event()        {}
func (Mark) event()         {}
func (Confirm) event()      {}
func (Do) event()           {}
func (Inspected) event()    {}
