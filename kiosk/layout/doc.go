// Package layout turns a session.State, a theme and a size in px into a page.Page:
// Layout selects the screen, lays it out, and lays the sheet over it. Each screen and
// each sheet has a file.
//
// Shared parts are in the packages below: build (pens, blocks, rows, targets), frame
// (where the parts of a page lie), record (the content of items and notices) and poster
// (the carousel's slides). kiosk/motion moves pages.
package layout
