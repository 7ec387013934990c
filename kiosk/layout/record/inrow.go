package record

import "golang.org/x/image/math/fixed"

// inRow sets pieces beside each other, in as many lines as they need.
type inRow struct {
	*Flow
	gap, at fixed.Int26_6 // between pieces; where the next one begins
	tall    fixed.Int26_6 // of the line so far
}

func (c *Flow) inRow(gap fixed.Int26_6) *inRow { return &inRow{Flow: c, gap: gap, at: c.X} }

// room returns the left edge for a piece of width w; the flow's y is then the top of its line.
// The caller raises tall to the piece's height.
func (r *inRow) room(w fixed.Int26_6) (x fixed.Int26_6) {
	if r.at > r.X && r.at+w > r.X+r.W {
		r.end()
	}
	x = r.at
	r.at += w + r.gap
	return x
}

// end moves on below the line.
func (r *inRow) end() {
	r.Y += r.tall
	r.at, r.tall = r.X, 0
}
