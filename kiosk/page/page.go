package page

import (
	"image"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/qr"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// Page is what one screen looks like at rest.
type Page struct {
	View    session.View
	Size    image.Point // px
	Theme   *Theme
	Leaf    Leaf
	Layers  []*Layer // from the back to the front
	Scroll  Scroll
	Sheet   *Sheet // lies over the page; nil where none does
	Targets []Target
	Ticks   *Ticks // the carousel's progress; nil elsewhere
	Boxes   []Box  // every part by the design's name; those of one name in reading order
}

// Leaf is the red rectangle. Its ground is drawn as solids, so that it can move.
type Leaf struct {
	Rect image.Rectangle
	Hair image.Rectangle // the gold hairline inside its free edge; empty on a spine
	Edge image.Rectangle // in high contrast the line along its free edge, else empty
}

// Role is what a part is in the frame of a page, where its behaviour depends on that.
type Role uint8

// The roles.
const (
	Plain  Role = iota
	Spine       // stands on the leaf's spine: removed while a sheet runs through it
	Bar         // the bar, or the turn strip: high contrast draws the upper edge of its mat
	Chrome      // the same on every slide: it drifts
	Mist        // the fade that hides the end of the text under the pills
	Pill        // 下面还有内容, 回到开头, or both
)

// Layer is a part of the page that is painted once and then moved as it is.
type Layer struct {
	Name    string // strip, spine, foot, bar, turn, body, pill, clock, …: for tests and people
	Role    Role
	Bounds  image.Rectangle // px on the screen; of a scrolling layer, before scrolling
	Ground  Ink             // None: transparent
	Scrolls bool            // moves with the scroll, seen within Scroll.Viewport only
	Short   int             // px by which it ends above the page's end: it stays there while the rest scrolls on
	Whole   []Span          // of a rail: the lines that aren't drawn while the viewport's upper edge cuts them
	Shown   Span            // the scroll positions at which it is drawn; zero: all
	Follows float64         // px that it moves down for each px of scroll, as the mark on the thread does
	Over    bool            // part of the sheet: above the veil, moved with the sheet
	Items   []Item
	Hash    uint64 // of all that decides its pixels; set by Seal
}

// Sheet lies over a page. Its layers are those that are Over, the last of Layers; only
// their targets can be hit.
type Sheet struct {
	Rect image.Rectangle // px on the screen, at rest
	Away image.Point     // px: the offset from which it rises, beyond the screen's edge
	Veil image.Rectangle // the part of the page that the veil covers
}

// Target is an area that a finger can press.
type Target struct {
	Name    string          // the design's name: bar.slot, row, turn.prev, …
	Hit     image.Rectangle // px; of a scrolling target, before scrolling
	Paint   image.Rectangle // the area that changes its look when it is pressed
	Layer   *Layer          // that it is painted in
	Scrolls bool
	Event   session.Event // sent by a tap
}

// Ticks are the carousel's progress marks: a segment a slide, drawn as solids.
type Ticks struct {
	Rect    image.Rectangle // the whole row
	Slides  int
	Current int
	OnLeaf  bool // drawn in the leaf's colours
}

// Box is a part of the page by the name it has in the design's boxes.json.
type Box struct {
	Name string
	Rect fixed.Rectangle26_6 // px, before rounding to whole ones
	Role Role
}

// Item is one of a layer's primitives: Rect, Text, Icon, Picture, Code or Fade.
type Item interface{ item() }

// Look is the ink of an item, and its ink while its target is pressed.
// An item whose ink is None is not painted.
type Look struct {
	Ink    Ink
	Down   Ink // None: as at rest
	Target int // 1-based index into Page.Targets; 0: belongs to none
}

// Rect is a filled or outlined rectangle.
type Rect struct {
	Look
	Rect   image.Rectangle
	Radius fixed.Int26_6
	Stroke fixed.Int26_6 // width of an outline that lies inside Rect; 0: filled
}

// Text is a paragraph with its position. Line i has its start at (X, Y + i x Pitch);
// in a vertical one line i is a column whose centre line is at X - i x Pitch and whose top is Y.
type Text struct {
	Look
	Inks     []Ink // by span; nil: all in Look.Ink
	Spans    []typeset.Span
	Lines    []typeset.Line
	X, Y     int           // px on the screen, whole: the first line's start and baseline
	Pitch    fixed.Int26_6 // from baseline to baseline
	Vertical bool
}

// Icon is an icon of kiosk/icon, scaled to a square.
type Icon struct {
	Look
	Name   string
	Rect   image.Rectangle
	Stroke fixed.Int26_6 // width of its lines in 48ths of its size; usually 3
}

// Picture is an image of the content, scaled to a rectangle, of which a layer may show a part. An unreadable one
// leaves its place blank.
type Picture struct {
	Name        string          // path inside the content directory, "images/a.jpg"
	Hash        string          // SHA-256 of its bytes, hexadecimal
	Orientation uint8           // EXIF's, 1 to 8
	Rect        image.Rectangle // px on the screen, of the whole picture
}

// Code is a QR code in black on white, in every mode, so that every phone reads it, or
// small and in one ink on the layer's ground.
type Code struct {
	Code   qr.Code
	Ink    Ink             // None: black on white
	Ground image.Rectangle // px on the screen: white, the quiet zone with it
	At     image.Point     // px on the screen: the first module's left top corner
	Module int             // px a side
}

// Fade is a gradient over what is below it: transparent at its top, opaque in its lower part.
type Fade struct {
	Ink   Ink
	Rect  image.Rectangle
	Solid fixed.Int26_6 // share of the height, from the bottom, that is opaque
}

func (*Rect) item() {}

func (*Text) item() {}

func (*Icon) item() {}

func (*Picture) item() {}

func (*Code) item() {}

func (*Fade) item() {}

// LookOf returns an item's look, nil if it has none.
func LookOf(it Item) *Look {
	switch it := it.(type) {
	case *Rect:
		return &it.Look
	case *Text:
		return &it.Look
	case *Icon:
		return &it.Look
	}
	return nil
}

// ManyTicks is the number of slides from which on segments would be too short to
// tell apart: a plain line takes their place (README section 6.1).
const ManyTicks = 25
