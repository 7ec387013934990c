package poster

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// An item with little content has a short slide, with a title as large as the screen allows; any
// other has a long one, with a vertical title on the leaf beside the text
// (docs/design/README.md section 6.1).
const (
	shortElements   = 4  // elements at most
	shortCharacters = 40 // all elements together have fewer
)

// slide is a slide of the carousel while it is laid out.
type slide struct {
	*build.Draft
	it          *catalogue.Item // of a notice only its title
	open        session.Screen  // opened by a tap
	left, right fixed.Int26_6   // margins of the text and the foot
	lowered     fixed.Int26_6   // how far a long 一级事项 moves what stands below it
	foot        footing
}

// footing is the place of ticks and invitation.
type footing struct {
	base, gap fixed.Int26_6 // below them, and between them
	onLeaf    bool
}

// ground returns the inks of the foot's ground and words.
func (f footing) ground() (ground, ink page.Ink) {
	if f.onLeaf {
		return page.LeafInk, page.OnLeaf
	}
	return page.Paper, page.Red
}

// Slide lays out the slide in view.
func Slide(b *build.Draft) {
	p := &slide{Draft: b, foot: footing{base: b.Px(68), gap: b.Pick(44, 36)}}
	switch v, c := b.View, b.State.Catalogue; {
	case v.Notice != "":
		p.noticeSlide()
	case v.Category != "":
		i := slices.IndexFunc(c.Items, func(it catalogue.Item) bool { return it.Category == v.Category })
		p.itemSlide(&c.Items[max(i, 0)])
		p.open = session.Screen{Kind: session.Category, Category: v.Category}
	default:
		i, _ := c.Find(v.Number)
		p.itemSlide(&c.Items[min(i, len(c.Items)-1)])
		if v.Number == 0 {
			p.open = session.Screen{Kind: session.Home}
		}
	}
	p.progress(session.SlideIndex(b.State), session.Slides(b.State))
	p.drift()
}

// itemSlide lays out an item's slide.
func (p *slide) itemSlide(it *catalogue.Item) {
	p.it, p.open = it, session.Screen{Kind: session.Item, Number: it.Number}
	if isShort(it.Content) {
		p.shortSlide()
	} else {
		p.longSlide()
	}
}

// isShort reports whether an item with this content has a short slide.
func isShort(cell catalogue.Cell) bool {
	n := 0
	for _, e := range cell {
		n += utf8.RuneCountInString(e.Text)
	}
	return !cell.Nested() && len(cell) <= shortElements && n < shortCharacters
}

// placeLeaf records the leaf and its hairline.
func (p *slide) placeLeaf(leaf, hair fixed.Rectangle26_6) {
	p.Leaf = page.Leaf{Rect: page.Round(leaf), Hair: page.Round(hair)}
	p.Box("leaf", leaf)
	p.Box("leaf.line", hair)
}

// addLayer adds a layer, which Hug shrinks to its content later.
func (p *slide) addLayer(name string, ground page.Ink) *page.Layer {
	return p.Layer(name, fixed.Rectangle26_6{}, ground)
}

// addChrome adds a layer that is the same on every slide.
func (p *slide) addChrome(name string, ground page.Ink) *page.Layer {
	l := p.addLayer(name, ground)
	l.Role = page.Chrome
	return l
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
func (p *slide) clock(y fixed.Int26_6, day string, ground, ink page.Ink) fixed.Int26_6 {
	if !p.State.Clock {
		return p.right
	}
	l := p.addChrome("clock", ground)
	box := p.clockOf(day, ink, typeset.End).Stack(p.Draft, l, 0, p.right, y)
	l.Hug()
	p.BoxAs(page.Chrome, "clock", box)
	return box.Min.X
}

// clockOf returns a slide's clock.
func (p *slide) clockOf(day string, ink page.Ink, align typeset.Align) build.Clock {
	return build.Clock{
		Time: build.Pen{Face: fonts.SerifBold, Size: p.Px(72), Leading: 1, Track: .01},
		Text: day, Pen: build.Pen{Face: fonts.SansMedium, Size: p.Px(30), Leading: 1, Track: .04},
		Inks: [2]page.Ink{ink, ink}, Gap: p.Px(14), Align: align,
	}
}

// width returns the width of a text in one line, with the last character's tracking.
func (p *slide) width(pen build.Pen, text string) fixed.Int26_6 {
	return p.Setter.Width(pen.Span(text))
}

// category sets 一级事项 with its baseline at y, in up to so many lines in room beside the clock. A
// longer one stands below that, wide, in up to four lines.
func (p *slide) category(l *page.Layer, x, y, room, wide fixed.Int26_6, lines int, ink page.Ink) {
	n := build.Pen{Face: fonts.SerifBlack, Size: p.Px(52), Leading: 1, Track: .02}
	least := n
	least.Size = p.Px(34)
	beside := typeset.Paragraph{Spans: []typeset.Span{least.Span(p.it.Category)}, Measure: max(room, least.Size)}
	if len(p.Setter.Lines(beside)) <= lines {
		p.fitText(l, p.it.Category, n, x, y, room, least.Size, ink)
		return
	}
	n.Size, n.Leading = p.Px(40), 1.2
	par := p.Phrased(p.it.Category, nil, n, wide)
	par.MaxLines = 4
	below := p.addChrome("category", l.Ground)
	_, h := p.Paragraph(below, par, n, x, y, ink)
	below.Hug()
	p.lowered = h + p.Px(12)
}

// fitText sets a text on a baseline. A text too long for room is set smaller, down to least, then
// in two lines, the second one on the baseline, and then smaller again.
func (p *slide) fitText(l *page.Layer, text string, n build.Pen, x, baseline, room, least fixed.Int26_6, ink page.Ink) {
	n = p.FitLine(text, n, room, least)
	n.Leading = 1.15
	par := typeset.Paragraph{Spans: []typeset.Span{n.Span(text)}}
	if p.width(n, text) > room {
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

// invite sets the invitation at the foot and returns its right edge. Its target is the whole screen.
func (p *slide) invite(size, gap, track float64) fixed.Int26_6 {
	ground, ink := p.foot.ground()
	l := p.addChrome("invite", ground)
	n := build.Pen{Face: fonts.SerifBold, Size: p.Px(size), Leading: 1, Track: track}
	text, side := "轻触屏幕　查询详情", p.Px(64)
	y, x := p.H-p.foot.base-side, p.left+side+p.Px(gap)
	box := page.Area(p.left, y, x+p.width(n, text)-p.left, side)
	p.BoxAs(page.Chrome, "invite", box)

	// The pressed ground extends beyond the words, to be visible around a finger.
	pad := fixed.Point26_6{X: p.Px(16), Y: p.Px(12)}
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
	n := build.Pen{Face: fonts.SerifBold, Size: p.Px(32), Leading: 1, Track: .04}
	w := p.width(n, text)
	x := p.right - w
	if x < invited+p.Px(32) {
		return
	}
	l := p.addChrome("name", page.Paper)
	p.Label(l, text, n, x, p.H-p.foot.base-p.Px(64)+(p.Px(64)-n.Line())/2, page.Ink2)
	l.Hug()
}

// ticksTop returns the top of the row of ticks.
func (p *slide) ticksTop() fixed.Int26_6 {
	return p.H - p.foot.base - p.Px(64) - p.foot.gap - p.Px(12)
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
	if p.foot.onLeaf {
		at.Inks = [2]page.Ink{page.OnLeaf, page.OnLeaf}
	}
	ground, _ := p.foot.ground()
	l, w := p.addChrome("count", ground), at.Width(p.Draft)
	at.Paint(p.Draft, l, p.right-w, y+page.Scale(at.Number.Size, .36))
	l.Hug()
	return w
}
