// Package motion works out where each layer of a page is at a moment of a movement,
// and how opaque: Compose turns a Scene, which is two pages, a kind of movement and
// the time since it began, into the pieces to draw from the back to the front.
//
// It keeps no clock and paints nothing: kiosk/display passes the time and draws the pieces.
package motion
