package record

import "golang.org/x/image/math/fixed"

// pieceRow places pieces side by side, in as many lines as they need.
type pieceRow struct {
	*Flow
	gap, next fixed.Int26_6 // between pieces; left edge of the next one
	height    fixed.Int26_6 // of the line so far
}

func (c *Flow) pieces(gap fixed.Int26_6) *pieceRow { return &pieceRow{Flow: c, gap: gap, next: c.X} }

// place returns the left edge of a piece of width w; the flow's Y is the top of its line. The
// caller raises height to the piece's.
func (r *pieceRow) place(w fixed.Int26_6) (x fixed.Int26_6) {
	if r.next > r.X && r.next+w > r.X+r.W {
		r.end()
	}
	x = r.next
	r.next += w + r.gap
	return x
}

// end advances the flow past the line.
func (r *pieceRow) end() {
	r.Y += r.height
	r.next, r.height = r.X, 0
}
