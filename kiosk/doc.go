// Package kiosk is the map of the rooms; it holds no code. In the order in which
// they may know of each other (who may import whom, and why, is held by deps_test.go):
//
// What is known (pure: no files, no network, no clock):
//
//	diag       a problem: place, message, fix; sorted, limited, printed
//	toml       files of TOML: bytes -> values with places, and all that is wrong, with what was meant
//	icon       the icons' names and outlines
//	picture    image files: bytes -> sizes, faults, pixels at a size
//	catalogue  the content: bytes of files -> an immutable snapshot and its problems
//	qr         QR codes: an item, a link, the proof -> modules
//	search     a catalogue and what is typed -> the items that match, the letters that lead on
//
// What is shown (pure):
//
//	session    what the screen is doing: state, event -> state; when time is an event
//	typeset    Chinese paragraphs and titles: text -> lines of placed glyphs
//	page       what a screen is: layers of boxes, text, shapes; targets and hits; inks; the grid
//	motion     two pages and a moment -> where each layer is
//	layout     state and size -> page; below it build (the drafting table), frame (where the parts
//	           of a page lie), record (what is read) and poster (the slides)
//	paint      layers -> pixels
//	gesture    finger points and times -> tap, drag, fling, glide
//
// The edges (effects; none knows another, cmd/kiosk wires them):
//
//	store      reading and watching the content directory, keeping the last good state
//	display    the window, the fingers, the layers on the glass; the only importer of Ebitengine
//
// Assets: fonts has the faces and what reads them, content the catalogue that the
// program ships with.
//
// For tests and measurements, and not in the program: picture/sample draws the images
// of tests' notices, layout/sample holds the catalogues that tests of pages share,
// internal/look paints states without a window, internal/reach walks the screens for what
// a finger reaches, internal/setting sets the catalogue's text beside a browser,
// internal/tour walks through the program, internal/bench measures it.
//
// Beside them xdrive drives the real program on a private X server, for
// the end-to-end tests, internal/tour and internal/bench.
//
// Data's way: bytes -> catalogue's snapshot -> an event into session -> layout ->
// paint -> display. A finger's way: display -> gesture -> page's hit -> event ->
// session -> layout. Time is an argument everywhere but at the edges.
package kiosk
