package typeset

// choose finds the lines' ends, between forced ones each stretch for itself.
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
}

// fill breaks the cells a to b into lines.
func (t *text) fill(a, b int) {
	switch {
	case t.alone(a, b):
		t.ends = append(t.ends, int32(b))
	case t.Title && b-a <= longestTitle && t.balance(a, b):
	default:
		if t.Title {
			t.markWords(a, b)
		}
		t.optimal(a, b)
	}
}

// alone says whether cells a to b make one line: there is no measure, or they
// fit it; what is to stay whole is squeezed as far as it goes.
func (t *text) alone(a, b int) bool {
	return t.fits(a, b) || t.Whole && t.width(a, b)-t.give(a, b) <= int64(t.Measure)
}

// over says whether cells a to b can't be squeezed into the measure. As each
// further cell adds more than it gives, then no longer line can either.
func (t *text) over(a, b int) bool {
	from, to := &t.sums[a], &t.sums[b]
	return to.end-from.begin > int64(t.Measure)+int64(b-a)+to.give-from.give
}

// least is how many characters a last line that ends at a cell must have: two,
// or three where it ends in 等 (CLREQ 6.2: no 孤字).
func (t *text) least(end int) int {
	for i := end - 1; i >= 0; i-- {
		if c := t.cells[i].class; !c.mark() && c != space {
			if t.first(i) == '等' {
				return 3
			}
			break
		}
	}
	return 2
}
