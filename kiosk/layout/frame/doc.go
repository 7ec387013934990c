// Package frame places the parts of a page: leaf or spine, strip, main part, turn strip,
// foot and bar, in portrait, in landscape and in low reach, and the frame of a sheet. It
// paints those that all pages share.
//
// kiosk/layout fills the main part and the leaf.
package frame
