package page

import (
	"fmt"
	"image"
	"time"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/session"
)

// idleWarning warns that the carousel is about to return: the leaf unfolds to a lower
// sheet (docs/design/README.md section 6.8). Any touch goes on; the seconds are a
// layer of their own, so that a new one repaints little.
func (b *build) idleWarning() {
	h, pad := b.pick(800, 600), b.pick(72, 120)
	r := rect(0, b.h-h, b.w, h)
	b.lay(r, image.Pt(0, b.h.Round()-r.Min.Y.Round()))
	b.box("warn", r)
	l := b.over("warn", r, LeafInk)
	b.freeEdge(l, r, topEdge)
	l.fill(rect(0, r.Min.Y+b.px(14), b.w, b.rule(2)), OnLeaf2)

	second := pen{face: fonts.SerifBlack, size: b.pick(300, 260), leading: .92, track: -.03}
	top := r.Min.Y + b.pick(88, 72)
	room := b.countdown(rect(pad, top, b.w-2*pad, second.line()), second)
	b.question(l, pad+room+b.px(60), top+second.line()/2)
	b.idleBar(rect(pad, top+second.line()+b.pick(56, 40), b.w-2*pad, b.px(12)))
	b.answers(l, rect(pad, r.Max.Y-b.pick(72, 56)-b.px(144), b.w-2*pad, b.px(144)))
}

// countdown paints the number of seconds, 340 wide at least; it returns how wide. From 19 on, the room
// is that of two digits, so that what stands beside it doesn't jump.
func (b *build) countdown(r fixed.Rectangle26_6, p pen) fixed.Int26_6 {
	small := pen{face: fonts.SerifBold, size: b.px(60), leading: 1}
	n := p.span(fmt.Sprint(session.Left(b.state)))
	w := b.set.Width(n)
	two := max(w, b.set.Width(p.span("15")))
	room := max(two+b.px(10)+b.set.Width(small.span("秒")), b.px(340))
	l := b.over("seconds", rect(r.Min.X, r.Min.Y, room, p.size+b.px(8)), LeafInk)
	l.Bounds.Min.X -= b.px(16).Round()
	b.write(l, r.Min.X, r.Min.Y+p.rise(), []Ink{OnLeaf}, n)
	b.write(l, r.Min.X+w+b.px(10), r.Min.Y+p.rise(), []Ink{OnLeaf}, small.span("秒"))
	return room
}

// question stands beside the seconds, centred on mid.
func (b *build) question(l *Layer, x, mid fixed.Int26_6) {
	ask, say := pen{face: fonts.SerifBlack, size: b.px(68), leading: 1.35}, pen{face: fonts.SansRegular, size: b.px(34), leading: 1.6}
	y := mid - (ask.line()+b.px(12)+say.line())/2
	b.label(l, "还在看吗？", ask, x, y, OnLeaf)
	b.label(l, "倒计时结束后返回开始画面", say, x, y+ask.line()+b.px(12), OnLeaf)
}

// idleBar empties with the seconds.
func (b *build) idleBar(r fixed.Rectangle26_6) {
	l := b.over("left", r, RestTick)
	whole := int(session.Warning / time.Second)
	l.fill(rect(r.Min.X, r.Min.Y, (r.Max.X-r.Min.X)*fixed.Int26_6(session.Left(b.state))/fixed.Int26_6(whole), r.Max.Y-r.Min.Y), OnLeaf2)
}

// answers paints 继续浏览, which is filled and half again as wide, and 返回开始画面. To go on,
// a touch anywhere is enough.
func (b *build) answers(l *Layer, r fixed.Rectangle26_6) {
	gap, pad := b.px(24), b.px(44)+b.rule(3)
	free := r.Max.X - r.Min.X - gap - 4*pad
	on := rect(r.Min.X, r.Min.Y, free*3/5+2*pad, r.Max.Y-r.Min.Y)
	back := rect(on.Max.X+gap, r.Min.Y, r.Max.X-on.Max.X-gap, r.Max.Y-r.Min.Y)
	ground, ink := Paper, Red
	if b.contrast {
		ground, ink = Red, Paper
	}
	p := pen{face: fonts.SansBold, size: b.px(44), leading: 1}
	n := b.filled(l, "button", on, b.px(8), ground, session.Tick{})
	b.answer(l, on, "继续浏览", p, Look{Ink: ink, Down: OnLeaf, Target: n.target})
	p.face = fonts.SansMedium
	n = b.framed(l, "button", back, b.px(8), b.rule(3), LeafInk, OnLeaf, session.Leave{})
	b.answer(l, back, "返回开始画面", p, Look{Ink: OnLeaf, Target: n.target})
}

// answer paints a button's word, which keeps 16 u from its ends.
func (b *build) answer(l *Layer, r fixed.Rectangle26_6, word string, p pen, look Look) {
	b.box("button", r)
	b.centred(l, r, word, b.fitLine(word, p, r.Max.X-r.Min.X-b.px(32), 0), look)
}
