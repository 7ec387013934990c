// Package session models what the screen is doing as a pure state machine: the
// carousel (Attract) and its slides, browsing, searching, going back, the sheets
// over a page, the modes a resident has chosen, the warning before the idle
// return, and night. Step applies an event; Next returns when the next Tick is due.
//
// It handles no pixels, fingers or clocks: kiosk/layout lays out a State,
// kiosk/display delivers events and time.
package session

import (
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/search"
)

// Kind is a kind of screen, named as in the design.
type Kind uint8

// The screens.
const (
	Preparing Kind = iota // nothing to show yet: 内容准备中
	Attract
	Home
	Category
	Item
	Search
	Notices
	Notice
	Night    // outside the hours of the screen
	Passcode // the PIN of the service pages
	Service
	ScreenTest
	TouchTest

	kinds // how many there are
)

// String returns the design's name of the screen, as used in the log and in snapshots.
func (k Kind) String() string {
	return [...]string{"preparing", "attract", "home", "category", "item", "search", "notices", "notice", "night", "pin", "service", "screen-test", "touch-test"}[k]
}

// Screen is one screen and what it shows. It is comparable. In Attract it is a slide: an item's, a notice's, that of a
// category (合页), or with nothing given 目录.
type Screen struct {
	Kind     Kind
	Number   int    // Item, and an item's slide: 序号
	Category string // Category, and its slide: its name
	Notice   string // Notice, and its slide: its file
	Again    int    // a notice's slide: how many times the round has shown it before
}

// View is a screen plus the reader's position on it.
type View struct {
	Screen
	Query  string // Search: the letters typed, A–Z, or the strokes
	Tab    int    // Item: the chosen section of 办事指南
	Page   int    // the page of a list that is paged instead of scrolled (low reach)
	Scroll int    // px from the top
}

// SheetKind is a kind of sheet that lies over a page.
type SheetKind uint8

// The sheets.
const (
	NoSheet SheetKind = iota
	Accessibility
	Takeaway
	Urgent // the urgent notices on air
	IdleWarning
	Confirming // asks whether an order is meant
)

// String returns the design's name of the sheet, or "".
func (k SheetKind) String() string {
	return [...]string{"", "accessibility", "takeaway", "urgent", "idle-warning", "confirm"}[k]
}

// Sheet is the sheet over the page.
type Sheet struct {
	Kind SheetKind
	Part int // Takeaway: the index of the code that is shown; Urgent: of the notice, in UrgentNotices; Confirming: the Order
}

// Mode is what a resident has chosen; it lasts until the session ends.
type Mode struct {
	Text     float64 // text step: 1.0, 1.3, 1.6 or 2.0
	Contrast bool    // high contrast
	LowReach bool    // all targets lie low on the screen
	Reduced  bool    // reduced motion
	Strokes  bool    // 查找 by strokes instead of letters
}

// Change is the effect of new content on the page that is being read.
type Change uint8

// The changes.
const (
	Unchanged Change = iota
	Updated          // 内容已更新
	Gone             // 这一项已不再公开: the reader has been returned to home or to the notices
)

// State is everything that determines what is on the screen.
type State struct {
	Catalogue *catalogue.Catalogue // nil: nothing to show
	Index     *search.Index        // of the Catalogue
	OnAir     []int                // indices of the Catalogue's notices that are shown now, in its order
	Edition   int                  // changes whenever OnAir changes
	airing    airCheck             // how OnAir was found
	arranged  arranged             // the carousel's slides
	Now       time.Time            // of the last event, in the centre's time zone
	Clock     bool                 // Now is trusted, and may be shown
	View      View
	Sheet     Sheet    // over the page; hidden while the idle warning is shown
	aside     []string // files of the urgent notices put aside in this session, sorted
	Warned    bool     // the idle warning is shown
	Mode      Mode
	Change    Change // announced on the strip
	Changed   time.Time
	Trail     []View    // where Back leads, nearest last; the first is the carousel as it was left
	Turns     int       // slides shown so far; what stands on every slide drifts with them, a single one by the minute
	SlideAt   time.Time // when the slide's dwell began
	Touched   time.Time // the last touch
	Holding   bool      // a finger is down
	Lit       bool      // a touch has woken the screen outside its hours
	Motion    Motion
	Proof     bool   // machine setting: pages carry the code that proves what was shown
	Panel     Panel  // machine setting
	Name      string // machine setting: where the machine stands, for the screen without content
	PIN       string // machine setting: opens the service pages; "": there are none
	Machine   Machine
	Staff     Staff
}

// Face is the part of a State that determines which page is seen, apart from its
// content and the minute on its clock. It is comparable.
type Face struct {
	View    View // its Scroll is 0
	Sheet   Sheet
	Left    int // whole seconds to the idle return, during the warning
	Mode    Mode
	Change  Change
	Edition int
	Drift   int // Attract: which of the Drifts positions
	Staff   StaffFace
}

// Drifts is the number of positions between which the parts common to all slides
// move, against burn-in; the first is the design's.
const Drifts = 8

// Face returns the State's Face.
func (s State) Face() Face {
	f := Face{View: s.View, Sheet: s.Top(), Left: Left(s), Mode: s.Mode, Change: s.Change, Edition: s.Edition, Staff: StaffFaceOf(s)}
	f.View.Scroll = 0
	if s.View.Kind == Attract {
		f.Drift = (s.Turns + standing(s)) % Drifts
	}
	return f
}

// standing returns the minute if an urgent notice's slide is the only one, which would else stand at one place for days.
func standing(s State) int {
	if Slides(s) > 1 || len(UrgentNotices(s)) == 0 {
		return 0
	}
	return s.Now.Minute()
}

// Top returns the sheet that is seen over the page.
func (s State) Top() Sheet {
	if s.Warned {
		return Sheet{Kind: IdleWarning}
	}
	return s.Sheet
}

// Covered reports whether a sheet keeps the page from being moved; under 大字 the page stays live.
func (s State) Covered() bool {
	top := s.Top().Kind
	return top != NoSheet && top != Accessibility
}
