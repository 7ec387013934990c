package page

import (
	"math"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/session"
)

// Where the machine's settings say how large the screen is (session.Panel), sizes that are
// owed to eyes and hands follow from it. Without them, and on the panels that the design
// is made for, all is as drawn.
const (
	leastAngle  = 0.7   // degrees that a capital's height is wide at the eye (EN 301 549, 5.1.4)
	capHeight   = 0.73  // em, of the faces
	leastTarget = 20.   // mm
	reachTop    = 1100. // mm above the floor
	reachEnd    = 800.
)

// perPx returns how many mm a px of a screen has, 0 where that isn't known.
func (g grid) perPx(p session.Panel) float64 {
	return p.Diagonal / math.Hypot(inPx(g.w), inPx(g.h))
}

func inPx(v fixed.Int26_6) float64 { return float64(v) / 64 }

// scale returns by how much text is larger than the design's, so that body text is large enough
// for the distance it is read from.
func (g grid) scale(p session.Panel) float64 {
	mm := g.perPx(p)
	if mm == 0 || p.Distance == 0 {
		return 1
	}
	em := 2 * p.Distance * math.Tan(leastAngle/2*math.Pi/180) / capHeight
	return max(1, em/(mm*inPx(g.pick(36.8, 32.8))))
}

// touch returns a measure of n u of something that is touched: more, where a finger's 96 u are
// less than 20 mm, by as much as they lack.
func (b *build) touch(n float64) fixed.Int26_6 {
	mm := b.perPx(b.state.Panel)
	if mm == 0 {
		return b.px(n)
	}
	return b.px(n) + max(0, b.mm(leastTarget)-b.px(96))
}

// mm returns a length on a screen whose size is known.
func (b *build) mm(n float64) fixed.Int26_6 {
	return fixed.Int26_6(math.Ceil(64 * n / b.perPx(b.state.Panel)))
}

// What low reach keeps below the leaf, u: bar, pager and three rows, or on the search page
// bar, keyboard and two results.
const (
	lowRoom       = 152 + lowPager + 24 + 3*rowMin
	lowSearchRoom = 880
)

// lowNeed returns what the page that is shown keeps.
func (b *build) lowNeed() fixed.Int26_6 {
	if b.state.View.Kind == session.Search {
		return b.px(lowSearchRoom)
	}
	return b.px(lowRoom)
}

// lowTop returns a height above all that is touched in low reach: the lower 55 % of the screen begins there,
// or less, 1,100 mm above the floor.
func (b *build) lowTop() fixed.Int26_6 {
	top := times(b.h, lowShare)
	if p := b.state.Panel; p.Bottom > 0 && b.perPx(p) > 0 {
		top = max(top, b.h-max(0, b.mm(reachTop-p.Bottom)))
	}
	return min(top, max(b.lowEnd()-b.lowNeed(), b.pick(lowLeafItem, 340)))
}

// lowEnd returns a height below all that is touched in low reach: the screen's end, or more, 800 mm above
// the floor.
func (b *build) lowEnd() fixed.Int26_6 {
	p := b.state.Panel
	if p.Bottom == 0 || b.perPx(p) == 0 {
		return b.h
	}
	return b.h - max(0, min(b.mm(reachEnd-p.Bottom), b.h-b.pick(lowLeafItem, 340)-b.lowNeed()))
}

// reaches reports whether a page in landscape is laid out for low reach: its bar is low
// already, so that only on a panel that is known to hang too high or too low more is needed, and
// search has its keyboard low.
func (g grid) reaches(st session.State) bool {
	p := st.Panel
	if p.Bottom == 0 || g.perPx(p) == 0 {
		return false
	}
	return st.View.Kind == session.Home || st.View.Kind == session.Category || st.View.Kind == session.Item
}
