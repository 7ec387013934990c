package typeset

import (
	"slices"

	// The segmenter is UAX #14 of Unicode 17 to the letter, and passes its tests.
	"github.com/go-text/typesetting/segmenter"
)

// segments finds where UAX #14 lets a line begin.
type segments struct {
	uax14 segmenter.Segmenter
	may   []bool // a line may begin with this rune
}

// opportunities says of each cell whether a line may begin with it: where UAX
// #14 has it, as tailored to Chinese, and where the paragraph's own Breaks ask.
func (t *text) opportunities() {
	may := t.segments.find(t.runes)
	for i := range t.cells {
		c := &t.cells[i]
		c.before = never
		if may[c.rune] {
			c.before = free
		}
		if i > 0 {
			tailor(&t.cells[i-1], c)
		}
	}
	t.glueNumbers()
	for _, r := range t.forced {
		i, _ := slices.BinarySearchFunc(t.cells, r, func(c cell, r int32) int { return int(c.rune - r) })
		if i > 0 && i < len(t.cells) {
			t.cells[i].before = forced
		}
	}
}

// find runs the segmenter.
func (s *segments) find(runes []rune) []bool {
	s.may = append(s.may[:0], make([]bool, len(runes))...)
	if len(runes) == 0 {
		return s.may
	}
	s.uax14.Init(runes)
	for it := s.uax14.LineIterator(); it.Next(); {
		if l := it.Line(); l.Offset > 0 {
			s.may[l.Offset] = true
		}
	}
	return s.may
}

// tailor changes UAX #14's answer between two cells where Chinese differs.
func tailor(a, b *cell) {
	switch {
	case a.class == empty || b.class == empty || a.class == space:
	case notFirst(b.class), notLast(a.class):
		b.before = never
	case b.class == opening, a.class == closing:
		// a quotation mark is an opening or a closing one here, where UAX #14
		// keeps it with the Latin letters that it encloses (LB19a)
		b.before = free
	}
}

// notFirst holds for what must not begin a line: GB/T 15834 5.1.1–5.1.3, 5.1.5–5.1.7, 5.1.9; CLREQ 3.1.6, strict but for the dash.
func notFirst(c class) bool {
	return c.trailing() || c == middle || c == connector || c == slash || c == ellipsis
}

// notLast holds for what must not end a line: GB/T 15834 5.1.3, 5.1.9.
func notLast(c class) bool { return c == opening || c == slash }
