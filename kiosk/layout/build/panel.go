package build

import (
	"math"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// leastTarget is the least size of a target on a panel whose size is known (session.Panel), mm.
const leastTarget = 20.

// TouchSize returns a measure of n u of a target, enlarged by what a finger's 96 u lack of 20 mm.
func (b *Draft) TouchSize(n float64) fixed.Int26_6 {
	mm := b.PerPx(b.State.Panel)
	if mm == 0 {
		return b.Px(n)
	}
	return b.Px(n) + max(0, b.MM(leastTarget)-b.Px(96))
}

// MM returns a length of n mm on a screen whose size is known.
func (b *Draft) MM(n float64) fixed.Int26_6 {
	return fixed.Int26_6(math.Ceil(64 * n / b.PerPx(b.State.Panel)))
}

// OffersLow reports whether a resident can choose low reach: always in portrait, in landscape on a panel whose place is
// known.
func (b *Draft) OffersLow() bool {
	return !b.Landscape || b.State.Panel.Bottom > 0 && b.PerPx(b.State.Panel) > 0
}

// lowInLandscape reports whether a page in landscape has a layout for low reach. Its bar and the
// keyboard of search are low already, so only home, category and item have one, and only on a
// panel whose height above the floor is known.
func lowInLandscape(g page.Grid, st session.State) bool {
	p := st.Panel
	if p.Bottom == 0 || g.PerPx(p) == 0 {
		return false
	}
	return st.View.Kind == session.Home || st.View.Kind == session.Category || st.View.Kind == session.Item
}
