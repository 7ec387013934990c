package page

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// neighbour is a page that the strip leads to.
type neighbour struct {
	title  string
	breaks []int // as an item's
	at     session.Screen
}

// neighbourOf returns the page of an item.
func neighbourOf(it *catalogue.Item) *neighbour {
	return &neighbour{it.Heading(), it.Breaks, session.Screen{Kind: session.Item, Number: it.Number}}
}

// turn paints the strip of an item: the rows before and after it, in the order of 序号.
func (b *build) turn(f *frame, items []catalogue.Item, at int) {
	var prev, next *neighbour
	if at > 0 {
		prev = neighbourOf(&items[at-1])
	}
	if at+1 < len(items) {
		next = neighbourOf(&items[at+1])
	}
	b.turnTo(f, "项", prev, next)
}

// turnTo paints the strip that leads to the pages before and after, which are counted in 项 or
// 条 (design section 6.4), with 带走 between its halves. Where there is none the half is
// empty, and where there is no text to take away its place.
func (b *build) turnTo(f *frame, unit string, prev, next *neighbour) {
	l := b.layer("turn", f.turn, Paper)
	l.Role = Bar
	b.box("turn", f.turn)
	top := f.turn.Min.Y
	if b.landscape { // there the strip is the bar's right end
		l.Ground = Mat
	} else {
		l.fill(rect(f.turn.Min.X, top, f.turn.Max.X-f.turn.Min.X, b.hair()), Line)
		top += b.hair()
	}
	left, right, take := f.turnPad[0], f.turnPad[1], b.pick(176+2*20, 168+2*16)
	// 带走 with its margins stands in the middle, and the halves share what is left
	w := (f.turn.Max.X - f.turn.Min.X - left - right - take) / 2
	half := rect(f.turn.Min.X+left, top, w, f.turn.Max.Y-top)
	if prev != nil {
		b.turnHalf(l, half, f.turn, "上一"+unit, prev, false)
	}
	if b.takes() {
		b.take(l, rect(half.Max.X, top, take, f.turn.Max.Y-top))
	}
	half.Min.X, half.Max.X = half.Min.X+w+take, half.Max.X+w+take
	if next != nil {
		b.turnHalf(l, half, f.turn, "下一"+unit, next, true)
	}
}

// turnHalf paints 上一项 or 下一项: a chevron at the outer edge, the label, and the
// other page's title in two lines at most. It can be pressed as far as the strip's end.
func (b *build) turnHalf(l *Layer, r, strip fixed.Rectangle26_6, label string, to *neighbour, next bool) {
	name, icon := "turn.prev", "prev"
	pressed := r
	pressed.Min.X = strip.Min.X
	if next {
		name, icon = "turn.next", "next"
		pressed.Min.X, pressed.Max.X = r.Min.X, strip.Max.X
	}
	b.box(name, r)
	n := b.press(l, name, pressed, b.turnHit(pressed), Sand, session.Open{Screen: to.at})
	side, gap := b.px(40), b.px(16)
	middle := (r.Min.Y + r.Max.Y) / 2
	x := r.Min.X
	if next {
		x = r.Max.X - side
	}
	l.icon(icon, x, middle-side/2, side, Red).Target = n.target
	text := rect(r.Min.X+side+gap, r.Min.Y, r.Max.X-r.Min.X-side-gap, r.Max.Y-r.Min.Y)
	if next {
		text.Min.X, text.Max.X = r.Min.X, r.Max.X-side-gap
	}
	b.turnText(l, text, label, to, next, n.target)
}

// turnText sets a half's label over its title, in the middle of r's height, flush with
// the chevron's side. On screens below 14:9 there is the label only.
func (b *build) turnText(l *Layer, r fixed.Rectangle26_6, label string, to *neighbour, next bool, target int) {
	small := pen{face: fonts.SansRegular, size: b.pick(26, 24), leading: 1}
	title := pen{face: fonts.SansMedium, size: b.pick(30, 28), leading: 1.26}
	if b.landscape {
		title.leading = 1.22
	}
	// the whole of both is centred, so the title is set before either has its place
	ink, gap := Ink2, b.pick(10, 7)
	var par typeset.Paragraph
	var lines []typeset.Line
	if b.narrow() {
		ink, gap, small.size = Black, 0, b.px(30)
	} else {
		par = b.phrased(to.title, to.breaks, title, min(b.px(274), r.Max.X-r.Min.X))
		par.MaxLines = 2
		lines = b.set.Lines(par)
	}
	h := small.line() + gap + fixed.Int26_6(len(lines))*title.line()
	y := (r.Min.Y + r.Max.Y - h) / 2
	x := r.Min.X
	if next {
		x = r.Max.X - b.set.Width(small.span(label))
	}
	t, _ := b.label(l, label, small, x, y, ink)
	t.Target = target
	if lines == nil {
		return
	}
	if next {
		par.Align, x = typeset.End, r.Max.X-par.Measure
	}
	t, _ = b.para(l, par, title, x, y+small.line()+gap, Black)
	t.Target = target
}

// turnHit returns the hit area of a half: clear of the pill above it
// and the bar below by half of the 16 u between targets.
func (b *build) turnHit(r fixed.Rectangle26_6) fixed.Rectangle26_6 {
	r.Min.Y += b.px(8)
	r.Max.Y -= b.px(8)
	return r
}

// takes reports whether the page has a text to take away: a poster has none.
func (b *build) takes() bool {
	if b.View.Kind != session.Notice {
		return b.View.Kind == session.Item
	}
	i, ok := session.FindNotice(b.state, b.View.Notice)
	return ok && b.state.Catalogue.Notices[b.state.OnAir[i]].Body != ""
}

// take paints 带走, which opens the code of the page's own text, in the middle of r.
func (b *build) take(l *Layer, r fixed.Rectangle26_6) {
	w, h := b.pick(176, 168), b.pick(104, 96)
	r = rect((r.Min.X+r.Max.X-w)/2, (r.Min.Y+r.Max.Y-h)/2, w, h)
	b.box("turn.take", r)
	n := b.button(l, "turn.take", r, session.OpenSheet{Kind: session.Takeaway})
	p := pen{face: fonts.SansMedium, size: b.pick(34, 32), leading: 1}
	look := Look{Ink: Red, Down: OnLeaf, Target: n.target}
	iconLabel{icon: "qr", word: "带走", side: b.px(44), gap: b.px(12), pen: p, look: look}.beside(b, l, r)
}
