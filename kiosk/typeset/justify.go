package typeset

import "golang.org/x/image/math/fixed"

// room is justification's change at a cluster of a line.
type room struct {
	left, right fixed.Int26_6 // blank removed from its two sides
	after       fixed.Int26_6 // room added after it
}

// justify fits a line of clusters a to b to the measure: it squeezes a line that is too
// long, in CLREQ's order, and stretches one that is too short if the paragraph is
// justified and this is not its last line (CLREQ 6.1.2: 先挤压、后拉伸).
func (t *text) justify(a, b int, last bool) {
	t.room = append(t.room[:0], make([]room, b-a)...)
	if a == b {
		return
	}
	t.room[0].left = t.clusters[a].left
	t.room[b-a-1].right = t.clusters[b-1].right
	if t.Measure <= 0 {
		return
	}
	lack := int64(t.Measure) - t.width(a, b)
	switch {
	case lack < 0:
		t.compress(a, b, fixed.Int26_6(-lack))
	case t.Justify && !last && lack > 0:
		t.expand(a, b, clamp(lack))
	}
}

// compress removes over px from the line: step by step, the least conspicuous blank
// first, and last the rounding that slack allows.
func (t *text) compress(a, b int, over fixed.Int26_6) {
	for _, step := range squeezeOrder {
		over -= t.distribute(a, b, over, func(i int) fixed.Int26_6 { return t.spare(a, b, i, step) }, t.takeBlank)
	}
	for i := 0; i < b-a-1 && over > 0; i++ {
		t.room[i].after--
		over--
	}
}

// squeezeOrder is the order in which blank is removed from a line (CLREQ 6.1.2): 间隔号,
// brackets and quotes, 、，；, the room between hanzi and Latin, and 。：？！ last.
var squeezeOrder = [][2]class{{middle, middle}, {opening, closing}, {pause, pause}, {han, letter}, {stop, stop}}

// distribute distributes px among the clusters a to b except the last, in proportion to
// their capacities, and returns how much was distributed.
func (t *text) distribute(a, b int, px fixed.Int26_6, can func(i int) fixed.Int26_6, deal func(i int, r *room, part fixed.Int26_6)) fixed.Int26_6 {
	if px <= 0 {
		return 0
	}
	var all int64
	t.capacity = t.capacity[:0]
	for i := a; i < b-1; i++ {
		c := can(i)
		all += int64(c)
		t.capacity = append(t.capacity, c)
	}
	if all <= 0 {
		return 0
	}
	px = clamp(min(all, int64(px)))
	var dealt fixed.Int26_6
	var seen int64
	for k, c := range t.capacity {
		if c == 0 {
			continue
		}
		seen += int64(c)
		part := fixed.Int26_6(int64(px)*seen/all) - dealt
		dealt += part
		deal(a+k, &t.room[k], part)
	}
	return dealt
}

// spare returns how much can be removed from cluster i of a line in a step of
// squeezeOrder. The blank at the line's edges has been removed already.
func (t *text) spare(a, b, i int, step [2]class) fixed.Int26_6 {
	c := &t.clusters[i]
	switch {
	case c.class != step[0] && c.class != step[1]:
		return 0
	case c.class.mark() && i > a:
		return c.left + c.right
	case !c.class.mark() && i < b-1:
		return t.Gap.spare(c.gap)
	}
	return 0
}

// takeBlank removes part px of blank from a cluster.
func (t *text) takeBlank(i int, r *room, part fixed.Int26_6) {
	switch c := t.clusters[i].class; {
	case c == middle:
		r.left += part / 2
		r.right += part - part/2
	case c == opening:
		r.left += part
	case c.trailing():
		r.right += part
	default:
		r.after -= part
	}
}

// mostLack is the greatest lack that is stretched away, in hundredths of an em.
const mostLack = 130

// stayRagged turns justification off if one of the lines can't be filled: among lines
// with straight edges that one would look torn. The paragraph is broken again, since
// ragged lines have other costs.
func (t *text) stayRagged() {
	if t.Justify && !t.canFill() {
		t.Justify = false
		t.choose()
	}
}

// canFill reports whether each chosen line but the last can be stretched to the measure.
func (t *text) canFill() bool {
	a := 0
	for _, end := range t.ends[:max(0, len(t.ends)-1)] {
		b := int(end)
		lack := int64(t.Measure) - t.width(a, b)
		if lack > 0 && t.clusters[b].before != forced && !t.canStretch(a, b, clamp(lack)) {
			return false
		}
		a = b
	}
	return true
}

// expand adds lack px to the line: between hanzi and Latin letters first, then
// between all characters evenly.
func (t *text) expand(a, b int, lack fixed.Int26_6) {
	if !t.canStretch(a, b, lack) {
		return
	}
	add := func(_ int, r *room, part fixed.Int26_6) { r.after += part }
	for _, mixed := range []bool{true, false} {
		lack -= t.distribute(a, b, lack, func(i int) fixed.Int26_6 {
			if t.clusters[i].gap > 0 != mixed {
				return 0
			}
			return t.stretch(i)
		}, add)
	}
}

// canStretch reports whether a line of clusters a to b may be stretched by lack px.
func (t *text) canStretch(a, b int, lack fixed.Int26_6) bool {
	return int64(lack)*100 <= int64(t.clusters[a].em)*mostLack && int64(lack) <= t.stretchable(a, b)
}

// stretchable returns how much longer stretching can make a line of clusters a to b.
func (t *text) stretchable(a, b int) int64 {
	if b = t.trimmed(a, b); b == a {
		return 0
	}
	return t.sums[b-1].stretch - t.sums[a].stretch
}

// stretch returns how much room may be added after cluster i: a tenth of an em, and
// between hanzi and Latin up to a gap of a third (CLREQ 6.1.2).
func (t *text) stretch(i int) fixed.Int26_6 {
	c := &t.clusters[i]
	switch {
	case i+1 < len(t.clusters) && c.class == han && t.clusters[i+1].class == han:
		return c.em / 10
	case i+1 == len(t.clusters) || !mayStretch(c.class, t.clusters[i+1].class):
		return 0
	case c.gap > 0:
		return t.Gap.more(c.gap)
	}
	return c.em / 10
}

// mayStretch reports whether room may be added between two neighbours: not inside
// words, numbers, —— and ……, and not beside 连接号 and 分隔号 (CLREQ 6.1.2).
func mayStretch(a, b class) bool {
	switch {
	case a == han && b == han:
		return true
	case a.tight(), b.tight(), a == b && (a == dash || a == ellipsis):
		return false
	}
	return a.square() || b.square() || a == space
}

// tight reports whether a class stands close to its neighbours.
func (c class) tight() bool { return c == connector || c == slash || c == empty }
