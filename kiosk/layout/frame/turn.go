package frame

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// Neighbour is a page that the turn strip leads to.
type Neighbour struct {
	Title  string
	Breaks []int // as an item's: where the title may break
	At     session.Screen
}

// neighbourOf returns an item's page.
func neighbourOf(it *catalogue.Item) *Neighbour {
	return &Neighbour{it.Heading(), it.Breaks, session.Screen{Kind: session.Item, Number: it.Number}}
}

// Turn paints the turn strip of the item at an index: it leads to the items before and after it.
func Turn(b *build.Draft, f *Frame, items []catalogue.Item, at int) {
	var prev, next *Neighbour
	if at > 0 {
		prev = neighbourOf(&items[at-1])
	}
	if at+1 < len(items) {
		next = neighbourOf(&items[at+1])
	}
	TurnTo(b, f, "项", prev, next)
}

// TurnTo paints the turn strip (docs/design/README.md section 6.4): a half for the page before
// and one for the page after, called 项 or 条, and 存到手机 between them if the page has a text. A
// nil neighbour's half is blank.
func TurnTo(b *build.Draft, f *Frame, unit string, prev, next *Neighbour) {
	if !f.IsSheet() {
		paintLinks(b, f, prev, next)
	}
	l := b.Layer("turn", f.turn, page.Paper)
	l.Role = page.Bar
	b.Box("turn", f.turn)
	top := f.turn.Min.Y
	if b.Landscape { // there the strip is the bar's right end
		l.Ground = page.Mat
	} else {
		l.Fill(page.Area(f.turn.Min.X, top, f.turn.Max.X-f.turn.Min.X, b.Hair()), page.Line)
		top += b.Hair()
	}
	left, right, middle := f.turnPad[0], f.turnPad[1], takeSize(b).X+2*b.Pick(20, 16)
	// the halves share what 存到手机 with its margins leaves
	w := (f.turn.Max.X - f.turn.Min.X - left - right - middle) / 2
	half := page.Area(f.turn.Min.X+left, top, w, f.turn.Max.Y-top)
	if prev != nil {
		turnHalf(b, l, half, f.turn, "上一"+unit, prev, false)
	}
	if hasText(b) {
		paintTakeaway(b, l, page.Area(half.Max.X, top, middle, f.turn.Max.Y-top))
	}
	half.Min.X, half.Max.X = half.Min.X+w+middle, half.Max.X+w+middle
	if next != nil {
		turnHalf(b, l, half, f.turn, "下一"+unit, next, true)
	}
}

// turnHalf paints 上一项 or 下一项: a chevron at the outer edge, the label, and the
// other page's title in at most two lines. Its target extends to the strip's end.
func turnHalf(b *build.Draft, l *page.Layer, r, strip fixed.Rectangle26_6, label string, to *Neighbour, next bool) {
	name, icon := "turn.prev", "prev"
	pressed := r
	pressed.Min.X = strip.Min.X
	if next {
		name, icon = "turn.next", "next"
		pressed.Min.X, pressed.Max.X = r.Min.X, strip.Max.X
	}
	b.Box(name, r)
	n := b.Press(l, name, pressed, turnHit(b, pressed), page.Sand, session.Open{Screen: to.At})
	side, gap := b.Px(40), b.Px(16)
	middle := (r.Min.Y + r.Max.Y) / 2
	x := r.Min.X
	if next {
		x = r.Max.X - side
	}
	l.Icon(icon, x, middle-side/2, side, page.Red).Target = n.Target
	text := page.Area(r.Min.X+side+gap, r.Min.Y, r.Max.X-r.Min.X-side-gap, r.Max.Y-r.Min.Y)
	if next {
		text.Min.X, text.Max.X = r.Min.X, r.Max.X-side-gap
	}
	turnText(b, l, text, label, to, next, n.Target)
}

// turnText paints a half's label above its title, centred in r's height, aligned to the
// chevron's side. From step 1.6 on, and on screens below 14:9, there is only the label.
func turnText(b *build.Draft, l *page.Layer, r fixed.Rectangle26_6, label string, to *Neighbour, next bool, target int) {
	small := build.Pen{Face: fonts.SansRegular, Size: b.PickType(26, 24), Leading: 1}
	title := build.Pen{Face: fonts.SansMedium, Size: b.PickType(30, 28), Leading: 1.26}
	if b.Landscape {
		title.Leading = 1.22
	}
	// both are centred together, so the title is set before either is placed
	ink, gap := page.Ink2, b.Pick(10, 7)
	var par typeset.Paragraph
	var lines []typeset.Line
	if b.Huge() || b.Narrow() || small.Line()+gap+2*title.Line() > r.Max.Y-r.Min.Y {
		ink, gap = page.Black, 0
		small.Face, small.Size = fonts.SansMedium, b.Type(42)
		small = b.FitLine(label, small, r.Max.X-r.Min.X, 0)
	} else {
		par = b.Phrased(to.Title, to.Breaks, title, min(max(b.Pick(274, 254), 9*title.Size), r.Max.X-r.Min.X))
		par.MaxLines = 2
		lines = b.Setter.Lines(par)
	}
	h := small.Line() + gap + fixed.Int26_6(len(lines))*title.Line()
	y := (r.Min.Y + r.Max.Y - h) / 2
	x := r.Min.X
	if next {
		x = r.Max.X - b.Setter.Width(small.Span(label))
	}
	t, _ := b.Label(l, label, small, x, y, ink)
	t.Target = target
	if lines == nil {
		return
	}
	if next {
		par.Align, x = typeset.End, r.Max.X-par.Measure
	}
	t, _ = b.Paragraph(l, par, title, x, y+small.Line()+gap, page.Black)
	t.Target = target
}

// turnHit returns the hit area of a half, apart from the pill above and the bar below by half of
// the 16 u between targets.
func turnHit(b *build.Draft, r fixed.Rectangle26_6) fixed.Rectangle26_6 {
	r.Min.Y += hitGap(b.Grid)
	r.Max.Y -= hitGap(b.Grid)
	if !b.Landscape && r.Min.X == spineWidth(b.Grid) { // a neighbour on the spine
		r.Min.X += hitGap(b.Grid)
	}
	return r
}

// hasText reports whether the page has a text to take away: a poster has none.
func hasText(b *build.Draft) bool {
	if b.View.Kind != session.Notice {
		return b.View.Kind == session.Item
	}
	i, ok := session.FindNotice(b.State, b.View.Notice)
	return ok && b.State.Catalogue.Notices[b.State.OnAir[i]].Body != ""
}

// takeSize returns the size of 存到手机, whose words are larger from step 1.6 on.
func takeSize(b *build.Draft) fixed.Point26_6 {
	w := b.Pick(184, 176)
	if b.Huge() {
		w = b.Pick(220, 200)
	}
	return fixed.Point26_6{X: w, Y: b.Pick(104, 96)}
}

// paintTakeaway paints 存到手机, which opens the page's text as a code, in the middle of r: an icon, and the words in
// two lines.
func paintTakeaway(b *build.Draft, l *page.Layer, r fixed.Rectangle26_6) {
	size := takeSize(b)
	r = page.Area((r.Min.X+r.Max.X-size.X)/2, (r.Min.Y+r.Max.Y-size.Y)/2, size.X, size.Y)
	b.Box("turn.take", r)
	n := b.Button(l, "turn.take", r, session.OpenSheet{Kind: session.Takeaway})
	look := page.Look{Ink: page.Red, Down: page.OnLeaf, Target: n.Target}
	p := build.Pen{Face: fonts.SansMedium, Size: b.Type(32), Leading: 1.2}
	if b.Huge() {
		p.Size, p.Leading = b.PickType(40, 36), 1.16
	}
	side, gap := b.Px(44), b.Px(12)
	p = b.FitLine("手机", p, size.X-side-gap-b.Px(12), 0)
	p.Size = min(p.Size, page.Scale(size.Y-b.Px(6), 1/(2*p.Leading)))
	w := b.Setter.Width(p.Span("手机"))
	x, mid := (r.Min.X+r.Max.X-side-gap-w)/2, (r.Min.Y+r.Max.Y)/2
	l.Icon("qr", x, mid-side/2, side, page.Red).Look = look
	t, _ := b.Paragraph(l, typeset.Paragraph{Spans: []typeset.Span{p.Span("存到手机")}, Measure: w}, p, x+side+gap, mid-p.Line(), page.Red)
	t.Look = look
}
