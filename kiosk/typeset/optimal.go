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
	costWide   = 16      // a line whose gaps are as wide as they may be
	costRough  = 20      // a line too short to be justified, which leaves all of its paragraph ragged
	costBook   = 9       // a break in a 《…》 that is shorter than half a line: as 1½ em
	costPair   = 6       // in other brackets and in quotes as short
	costSplit  = 3       // a split word of a paragraph
	costRagged = 5       // the same where lines are ragged: rather a lack of one character
	costCrush  = 9       // a split word at the end of a line that is squeezed for it
	costPart   = 1 << 8  // a split word of a long title
	costLone   = 1 << 12 // a last line too short; a number's price is higher (glue.go)
)

// mostTried is the greatest lack, in em, that is tried where a smaller one is possible.
const mostTried = 3

// optimal breaks the clusters a to b at the ends with the least total cost, after
// Knuth and Plass, "Breaking paragraphs into lines", 1981. Only lines that lack
// at most 3 em are considered, so that the time is linear in the text. Where no
// line is possible, the greedy rule makes one, and the search restarts after it.
func (t *text) optimal(a, b int) {
	t.markPairs(a, b)
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
	excused := int64(-1) // what the fullest line lacks by no fault of its own
	for j := full; j > i; j-- {
		if j < end && t.clusters[j].before > glued {
			continue
		}
		cost, lack, fits := t.cost(i, j, j == end)
		if !fits {
			continue
		}
		if excused < 0 && j < end && t.clusters[j].before == free {
			excused = t.excuse(lack)
		}
		if j < end && lack > 0 {
			if t.ways[i].cost+t.costOfLack(i, j, lack)-max(0, excused) > t.costLimit {
				break // shorter ones cost even more
			}
			cost -= max(0, excused)
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

// excuse returns how much of the cost of a ragged line is left out where the fullest line
// lacks as much: it is short whatever the others do, and they must not be shortened too.
func (t *text) excuse(lack int64) int64 {
	const most = 1 // em: up to this lack the cost grows with its square, then slowly
	lack -= most * t.em
	if t.Justify || lack <= 0 {
		return 0
	}
	lack = min(lack, 1<<24)
	return lack*lack + 2*most*t.em*lack - lack*t.em/2
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
	default:
		cost += int64(t.clusters[b].price) * quarter
		switch {
		case t.Title:
			if t.clusters[b].tie >= tieTerm {
				cost += costPart * quarter
			}
		case !t.partsWord(b):
		case lack < -t.slack(a, b):
			cost += costCrush * quarter
		case t.Justify:
			cost += costSplit * quarter
		default:
			cost += costRagged * quarter
		}
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

// deepest is how many brackets may stand in each other.
const deepest = 8

// markPairs makes breaks dear in titles of books and laws, brackets and quotes that are
// shorter than half a line: a line rather begins with them.
func (t *text) markPairs(a, b int) {
	var open [deepest]int
	n := 0
	for i := a; i < b; i++ {
		switch t.clusters[i].class {
		case opening:
			if n < deepest {
				open[n] = i
				n++
			}
		case closing:
			if n > 0 {
				n--
				t.markPair(open[n], i)
			}
		}
	}
}

// markPair makes breaks dear between an opening mark and its closing one.
func (t *text) markPair(open, closing int) {
	if t.width(open, closing+1)*2 > int64(t.Measure) {
		return
	}
	price := int32(costPair)
	if t.first(open) == '《' {
		price = costBook
	}
	for j := open + 1; j <= closing; j++ {
		t.charge(j, price)
	}
}
