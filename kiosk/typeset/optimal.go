package typeset

import (
	"math"
	"slices"
)

// way is the cheapest way to end a line before a cell.
type way struct {
	cost int64
	from int32 // the cell that the line begins with
}

// far is the cost of what no line reaches.
const far = math.MaxInt64

// What a line costs, in px² of 26.6: a line that is squeezed by 1 em, or is ragged
// and lacks as much, costs em², half of that a quarter. What a justified line lacks
// is seen in its gaps: it costs 4 em² where they open as far as they may, a tenth of
// an em each, half of that a quarter. A paragraph takes the lines that cost least
// together. The costs below are in quarters of em².
const (
	costWide  = 16      // a line whose gaps are as wide as they may be
	costRough = 20      // a line too short to be justified, for which all of its paragraph stays ragged
	costBook  = 9       // a break in a 《…》 that is shorter than half a line: worth 1½ em
	costPart  = 1 << 8  // a word of a long title parted
	costGlued = 1 << 12 // a number parted from its measure word
	costLone  = 1 << 20 // a last line too short
)

// most is the lack in em that is tried where a shorter one is possible.
const most = 3

// optimal breaks the cells a to b at the ends that together cost least, after
// Knuth and Plass, "Breaking paragraphs into lines", 1981. Only lines that lack
// at most 3 em are weighed, so that the time is linear in the text. Where no
// line is possible, one is made by the greedy rule, and all begins anew.
func (t *text) optimal(a, b int) {
	t.markBooks(a, b)
	t.lone = t.least(b)
	t.em = max(1, int64(t.cells[a].em))
	t.ways = slices.Grow(t.ways[:0], len(t.cells)+1)[:len(t.cells)+1]
	for i := a; i <= b; i++ {
		t.ways[i].cost = far
	}
	for a < b {
		if a = t.weigh(a, b); a < b {
			a = t.next(a, b)
			t.ends = append(t.ends, int32(a))
		}
	}
}

// weigh finds the cheapest lines from cell a to b, or to the furthest place that
// lines which fit can reach. It appends their ends and says where the last is.
func (t *text) weigh(a, b int) int {
	t.ways[a] = way{}
	t.worst = t.fullest(a, b)
	reached, full := a, a
	for i := a; i <= reached && i < b; i++ {
		if t.ways[i].cost > t.worst || t.ways[i].cost == far {
			continue
		}
		for full = max(full, i+1); full < b && !t.over(i, full+1); full++ {
		}
		reached = max(reached, t.tryLines(i, full, b))
	}
	t.trace(a, reached)
	return reached
}

// fullest is what lines cost that are each as full as they get: what costs more
// need not be weighed. It is far where there are no such lines.
func (t *text) fullest(a, b int) (sum int64) {
	for i, full := a, a; i < b; {
		for full = max(full, i+1); full < b && !t.over(i, full+1); full++ {
		}
		j := full
		for ; j > i; j-- {
			if j < b && t.cells[j].before != free {
				continue
			}
			if cost, _, fits := t.cost(i, j, j == b); fits {
				sum += cost
				break
			}
		}
		if j == i {
			return far
		}
		i = j
	}
	return sum
}

// tryLines weighs the lines from cell i on, the longest first, and says which
// of their ends is the furthest.
func (t *text) tryLines(i, full, end int) (reached int) {
	for j := full; j > i; j-- {
		if j < end && t.cells[j].before > glued {
			continue
		}
		cost, lack, fits := t.cost(i, j, j == end)
		if !fits {
			continue
		}
		if j < end && lack > 0 && t.ways[i].cost+t.costOfLack(i, j, lack) > t.worst {
			break // shorter ones cost more still
		}
		if cost += t.ways[i].cost; cost <= t.ways[j].cost { // of equals the one whose first lines are fuller
			t.ways[j] = way{cost, int32(i)}
		}
		reached = max(reached, j)
		if j == end && cost == t.ways[i].cost || j < end && t.cells[j].before == free && lack > most*t.em {
			break // shorter ones are worse
		}
	}
	return reached
}

// trace appends the ends on the way from cell a to b.
func (t *text) trace(a, b int) {
	n := len(t.ends)
	for ; b > a; b = int(t.ways[b].from) {
		t.ends = append(t.ends, int32(b))
	}
	slices.Reverse(t.ends[n:])
}

// cost is what a line of cells a to b costs, what it lacks, and whether it fits.
func (t *text) cost(a, b int, last bool) (cost, lack int64, fits bool) {
	lack = int64(t.Measure) - t.width(a, b)
	quarter := t.em * t.em / 4
	switch {
	case lack < -t.slack(a, b):
		if -lack > t.give(a, b) {
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
		if int(t.sums[b].signs-t.sums[a].signs) < t.lone {
			cost += costLone * quarter
		}
	case t.cells[b].before == glued:
		cost += costGlued * quarter
	case t.cells[b].inWord:
		cost += costPart * quarter
	case t.cells[b].inBook:
		cost += costBook * quarter
	}
	return cost, lack, true
}

// costOfLack is what a line of cells a to b costs that lacks so much. What can't be
// justified costs little more the shorter it is: one short line between full ones
// is better than two that are half short. Ragged lines are to be alike.
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

// markBooks finds the titles of books and laws that had better stay on a line:
// those shorter than half of it.
func (t *text) markBooks(a, b int) {
	open := -1
	for i := a; i < b; i++ {
		if !t.cells[i].class.mark() {
			continue
		}
		switch t.first(i) {
		case '《':
			open = i
		case '》':
			if open >= 0 && t.width(open, i+1)*2 <= int64(t.Measure) {
				for j := open + 1; j <= i; j++ {
					t.cells[j].inBook = true
				}
			}
			open = -1
		}
	}
}
