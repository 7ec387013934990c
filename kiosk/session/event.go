package session

import "gongkai/kiosk/catalogue"

// Event is what may happen to a State.
type Event interface{ event() }

// The events.
type (
	// Tick says only that time has passed; it comes when Next asked for it, or sooner.
	Tick struct{}
	// Content brings a new snapshot of the content.
	Content struct{ Catalogue *catalogue.Catalogue }
	// ClockTrusted says that the time can be believed from now on.
	ClockTrusted struct{}
	// Press is a finger put down; Lift is the last one taken away.
	Press struct{}
	Lift  struct{}
	// Scroll says where the reader has scrolled to, px from the top.
	Scroll struct{ To int }
	// Open shows a screen; GoBack goes one step back (it closes a sheet; from home it leads to the
	// carousel); GoHome goes home; Leave gives the screen back to the carousel.
	Open   struct{ Screen Screen }
	GoBack struct{}
	GoHome struct{}
	Leave  struct{}
	// More scrolls on by most of a screen; the display, which knows how far that is, answers it with Scroll.
	More struct{}
	// Choose opens a section of 办事指南; Turn shows a page of a list.
	Choose struct{ Tab int }
	Turn   struct{ Page int }
	// OpenSheet lays a sheet over the page; ShowPart shows one of a takeaway's codes.
	OpenSheet struct{ Kind SheetKind }
	ShowPart  struct{ Part int }
	// Adjust changes how the screen is shown for the rest of the session.
	Adjust struct{ Mode Mode }
	// Type adds a letter, A–Z, to the query; Erase takes the last one away, Clear all.
	Type  struct{ Letter byte }
	Erase struct{}
	Clear struct{}
)

func (Tick) event()         {}
func (Content) event()      {}
func (ClockTrusted) event() {}
func (Press) event()        {}
func (Lift) event()         {}
func (Scroll) event()       {}
func (Open) event()         {}
func (GoBack) event()       {}
func (GoHome) event()       {}
func (Leave) event()        {}
func (More) event()         {}
func (Choose) event()       {}
func (Turn) event()         {}
func (OpenSheet) event()    {}
func (ShowPart) event()     {}
func (Adjust) event()       {}
func (Type) event()         {}
func (Erase) event()        {}
func (Clear) event()        {}
