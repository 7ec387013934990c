package build

import "gongkai/kiosk/catalogue"

// ShortElement is the number of characters up to which elements are set large.
const ShortElement = 10

// RunLength counts the elements at the head of a cell that are alike: all indented, or
// all neither indented nor leads. A lead is followed by an indented element.
func RunLength(cell catalogue.Cell, below bool) int {
	n := 0
	for n < len(cell) && (cell[n].Depth > 0) == below && (below || n+1 == len(cell) || cell[n+1].Depth == 0) {
		n++
	}
	return n
}
