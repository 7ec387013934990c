// Package icon holds the screen's icons as outlines: 48 x 48 units, strokes of 3
// units with butt caps and miter joins. It knows names and shapes; kiosk/paint
// draws them.
package icon
