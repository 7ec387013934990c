package page

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/session"
)

// parts says what a page has of the common frame.
type parts struct {
	home  bool // the strip is the masthead
	turn  bool // room for the turn strip
	facts bool // in low reach: room for facts between leaf and main part
}

// frame is the common frame of every page but the carousel's (docs/design/README.md
// section 6): leaf, strip and bar are built, the rest is where the page goes.
type frame struct {
	spine      *Layer                // the leaf above its foot, for what the page says on it
	strip      fixed.Rectangle26_6   // from the leaf to the right edge
	main       fixed.Rectangle26_6   // between the strip and the bar or the turn strip
	turn       fixed.Rectangle26_6   // the turn strip; empty where there is none
	foot       fixed.Rectangle26_6   // 返回
	bar        fixed.Rectangle26_6   //
	slots      []fixed.Rectangle26_6 // of the bar
	x, measure fixed.Int26_6         // of the content
}

// frame lays the common frame.
func (b *build) frame(p parts) frame {
	f := b.rooms(p)
	b.leaf(&f)
	switch {
	case b.state.Change != session.Unchanged:
		b.changedStrip(f)
	case p.home:
		b.masthead(f)
	default:
		b.strip(f)
	}
	b.box("main", f.main)
	b.foot(f)
	b.bar(f)
	return f
}

// rooms is the arithmetic of the frame.
func (g grid) rooms(p parts) frame {
	spine, bar, strip := g.pick(120, 132), g.pick(176, 132), g.pick(112, 88)
	left, right := g.pick(36, 48), g.pick(40, 56)
	if p.home {
		strip, right = g.pick(144, 126), g.pick(40, 48)
	}
	end := g.h - bar
	f := frame{
		strip: rect(spine, 0, g.w-spine, strip),
		foot:  rect(0, end, spine, bar),
		bar:   rect(spine, end, g.w-spine, bar),
		slots: g.slots(rect(spine, end, g.w-spine, bar)),
		x:     spine + left, measure: g.w - spine - left - right,
	}
	if p.turn {
		f.turn = g.turnStrip(f.bar)
		end = min(end, f.turn.Min.Y)
	}
	f.main = rect(spine, strip, g.w-spine, end-strip)
	return f
}

// turnStrip is above the bar or, in landscape, at its right end; there it is
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

// leaf is the spine: the leaf's rectangle with the foot, and the layer above it.
func (b *build) leaf(f *frame) {
	r := rect(0, 0, f.foot.Max.X, f.foot.Min.Y)
	b.Leaf = Leaf{Rect: whole(rect(0, 0, f.foot.Max.X, f.foot.Max.Y))}
	b.box("leaf", r)
	f.spine = b.layer("spine", r, LeafInk)
	f.spine.Role = Spine
}

// foot is 返回, under a rule on its seam with the leaf.
func (b *build) foot(f frame) {
	l := b.layer("foot", f.foot, LeafInk)
	b.box("foot", f.foot)
	hit := f.foot
	hit.Max.X -= b.px(8)
	hit.Min.Y += b.px(8)
	n := b.press(l, "foot", f.foot, hit, RedDown, session.GoBack{})
	if inset := b.px(20); b.low { // there the leaf lies elsewhere
		b.freeEdge(l, f.foot, rightEdge)
	} else {
		l.fill(rect(inset, f.foot.Min.Y, f.foot.Max.X-2*inset, b.rule(2)), OnLeaf2)
	}
	b.goBack(l, f.foot, n.target)
}

// goBack paints 返回 in the middle of r, which is target n.
func (b *build) goBack(l *Layer, r fixed.Rectangle26_6, n int) {
	p := pen{face: fonts.SansMedium, size: b.px(30), leading: 1}
	iconLabel{icon: "back", word: "返回", side: b.px(52), gap: b.pick(14, 10), pen: p, look: Look{Ink: OnLeaf, Target: n}}.stack(b, l, r)
}

// runningTitle is the catalogue's name on the spine of a page that has no
// 一级事项 to say there, with its top at y.
func (b *build) runningTitle(f frame, y fixed.Int26_6) {
	p := pen{face: fonts.SerifBold, size: b.px(40), leading: 1.2, track: .34}
	b.spineText(f, b.state.Catalogue.Name, p, y)
}

// spineText is a vertical text in the middle of the spine; what is too long for
// it is set smaller, to 28 u, and then cut.
func (b *build) spineText(f frame, text string, p pen, y fixed.Int26_6) {
	room := f.foot.Min.Y - y - b.px(16)
	if n := fixed.Int26_6(len([]rune(text))); n > 0 {
		fit := times(room/n, 1/(1+p.track))
		p.size = min(p.size, max(fit, b.px(28)))
	}
	h := min(room, b.column(f.spine, text, p, f.foot.Max.X/2, y, room, OnLeaf))
	b.boxAs(Spine, "leaf.title", rect((f.foot.Max.X-p.line())/2, y, p.line(), h))
}

// doubleRule is the 文武线 across w: 6, gap 5, 2. It says where it ends.
func (b *build) doubleRule(l *Layer, x, y, w fixed.Int26_6) fixed.Int26_6 {
	r := rect(x, y, w, b.px(13))
	b.box("ww", r)
	l.fill(rect(x, y, w, b.rule(6)), Red)
	l.fill(rect(x, r.Max.Y-b.rule(2), w, b.rule(2)), Red)
	return r.Max.Y
}
