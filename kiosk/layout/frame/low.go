package frame

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// Heights between which all that is touched lies in low reach, where the screen's own is known.
const (
	reachTop = 1100. // mm above the floor
	reachEnd = 800.
)

// What low reach keeps below the leaf, u: bar, pager and three rows, or on the search page
// bar, keyboard and two results.
const (
	lowRoom       = 152 + LowPager + 24 + 3*build.RowMin
	lowSearchRoom = 880
)

// roomBelowLeaf returns what the page that is shown keeps.
func roomBelowLeaf(b *build.Draft) fixed.Int26_6 {
	if b.State.View.Kind == session.Search {
		return b.Px(lowSearchRoom)
	}
	return b.Px(lowRoom)
}

// LowTop returns a height above all that is touched in low reach: the lower 55 % of the screen begins there,
// or less, 1,100 mm above the floor.
func LowTop(b *build.Draft) fixed.Int26_6 {
	top := page.Scale(b.H, lowShare)
	if p := b.State.Panel; p.Bottom > 0 && b.PerPx(p) > 0 {
		top = max(top, b.H-max(0, b.MM(reachTop-p.Bottom)))
	}
	return min(top, max(lowEnd(b)-roomBelowLeaf(b), b.Pick(LowLeaf, 340)))
}

// lowEnd returns a height below all that is touched in low reach: the screen's end, or more, 800 mm above
// the floor.
func lowEnd(b *build.Draft) fixed.Int26_6 {
	p := b.State.Panel
	if p.Bottom == 0 || b.PerPx(p) == 0 {
		return b.H
	}
	return b.H - max(0, min(b.MM(reachEnd-p.Bottom), b.H-b.Pick(LowLeaf, 340)-roomBelowLeaf(b)))
}

// LowLeaf is the leaf's height on an item, u, if its facts fit between it and LowTop.
const LowLeaf = 460

// LowPager is the room of the pager, u.
const LowPager = 136

// In low reach the leaf unfolds to the top, and all that is touched lies in the lower
// 55 % (docs/design/README.md section 10).
const (
	lowShare = .45 // so much of any screen
	LowSide  = 56  // u: what is left free at both sides
)
