package page

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/session"
)

// frame is what every page but the carousel's has in common: leaf, strip, foot and bar, which
// are painted, and the room that is left for the page.
type frame struct {
	plan
	spine *Layer // the leaf above its foot
}

// head is what a page says on its leaf, by the leaf's form; nil says nothing.
type head struct {
	spine func(*frame) // on a spine
	sheet func(*frame) // on a sheet, where the page's title stands too
}

// open lays the frame of a page.
func (b *build) open(n needs, h head) *frame {
	f := &frame{plan: b.planOf(n)}
	if f.sheet() {
		b.openSheet(f, n.day)
	} else {
		b.openSpine(f, n.board)
	}
	b.box("main", f.main)
	b.foot(f)
	b.bar(f)
	say := h.spine
	if f.sheet() {
		say = h.sheet
	}
	if say != nil {
		say(f)
	}
	return f
}

// openSpine lays the spine and the strip.
func (b *build) openSpine(f *frame, board bool) {
	b.Leaf = Leaf{Rect: whole(f.leaf.Union(f.foot))}
	b.leafLayer(f, f.leaf)
	switch {
	case b.state.Change != session.Unchanged:
		b.changedStrip(f)
	case board:
		b.masthead(f)
	default:
		b.strip(f)
	}
}

// openSheet lays the sheet with the place and the clock on it. Its layer ends above its hairline.
func (b *build) openSheet(f *frame, day bool) {
	if !f.under.Empty() {
		b.layer("under", f.under, Mat)
	}
	r := f.leaf
	b.Leaf = Leaf{Rect: whole(r), Hair: whole(rect(0, r.Max.Y-b.px(16), b.w, b.rule(2)))}
	r.Max.Y -= b.px(20)
	b.leafLayer(f, r)
	end := f.x + f.measure
	if b.state.Clock {
		end = b.lowClock(f, day) - b.px(24)
	}
	p := pen{face: fonts.SerifBold, size: b.px(36), leading: 1, track: .06}
	b.place(f.spine, p, f.x, b.px(64), end-f.x, OnLeaf)
}

// leafLayer adds the layer of what stands on the leaf.
func (b *build) leafLayer(f *frame, r fixed.Rectangle26_6) {
	b.box("leaf", f.leaf)
	f.spine = b.layer("spine", r, LeafInk)
	f.spine.Role = Spine
}

// foot paints 返回, under a rule on its seam with the spine.
func (b *build) foot(f *frame) {
	l := b.layer("foot", f.foot, LeafInk)
	b.box("foot", f.foot)
	hit := f.foot
	hit.Max.X -= b.px(8)
	hit.Min.Y += b.px(8)
	n := b.press(l, "foot", f.foot, hit, RedDown, session.GoBack{})
	if f.sheet() { // the leaf lies elsewhere
		b.freeEdge(l, f.foot, rightEdge)
	} else {
		b.seam(l, f.foot)
	}
	b.goBack(l, f.foot, n.target)
}

// seam paints the rule between a foot and the leaf above it.
func (b *build) seam(l *Layer, foot fixed.Rectangle26_6) {
	inset := b.px(20)
	l.fill(rect(inset, foot.Min.Y, foot.Max.X-2*inset, b.rule(2)), OnLeaf2)
}

// goBack paints 返回 in the middle of r, which is target n.
func (b *build) goBack(l *Layer, r fixed.Rectangle26_6, n int) {
	p := pen{face: fonts.SansMedium, size: b.px(30), leading: 1}
	iconLabel{icon: "back", word: "返回", side: b.px(52), gap: b.pick(14, 10), pen: p, look: Look{Ink: OnLeaf, Target: n}}.stack(b, l, r)
}

// doubleRule paints the 文武线 across w: 6, gap 5, 2. It returns where it ends.
func (b *build) doubleRule(l *Layer, x, y, w fixed.Int26_6) fixed.Int26_6 {
	r := rect(x, y, w, b.px(13))
	b.box("ww", r)
	l.fill(rect(x, y, w, b.rule(6)), Red)
	l.fill(rect(x, r.Max.Y-b.rule(2), w, b.rule(2)), Red)
	return r.Max.Y
}

// underRule paints 文武线 at the strip's end and returns the main part below it: the rule
// stays where it is while the content scrolls.
func (b *build) underRule(f *frame) fixed.Rectangle26_6 {
	view := f.main
	view.Min.Y += b.px(13)
	l := b.layer("rule", rect(f.main.Min.X, f.main.Min.Y, f.main.Max.X-f.main.Min.X, b.px(13)), Paper)
	b.doubleRule(l, f.x, f.main.Min.Y, f.measure)
	return view
}
