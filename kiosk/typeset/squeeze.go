package typeset

import "golang.org/x/image/math/fixed"

// squeeze finds the blank halves of marks and removes them where two marks
// meet: 2 em become 1½ (CLREQ 3.1.6.1, GB/T 15834 5.1.11). The rest of the blank
// is available to a line's edge and to justification.
func (t *text) squeeze() {
	for i := range t.clusters {
		c := &t.clusters[i]
		if !c.class.mark() {
			continue
		}
		if !t.Vertical || hasColumnBlank(t.first(i)) {
			c.findBlank()
		}
		if i > 0 {
			squeezePair(&t.clusters[i-1], c)
		}
	}
}

// findBlank records which half of its square a mark leaves empty. A face that draws
// the mark narrower, as Serif does ·, leaves none.
func (c *cluster) findBlank() {
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

// hasColumnBlank reports whether a mark has a blank half in a column too; the faces
// centre the others there.
func hasColumnBlank(r rune) bool {
	switch r {
	case '：', '；', '？', '！', '·', '・', '‧':
		return false
	}
	return true
}

// squeezePair removes the blank between two marks.
func squeezePair(a, b *cluster) {
	switch {
	case a.class.trailing() && (b.class.trailing() || b.class == opening || b.class == middle):
		a.narrow(0, a.right)
	case b.class == opening && (a.class == opening || a.class == middle || a.class == wideSpace):
		b.narrow(b.left, 0)
	}
}

// narrow removes blank from the cluster's two sides for good.
func (c *cluster) narrow(left, right fixed.Int26_6) {
	c.width -= left + right
	c.inset += left
	c.left -= left
	c.right -= right
}
