package build

import "gongkai/kiosk/catalogue"

const ShortElement = 10 // all up to this: large, as on a poster

// RunLength counts the elements at the head of a cell that are of one kind: all below
// another, or all neither below one nor above. A lead is neither: it ends a run.
func RunLength(cell catalogue.Cell, below bool) int {
	n := 0
	for n < len(cell) && (cell[n].Depth > 0) == below && (below || n+1 == len(cell) || cell[n+1].Depth == 0) {
		n++
	}
	return n
}
