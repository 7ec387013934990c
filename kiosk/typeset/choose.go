package typeset

// choose finds the lines' ends.
func (t *text) choose() {
	t.ends = t.ends[:0]
	for a := 0; a < len(t.cells); {
		b := a + 1
		for b < len(t.cells) && t.cells[b].before != forced {
			b++
		}
		t.fill(a, b)
		a = b
	}
	t.lengthenLast()
}

// fill breaks the cells a to b greedily.
func (t *text) fill(a, b int) {
	for a < b {
		a = t.next(a, b)
		t.ends = append(t.ends, int32(a))
	}
}

// next is the end of the line that begins with cell a: behind as many cells as
// fit, where a line may end. Where it may not end at all a number is parted
// from its measure word, then a mark from its character.
func (t *text) next(a, end int) int {
	if t.Measure <= 0 || t.Whole && t.width(a, end)-t.give(a, end) <= int64(t.Measure) {
		return end
	}
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

// over says whether a line of cells a to b is so long that no mark at its end
// can bring it into the measure again.
func (t *text) over(a, b int) bool {
	return t.sums[b].width-t.sums[a].width > int64(t.Measure)+slack(b-a)+2*int64(t.cells[a].em+t.cells[b-1].width)
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

// lengthenLast moves the last line's beginning forward until it has two
// characters, three where the text ends in 等: a line of one is lost (孤字).
func (t *text) lengthenLast() {
	n := len(t.ends)
	if n < 2 || t.cells[t.ends[n-2]].before == forced {
		return
	}
	start := 0
	if n > 2 {
		start = int(t.ends[n-3])
	}
	end := len(t.cells)
	for b := int(t.ends[n-2]); b > start; b-- {
		if t.cells[b].before == free && int(t.sums[end].signs-t.sums[b].signs) >= t.least() {
			if t.fits(b, end) {
				t.ends[n-2] = int32(b)
			}
			return
		}
	}
}

// least is how many characters the last line must have.
func (t *text) least() int {
	for i := len(t.cells) - 1; i >= 0; i-- {
		if c := &t.cells[i]; !c.class.mark() && c.class != space {
			if t.runes[c.rune] == '等' {
				return 3
			}
			break
		}
	}
	return 2
}
