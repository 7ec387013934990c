// Package poster lays out the carousel's slides, one for each item and notice on air: a leaf with a
// title as large as it fits, the text that is short enough to be read in passing, the
// clock, the progress marks and the invitation. Its chrome drifts from slide to slide.
//
// Which slide is shown, and for how long, is kiosk/session's.
package poster
