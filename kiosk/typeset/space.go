package typeset

import "golang.org/x/image/math/fixed"

// space puts a quarter of an em between hanzi and Latin letters (CLREQ 3.2.2).
// Beside digits and marks there is none, and a written space stands instead.
func (t *text) space() {
	for i := 1; i < len(t.cells); i++ {
		a, b := &t.cells[i-1], &t.cells[i]
		if a.class == han && b.class == letter || a.class == letter && b.class == han {
			a.gap = hanLatin(max(a.em, b.em))
		}
	}
}

// hanLatin is the room between hanzi and Latin letters of a size.
func hanLatin(em fixed.Int26_6) fixed.Int26_6 { return em / 4 }
