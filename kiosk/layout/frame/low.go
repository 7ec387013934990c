package frame

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// Heights between which all targets lie in low reach, if the panel's is known.
const (
	reachTop = 1100. // mm above the floor
	reachEnd = 800.
)

// The room that low reach keeps below the leaf, u: for bar, pager and three rows, or on the
// search page for bar, keyboard and two results.
const (
	lowRoom       = lowBar + LowPager + 24 + 3*build.RowMin
	lowSearchRoom = 880
)

// roomBelowLeaf returns the room that the page in view keeps below the leaf.
func roomBelowLeaf(b *build.Draft) fixed.Int26_6 {
	if b.State.View.Kind == session.Search {
		return b.Px(lowSearchRoom)
	}
	return b.Px(lowRoom)
}

// LowTop returns the y below which all targets lie in low reach: the top of the screen's lower
// 55 %, or 1,100 mm above the floor if that is lower.
func LowTop(b *build.Draft) fixed.Int26_6 {
	top := page.Scale(b.H, lowShare)
	if p := b.State.Panel; p.Bottom > 0 && b.PerPx(p) > 0 {
		top = max(top, b.H-max(0, b.MM(reachTop-p.Bottom)))
	}
	return min(top, max(lowEnd(b)-roomBelowLeaf(b), leastLeaf(b)))
}

// lowEnd returns the y above which all targets lie in low reach: the screen's end, or 800 mm above
// the floor if that is higher.
func lowEnd(b *build.Draft) fixed.Int26_6 {
	p := b.State.Panel
	if p.Bottom == 0 || b.PerPx(p) == 0 {
		return b.H
	}
	return b.H - max(0, min(b.MM(reachEnd-p.Bottom), b.H-leastLeaf(b)-roomBelowLeaf(b)))
}

// lowBar is the height of the bar, u.
const lowBar = 152

// LowPager is the height of the pager, u.
const LowPager = 136

// In low reach the leaf unfolds to the top, and all targets lie in the lower 55 %
// (docs/design/README.md section 10).
const (
	lowShare = .45 // of the screen's height, without targets
	LowSide  = 56  // margin at both sides, u
)

// leastLeaf returns the least height of the leaf, whatever the panel asks for.
func leastLeaf(b *build.Draft) fixed.Int26_6 { return b.Pick(460, 340) }
