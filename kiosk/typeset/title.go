package typeset

import "math"

// longestTitle is the most clusters that are balanced as a title; a longer one is set
// as a paragraph that avoids splitting words.
const longestTitle = 200

// The costs of a title's lines, in (1/64 em)²: a line costs the square of its
// difference from the mean.
const (
	unit       = 64
	costInner  = 5 * unit * unit  // a break that doesn't follow a mark
	costSuffix = 12 * unit * unit // a line that begins with a word of one hanzi, as 队 in 志愿服务队
	costAlone  = 1 << 20          // a line of one character
	costWord   = 1 << 30          // a split word
	costUnit   = 1 << 34          // a number separated from its measure word
	costMark   = 1 << 36          // a mark separated from its character
)

// balance breaks the clusters a to b of a title at phrases, into as few lines of like
// length as possible, one more where that keeps a word whole. It reports whether
// that is possible.
func (t *text) balance(a, b int) bool {
	fewest := t.countLines(a, b)
	t.markWords(a, b)
	lines, cost := t.split(a, b, fewest)
	if cost >= costWord && cost < math.MaxInt64 && (t.MaxLines == 0 || len(t.ends)+fewest < t.MaxLines) {
		if more, c := t.split(a, b, fewest+1); c/costWord < cost/costWord {
			lines, cost = more, c
		}
	}
	if cost == math.MaxInt64 {
		return false
	}
	t.ends = append(t.ends, lines...)
	return true
}

// countLines returns how many lines the greedy rule makes.
func (t *text) countLines(a, b int) int {
	n := 0
	for ; a < b; n++ {
		a = t.next(a, b)
	}
	return n
}

// markWords marks the clusters that continue a word.
func (t *text) markWords(a, b int) {
	from, to := t.clusters[a].rune, int32(len(t.runes))
	if b < len(t.clusters) {
		to = t.clusters[b].rune
	}
	bounds := phrases(t.runes[from:to])
	for i := a; i < b; i++ {
		for len(bounds) > 0 && int32(bounds[0]) < t.clusters[i].rune-from {
			bounds = bounds[1:]
		}
		t.clusters[i].inWord = len(bounds) == 0 || int32(bounds[0]) != t.clusters[i].rune-from
		t.clusters[i].suffix = !t.clusters[i].inWord && len(bounds) > 1 && bounds[1] == bounds[0]+1
	}
}

// split finds the ends of n lines that differ least from their mean, and their
// cost; among equals, those whose first lines are longer.
func (t *text) split(a, b, n int) (ends []int32, cost int64) {
	mean := t.width(a, b) / int64(n)
	size := b - a + 1
	best := make([]int64, (n+1)*size) // of k lines from a cluster to b
	next := make([]int32, (n+1)*size)
	for i := range best {
		best[i] = math.MaxInt64
	}
	best[b-a] = 0
	for k := 1; k <= n; k++ {
		for i := b - 1; i >= a; i-- {
			for j := t.furthest(i, b); j > i; j-- {
				rest := best[(k-1)*size+j-a]
				if rest == math.MaxInt64 || !t.fits(i, j) {
					continue
				}
				if c := rest + t.costOfTitleLine(i, j, b, mean); c < best[k*size+i-a] {
					best[k*size+i-a], next[k*size+i-a] = c, int32(j)
				}
			}
		}
	}
	if best[n*size] == math.MaxInt64 {
		return nil, math.MaxInt64
	}
	at := int32(a)
	for k := n; k > 0; k-- {
		at = next[k*size+int(at)-a]
		ends = append(ends, at)
	}
	return ends, best[n*size]
}

// furthest returns the last end at which a line from cluster i can fit.
func (t *text) furthest(i, b int) int {
	j := i + 1
	for j < b && !t.overflows(i, j+1) {
		j++
	}
	return j
}

// costOfTitleLine returns the cost of a title's line of clusters i to j.
func (t *text) costOfTitleLine(i, j, end int, mean int64) int64 {
	off := (t.width(i, j) - mean) * unit / max(1, int64(t.clusters[i].em))
	cost := off * off
	if t.sums[j].characters-t.sums[i].characters < 2 {
		cost += costAlone
	}
	if j == end {
		return cost
	}
	switch c := &t.clusters[j]; {
	case c.before == never:
		return cost + costMark
	case c.before == glued:
		return cost + costUnit
	case c.inWord:
		return cost + costWord
	case classOf(t.runes[t.clusters[j-1].rune]).mark():
		return cost
	case c.suffix:
		return cost + costSuffix
	}
	return cost + costInner
}
