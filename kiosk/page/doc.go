// Package page holds what a screen is: layers of rectangles, text, icons, pictures
// and codes, the targets a finger can hit, the inks of its theme, and the grid that
// turns the design's measures (u) into px.
//
// It knows neither how a state becomes a page (kiosk/layout), nor where a layer is
// while it moves (kiosk/motion), nor how a layer becomes pixels (kiosk/paint).
package page
