package page

import (
	"image"
	"slices"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/session"
)

// sheet is what lies over a page that is laid out (docs/design/README.md section 6.8): in
// portrait its lower part, in landscape its left. The leaf runs through it.
type sheet struct {
	r, edge fixed.Rectangle26_6 // all of it; the leaf's part of it
	x, w    fixed.Int26_6       // of what it says
	top     fixed.Int26_6       // where that begins, below the rule
	end     fixed.Int26_6       // where it ends
}

// cover lays what lies over the page: an announcement of a change in low reach, the proof, and
// the state's sheet.
func (b *build) cover() {
	if b.low && b.state.Change != session.Unchanged {
		b.lowChanged()
	}
	if b.state.Proof && !b.low && b.state.Change == session.Unchanged && b.strips() {
		b.proof(b.w - b.rightMargin(b.View.Kind == session.Home))
	}
	switch b.state.Top().Kind {
	case session.Accessibility:
		b.accessibility()
	case session.Takeaway:
		b.takeaway()
	case session.IdleWarning:
		b.idleWarning()
	}
}

// lay records the sheet's place, and the offset from which it rises. It veils the page without
// the leaf, whose text it removes; in low reach only where the sheet would cut that text.
func (b *build) lay(r fixed.Rectangle26_6, away image.Point) {
	veil := image.Rectangle{Max: b.Size}
	if b.low {
		veil.Min.Y = b.Leaf.Rect.Max.Y
	} else {
		veil.Min.X = b.Leaf.Rect.Max.X
	}
	if !b.low || whole(r).Min.Y < b.Leaf.Rect.Max.Y {
		b.silence()
	}
	b.box("veil", rect(fixed.I(veil.Min.X), fixed.I(veil.Min.Y), b.w-fixed.I(veil.Min.X), b.h-fixed.I(veil.Min.Y)))
	b.Sheet = &Sheet{Rect: whole(r), Away: away, Veil: veil}
}

// silence removes the text of the spine.
func (b *build) silence() {
	for _, l := range b.Layers {
		if l.Role == Spine {
			l.Items = nil
		}
	}
	b.Boxes = slices.DeleteFunc(b.Boxes, func(x Box) bool { return x.Role == Spine })
}

// over adds a layer of the sheet.
func (b *build) over(name string, r fixed.Rectangle26_6, ground Ink) *Layer {
	l := b.layer(name, r, ground)
	l.Over = true
	return l
}

// sheet paints the frame of 无障碍 and 带走: the leaf's part with an icon, a name and 返回, and
// paper for the rest, whose layer it returns.
func (b *build) sheet(icon, name string) (sheet, *Layer) {
	spine, rule := b.spineWidth(), b.rule(3)
	s := sheet{r: rect(0, b.h-b.px(1056), b.w, b.px(1056)), x: spine + b.leftMargin()}
	away := image.Pt(0, s.r.Max.Y.Round()-s.r.Min.Y.Round())
	if b.landscape {
		s.r = rect(0, 0, b.px(1160), b.h)
		away = image.Pt(-s.r.Max.X.Round(), 0)
	}
	b.lay(s.r, away)
	b.box("sheet", s.r)
	s.edge = s.r
	s.edge.Max.X = spine
	paper := s.r
	paper.Min.X = spine
	l := b.over("sheet", paper, Paper)
	s.top, s.end = s.r.Min.Y+b.px(40), s.r.Max.Y-b.px(40)
	if b.landscape {
		l.fill(rect(s.r.Max.X-rule, s.r.Min.Y, rule, s.r.Max.Y-s.r.Min.Y), Black)
		s.w = s.r.Max.X - rule - b.px(48) - s.x
	} else {
		l.fill(rect(paper.Min.X, paper.Min.Y, paper.Max.X-paper.Min.X, rule), Black)
		s.top += rule
		s.w = s.r.Max.X - b.px(40) - s.x
	}
	b.sheetEdge(s, icon, name)
	return s, l
}

// sheetEdge paints the leaf's part of a sheet, with 返回 where it always is.
func (b *build) sheetEdge(s sheet, icon, name string) {
	foot := b.barHeight()
	l := b.over("sheet.edge", s.edge, LeafInk)
	b.box("sheet.edge", s.edge)
	b.freeEdge(l, s.edge, rightEdge)
	side, middle := b.px(60), s.edge.Max.X/2
	y := s.edge.Min.Y + b.px(44)
	l.icon(icon, middle-side/2, y, side, OnLeaf2)
	p := pen{face: fonts.SerifBlack, size: b.px(64), leading: 1.2, track: .24}
	b.column(l, name, p, middle, y+side+b.px(32), s.edge.Max.Y-foot-y-side-b.px(48), OnLeaf)

	r := rect(0, s.edge.Max.Y-foot, s.edge.Max.X, foot)
	b.box("sheet.foot", r)
	hit := r
	hit.Max.X -= b.px(8)
	n := b.press(l, "sheet.foot", r, hit, RedDown, session.GoBack{})
	b.seam(l, r)
	b.goBack(l, r, n.target)
}
