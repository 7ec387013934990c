package typeset

import (
	"math"
	"slices"

	"golang.org/x/image/math/fixed"
)

// sums holds, for the place before a cell, what all cells before it come to.
// Paragraphs may be longer than 26.6 holds in 32 bits.
type sums struct {
	width   int64 // with their gaps
	begin   int64 // where a line that begins here has its edge: the blank of a mark is outside
	end     int64 // where one that ends here has its edge: white space, a mark's blank and a gap are outside
	give    int64 // what justification may squeeze
	stretch int64 // what it may stretch
	signs   int32 // characters that are no mark and no space
	behind  int32 // the cell behind the last one that is no white space
}

// sum adds up the cells, so that a stretch of them is measured at once.
func (t *text) sum() {
	t.sums = slices.Grow(t.sums[:0], len(t.cells)+1)[:len(t.cells)+1]
	var s sums
	for i := range t.cells {
		c := &t.cells[i]
		s.begin = s.width + int64(c.left)
		t.sums[i] = s
		s.width += int64(c.width + c.gap)
		s.give += int64(t.spareOf(c))
		s.stretch += int64(t.stretch(i))
		if c.class != space && c.class != wideSpace && c.class != empty {
			s.end = s.width - int64(c.gap+c.right)
			s.behind = int32(i + 1)
			if !c.class.mark() {
				s.signs++
			}
		}
	}
	t.sums[len(t.cells)] = s
}

// inked is the end of cells a to b without the white space at their end.
func (t *text) inked(a, b int) int { return max(a, int(t.sums[b].behind)) }

// width is the length of a line of cells a to b as it is before justification:
// the marks at its edges at half width (GB/T 15834 5.1.10; CLREQ 3.1.6.1), white
// space at its end gone.
func (t *text) width(a, b int) int64 {
	if int(t.sums[b].behind) <= a {
		return 0
	}
	return t.sums[b].end - t.sums[a].begin
}

// give is how much shorter than width squeezing can make the line.
func (t *text) give(a, b int) int64 {
	b = t.inked(a, b)
	if a == b {
		return 0
	}
	first, last := &t.cells[a], &t.cells[b-1]
	g := t.sums[b].give - t.sums[a].give - int64(t.spareOf(last))
	if b-a > 1 {
		g -= int64(first.left + first.right)
	}
	return max(0, g)
}

// spareOf is what a cell inside a line can be squeezed by.
func (t *text) spareOf(c *cell) fixed.Int26_6 { return c.left + c.right + t.Gap.spare(c.gap) }

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
