package typeset

import "golang.org/x/image/math/fixed"

// room is what justification changes at a cell of a line.
type room struct {
	left, right fixed.Int26_6 // blank taken from its two sides
	after       fixed.Int26_6 // room added behind it
}

// justify brings a line of cells a to b to the measure: squeezes what runs
// over, in CLREQ's order, and stretches what lacks if the paragraph is
// justified and this is not its last line (CLREQ 6.1.2: 先挤压、后拉伸).
func (t *text) justify(a, b int, last bool) {
	t.room = append(t.room[:0], make([]room, b-a)...)
	if a == b {
		return
	}
	t.room[0].left = t.cells[a].left
	t.room[b-a-1].right = t.cells[b-1].right
	if t.Measure <= 0 {
		return
	}
	lack := int64(t.Measure) - t.width(a, b)
	switch {
	case lack < 0:
		t.compress(a, b, fixed.Int26_6(-lack))
	case t.Justify && !last:
		t.expand(a, b, clamp(lack))
	}
}

// compress takes over px out of the line: step by step from what is the least
// missed, and last the roundings that fits let pass.
func (t *text) compress(a, b int, over fixed.Int26_6) {
	for _, step := range squeezes {
		over -= t.squeezeStep(a, b, step, over)
	}
	for i := 0; i < b-a-1 && over > 0; i++ {
		t.room[i].after--
		over--
	}
}

// squeezes is the order in which a line gives blank: 间隔号, 括号引号书名号,
// 、，；, the room between hanzi and Latin, and 。：？！ last.
var squeezes = [][]class{{middle}, {opening, closing}, {pause}, {han, letter}, {stop}}

// squeezeStep takes as much of over as the cells of some classes have to give,
// alike from each, and says how much that was.
func (t *text) squeezeStep(a, b int, of []class, over fixed.Int26_6) fixed.Int26_6 {
	var give fixed.Int26_6
	for i := a; i < b; i++ {
		give += t.spare(a, b, i, of)
	}
	if give <= 0 || over <= 0 {
		return 0
	}
	take := min(give, over)
	var done, seen fixed.Int26_6
	for i := a; i < b; i++ {
		if s := t.spare(a, b, i, of); s > 0 {
			seen += s
			part := fixed.Int26_6(int64(take)*int64(seen)/int64(give)) - done
			done += part
			t.take(i, &t.room[i-a], part)
		}
	}
	return done
}

// spare is what cell i of a line can still give, if it is of the classes.
func (t *text) spare(a, b, i int, of []class) fixed.Int26_6 {
	c := &t.cells[i]
	for _, k := range of {
		if c.class == k {
			r := t.room[i-a]
			s := c.left + c.right - r.left - r.right
			if i < b-1 {
				s += c.gap / 2
			}
			if i == b-1 {
				s = 0
			}
			if i == a {
				s = 0
				if i < b-1 {
					s = c.gap / 2
				}
			}
			return s
		}
	}
	return 0
}

// take takes part px of blank from a cell.
func (t *text) take(i int, r *room, part fixed.Int26_6) {
	c := &t.cells[i]
	switch {
	case c.class == middle:
		r.left += part / 2
		r.right += part - part/2
	case c.class == opening:
		r.left += part
	case c.class.trailing():
		r.right += part
	default:
		r.after -= part
	}
}

// A line that lacks more than 1.3 em stays ragged, and no gap grows by more
// than 0.1 em.
const (
	mostLack = 130 // hundredths of an em
	mostGap  = 10
)

// expand fills the line by lack px: between hanzi and Latin up to a third of
// an em, then between all characters alike.
func (t *text) expand(a, b int, lack fixed.Int26_6) {
	em := t.cells[a].em
	if lack <= 0 || int64(lack)*100 > int64(em)*mostLack {
		return
	}
	n := 0
	for i := a; i < b-1; i++ {
		if opens(t.cells[i].class, t.cells[i+1].class) {
			n++
		}
	}
	if n == 0 || int64(lack)*100 > int64(em)*mostGap*int64(n) {
		return
	}
	var done fixed.Int26_6
	seen := 0
	for i := a; i < b-1; i++ {
		if opens(t.cells[i].class, t.cells[i+1].class) {
			seen++
			part := fixed.Int26_6(int64(lack)*int64(seen)/int64(n)) - done
			done += part
			t.room[i-a].after += part
		}
	}
}

// opens says whether room may be added between two neighbours: not inside
// words, numbers, —— and ……, and not beside 连接号 and 分隔号 (CLREQ 6.1.2).
func opens(a, b class) bool {
	switch {
	case a == han && b == han:
		return true
	case a.tight(), b.tight(), a == b && (a == dash || a == ellipsis):
		return false
	}
	return a.square() || b.square() || a == space
}

// tight holds for what stands close to its neighbours.
func (c class) tight() bool { return c == connector || c == slash || c == empty }
