package typeset

import "golang.org/x/image/math/fixed"

// squeeze finds the blank halves of marks and takes them where two marks
// meet: 2 em become 1½ (CLREQ 3.1.6.1, GB/T 15834 5.1.11). What is left of the
// blank a line's edge may take, and justification.
func (t *text) squeeze() {
	for i := range t.cells {
		c := &t.cells[i]
		if !c.class.mark() {
			continue
		}
		if !t.Vertical || hasColumnBlank(t.first(i)) {
			c.blank()
		}
		if i > 0 {
			meet(&t.cells[i-1], c)
		}
	}
}

// blank notes which half of its square a mark leaves empty. A face that draws
// the mark narrower, as Serif does ·, has no half to give.
func (c *cell) blank() {
	half := c.em / 2
	switch {
	case c.advance != c.em:
	case c.class == opening:
		c.left = half
	case c.class.trailing():
		c.right = half
	case c.class == middle:
		c.left, c.right = half/2, half/2
	}
}

// hasColumnBlank says whether a mark has a blank half in a column too. The faces
// centre these there.
func hasColumnBlank(r rune) bool {
	switch r {
	case '：', '；', '？', '！', '·', '・', '‧':
		return false
	}
	return true
}

// meet takes the blank between two marks.
func meet(a, b *cell) {
	switch {
	case a.class.trailing() && (b.class.trailing() || b.class == opening || b.class == middle):
		a.narrow(0, a.right)
	case b.class == opening && (a.class == opening || a.class == middle || a.class == wideSpace):
		b.narrow(b.left, 0)
	}
}

// narrow takes blank from the cell's two sides for good.
func (c *cell) narrow(left, right fixed.Int26_6) {
	c.width -= left + right
	c.inset += left
	c.left -= left
	c.right -= right
}
