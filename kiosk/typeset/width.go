package typeset

import (
	"math"

	"golang.org/x/image/math/fixed"
)

// sums holds, for a cell, what all cells before it come to. Paragraphs may be
// longer than 26.6 holds in 32 bits.
type sums struct {
	width  int64 // with their gaps
	give   int64 // what justification may squeeze
	opens  int32 // places before them where room may be added
	signs  int32 // characters that are no mark and no space
	behind int32 // the cell behind the last one that is no white space
}

// sum adds up the cells, so that a stretch of them is measured at once.
func (t *text) sum() {
	t.sums = append(t.sums[:0], sums{})
	var s sums
	for i := range t.cells {
		c := &t.cells[i]
		s.width += int64(c.width + c.gap)
		s.give += int64(c.give())
		if i > 0 && opens(&t.cells[i-1], c) {
			s.opens++
		}
		if c.class != space && c.class != wideSpace && c.class != empty {
			s.behind = int32(i + 1)
			if !c.class.mark() {
				s.signs++
			}
		}
		t.sums = append(t.sums, s)
	}
}

// inked is the end of cells a to b without the white space at their end.
func (t *text) inked(a, b int) int { return max(a, int(t.sums[b].behind)) }

// width is the length of a line of cells a to b as it is before justification:
// the marks at its edges at half width (GB/T 15834 5.1.10; CLREQ 3.1.6.1), white
// space at its end gone.
func (t *text) width(a, b int) int64 {
	b = t.inked(a, b)
	if a == b {
		return 0
	}
	first, last := &t.cells[a], &t.cells[b-1]
	return t.sums[b].width - t.sums[a].width - int64(last.gap+last.right+first.left)
}

// give is how much shorter than width squeezing can make the line.
func (t *text) give(a, b int) int64 {
	b = t.inked(a, b)
	if a == b {
		return 0
	}
	first, last := &t.cells[a], &t.cells[b-1]
	g := t.sums[b].give - t.sums[a].give - int64(last.give())
	if b-a > 1 {
		g -= int64(first.give()) - int64(first.gap/2)
	}
	return max(0, g)
}

// give is what a cell inside a line can be squeezed by.
func (c *cell) give() fixed.Int26_6 { return c.left + c.right + c.gap/2 }

// slack is how far the line may run over the measure: sizes are rounded to 1/64
// px, and a line of 24 characters must fit 24 of them. Where the line is
// justified it is taken out of its gaps again.
func (t *text) slack(a, b int) int64 { return int64(max(0, t.inked(a, b)-a-1)) }

// fits says whether cells a to b fit the measure as they are.
func (t *text) fits(a, b int) bool {
	return t.Measure <= 0 || t.width(a, b) <= int64(t.Measure)+t.slack(a, b)
}

// clamp brings a length into 26.6 of 32 bits.
func clamp(n int64) fixed.Int26_6 {
	return fixed.Int26_6(min(max(n, math.MinInt32), math.MaxInt32))
}
