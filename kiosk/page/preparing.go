package page

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
)

// preparing paints the screen without content (docs/design/README.md section 6.9): the
// short slide's leaf with 内容准备中, and a wall clock.
func (b *build) preparing() {
	size, leaf := b.preparingLeaf()
	b.Leaf.Rect = whole(leaf)
	b.box("leaf", leaf)
	x, y := b.pick(60, 80), b.px(224)
	p := pen{face: fonts.SerifBlack, size: size, leading: 1.04, track: .02}
	if b.landscape {
		y = b.px(606) - p.line()
	}
	title := rect(x, y, b.set.Width(p.span("准备中")), 2*p.line())
	l := b.layer("title", rect(0, y-b.px(20), min(leaf.Max.X-b.px(20), title.Max.X+b.px(20)), 2*p.line()+b.px(40)), LeafInk)
	b.label(l, "内容", p, x, y, OnLeaf)
	b.label(l, "准备中", p, x, y+p.line(), OnLeaf)
	b.box("title", title)
	if b.state.Name != "" {
		b.machine(b.state.Name, leaf.Max.X)
	}
	if b.state.Clock {
		b.wall()
	}
}

// machine sets the machine's own name, where slides have the centre's.
func (b *build) machine(name string, right fixed.Int26_6) {
	p := pen{face: fonts.SerifBold, size: b.px(34), leading: 1, track: .08}
	x, y := b.px(72), b.px(80)
	p = b.fitLine(name, p, right-2*x, 0)
	l := b.layer("place", rect(x, y-b.px(8), right-2*x, p.line()+b.px(16)), LeafInk)
	b.label(l, name, p, x, y, OnLeaf)
}

// preparingLeaf returns the leaf, whose hairline runs 16 inside its free edge, and the
// size of the words on it.
func (b *build) preparingLeaf() (size fixed.Int26_6, leaf fixed.Rectangle26_6) {
	inset, hair := b.px(16), b.rule(2)
	if b.landscape {
		w := b.px(1020)
		b.hairline(rect(w-inset, 0, hair, b.h))
		return b.px(280), rect(0, 0, w, b.h)
	}
	h := b.px(937)
	b.hairline(rect(0, h-inset, b.w, hair))
	return b.px(313), rect(0, 0, b.w, h)
}

// hairline paints the gold line inside the leaf's free edge.
func (b *build) hairline(r fixed.Rectangle26_6) {
	b.Leaf.Hair = whole(r)
	b.box("leaf.line", r)
}

// wall paints the clock as large as the paper allows, with the date under it.
func (b *build) wall() {
	x, y := b.pick(72, 1120), b.pick(1120, 360)
	room := b.w - b.px(72) - x
	c := clock{
		time: pen{face: fonts.SerifBlack, size: b.pick(370, 288), leading: 1, track: -.02},
		text: b.fullDay(), pen: pen{face: fonts.SansMedium, size: b.pick(54, 48), leading: 1},
		inks: [2]Ink{Red, Black}, gap: b.px(40), hang: .04,
	}
	c.time = b.fitLine(b.minute(), c.time, room+times(c.time.size, c.hang), 0)
	c.pen = b.fitLine(c.text, c.pen, room, 0)
	_, h := c.stacked(b)
	l := b.layer("clock", rect(x-b.px(24), y, b.w-x+b.px(24), h+b.px(12)), Paper)
	c.stack(b, l, x, x+room, y)
	b.box("wall", rect(x, y, room, h))
}
