package typeset

import "golang.org/x/image/math/fixed"

// Gap is the room between hanzi and Latin letters (CLREQ 3.2.2). Beside digits,
// marks and a line's edges there is none; a written space replaces it.
type Gap uint8

// The gaps before justification.
const (
	Quarter Gap = iota // ¼ em, ⅛ to ⅓ in a justified line
	Eighth             // ⅛ em, up to ⅓
	NoGap              // hanzi and letters touch
)

// space puts the gap between hanzi and Latin letters.
func (t *text) space() {
	t.spaceOptions()
	if t.Gap == NoGap {
		return
	}
	for i := 1; i < len(t.clusters); i++ {
		a, b := &t.clusters[i-1], &t.clusters[i]
		if a.class == han && b.class == letter || a.class == letter && b.class == han {
			a.gap = t.Gap.of(max(a.em, b.em))
		}
	}
}

// of returns the gap at a type size.
func (g Gap) of(em fixed.Int26_6) fixed.Int26_6 {
	if g == Eighth {
		return em / 8
	}
	return em / 4
}

// spare returns how much squeezing may remove from a gap: what exceeds ⅛ em (CLREQ 6.1.2).
func (g Gap) spare(gap fixed.Int26_6) fixed.Int26_6 {
	if g == Eighth {
		return 0
	}
	return gap / 2
}

// more returns how much stretching may add to a gap: up to ⅓ em in all (CLREQ 6.1.2).
func (g Gap) more(gap fixed.Int26_6) fixed.Int26_6 {
	if g == Eighth {
		return gap * 5 / 3
	}
	return gap / 3
}
