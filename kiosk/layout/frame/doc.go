// Package frame holds where the parts of a page lie: leaf or spine, strip, main part,
// turn strip, foot and bar, upright, in landscape and in low reach, and the frame of a
// sheet that covers a page. It lays those parts that are the same on every page.
//
// What a page shows in its main part and on its leaf is left to kiosk/layout.
package frame
