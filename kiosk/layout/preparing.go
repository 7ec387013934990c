package layout

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
)

// preparingScreen lays out the screen without content (docs/design/README.md section 6.9): the short
// slide's leaf with 内容准备中, and a wall clock.
func preparingScreen(b *build.Draft) {
	size, leaf := preparingLeaf(b)
	b.Leaf.Rect = page.Round(leaf)
	b.Box("leaf", leaf)
	x, y := b.Pick(60, 80), b.Px(224)
	p := build.Pen{Face: fonts.SerifBlack, Size: size, Leading: 1.04, Track: .02}
	if b.Landscape {
		y = b.Px(606) - p.Line()
	}
	title := page.Area(x, y, b.Setter.Width(p.Span("准备中")), 2*p.Line())
	l := b.Layer("title", page.Area(0, y-b.Px(20), min(leaf.Max.X-b.Px(20), title.Max.X+b.Px(20)), 2*p.Line()+b.Px(40)), page.LeafInk)
	b.Label(l, "内容", p, x, y, page.OnLeaf)
	b.Label(l, "准备中", p, x, y+p.Line(), page.OnLeaf)
	b.Box("title", title)
	if b.State.Name != "" {
		machineName(b, b.State.Name, leaf.Max.X)
	}
	if b.State.Clock {
		wallClock(b)
	}
}

// machineName paints the machine's name, in the place of the centre's on slides.
func machineName(b *build.Draft, name string, right fixed.Int26_6) {
	p := build.Pen{Face: fonts.SerifBold, Size: b.Type(34), Leading: 1, Track: .08}
	x, y := b.Px(72), b.Px(80)
	p = b.FitLine(name, p, right-2*x, 0)
	l := b.Layer("place", page.Area(x, y-b.Px(8), right-2*x, p.Line()+b.Px(16)), page.LeafInk)
	b.Label(l, name, p, x, y, page.OnLeaf)
}

// preparingLeaf returns the leaf and the size of the words on it, and records the hairline.
func preparingLeaf(b *build.Draft) (size fixed.Int26_6, leaf fixed.Rectangle26_6) {
	inset, hair := b.Px(16), b.Rule(2)
	if b.Landscape {
		w := b.Px(1020)
		b.Hairline(page.Area(w-inset, 0, hair, b.H))
		return b.Px(280), page.Area(0, 0, w, b.H)
	}
	h := b.Px(937)
	b.Hairline(page.Area(0, h-inset, b.W, hair))
	return b.Px(313), page.Area(0, 0, b.W, h)
}

// wallClock paints the clock as large as the paper allows, with the date below it.
func wallClock(b *build.Draft) {
	x, y := b.Pick(72, 1120), b.Pick(1120, 360)
	room := b.W - b.Px(72) - x
	c := build.Clock{
		Time: build.Pen{Face: fonts.SerifBlack, Size: b.PickType(370, 288), Leading: 1, Track: -.02},
		Text: b.FullDateText(), Pen: build.Pen{Face: fonts.SansMedium, Size: b.PickType(54, 48), Leading: 1},
		Inks: [2]page.Ink{page.Red, page.Black}, Gap: b.Px(40), Hang: .04,
	}
	c.Time = b.FitLine(b.ClockText(), c.Time, room+page.Scale(c.Time.Size, c.Hang), 0)
	c.Pen = b.FitLine(c.Text, c.Pen, room, 0)
	_, h := c.Stacked(b)
	l := b.Layer("clock", page.Area(x-b.Px(24), y, b.W-x+b.Px(24), h+b.Px(12)), page.Paper)
	c.Stack(b, l, x, x+room, y)
	b.Box("wall", page.Area(x, y, room, h))
}
