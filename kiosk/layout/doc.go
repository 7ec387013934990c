// Package layout turns a session.State, a theme and a size in px into a page.Page:
// Layout picks the screen, lays it out, and lays the sheet over it. There is a file
// for each screen and each sheet.
//
// What screens share is in the packages below it: build (the drafting table), frame
// (where the parts of a page lie), record (what is read) and poster (the carousel's
// slides). How pages move is kiosk/motion's.
package layout
