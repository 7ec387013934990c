package layout

import (
	"fmt"
	"image"
	"time"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/frame"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// idleWarning lays out the sheet that warns of the carousel's return: the leaf, unfolded over the
// page's lower part (docs/design/README.md section 6.8). Any touch dismisses it. The seconds are a
// layer of their own, as each second should repaint little.
func idleWarning(b *build.Draft) {
	h, pad := b.Pick(800, 600), b.Pick(72, 120)
	r := page.Area(0, b.H-h, b.W, h)
	frame.PlaceSheet(b, r, image.Pt(0, b.H.Round()-r.Min.Y.Round()))
	b.Box("warn", r)
	l := frame.SheetLayer(b, "warn", r, page.LeafInk)
	b.EdgeLine(l, r, page.TopEdge)
	l.Fill(page.Area(0, r.Min.Y+b.Px(14), b.W, b.Rule(2)), page.OnLeaf2)

	second := build.Pen{Face: fonts.SerifBlack, Size: b.PickType(300, 260), Leading: .92, Track: -.03}
	top := r.Min.Y + b.Pick(88, 72)
	room := countdown(b, page.Area(pad, top, b.W-2*pad, second.Line()), second)
	question(b, l, pad+room+b.Px(60), b.W-pad, top+second.Line()/2)
	idleBar(b, page.Area(pad, top+second.Line()+b.Pick(56, 40), b.W-2*pad, b.Px(12)))
	answers(b, l, page.Area(pad, r.Max.Y-b.Pick(72, 56)-b.Px(144), b.W-2*pad, b.Px(144)))
}

// countdown paints the number of seconds and returns its width: at least 340, and always that of two
// digits, so that the words beside it don't jump.
func countdown(b *build.Draft, r fixed.Rectangle26_6, p build.Pen) fixed.Int26_6 {
	small := build.Pen{Face: fonts.SerifBold, Size: b.Type(60), Leading: 1}
	n := p.Span(fmt.Sprint(session.Left(b.State)))
	w := b.Setter.Width(n)
	two := max(w, b.Setter.Width(p.Span("15")))
	room := max(two+b.Px(10)+b.Setter.Width(small.Span("秒")), b.Px(340))
	l := frame.SheetLayer(b, "seconds", page.Area(r.Min.X, r.Min.Y, room, p.Size+b.Px(8)), page.LeafInk)
	l.Bounds.Min.X -= b.Px(16).Round()
	b.Write(l, r.Min.X, r.Min.Y+p.Rise(), []page.Ink{page.OnLeaf}, n)
	b.Write(l, r.Min.X+w+b.Px(10), r.Min.Y+p.Rise(), []page.Ink{page.OnLeaf}, small.Span("秒"))
	return room
}

// question paints the words beside the seconds from x to right, centred on mid.
func question(b *build.Draft, l *page.Layer, x, right, mid fixed.Int26_6) {
	const effect = "没有人点，就回到开头画面"
	title, text := build.Pen{Face: fonts.SerifBlack, Size: b.Type(68), Leading: 1.35}, build.Pen{Face: fonts.SansRegular, Size: b.FrameSize(34), Leading: 1.6}
	text = b.FitLine(effect, text, right-x, b.Px(34))
	y := mid - (title.Line()+b.Px(12)+text.Line())/2
	b.Label(l, "还在看吗？", title, x, y, page.OnLeaf)
	b.Label(l, effect, text, x, y+title.Line()+b.Px(12), page.OnLeaf)
}

// idleBar paints the bar that empties with the seconds.
func idleBar(b *build.Draft, r fixed.Rectangle26_6) {
	l := frame.SheetLayer(b, "left", r, page.RestTick)
	whole := int(session.Warning / time.Second)
	l.Fill(page.Area(r.Min.X, r.Min.Y, (r.Max.X-r.Min.X)*fixed.Int26_6(session.Left(b.State))/fixed.Int26_6(whole), r.Max.Y-r.Min.Y), page.OnLeaf2)
}

// answers paints 继续浏览, which is filled and half again as wide, and 回到开头.
func answers(b *build.Draft, l *page.Layer, r fixed.Rectangle26_6) {
	gap, pad := b.Px(24), b.Px(44)+b.Rule(3)
	free := r.Max.X - r.Min.X - gap - 4*pad
	on := page.Area(r.Min.X, r.Min.Y, free*3/5+2*pad, r.Max.Y-r.Min.Y)
	back := page.Area(on.Max.X+gap, r.Min.Y, r.Max.X-on.Max.X-gap, r.Max.Y-r.Min.Y)
	ground, ink := page.Paper, page.Red
	if b.Contrast {
		ground, ink = page.Red, page.Paper
	}
	p := build.Pen{Face: fonts.SansBold, Size: b.Type(44), Leading: 1}
	n := b.Filled(l, "button", on, b.Px(8), ground, session.Tick{})
	answer(b, l, on, "继续浏览", p, page.Look{Ink: ink, Down: page.OnLeaf, Target: n.Target})
	p.Face = fonts.SansMedium
	n = b.Framed(l, "button", back, b.Px(8), b.Rule(3), page.LeafInk, page.OnLeaf, session.Leave{})
	answer(b, l, back, "回到开头", p, page.Look{Ink: page.OnLeaf, Target: n.Target})
}

// answer paints a button's word, with a padding of 16 u.
func answer(b *build.Draft, l *page.Layer, r fixed.Rectangle26_6, word string, p build.Pen, look page.Look) {
	b.Box("button", r)
	b.Centred(l, r, word, b.FitLine(word, p, r.Max.X-r.Min.X-b.Px(32), 0), look)
}
