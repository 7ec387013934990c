// Package kiosk is the map of the rooms; it has no code. They are listed in the order
// in which they may import each other (deps_test.go holds the policy, with reasons):
//
// What is known (pure: no files, no network, no clock):
//
//	diag       a problem: place, message, fix; sorted, limited, printed
//	toml       TOML files: bytes -> values with places, and all faults, with their fixes
//	icon       the icons' names and outlines
//	picture    image files: bytes -> sizes, faults, pixels at a size
//	catalogue  the content: bytes of files -> an immutable snapshot and its problems
//	sheet      tables of offices: bytes -> cells -> entries -> edits of the content's files; and back
//	word       documents and pasted text: bytes -> a notice's texts and pictures, and what has no place
//	qr         QR codes: an item, a link, the proof -> modules
//	search     a catalogue and a query -> the items that match, the letters that lead on
//
// What is shown (pure):
//
//	session    what the screen is doing: state, event -> state; when the next tick is due
//	blackbox   what led to a crash: events -> memory, a file; and run again
//	typeset    Chinese paragraphs and titles: text -> lines of placed glyphs
//	page       what a screen is: layers of boxes, text, shapes; targets and the hit test; inks; the unit
//	motion     two pages and a moment -> where each layer is
//	layout     state and size -> page; below it build (measures, text, targets, rows), frame
//	           (where the parts of a page lie), record (what is read) and poster (the slides);
//	           desk is the page beside the kiosk in the window of kiosk preview,
//	           week the week on paper
//	paint      layers -> pixels
//	pdf        layers -> a PDF file
//	gesture    finger points and times -> tap, drag, fling, glide
//
// The edges (effects; they don't know each other, cmd/kiosk wires them):
//
//	store      reading and watching the content directory, keeping the last good state
//	display    the window, the fingers, the layers on the glass; the only importer of Ebitengine
//
// Assets: fonts has the faces and their readers, content the shipped catalogue.
//
// For tests and measurements, and not in the program: picture/sample draws the images
// of tests' notices, layout/sample has the catalogues that tests of pages share,
// internal/look paints states without a window, internal/reach walks all screens by
// their targets, internal/setting sets the catalogue's text beside a browser,
// internal/tour walks through the program, internal/bench measures it. xdrive drives
// the real program on a private X server, for the end-to-end tests, internal/tour and
// internal/bench. internal/windows packs the program for an office's PC.
//
// Data flows from bytes to catalogue's snapshot, as an event to session, to layout,
// paint and display; a finger's input from display to gesture, page's hit test, and as
// an event to session. Time is an argument everywhere but at the edges.
package kiosk
