package typeset

import "slices"

// opportunities determines for each cluster whether a line may begin with it: by UAX
// #14, tailored to Chinese, and by the paragraph's own Breaks.
func (t *text) opportunities() {
	t.halfMarks()
	t.segment()
	for i := range t.clusters {
		t.mayBegin(i)
	}
	if t.LineBreak != Strict {
		t.relax()
	}
	t.glueTerms()
	for _, r := range t.forced {
		i, _ := slices.BinarySearchFunc(t.clusters, r, func(c cluster, r int32) int { return int(c.rune - r) })
		if i > 0 && i < len(t.clusters) {
			t.clusters[i].before = forced
		}
	}
}

// mayBegin determines whether a line may begin with cluster i.
func (t *text) mayBegin(i int) {
	c := &t.clusters[i]
	c.before = never
	if t.may[c.rune] {
		c.before = free
	}
	if i > 0 {
		t.tailor(i)
	}
}

// segment finds the runes before which UAX #14 lets a line begin. The segmenter runs
// only over stretches that hold more than hanzi and their marks: between those a
// line may always begin, as far as tailor allows. Such a stretch extends to the next
// hanzi on both sides, as no rule looks past an ideograph.
func (t *text) segment() {
	t.may = slices.Grow(t.may[:0], len(t.runes))[:len(t.runes)]
	begin := 0 // behind the last hanzi
	hard := false
	for i, x := range t.facts {
		t.may[i] = true
		if isHanzi(t.runes[i]) {
			if hard {
				t.segmentRange(max(0, begin-1), i+1)
			}
			begin, hard = i+1, false
			continue
		}
		hard = hard || !x.class.mark()
	}
	if hard {
		t.segmentRange(max(0, begin-1), len(t.runes))
	}
}

// segmentRange runs the segmenter over the runes from to to, except the first.
func (t *text) segmentRange(from, to int) {
	clear(t.may[from+1 : to])
	t.uax14.Init(t.runes[from:to])
	for it := t.uax14.LineIterator(); it.Next(); {
		if l := it.Line(); l.Offset > 0 {
			t.may[from+l.Offset] = true
		}
	}
}
