package build

import (
	"math"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// Where the machine's settings say how large the screen is (session.Panel), sizes that are
// owed to eyes and hands follow from it. Without them, and on the panels that the design
// is made for, all is as drawn.
const leastTarget = 20. // mm

// TouchSize returns a measure of n u of something that is touched: more, where a finger's 96 u are
// less than 20 mm, by as much as they lack.
func (b *Draft) TouchSize(n float64) fixed.Int26_6 {
	mm := b.PerPx(b.State.Panel)
	if mm == 0 {
		return b.Px(n)
	}
	return b.Px(n) + max(0, b.MM(leastTarget)-b.Px(96))
}

// MM returns a length on a screen whose size is known.
func (b *Draft) MM(n float64) fixed.Int26_6 {
	return fixed.Int26_6(math.Ceil(64 * n / b.PerPx(b.State.Panel)))
}

// lowInLandscape reports whether a page in landscape is laid out for low reach: its bar is low
// already, so that only on a panel that is known to hang too high or too low more is needed, and
// search has its keyboard low.
func lowInLandscape(g page.Grid, st session.State) bool {
	p := st.Panel
	if p.Bottom == 0 || g.PerPx(p) == 0 {
		return false
	}
	return st.View.Kind == session.Home || st.View.Kind == session.Category || st.View.Kind == session.Item
}
