// Package session is what the screen is doing, as a pure state machine: the
// carousel (Attract) and its slides, browsing, going back, returning when idle.
// Step takes an event, Next says when time itself will be an event.
//
// It knows no pixels, fingers or clocks: kiosk/page lays out what a State says,
// kiosk/display brings events and time.
package session

import (
	"time"

	"gongkai/kiosk/catalogue"
)

// Kind names a screen as the design does.
type Kind uint8

// The screens that are built.
const (
	Preparing Kind = iota // nothing to show yet: 内容准备中
	Attract
	Home
	Category
	Item
)

// String is the design's name of the screen, as in the log and in snapshots.
func (k Kind) String() string {
	return [...]string{"preparing", "attract", "home", "category", "item"}[k]
}

// Screen is one screen and what it shows. It is comparable.
type Screen struct {
	Kind     Kind
	Slide    int    // Attract: index into the slides
	Category string // Category: its name
	Number   int    // Item: 序号
}

// View is a screen with the place its reader has scrolled to.
type View struct {
	Screen
	Scroll int // px from the top
}

// Motion is the movement that is under way, if any; the State is already at its
// end. Its From is what was seen before.
type Motion struct {
	Kind  MotionKind
	From  View
	Since time.Time
}

// MotionKind is a row of the design's table of motion (README section 8).
type MotionKind uint8

// The movements.
const (
	Still   MotionKind = iota
	Slide              // carousel: old text out, leaf moves, new text in
	Fold               // the leaf folds to the spine while the page fades in; the other way round on return
	Forward            // page to page: cross-fade, the new text rises
	Back               // the same downwards
)

// Duration is how long a movement takes.
func (k MotionKind) Duration() time.Duration {
	return [...]time.Duration{0, 1100, 420, 180, 160}[k] * time.Millisecond
}

// State is everything that decides what is on the screen.
type State struct {
	Catalogue *catalogue.Catalogue // nil: nothing to show
	Now       time.Time            // of the last event, in the centre's time zone
	Clock     bool                 // Now is trusted, and may be shown
	View      View
	Trail     []View    // where Back leads, nearest last; below all others the carousel as it was left
	SlideAt   time.Time // when the slide's dwell began
	Touched   time.Time // the last touch
	Holding   bool      // a finger is down
	Motion    Motion
}

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
	// Open shows a screen; GoBack goes one step back (from home to the carousel); GoHome goes home.
	Open   struct{ Screen Screen }
	GoBack struct{}
	GoHome struct{}
	// More scrolls on by most of a screen; the display, which knows how far that is, answers it with Scroll.
	More struct{}
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
func (More) event()         {}
