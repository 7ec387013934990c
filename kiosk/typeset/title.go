package typeset

import "math"

// longestTitle is the most clusters that are balanced as a title; a longer one is set
// as a paragraph that avoids splitting words.
const longestTitle = 200

// The costs of a title's lines, in (1/64 em)²: a line costs the square of its
// difference from the mean.
const (
	unit      = 64
	costInner = 5 * unit * unit  // a break that follows neither a mark nor 的
	costLoose = 12 * unit * unit // one beside a word of one hanzi
	costRare  = 15 * unit * unit // one in a term seldom seen
	costAlone = 1 << 20          // a line of one character
	costTerm  = 1 << 26          // a split term, and a break inside brackets that a line holds or that begin inside the line
	costWord  = 1 << 32          // a split word
	costUnit  = 1 << 36          // a number separated from its measure word
	costMark  = 1 << 40          // a mark separated from its character
)

// moreLines is how many lines more a title may have than it needs, to keep words and
// terms whole.
const moreLines = 2

// balance breaks the clusters a to b of a title at phrases, into as few lines of like
// length as possible, and more where that keeps a word or a term whole. It reports
// whether that is possible, within MaxLines.
func (t *text) balance(a, b int) bool {
	fewest := t.countLines(a, b)
	if t.MaxLines > 0 && len(t.ends)+fewest > t.MaxLines {
		return false // room is worth more than like lines
	}
	t.markTies(a, b)
	lines, cost := t.split(a, b, fewest)
	for n := fewest + 1; cost >= costTerm && n <= fewest+moreLines && (t.MaxLines == 0 || len(t.ends)+n <= t.MaxLines); n++ {
		if more, c := t.split(a, b, n); c/costTerm < cost/costTerm {
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

// markTies marks how the clusters are tied to what precedes them, and the brackets
// around them.
func (t *text) markTies(a, b int) {
	from, to := t.clusters[a].rune, int32(len(t.runes))
	if b < len(t.clusters) {
		to = t.clusters[b].rune
	}
	ties := t.tiesOf(t.runes[from:to])
	open := -1
	for i := a; i < b; i++ {
		c := &t.clusters[i]
		c.tie, c.group = ties[c.rune-from], int32(open)
		switch {
		case c.class == opening && open < 0:
			open, c.groupFits = i, false
		case c.class == closing && open >= 0:
			t.clusters[open].groupFits = t.fits(open, i+1)
			open = -1
		}
	}
}

// mostTitles is the most titles whose ties are kept: a page sets each in several sizes.
const mostTitles = 256

// tiesOf returns a title's ties, and keeps them for when it is set again.
func (t *text) tiesOf(title []rune) []tie {
	key := string(title)
	ties, ok := t.titles[key]
	if !ok {
		if len(t.titles) >= mostTitles || t.titles == nil {
			t.titles = make(map[string][]tie)
		}
		ties = tiesOf(title)
		t.titles[key] = ties
	}
	return ties
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
	c := &t.clusters[j]
	if c.group >= 0 && t.clusters[c.group].groupFits || c.group > int32(i) {
		cost += costTerm
	}
	switch {
	case c.before == never:
		return cost + costMark
	case c.before == glued:
		return cost + costUnit
	}
	return cost + costOfTie[c.tie]
}

// costOfTie has the cost of a line that begins with a cluster tied so.
var costOfTie = [...]int64{tieNone: 0, tiePlain: costInner, tieLoose: costLoose, tieRare: costRare, tieTerm: costTerm, tieWord: costWord}
