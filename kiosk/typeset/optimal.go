package typeset

import "golang.org/x/image/math/fixed"

// node is a place where a line may end, with the cheapest way to it.
type node struct {
	at   int32 // the cell behind it
	from int32 // the node that its line begins at
	cost int64
}

// What a line costs, in (1/64 em)², a line that lacks 1 em or is squeezed by as
// much costing em². A paragraph takes the lines that cost least together.
const (
	unit      = 64             // of an em
	costEm    = unit * unit    // a lack of 1 em
	costRough = 4 * costEm     // a line too short to be justified
	costBook  = 9 * costEm / 4 // a break in a 《…》 that is shorter than half a line: worth 1½ em
	costGlued = 1 << 30        // a number parted from its measure word
	costLone  = 1 << 40        // a last line too short
)

// most is the lack in em that is tried where a shorter one is possible.
const most = 4

// optimal breaks the cells a to b at the ends that together cost least, after
// Knuth and Plass, "Breaking paragraphs into lines", 1981. Only lines that lack
// at most 4 em are weighed, so that the time is linear in the text. Where no
// line is possible, one is made by the greedy rule, and all begins anew.
func (t *text) optimal(a, b int) {
	t.markBooks(a, b)
	t.lone = t.least(b)
	for a < b {
		if a = t.weigh(a, b); a < b {
			a = t.next(a, b)
			t.ends = append(t.ends, int32(a))
		}
	}
}

// weigh finds the cheapest lines from cell a to the furthest end that can be
// reached by lines which fit, appends their ends, and says where the last is.
func (t *text) weigh(a, b int) int {
	t.nodes = append(t.nodes[:0], node{at: int32(a)})
	oldest := 0 // nodes before it are too far away for any line now
	for j := a + 1; j <= b; j++ {
		if j < b && t.cells[j].before > glued {
			continue
		}
		for oldest < len(t.nodes) && t.over(int(t.nodes[oldest].at), j) {
			oldest++
		}
		if oldest == len(t.nodes) {
			break
		}
		if n, ok := t.best(oldest, j, b); ok {
			t.nodes = append(t.nodes, n)
		}
	}
	return t.trace()
}

// best is the cheapest way to an end at cell j, from one of the nodes since oldest.
func (t *text) best(oldest, j, end int) (best node, ok bool) {
	for i := oldest; i < len(t.nodes); i++ {
		from := t.nodes[i]
		cost, lack, fits := t.cost(int(from.at), j, j == end)
		if !fits {
			continue
		}
		if !ok || from.cost+cost < best.cost {
			best, ok = node{at: int32(j), from: int32(i), cost: from.cost + cost}, true
		}
		if j < end && lack > most*unit {
			break
		}
	}
	return best, ok
}

// cost is what a line of cells a to b costs, what it lacks, and whether it fits.
func (t *text) cost(a, b int, last bool) (cost, lack int64, fits bool) {
	room := int64(t.Measure) - t.width(a, b)
	em := max(1, int64(t.cells[a].em))
	lack = room * unit / em
	switch {
	case room < -t.slack(a, b):
		if -room > t.give(a, b) {
			return 0, 0, false
		}
		cost = lack * lack
		if !t.Justify {
			cost *= 4 // a ragged line need not be squeezed
		}
	case !last && lack > 0:
		cost = lack * lack
		if t.Justify && !t.canStretch(a, b, clamp(room)) {
			cost += costRough
		}
	}
	if last && int(t.sums[b].signs-t.sums[a].signs) < t.lone {
		cost += costLone
	}
	return cost + t.costOfEnd(b, last), lack, true
}

// costOfEnd is what speaks against ending a line at cell b at all.
func (t *text) costOfEnd(b int, last bool) int64 {
	switch {
	case last:
		return 0
	case t.cells[b].before == glued:
		return costGlued
	case t.cells[b].inBook:
		return costBook
	}
	return 0
}

// trace appends the ends on the way to the last node and says where that is.
func (t *text) trace() int {
	n := len(t.ends)
	for i := len(t.nodes) - 1; i > 0; i = int(t.nodes[i].from) {
		t.ends = append(t.ends, t.nodes[i].at)
	}
	for i, j := n, len(t.ends)-1; i < j; i, j = i+1, j-1 {
		t.ends[i], t.ends[j] = t.ends[j], t.ends[i]
	}
	return int(t.nodes[len(t.nodes)-1].at)
}

// markBooks finds the titles of books and laws that had better stay on a line:
// those shorter than half of it.
func (t *text) markBooks(a, b int) {
	open := -1
	for i := a; i < b; i++ {
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

// canStretch says whether a line of cells a to b may be justified by lack px.
func (t *text) canStretch(a, b int, lack fixed.Int26_6) bool {
	em := int64(t.cells[a].em)
	gaps := int64(t.sums[t.inked(a, b)].opens - t.sums[a+1].opens)
	return int64(lack)*100 <= em*mostLack && int64(lack)*100 <= em*mostGap*gaps
}
