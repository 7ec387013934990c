// Package poster lays out the carousel's slides, one for each item and each notice on air: a
// leaf with a title as large as possible, as much text as is readable in passing, the clock, the
// ticks and the invitation. The chrome drifts from slide to slide.
//
// kiosk/session decides which slide is shown, and for how long.
package poster
