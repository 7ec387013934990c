package typeset

// greedy breaks the cells a to b line by line, each as full as it gets, and the
// last one long enough. It is what optimal is measured against.
func (t *text) greedy(a, b int) {
	first := len(t.ends)
	for a < b {
		a = t.next(a, b)
		t.ends = append(t.ends, int32(a))
	}
	t.lengthenLast(first)
}

// next is the end of the line that begins with cell a: behind as many cells as
// fit, where a line may end. Where it may not end at all a number is parted
// from its measure word, then a mark from its character.
func (t *text) next(a, end int) int {
	var last [never + 1]int // the furthest end of each bound
	b := a + 1
	for ; b <= end; b++ {
		if !t.fits(a, b) {
			if t.over(a, b) {
				break
			}
			continue
		}
		if b == end {
			return end
		}
		last[min(t.cells[b].before, never)] = b
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

// pushIn looks for an end behind the last natural one, which a rule pushed back
// from where the line is full: where squeezing the line's marks makes the next
// possible end fit, that is better than a gap (CLREQ 3.1.6: 先推入).
func (t *text) pushIn(a, natural, end int) int {
	if natural <= a || int64(t.Measure)-t.width(a, natural) < int64(t.cells[natural].em) {
		return 0
	}
	for b := natural + 1; b <= end && !t.over(a, b); b++ {
		if b == end || t.cells[b].before == free {
			if t.width(a, b)-t.give(a, b) <= int64(t.Measure) {
				return b
			}
			return 0
		}
	}
	return 0
}

// lengthenLast moves the last line's beginning back until it has two
// characters, three where the text ends in 等: a line of one is lost (孤字).
// first is where the stretch's ends begin.
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
		if t.cells[b].before == free && int(t.sums[end].signs-t.sums[b].signs) >= t.least(end) {
			if t.fits(b, end) {
				t.ends[n-2] = int32(b)
			}
			return
		}
	}
}
