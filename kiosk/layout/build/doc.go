// Package build has what pages are built of. A Draft is a page in the making with its
// grid, its reader's modes, its state and its typesetter. Pens, blocks, labels, rows,
// counts, clocks, targets and buttons are painted on its layers; text is shrunk, packed
// or truncated to fit.
//
// It decides nothing about a screen: kiosk/layout/frame places the parts of a page,
// kiosk/layout and its other packages fill them.
package build
