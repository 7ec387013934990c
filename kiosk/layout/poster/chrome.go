package poster

import (
	"fmt"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// Every slide has the centre's name, the clock, the ticks and the invitation
// (docs/design/README.md section 6.1).

// footing is the place and the sizes of ticks and invitation.
type footing struct {
	base, gap  fixed.Int26_6 // below them, and between them
	side, size fixed.Int26_6 // of the icon and of the words
	track      float64       // of the words, em
	onLeaf     bool
}

// usualFooting returns the footing of all slides but posters.
func usualFooting(g page.Grid) footing {
	return footing{base: g.Pick(56, 52), gap: g.Pick(32, 24), side: g.Pick(84, 72), size: g.Pick(64, 56), track: .04}
}

// ground returns the inks of the foot's ground and words.
func (f footing) ground() (ground, ink page.Ink) {
	if f.onLeaf {
		return page.LeafInk, page.OnLeaf
	}
	return page.Paper, page.Red
}

// number sets 序号 with its line box's top at y: from x on, or centred in the room from there. Many
// digits are set smaller, on the same baseline.
func (p *slide) number(l *page.Layer, n build.Pen, x, y, room fixed.Int26_6, ink page.Ink, centred bool) {
	text, h := fmt.Sprint(p.it.Number), n.Line()
	baseline := y + n.Rise()
	most := room
	if centred {
		most -= p.Px(32)
	}
	n = p.FitLine(text, n, most, 0)
	w := p.width(n, text)
	box := page.Area(x, y, w, h)
	if centred {
		box.Max.X = x + room
		x += (room - w) / 2
	}
	p.Label(l, text, n, x, baseline-n.Rise(), ink)
	l.Hug()
	p.Box("no", box)
}

// clock paints time and date with their top at y, right-aligned, and returns their left edge.
// Without a trusted time there is neither.
func (p *slide) clock(y, right fixed.Int26_6, day string, ground, ink page.Ink) fixed.Int26_6 {
	if !p.State.Clock {
		return right
	}
	l := p.addChrome("clock", ground)
	box := p.clockOf(day, ink, typeset.End).Stack(p.Draft, l, 0, right, y)
	l.Hug()
	p.BoxAs(page.Chrome, "clock", box)
	return box.Min.X
}

// clockTime is the size of the time of day, u.
const clockTime = 72

// belowClock returns the top of what stands below the clock.
func (p *slide) belowClock() fixed.Int26_6 {
	return p.Px(64+14+10) + p.Type(clockTime) + p.chromeSize(30)
}

// clockOf returns a slide's clock.
func (p *slide) clockOf(day string, ink page.Ink, align typeset.Align) build.Clock {
	return build.Clock{
		Time: build.Pen{Face: fonts.SerifBold, Size: p.Type(clockTime), Leading: 1, Track: .01},
		Text: day, Pen: build.Pen{Face: fonts.SansMedium, Size: p.chromeSize(30), Leading: 1, Track: .04},
		Inks: [2]page.Ink{ink, ink}, Gap: p.Px(14), Align: align,
	}
}

// chromeSize returns a size of n u of what all slides have in common, larger where the panel asks for it and as far
// as there is room.
func (p *slide) chromeSize(n float64) fixed.Int26_6 { return min(p.Type(n), p.Px(44)) }

// width returns the width of a text in one line, with the last character's tracking.
func (p *slide) width(pen build.Pen, text string) fixed.Int26_6 {
	return p.Setter.Width(pen.Span(text))
}

// placePen returns the pen of the centre's name.
func (p *slide) placePen() build.Pen {
	return build.Pen{Face: fonts.SerifBold, Size: p.chromeSize(34), Leading: 1, Track: .08}
}

// place sets the centre's name in the corner, in room, and returns its layer.
func (p *slide) place(room fixed.Int26_6, ground, ink page.Ink) *page.Layer {
	l, n := p.addChrome("place", ground), p.placePen()
	p.fitText(l, p.State.Catalogue.Centre, n, p.Pick(72, 80), p.Pick(72, 68)+n.Rise(), room, p.Px(28), ink)
	return l
}

// placed sets the centre's name and the 一级事项 below it, in room or, if it is long, wide. capped
// reports which slides have one.
func (p *slide) placed(room, wide fixed.Int26_6, ground, name, category page.Ink) {
	l := p.place(room, ground, name)
	if p.capped() {
		n := categoryPen(p.Type(52))
		p.category(l, p.Pick(72, 80), p.Pick(72, 68)+p.Px(34+26)+n.Rise(), room, wide, 1, category)
	}
}

// capped reports whether the 一级事项 stands above the title, which is another.
func (p *slide) capped() bool { return p.above() != "" }

// above returns the 一级事项 of an item whose title is a 二级事项, else "".
func (p *slide) above() string {
	if p.it.Title == "" || p.it.Title == p.it.Category {
		return ""
	}
	return p.it.Category
}

// categoryPen returns the pen of a 一级事项 on a slide.
func categoryPen(size fixed.Int26_6) build.Pen {
	return build.Pen{Face: fonts.SerifBlack, Size: size, Leading: 1, Track: .02}
}

// category sets 一级事项 with its baseline at y, in up to so many lines in room beside the clock. A
// longer one stands below that, wide, in up to four lines.
func (p *slide) category(l *page.Layer, x, y, room, wide fixed.Int26_6, lines int, ink page.Ink) {
	n := categoryPen(p.Type(52))
	least := n
	least.Size = min(n.Size, p.Px(37))
	beside := typeset.Paragraph{Spans: []typeset.Span{least.Span(p.it.Category)}, Measure: max(room, least.Size)}
	if len(p.Setter.Lines(beside)) <= lines {
		p.fitText(l, p.it.Category, n, x, y, room, least.Size, ink)
		return
	}
	n.Size, n.Leading = p.Type(40), 1.2
	par := p.Phrased(p.it.Category, nil, n, wide)
	par.MaxLines = 4
	below, top := p.addChrome("category", l.Ground), max(y, p.belowClock())
	_, h := p.Paragraph(below, par, n, x, top, ink)
	below.Hug()
	p.lowered = h + p.Px(12)
}

// fitText sets a text on a baseline. A text too long for room is set smaller, down to least, then
// in two lines, the second one on the baseline, and then smaller again.
func (p *slide) fitText(l *page.Layer, text string, n build.Pen, x, baseline, room, least fixed.Int26_6, ink page.Ink) {
	n = p.FitLine(text, n, room, least)
	n.Leading = 1.15
	par := typeset.Paragraph{Spans: []typeset.Span{n.Span(text)}}
	if p.width(n, text) > room+fixed.I(1) { // a fitted size is rounded
		n, par = p.inTwoLines(text, n, max(room, least))
	}
	t, _ := p.Paragraph(l, par, n, x, baseline-n.Rise(), ink)
	t.Y -= page.Scale(n.Line(), float64(len(t.Lines)-1)).Round()
	l.Hug()
}

// inTwoLines returns a text in two lines that end at phrases, or as full as possible, or then
// smaller, down to 18 u, and truncated.
func (p *slide) inTwoLines(text string, n build.Pen, room fixed.Int26_6) (build.Pen, typeset.Paragraph) {
	set := func(title bool) func(build.Pen) typeset.Paragraph {
		return func(n build.Pen) typeset.Paragraph {
			return typeset.Paragraph{Spans: []typeset.Span{n.Span(text)}, Measure: room, Title: title}
		}
	}
	par := set(true)(n)
	if len(p.Setter.Lines(par)) > 2 { // room is worth more than a phrase
		n, par = p.Shrink(build.Fit{Least: p.Px(18), Factor: .95, Lines: 2}, n, set(false))
	}
	par.MaxLines = 2
	return n, par
}

// numbered sets 序号 on a baseline from x on and, a gap behind it, a 一级事项, "" for none.
func (p *slide) numbered(ground page.Ink, n build.Pen, x, baseline, gap, right fixed.Int26_6, category string, inks [2]page.Ink) {
	l := p.addLayer("no", ground)
	text := fmt.Sprint(p.it.Number)
	n = p.FitLine(text, n, right-x, 0)
	p.Label(l, text, n, x, baseline-n.Rise(), inks[0])
	l.Hug()
	if category != "" {
		x += p.width(n, text) + gap
		p.fitText(p.addLayer("category", ground), category, categoryPen(p.Type(56)), x, baseline, right-x, p.Px(37), inks[1])
	}
}

// invite sets the invitation at the foot and returns its right edge. Its target is the whole screen.
func (p *slide) invite() fixed.Int26_6 {
	ground, ink := p.foot.ground()
	l := p.addChrome("invite", ground)
	n := build.Pen{Face: fonts.SerifBlack, Size: p.foot.size, Leading: 1, Track: p.foot.track}
	text, side := "请点屏幕查看", p.foot.side
	y, x := p.H-p.foot.base-side, p.left+side+p.Px(24)
	box := page.Area(p.left, y, x+p.width(n, text)-p.left, side)
	p.BoxAs(page.Chrome, "invite", box)

	// The pressed ground extends beyond the words, to be visible around a finger.
	pad := fixed.Point26_6{X: p.Px(16), Y: p.Px(6)}
	paint := fixed.Rectangle26_6{Min: box.Min.Sub(pad), Max: box.Max.Add(pad)}
	whole := p.Press(l, "slide", paint, page.Area(0, 0, p.W, p.H), page.RedDown, session.Open{Screen: p.open})
	whole.Ground.Radius = p.Px(8)
	look := page.Look{Ink: ink, Down: page.OnLeaf, Target: whole.Target}
	l.Icon("touch", p.left, y, side, ink).Look = look
	t, _ := p.Label(l, text, n, x, y+(side-n.Line())/2, ink)
	t.Look = look
	l.Hug()
	return box.Max.X
}

// footName sets a name at the foot's right, if it has room after the invitation.
func (p *slide) footName(text string, invited fixed.Int26_6) {
	n := build.Pen{Face: fonts.SerifBold, Size: p.chromeSize(32), Leading: 1, Track: .04}
	w := p.width(n, text)
	x := p.right - w
	if x < invited+p.Px(32) {
		return
	}
	l := p.addChrome("name", page.Paper)
	p.Label(l, text, n, x, p.H-p.foot.base-p.foot.side+(p.foot.side-n.Line())/2, page.Ink2)
	l.Hug()
}

// ticksTop returns the top of the row of ticks.
func (p *slide) ticksTop() fixed.Int26_6 {
	return p.H - p.foot.base - p.foot.side - p.foot.gap - p.Px(12)
}

// progress sets the row of ticks for slide i of n, with i / n at its end if there are many. A
// single slide has no row.
func (p *slide) progress(i, n int) {
	if n < 2 {
		return
	}
	y, right := p.ticksTop(), p.right
	if n >= page.ManyTicks {
		right -= p.slideCount(i, n, y+p.Px(6)) + p.Px(24)
	}
	row := page.Area(p.left, y, right-p.left, p.Px(12))
	p.BoxAs(page.Chrome, "ticks", row)
	p.Ticks = &page.Ticks{Rect: page.Round(row), Slides: n, Current: i, OnLeaf: p.foot.onLeaf}
}

// slideCount paints i / n with its digits centred on y, and returns its width.
func (p *slide) slideCount(i, n int, y fixed.Int26_6) fixed.Int26_6 {
	at := p.OutOf(i+1, n, 32, 28)
	at.Number.Size, at.Word.Size = min(at.Number.Size, p.Px(36)), min(at.Word.Size, p.Px(32)) // above the invitation
	if p.foot.onLeaf {
		at.Inks = [2]page.Ink{page.OnLeaf, page.OnLeaf}
	}
	ground, _ := p.foot.ground()
	l, w := p.addChrome("count", ground), at.Width(p.Draft)
	at.Paint(p.Draft, l, p.right-w, y+page.Scale(at.Number.Size, .36))
	l.Hug()
	return w
}
