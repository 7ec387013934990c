package page

import (
	"fmt"
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// A row's content decides the form of its slide (docs/design/README.md section 6.1): little content
// makes a short slide, whose title is as large as the screen allows; all other rows have a long
// one, whose title runs down the leaf beside the text.
const (
	shortElements   = 4  // at most so many elements
	shortCharacters = 40 // of together fewer characters than this
)

// poster is a slide of the carousel while it is laid out.
type poster struct {
	*build
	it          *catalogue.Item // of a notice only what its title says
	open        session.Screen  // what a tap opens
	left, right fixed.Int26_6   // of what stands on the ground
	foot        footing
}

// footing is where ticks and invitation stand.
type footing struct {
	base, gap fixed.Int26_6 // between them and the screen's edge, and between each other
	onLeaf    bool
}

// ground returns what the foot stands on, and the ink of its words.
func (f footing) ground() (ground, ink Ink) {
	if f.onLeaf {
		return LeafInk, OnLeaf
	}
	return Paper, Red
}

// attract lays the slide of the carousel that the view names.
func (b *build) attract() {
	p := &poster{build: b, foot: footing{base: b.px(68), gap: b.pick(44, 36)}}
	i := session.SlideIndex(b.state)
	if b.View.Notice != "" {
		p.announce()
	} else {
		p.row(&b.state.Catalogue.Items[min(i, len(b.state.Catalogue.Items)-1)])
	}
	p.progress(i, session.Slides(b.state))
	p.drift()
}

// row lays an item's slide.
func (p *poster) row(it *catalogue.Item) {
	p.it, p.open = it, session.Screen{Kind: session.Item, Number: it.Number}
	if short(it.Content) {
		p.short()
	} else {
		p.long()
	}
}

// short reports whether a cell makes a short slide.
func short(cell catalogue.Cell) bool {
	n := 0
	for _, e := range cell {
		n += utf8.RuneCountInString(e.Text)
	}
	return !cell.Nested() && len(cell) <= shortElements && n < shortCharacters
}

// fold lays the leaf: its hairline runs 16 u inside the edge that is free.
func (p *poster) fold(leaf, hair fixed.Rectangle26_6) {
	p.Leaf = Leaf{Rect: whole(leaf), Hair: whole(hair)}
	p.box("leaf", leaf)
	p.box("leaf.line", hair)
}

// on adds a layer that hug will shrink to its contents.
func (p *poster) on(name string, ground Ink) *Layer {
	return p.layer(name, fixed.Rectangle26_6{}, ground)
}

// onChrome adds a layer that is the same on every slide.
func (p *poster) onChrome(name string, ground Ink) *Layer {
	l := p.on(name, ground)
	l.Role = Chrome
	return l
}

// number sets the row's 序号 with its line box's top at y: from x on, or centred
// in the room from there. It shrinks where it has more digits than there is room
// for, on the same baseline.
func (p *poster) number(l *Layer, n pen, x, y, room fixed.Int26_6, ink Ink, centred bool) {
	text, h := fmt.Sprint(p.it.Number), n.line()
	baseline := y + n.rise()
	most := room
	if centred {
		most -= p.px(32)
	}
	n = p.fitLine(text, n, most, 0)
	w := p.wide(n, text)
	box := rect(x, y, w, h)
	if centred {
		box.Max.X = x + room
		x += (room - w) / 2
	}
	p.label(l, text, n, x, baseline-n.rise(), ink)
	l.hug()
	p.box("no", box)
}

// clock paints time and date with their top at y, right aligned, and returns where they
// begin. Without a trusted time there is neither.
func (p *poster) clock(y fixed.Int26_6, day string, ground, ink Ink) fixed.Int26_6 {
	if !p.state.Clock {
		return p.right
	}
	l := p.onChrome("clock", ground)
	box := p.clockOf(day, ink, typeset.End).stack(p.build, l, 0, p.right, y)
	l.hug()
	p.boxAs(Chrome, "clock", box)
	return box.Min.X
}

// clockOf returns a slide's clock.
func (p *poster) clockOf(day string, ink Ink, align typeset.Align) clock {
	return clock{
		time: pen{face: fonts.SerifBold, size: p.px(72), leading: 1, track: .01},
		text: day, pen: pen{face: fonts.SansMedium, size: p.px(30), leading: 1, track: .04},
		inks: [2]Ink{ink, ink}, gap: p.px(14), align: align,
	}
}

// wide returns the width of a text in one line, its last character's tracking included.
func (p *poster) wide(pen pen, text string) fixed.Int26_6 {
	return p.set.Width(pen.span(text))
}

// fitted sets a text on a baseline. What is too long for its room is set smaller,
// down to least; then in two lines, the second on the baseline; and then cut.
func (p *poster) fitted(l *Layer, text string, n pen, x, baseline, room, least fixed.Int26_6, ink Ink) {
	n = p.fitLine(text, n, room, least)
	n.leading = 1.15
	par := typeset.Paragraph{Spans: []typeset.Span{n.span(text)}}
	if p.wide(n, text) > room {
		par.Measure, par.MaxLines, par.Title = max(room, least), 2, true
		if lines := p.set.Lines(par); lines[len(lines)-1].End < utf8.RuneCountInString(text) {
			par.Title = false // room is worth more than a phrase
		}
	}
	t, _ := p.para(l, par, n, x, baseline-n.rise(), ink)
	t.Y -= times(n.line(), float64(len(t.Lines)-1)).Round()
	l.hug()
}

// invite sets the invitation at the foot and returns where it ends. Its target is the whole
// screen.
func (p *poster) invite(size, gap, track float64) fixed.Int26_6 {
	ground, ink := p.foot.ground()
	l := p.onChrome("invite", ground)
	n := pen{face: fonts.SerifBold, size: p.px(size), leading: 1, track: track}
	text, side := "轻触屏幕　查询详情", p.px(64)
	y, x := p.h-p.foot.base-side, p.left+side+p.px(gap)
	box := rect(p.left, y, x+p.wide(n, text)-p.left, side)
	p.boxAs(Chrome, "invite", box)

	// The pressed ground extends beyond the words, so that it is seen around a finger.
	pad := fixed.Point26_6{X: p.px(16), Y: p.px(12)}
	paint := fixed.Rectangle26_6{Min: box.Min.Sub(pad), Max: box.Max.Add(pad)}
	whole := p.press(l, "slide", paint, rect(0, 0, p.w, p.h), RedDown, session.Open{Screen: p.open})
	whole.ground.Radius = p.px(8)
	look := Look{Ink: ink, Down: OnLeaf, Target: whole.target}
	l.icon("touch", p.left, y, side, ink).Look = look
	t, _ := p.label(l, text, n, x, y+(side-n.line())/2, ink)
	t.Look = look
	l.hug()
	return box.Max.X
}

// name sets a name at the foot's right, if it has room behind the invitation.
func (p *poster) name(text string, invited fixed.Int26_6) {
	n := pen{face: fonts.SerifBold, size: p.px(32), leading: 1, track: .04}
	w := p.wide(n, text)
	x := p.right - w
	if x < invited+p.px(32) {
		return
	}
	l := p.onChrome("name", Paper)
	p.label(l, text, n, x, p.h-p.foot.base-p.px(64)+(p.px(64)-n.line())/2, Ink2)
	l.hug()
}

// ticksTop returns where the row of the ticks begins.
func (p *poster) ticksTop() fixed.Int26_6 {
	return p.h - p.foot.base - p.px(64) - p.foot.gap - p.px(12)
}

// progress sets the row of ticks for slide i of n, with i / n at its end where there are
// many slides. A single slide has no row.
func (p *poster) progress(i, n int) {
	if n < 2 {
		return
	}
	y, right := p.ticksTop(), p.right
	if n >= manyTicks {
		right -= p.slideCount(i, n, y+p.px(6)) + p.px(24)
	}
	row := rect(p.left, y, right-p.left, p.px(12))
	p.boxAs(Chrome, "ticks", row)
	p.Ticks = &Ticks{Rect: whole(row), Slides: n, Current: i, OnLeaf: p.foot.onLeaf}
}

// slideCount paints i / n with its digits' middle at y, and returns its width.
func (p *poster) slideCount(i, n int, y fixed.Int26_6) fixed.Int26_6 {
	at := p.outOf(i+1, n, 32, 28)
	if p.foot.onLeaf {
		at.inks = [2]Ink{OnLeaf, OnLeaf}
	}
	ground, _ := p.foot.ground()
	l, w := p.onChrome("count", ground), at.width(p.build)
	at.paint(p.build, l, p.right-w, y+times(at.number.size, .36))
	l.hug()
	return w
}
