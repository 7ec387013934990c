package frame

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
)

// Needs is what a page needs of its frame.
type Needs struct {
	Board bool     // the masthead as strip, and the board's right margin
	Turn  bool     // a turn strip
	Head  *LowHead // on a leaf that is a sheet, which is as high as that needs; nil: place and clock, and all above LowTop
	Bar   []Slot   // of the bar; nil: the residents'; empty: there is no bar
	Day   bool     // the date below the clock on such a leaf
}

// Plan is where the parts of a page lie (docs/design/README.md sections 6 and 10). The leaf is
// a spine at the left, or a sheet across the top.
type Plan struct {
	Leaf       fixed.Rectangle26_6 // above its foot
	freeEdge   page.Edge           // the leaf's free edge: of a spine the right one, of a sheet the lower one
	strip      fixed.Rectangle26_6 // from a spine to the right edge; empty where the leaf is a sheet
	Main       fixed.Rectangle26_6 // between strip or leaf and the bar or the turn strip
	turn       fixed.Rectangle26_6 // empty where there is none
	turnPad    [2]fixed.Int26_6    // its left and right padding
	Foot       fixed.Rectangle26_6 // 返回
	bar        fixed.Rectangle26_6
	buttons    []Slot                // of the bar
	slots      []fixed.Rectangle26_6 // their places
	under      fixed.Rectangle26_6   // below a bar that is raised into reach
	X, Measure fixed.Int26_6         // of the content
}

// barOf returns the slots of a page's bar.
func (n Needs) barOf() []Slot {
	if n.Bar == nil {
		return barSlots
	}
	return n.Bar
}

// planOf returns the plan of a page in its modes.
func planOf(b *build.Draft, n Needs) Plan {
	if b.Low {
		return lowPlan(b, n)
	}
	return upright(b.Grid, n)
}

// IsSheet reports whether the leaf is a sheet across the top, as in low reach: then the title
// stands on it, and home's list is paged.
func (p Plan) IsSheet() bool { return p.freeEdge == page.BottomEdge }

// spineWidth returns the width of the spine.
func spineWidth(g page.Grid) fixed.Int26_6 { return g.Pick(120, 132) }

// barHeight returns the height of the bar, and of the foot beside it.
func barHeight(g page.Grid) fixed.Int26_6 { return g.Pick(176, 132) }

// leftMargin returns the margin between the spine and the content of a page or a sheet.
func leftMargin(g page.Grid) fixed.Int26_6 { return g.Pick(36, 48) }

// hitGap returns what each of two neighbouring hit areas leaves of the 16 u between them.
func hitGap(g page.Grid) fixed.Int26_6 { return g.Px(8) }

// innerMargin returns the room at the right of the board, of a sheet and in the turn strip.
func innerMargin(g page.Grid) fixed.Int26_6 { return g.Pick(40, 48) }

// RightMargin returns the margin at a page's right edge.
func RightMargin(g page.Grid, board bool) fixed.Int26_6 {
	if board {
		return innerMargin(g)
	}
	return g.Pick(40, 56)
}

// upright returns the plan with the spine.
func upright(g page.Grid, n Needs) Plan {
	spine, bar, strip := spineWidth(g), barHeight(g), g.Pick(112, 88)
	left, right := leftMargin(g), RightMargin(g, n.Board)
	if n.Board {
		strip = g.Pick(144, 126)
	}
	end := g.H - bar
	p := Plan{
		Leaf:     page.Area(0, 0, spine, end),
		freeEdge: page.RightEdge,
		strip:    page.Area(spine, 0, g.W-spine, strip),
		Foot:     page.Area(0, end, spine, bar),
		bar:      page.Area(spine, end, g.W-spine, bar),
		buttons:  n.barOf(),
		slots:    slots(g, page.Area(spine, end, g.W-spine, bar), n.barOf()),
		turnPad:  [2]fixed.Int26_6{g.Pick(36, 24), innerMargin(g)},
		X:        spine + left, Measure: g.W - spine - left - right,
	}
	if n.Turn {
		p.turn = turnStrip(g, p.bar)
		end = min(end, p.turn.Min.Y)
	}
	if len(p.buttons) == 0 {
		end = g.H
	}
	p.Main = page.Area(spine, strip, g.W-spine, end-strip)
	return p
}

// turnStrip returns the turn strip: above the bar or, in landscape, at its right end, narrower
// on screens below 14:9.
func turnStrip(g page.Grid, bar fixed.Rectangle26_6) fixed.Rectangle26_6 {
	if !g.Landscape {
		h := g.Px(144)
		return page.Area(bar.Min.X, bar.Min.Y-h, bar.Max.X-bar.Min.X, h)
	}
	w := g.Px(910)
	if g.Narrow() {
		w = g.Px(580)
	}
	all := slots(g, bar, barSlots)
	w = min(w, bar.Max.X-all[len(all)-1].Max.X-g.Px(16)) // a screen of 16:10 has less than 910
	return page.Area(bar.Max.X-w, bar.Min.Y, w, bar.Max.Y-bar.Min.Y)
}

// lowPlan returns the plan of low reach.
func lowPlan(b *build.Draft, n Needs) Plan {
	bar, end := b.Px(lowBar), lowEnd(b)
	end -= bar
	side, margin := b.Px(120), b.Px(LowSide)
	p := Plan{
		freeEdge: page.BottomEdge,
		Foot:     page.Area(0, end, side, bar),
		bar:      page.Area(side, end, b.W-side, bar),
		buttons:  n.barOf(),
		slots:    slots(b.Grid, page.Area(side, end, b.W-side, bar), n.barOf()),
		turnPad:  [2]fixed.Int26_6{margin, margin},
		X:        margin, Measure: b.W - 2*margin,
	}
	if n.Turn {
		h := b.Px(128)
		p.turn = page.Area(0, end-h, b.W, h)
		end -= h
	}
	leaf := LowTop(b)
	if n.Head != nil {
		leaf = n.Head.height(b)
	}
	p.Leaf = page.Area(0, 0, b.W, leaf)
	p.Main = page.Area(0, leaf, b.W, end-leaf)
	if end := p.bar.Max.Y; end < b.H {
		p.under = page.Area(0, end, b.W, b.H-end)
	}
	return p
}
