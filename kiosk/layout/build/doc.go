// Package build is the drafting table on which pages are made: a Draft is a page in
// the making with its grid, its reader's modes, the state it shows and the setter of
// its text. Beside it are pens, line boxes, labels, paragraphs, targets with the
// ground that shows them pressed, buttons, the scrolling body with its pill, and
// text that is fitted, packed or cut.
//
// It decides nothing about a screen: where the parts of a page lie is
// kiosk/layout/frame's, and what stands in them is for kiosk/layout and its other packages.
package build
