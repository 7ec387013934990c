package typeset

import (
	"math"
	"slices"
)

// way is the cheapest way to end a line before a cluster.
type way struct {
	cost int64
	from int32 // the cluster that the line begins with
}

// unreachable is the cost of a cluster that no line reaches.
const unreachable = math.MaxInt64

// A line's cost, in px² of 26.6, grows with the square of its fault. A line that is
// squeezed by 1 em, or is ragged and lacks as much, costs em². A justified line's
// lack shows in its gaps: it costs 4 em² where they open as far as they may, a tenth
// of an em each. A paragraph takes the lines with the least total cost. The costs
// below are in quarters of em².
const (
	costWide  = 16      // a line whose gaps are as wide as they may be
	costRough = 20      // a line too short to be justified, which leaves all of its paragraph ragged
	costBook  = 9       // a break in a 《…》 that is shorter than half a line: as 1½ em
	costPart  = 1 << 8  // a split word of a long title
	costGlued = 1 << 12 // a number separated from its measure word
	costLone  = 1 << 20 // a last line too short
)

// mostTried is the greatest lack, in em, that is tried where a smaller one is possible.
const mostTried = 3

// optimal breaks the clusters a to b at the ends with the least total cost, after
// Knuth and Plass, "Breaking paragraphs into lines", 1981. Only lines that lack
// at most 3 em are considered, so that the time is linear in the text. Where no
// line is possible, the greedy rule makes one, and the search restarts after it.
func (t *text) optimal(a, b int) {
	t.markBooks(a, b)
	t.leastCharacters = t.leastLast(b)
	t.em = max(1, int64(t.clusters[a].em))
	t.ways = slices.Grow(t.ways[:0], len(t.clusters)+1)[:len(t.clusters)+1]
	for i := a; i <= b; i++ {
		t.ways[i].cost = unreachable
	}
	for a < b {
		if a = t.cheapest(a, b); a < b {
			a = t.next(a, b)
			t.ends = append(t.ends, int32(a))
		}
	}
}

// cheapest finds the cheapest lines from cluster a to b, or to the furthest cluster that
// fitting lines reach. It appends their ends and returns the last.
func (t *text) cheapest(a, b int) int {
	t.ways[a] = way{}
	t.costLimit = t.costOfFullest(a, b)
	reached, full := a, a
	for i := a; i <= reached && i < b; i++ {
		if t.ways[i].cost > t.costLimit || t.ways[i].cost == unreachable {
			continue
		}
		for full = max(full, i+1); full < b && !t.overflows(i, full+1); full++ {
		}
		reached = max(reached, t.tryLines(i, full, b))
	}
	t.trace(a, reached)
	return reached
}

// costOfFullest returns the cost of lines that are each as full as possible, an upper
// bound of the search, or unreachable where there are no such lines.
func (t *text) costOfFullest(a, b int) (sum int64) {
	for i, full := a, a; i < b; {
		for full = max(full, i+1); full < b && !t.overflows(i, full+1); full++ {
		}
		j := full
		for ; j > i; j-- {
			if j < b && t.clusters[j].before != free {
				continue
			}
			if cost, _, fits := t.cost(i, j, j == b); fits {
				sum += cost
				break
			}
		}
		if j == i {
			return unreachable
		}
		i = j
	}
	return sum
}

// tryLines tries the lines from cluster i on, the longest first, and returns the
// furthest of their ends.
func (t *text) tryLines(i, full, end int) (reached int) {
	for j := full; j > i; j-- {
		if j < end && t.clusters[j].before > glued {
			continue
		}
		cost, lack, fits := t.cost(i, j, j == end)
		if !fits {
			continue
		}
		if j < end && lack > 0 && t.ways[i].cost+t.costOfLack(i, j, lack) > t.costLimit {
			break // shorter ones cost even more
		}
		if cost += t.ways[i].cost; cost <= t.ways[j].cost { // among equals the one with fuller first lines
			t.ways[j] = way{cost, int32(i)}
		}
		reached = max(reached, j)
		if j == end && cost == t.ways[i].cost || j < end && t.clusters[j].before == free && lack > mostTried*t.em {
			break // shorter ones are worse
		}
	}
	return reached
}

// trace appends the ends on the way from cluster a to b.
func (t *text) trace(a, b int) {
	n := len(t.ends)
	for ; b > a; b = int(t.ways[b].from) {
		t.ends = append(t.ends, int32(b))
	}
	slices.Reverse(t.ends[n:])
}

// cost returns the cost of a line of clusters a to b, its lack, and whether it fits.
func (t *text) cost(a, b int, last bool) (cost, lack int64, fits bool) {
	lack = int64(t.Measure) - t.width(a, b)
	quarter := t.em * t.em / 4
	switch {
	case lack < -t.slack(a, b):
		if -lack > t.shrink(a, b) {
			return 0, lack, false
		}
		cost = lack * lack
		if !t.Justify {
			cost *= 2 // a ragged line need not be squeezed
		}
	case !last && lack > 0:
		cost = t.costOfLack(a, b, lack)
	}
	switch {
	case last:
		if int(t.sums[b].characters-t.sums[a].characters) < t.leastCharacters {
			cost += costLone * quarter
		}
	case t.clusters[b].before == glued:
		cost += costGlued * quarter
	case t.clusters[b].inWord:
		cost += costPart * quarter
	case t.clusters[b].inBook:
		cost += costBook * quarter
	}
	return cost, lack, true
}

// costOfLack returns the cost of a lack in a line of clusters a to b. For a line that
// can't be justified the cost rises slowly with the lack: one short line between full
// ones is better than two that are half short. Ragged lines should have like lengths.
func (t *text) costOfLack(a, b int, lack int64) int64 {
	lack = min(lack, 1<<24)
	quarter := t.em * t.em / 4
	switch {
	case !t.Justify:
		return lack * lack
	case t.canStretch(a, b, clamp(lack)):
		most := t.stretchable(a, b)
		return costWide * quarter * lack / most * lack / most
	}
	return costRough*quarter + max(0, lack-t.em*mostLack/100)*t.em/2
}

// markBooks marks the titles of books and laws to be kept on one line: those shorter
// than half a line.
func (t *text) markBooks(a, b int) {
	open := -1
	for i := a; i < b; i++ {
		if !t.clusters[i].class.mark() {
			continue
		}
		switch t.first(i) {
		case '《':
			open = i
		case '》':
			if open >= 0 && t.width(open, i+1)*2 <= int64(t.Measure) {
				for j := open + 1; j <= i; j++ {
					t.clusters[j].inBook = true
				}
			}
			open = -1
		}
	}
}
