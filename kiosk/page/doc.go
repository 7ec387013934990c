// Package page holds what a screen is: layers of rectangles, text, icons, pictures
// and codes, the targets a finger can hit, the inks of its theme, and the grid that
// turns the design's measures (u) into px.
//
// kiosk/layout makes pages of states, kiosk/motion moves their layers, kiosk/paint
// turns layers into pixels.
package page
