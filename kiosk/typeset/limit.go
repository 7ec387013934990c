package typeset

// limit drops the lines beyond MaxLines: the last remaining line ends in ……, with
// no mark before it that leads on, and no part of a number or of a word of letters: of an
// amount a part is another amount.
func (t *text) limit(s *shaper) {
	t.tail = len(t.clusters)
	if t.MaxLines <= 0 || len(t.ends) <= t.MaxLines {
		return
	}
	t.ends = t.ends[:t.MaxLines]
	a := 0
	if t.MaxLines > 1 {
		a = int(t.ends[t.MaxLines-2])
	}
	b := t.appendTail(a, s)
	t.ends[t.MaxLines-1] = int32(b)
}

// appendTail shapes …… in the style of the line that begins with cluster a, appends
// its clusters to the text's, and returns the end of the line's remaining clusters.
func (t *text) appendTail(a int, s *shaper) (end int) {
	i := 0
	for t.clusters[a].rune >= t.runs[i].to {
		i++
	}
	t.shapeRun(t.writeTail(t.runs[i].span, s), s)
	room := int64(t.Measure)
	for _, c := range t.clusters[t.tail:] {
		room -= int64(c.width)
	}
	end = a
	for b := a + 1; b <= t.tail && !t.overflows(a, b); b++ {
		if t.width(a, b) <= room || t.Measure <= 0 {
			end = b
		}
	}
	end = t.beforeWhole(a, end)
	for end > a+1 && t.clusters[end-1].class.leadsOn() {
		end--
	}
	if end == a && room < 0 { // …… doesn't fit: one character does
		t.clusters = t.clusters[:t.tail]
		return a + 1
	}
	return end
}

// beforeWhole returns the last place in a line from cluster a to end where another line may begin, or
// end where there is none.
func (t *text) beforeWhole(a, end int) int {
	for b := end; b > a; b-- {
		if b == t.tail || t.clusters[b].before == free || isHanzi(t.first(b)) && isHanzi(t.first(b-1)) {
			return b
		}
	}
	return end
}

// writeTail appends …… to the text as a run of a span.
func (t *text) writeTail(span int32, s *shaper) *run {
	x := s.fact(t.Spans[span].Style.Face, '…')
	from := int32(len(t.runes))
	t.runes = append(t.runes, '…', '…')
	t.facts = append(t.facts, x, x)
	return &run{from: from, to: from + 2, span: span, face: x.face}
}

// leadsOn reports whether a class makes no sense before ……
func (c class) leadsOn() bool { return c.mark() && c != closing || c == space || c == wideSpace }
