package typeset

import (
	"math"
	"slices"

	"golang.org/x/image/math/fixed"
)

// sums holds the prefix sums before a cluster. Paragraphs may be longer than 26.6
// holds in 32 bits.
type sums struct {
	width      int64 // with their gaps
	begin      int64 // the edge of a line that begins here, inside a mark's blank
	end        int64 // the edge of a line that ends here, without white space, a mark's blank and a gap
	shrink     int64 // what justification may squeeze
	stretch    int64 // what it may stretch
	characters int32 // characters other than marks and spaces
	inkEnd     int32 // the cluster after the last one that is not white space
}

// sum computes the prefix sums, by which any stretch of clusters is measured.
func (t *text) sum() {
	t.sums = slices.Grow(t.sums[:0], len(t.clusters)+1)[:len(t.clusters)+1]
	var s sums
	for i := range t.clusters {
		c := &t.clusters[i]
		s.begin = s.width + int64(c.left)
		t.sums[i] = s
		s.width += int64(c.width + c.gap)
		s.shrink += int64(t.shrinkOf(c))
		s.stretch += int64(t.stretch(i))
		if c.class != space && c.class != wideSpace && c.class != empty {
			s.end = s.width - int64(c.gap+c.right)
			s.inkEnd = int32(i + 1)
			if !c.class.mark() && (c.class != other || !isHalfMark(t.first(i))) {
				s.characters++
			}
		}
	}
	t.sums[len(t.clusters)] = s
}

// trimmed returns the end of clusters a to b without trailing white space.
func (t *text) trimmed(a, b int) int { return max(a, int(t.sums[b].inkEnd)) }

// width returns the length of a line of clusters a to b before justification, with the
// marks at its edges at half width (GB/T 15834 5.1.10; CLREQ 3.1.6.1) and without
// trailing white space.
func (t *text) width(a, b int) int64 {
	if int(t.sums[b].inkEnd) <= a {
		return 0
	}
	return t.sums[b].end - t.sums[a].begin
}

// shrink returns how much shorter than width squeezing can make the line.
func (t *text) shrink(a, b int) int64 {
	b = t.trimmed(a, b)
	if a == b {
		return 0
	}
	first, last := &t.clusters[a], &t.clusters[b-1]
	g := t.sums[b].shrink - t.sums[a].shrink - int64(t.shrinkOf(last))
	if b-a > 1 {
		g -= int64(first.left + first.right)
	}
	return max(0, g)
}

// shrinkOf returns by how much a cluster inside a line can be squeezed.
func (t *text) shrinkOf(c *cluster) fixed.Int26_6 { return c.left + c.right + t.Gap.spare(c.gap) }

// slack returns how far the line may exceed the measure: sizes are rounded to 1/64
// px, and a measure of 24 characters must fit 24 of them. A justified line removes
// it from its gaps again.
func (t *text) slack(a, b int) int64 { return int64(max(0, t.trimmed(a, b)-a-1)) }

// fits reports whether clusters a to b fit the measure as they are.
func (t *text) fits(a, b int) bool {
	return t.Measure <= 0 || t.width(a, b) <= int64(t.Measure)+t.slack(a, b)
}

// clamp clamps a length to 26.6 of 32 bits.
func clamp(n int64) fixed.Int26_6 {
	return fixed.Int26_6(min(max(n, math.MinInt32), math.MaxInt32))
}
