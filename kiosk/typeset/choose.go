package typeset

// choose finds the lines' ends, separately for each stretch between forced ones.
func (t *text) choose() {
	t.ends = t.ends[:0]
	for a := 0; a < len(t.clusters); {
		b := a + 1
		for b < len(t.clusters) && t.clusters[b].before != forced {
			b++
		}
		t.breakStretch(a, b)
		a = b
	}
}

// breakStretch breaks the clusters a to b into lines.
func (t *text) breakStretch(a, b int) {
	switch {
	case t.fitsOneLine(a, b):
		t.ends = append(t.ends, int32(b))
	case t.Title && b-a <= longestTitle && t.balance(a, b):
	default:
		if t.Title {
			t.markTies(a, b)
		}
		t.optimal(a, b)
	}
}

// fitsOneLine reports whether clusters a to b make one line: there is no measure, or they
// fit it; a Whole paragraph is squeezed as far as possible.
func (t *text) fitsOneLine(a, b int) bool {
	return t.fits(a, b) || t.Whole && t.width(a, b)-t.shrink(a, b) <= int64(t.Measure)
}

// overflows reports whether clusters a to b can't be squeezed into the measure. As each
// further cluster adds more than its shrink, no longer line can be either.
func (t *text) overflows(a, b int) bool {
	from, to := &t.sums[a], &t.sums[b]
	return to.end-from.begin > int64(t.Measure)+int64(b-a)+to.shrink-from.shrink
}

// leastLast returns the least number of characters of a last line that ends at a cluster:
// two, or three where it ends in 等 (CLREQ 6.2: no 孤字).
func (t *text) leastLast(end int) int {
	for i := end - 1; i >= 0; i-- {
		if c := t.clusters[i].class; !c.mark() && c != space {
			if t.first(i) == '等' {
				return 3
			}
			break
		}
	}
	return 2
}
