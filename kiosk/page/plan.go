package page

import "golang.org/x/image/math/fixed"

// needs is what a page wants of its frame.
type needs struct {
	board bool          // home: the strip is the masthead, and the right margin is the board's
	turn  bool          // room for the turn strip
	sheet fixed.Int26_6 // height of a leaf that is a sheet; 0: all that isn't touched
	facts bool          // room between such a leaf and the main part, down to where it is touched
	day   bool          // the clock on such a leaf has the date below it
}

// plan is where the parts of a page lie (docs/design/README.md sections 6 and 10): arithmetic
// alone. The leaf is a spine at the left, or a sheet across the top.
type plan struct {
	leaf       fixed.Rectangle26_6   // above its foot
	free       edge                  // the leaf's free edge: of a spine the right one, of a sheet the lower one
	strip      fixed.Rectangle26_6   // from a spine to the right edge; empty where the leaf is a sheet
	main       fixed.Rectangle26_6   // between strip or leaf and the bar or the turn strip
	turn       fixed.Rectangle26_6   // empty where there is none
	turnPad    [2]fixed.Int26_6      // free in it at the left and at the right
	foot       fixed.Rectangle26_6   // 返回
	bar        fixed.Rectangle26_6   //
	slots      []fixed.Rectangle26_6 // of the bar
	under      fixed.Rectangle26_6   // below a bar that is lifted into a hand's reach
	x, measure fixed.Int26_6         // of the content
}

// planOf returns the plan for the way a page is held.
func (b *build) planOf(n needs) plan {
	if b.low {
		return b.lowPlan(n)
	}
	return b.upright(n)
}

// sheet reports whether the leaf is a sheet across the top: then the title stands on it, and
// lists are turned in pages.
func (p plan) sheet() bool { return p.free == bottomEdge }

// spineWidth returns the width of the spine, and of the sheets' part of it.
func (g grid) spineWidth() fixed.Int26_6 { return g.pick(120, 132) }

// barHeight returns the height of the bar, and of the foot beside it.
func (g grid) barHeight() fixed.Int26_6 { return g.pick(176, 132) }

// leftMargin returns the room between the spine and the content of a page or a sheet.
func (g grid) leftMargin() fixed.Int26_6 { return g.pick(36, 48) }

// rightMargin returns the free room at a page's right edge.
func (g grid) rightMargin(board bool) fixed.Int26_6 {
	if board {
		return g.pick(40, 48)
	}
	return g.pick(40, 56)
}

// upright returns the plan with the spine.
func (g grid) upright(n needs) plan {
	spine, bar, strip := g.spineWidth(), g.barHeight(), g.pick(112, 88)
	left, right := g.leftMargin(), g.rightMargin(n.board)
	if n.board {
		strip = g.pick(144, 126)
	}
	end := g.h - bar
	p := plan{
		leaf:    rect(0, 0, spine, end),
		free:    rightEdge,
		strip:   rect(spine, 0, g.w-spine, strip),
		foot:    rect(0, end, spine, bar),
		bar:     rect(spine, end, g.w-spine, bar),
		slots:   g.slots(rect(spine, end, g.w-spine, bar)),
		turnPad: [2]fixed.Int26_6{g.pick(36, 24), g.pick(40, 48)},
		x:       spine + left, measure: g.w - spine - left - right,
	}
	if n.turn {
		p.turn = g.turnStrip(p.bar)
		end = min(end, p.turn.Min.Y)
	}
	p.main = rect(spine, strip, g.w-spine, end-strip)
	return p
}

// turnStrip returns the strip above the bar or, in landscape, at its right end; there it is
// narrower on screens below 14:9.
func (g grid) turnStrip(bar fixed.Rectangle26_6) fixed.Rectangle26_6 {
	if !g.landscape {
		h := g.px(144)
		return rect(bar.Min.X, bar.Min.Y-h, bar.Max.X-bar.Min.X, h)
	}
	w := g.px(910)
	if g.narrow() {
		w = g.px(580)
	}
	return rect(bar.Max.X-w, bar.Min.Y, w, bar.Max.Y-bar.Min.Y)
}

// narrow reports whether the screen is a landscape below 14:9: the rail and the turn
// strip are smaller there.
func (g grid) narrow() bool { return g.landscape && g.w*9 < g.h*14 }

// In low reach the leaf unfolds to the top, and all that is touched lies in the lower
// 55 % (docs/design/README.md section 10).
const (
	lowTop   = 864 // u: nothing above is touched on a screen of 1920 u
	lowShare = .45 // so much of any screen
	lowSide  = 56  // u: what is left free at both sides
)

// lowPlan returns the plan of low reach.
func (b *build) lowPlan(n needs) plan {
	bar, end := b.px(152), b.lowEnd()
	end -= bar
	side, margin := b.px(120), b.px(lowSide)
	p := plan{
		free:    bottomEdge,
		foot:    rect(0, end, side, bar),
		bar:     rect(side, end, b.w-side, bar),
		slots:   b.slots(rect(side, end, b.w-side, bar)),
		turnPad: [2]fixed.Int26_6{margin, margin},
		x:       margin, measure: b.w - 2*margin,
	}
	if n.turn {
		h := b.px(128)
		p.turn = rect(0, end-h, b.w, h)
		end -= h
	}
	leaf, top := n.sheet, b.lowTop()
	if leaf == 0 {
		leaf = top
	}
	if !n.facts {
		top = leaf
	}
	p.leaf = rect(0, 0, b.w, leaf)
	p.main = rect(0, top, b.w, end-top)
	if end := p.bar.Max.Y; end < b.h {
		p.under = rect(0, end, b.w, b.h-end)
	}
	return p
}
