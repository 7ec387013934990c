package typeset

// greedy breaks the clusters a to b line by line, each as full as possible, and the
// last one long enough. It is the baseline for optimal.
func (t *text) greedy(a, b int) {
	first := len(t.ends)
	for a < b {
		a = t.next(a, b)
		t.ends = append(t.ends, int32(a))
	}
	t.lengthenLast(first)
}

// next returns the end of the line that begins with cluster a: after as many clusters as
// fit, at a permitted break. Without one, a number is separated from its measure
// word, then a mark from its character.
func (t *text) next(a, end int) int {
	var last [never + 1]int // the furthest end of each bound
	b := a + 1
	for ; b <= end; b++ {
		if !t.fits(a, b) {
			if t.overflows(a, b) {
				break
			}
			continue
		}
		if b == end {
			return end
		}
		last[min(t.clusters[b].before, never)] = b
	}
	if b := t.pushIn(a, last[free], end); b > 0 {
		return b
	}
	for _, b := range last {
		if b > a {
			return b
		}
	}
	return a + 1
}

// pushIn looks for an end beyond the last natural one, where a rule left the line
// short: if squeezing the line's marks makes the next possible end fit, that is
// better than a gap (CLREQ 3.1.6: 先推入).
func (t *text) pushIn(a, natural, end int) int {
	if natural <= a || int64(t.Measure)-t.width(a, natural) < int64(t.clusters[natural].em) {
		return 0
	}
	for b := natural + 1; b <= end && !t.overflows(a, b); b++ {
		if b == end || t.clusters[b].before == free {
			if t.width(a, b)-t.shrink(a, b) <= int64(t.Measure) {
				return b
			}
			return 0
		}
	}
	return 0
}

// lengthenLast moves the last line's start back until it has two characters, or
// three where the text ends in 等, to avoid a lonely one (孤字). first is the index
// of the stretch's first end.
func (t *text) lengthenLast(first int) {
	n := len(t.ends)
	if n < first+2 {
		return
	}
	start := 0
	if n > 2 {
		start = int(t.ends[n-3])
	}
	end := int(t.ends[n-1])
	for b := int(t.ends[n-2]); b > start; b-- {
		if t.clusters[b].before == free && int(t.sums[end].characters-t.sums[b].characters) >= t.leastLast(end) {
			if t.fits(b, end) {
				t.ends[n-2] = int32(b)
			}
			return
		}
	}
}
