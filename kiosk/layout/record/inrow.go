package record

import "golang.org/x/image/math/fixed"

// pieceRow sets pieces beside each other, in as many lines as they need.
type pieceRow struct {
	*Flow
	gap, next fixed.Int26_6 // between pieces; where the next one begins
	height    fixed.Int26_6 // of the line so far
}

func (c *Flow) pieces(gap fixed.Int26_6) *pieceRow { return &pieceRow{Flow: c, gap: gap, next: c.X} }

// place returns the left edge for a piece of width w; the flow's y is then the top of its line.
// The caller raises tall to the piece's height.
func (r *pieceRow) place(w fixed.Int26_6) (x fixed.Int26_6) {
	if r.next > r.X && r.next+w > r.X+r.W {
		r.end()
	}
	x = r.next
	r.next += w + r.gap
	return x
}

// end moves on below the line.
func (r *pieceRow) end() {
	r.Y += r.height
	r.next, r.height = r.X, 0
}
