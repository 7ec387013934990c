// Package session is what the screen is doing, as a pure state machine: the
// carousel (Attract) and its slides, browsing, searching, going back, the sheets
// that lie over a page, the modes a resident has chosen, the warning before the idle
// return, and night. Step takes an event, Next says when time itself will be an event.
//
// It knows no pixels, fingers or clocks: kiosk/page lays out what a State says,
// kiosk/display brings events and time.
package session

import (
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/search"
)

// Kind names a screen as the design does.
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
	Night // outside the hours of the screen
)

// String is the design's name of the screen, as in the log and in snapshots.
func (k Kind) String() string {
	return [...]string{"preparing", "attract", "home", "category", "item", "search", "notices", "notice", "night"}[k]
}

// Screen is one screen and what it shows. It is comparable.
type Screen struct {
	Kind     Kind
	Number   int    // Item, and an item's slide in Attract: 序号
	Category string // Category: its name
	Notice   string // Notice, and a notice's slide in Attract: its file
}

// View is a screen with the place its reader has come to on it.
type View struct {
	Screen
	Query  string // Search: the letters typed, A–Z
	Tab    int    // Item: the section of 办事指南 that is chosen
	Page   int    // the page of a list that is turned, not scrolled (low reach)
	Scroll int    // px from the top
}

// SheetKind names a sheet that lies over a page.
type SheetKind uint8

// The sheets.
const (
	NoSheet SheetKind = iota
	Accessibility
	Takeaway
	IdleWarning
)

// String is the design's name of the sheet.
func (k SheetKind) String() string {
	return [...]string{"", "accessibility", "takeaway", "idle-warning"}[k]
}

// Sheet is what lies over the page.
type Sheet struct {
	Kind SheetKind
	Part int // Takeaway: the code that is shown, from 0
}

// Mode is what a resident has chosen for this session; it ends with it.
type Mode struct {
	Text     float64 // text step: 1.0, 1.3, 1.6 or 2.0
	Contrast bool    // high contrast
	LowReach bool    // all that is touched lies low
	Reduced  bool    // reduced motion
}

// Change is what new content did to the page under the reader's eyes.
type Change uint8

// The changes.
const (
	Unchanged Change = iota
	Updated          // 内容已更新
	Gone             // 这一项已不再公开: the reader is back on home, or among the notices
)

// State is everything that decides what is on the screen.
type State struct {
	Catalogue *catalogue.Catalogue // nil: nothing to show
	Index     *search.Index        // finds in the Catalogue
	OnAir     []int                // indices of the Catalogue's notices that are shown now, in its order
	Edition   int                  // another number whenever OnAir is another list
	judged    judgement            // how OnAir was found
	Now       time.Time            // of the last event, in the centre's time zone
	Clock     bool                 // Now is trusted, and may be shown
	View      View
	Sheet     Sheet // over the page; a warning hides it for as long as it lasts
	Warned    bool  // the idle return is near, and says so
	Mode      Mode
	Change    Change // said on the strip
	Changed   time.Time
	Trail     []View    // where Back leads, nearest last; below all others the carousel as it was left
	Turns     int       // slides that have gone by: what stands on every slide drifts with them
	SlideAt   time.Time // when the slide's dwell began
	Touched   time.Time // the last touch
	Holding   bool      // a finger is down
	Lit       bool      // outside the hours of the screen a finger has lit it
	Motion    Motion
	Proof     bool   // a setting of the machine: pages carry the code that proves what was shown
	Panel     Panel  // a setting of the machine
	Name      string // a setting of the machine: where the machine stands, for a screen that has no content to say it
}

// Face is all of a State, but its content and the minute on its clock, that
// decides what page is seen. It is comparable.
type Face struct {
	View    View // its Scroll is 0
	Sheet   Sheet
	Left    int // whole seconds to the idle return, while it is warned of
	Mode    Mode
	Change  Change
	Edition int
	Drift   int // of a slide: which of the Drifts it stands at
}

// Drifts is how many places there are for what stands on every slide, so that no
// pixel is lit for ever; the first is the design's.
const Drifts = 8

// Face is the State's.
func (s State) Face() Face {
	f := Face{View: s.View, Sheet: s.Top(), Left: Left(s), Mode: s.Mode, Change: s.Change, Edition: s.Edition}
	f.View.Scroll = 0
	if s.View.Kind == Attract {
		f.Drift = s.Turns % Drifts
	}
	return f
}

// Top is the sheet that is seen over the page.
func (s State) Top() Sheet {
	if s.Warned {
		return Sheet{Kind: IdleWarning}
	}
	return s.Sheet
}
