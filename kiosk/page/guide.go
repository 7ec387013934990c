package page

import (
	"fmt"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/qr"
	"gongkai/kiosk/typeset"
)

// guided sets the elements of an item with [[guide]]: those that a section is about are
// tabs, and sections that no element names have tabs behind them (docs/design/README.md
// section 6.4).
func (c *flow) guided(it *catalogue.Item) {
	g, chosen := &guideTabs{it.Guides, catalogue.TabsOf(it.Guides)}, c.chosenTab(it)
	var last []tab // a grid that the sections left over go on with
	switch cell := it.Content; {
	case cell.Nested():
		c.groups(cell, func(run catalogue.Cell) {
			if g.Any(run) {
				c.tabs(g.of(run), chosen)
			} else {
				c.short(run)
			}
		})
	case cell.Longest() <= catalogue.LongestTab && g.Any(cell):
		last = g.of(cell)
	default:
		c.elements(cell)
	}
	if last = append(last, g.rest()...); len(last) > 0 {
		c.tabs(last, chosen)
	}
}

// guide sets the section that is chosen, with the item's code at its right, or below it where
// text is large or the code is.
func (c *flow) guide(it *catalogue.Item) {
	code, coded := c.codeOf(it.Link)
	if len(it.Guides) == 0 && !coded {
		return
	}
	end := c.begin("guide")
	c.y += c.pick(40, 16)
	if len(it.Guides) == 0 {
		c.codeAlone(code)
		c.y += c.pick(30, 16)
		end()
		return
	}
	text := *c
	beside := coded && code.side <= c.pick(250, 220) && !c.huge()
	if beside {
		text.w -= code.side + c.pick(52, 40)
	}
	text.section(it.Guides[c.chosenTab(it)])
	bottom := text.y
	switch {
	case beside:
		bottom = max(bottom, c.card(code, c.x+c.w-code.side, c.y))
	case coded:
		bottom = c.card(code, c.x+(c.w-code.side)/2, bottom+c.px(24))
	}
	c.y = bottom + c.pick(30, 0)
	end()
}

// section sets a section's title, and its paragraphs and steps.
func (c *flow) section(g catalogue.Guide) {
	h := pen{face: fonts.SerifBlack, size: times(c.pick(48, 40), min(c.step, mostLabel)), leading: 1.2}
	c.add(typeset.Paragraph{Spans: []typeset.Span{h.span(g.Name())}, Measure: c.w, Title: true}, h, Black)
	c.y += c.pick(24, 12)
	s := sectionOf(g.Body)
	if len(s.before) > 0 {
		c.guideText(s.before)
		c.y += c.pick(14, 8)
	}
	p := pen{face: fonts.SansRegular, size: c.bodyPick(35, 33), leading: 1.55}
	for i, paras := range s.steps {
		c.guideStep(i+1, paras, p, i+1 == len(s.steps))
	}
}

// guideText sets paragraphs of a whole number of characters a line.
func (c *flow) guideText(paras []string) {
	p := pen{face: fonts.SansRegular, size: c.even(c.w, c.bodyPick(36.8, 32.8)), leading: 1.56}
	for i, text := range paras {
		if i > 0 {
			c.y += c.px(12)
		}
		c.add(typeset.Paragraph{Spans: []typeset.Span{p.span(text)}, Measure: c.w, Justify: true}, p, Black)
	}
}

// guideStep sets a step beside its number in a circle; a thread leads to the next one.
func (c *flow) guideStep(n int, paras []string, p pen, last bool) {
	side, column := c.px(46), c.px(64)
	in := *c
	in.x, in.w = c.x+column, c.w-column
	for _, text := range paras {
		in.add(typeset.Paragraph{Spans: []typeset.Span{p.span(text)}, Measure: in.w}, p, Black)
	}
	top := c.y + (p.line()-side)/2
	in.y += c.pick(28, 12)
	if !last {
		next := in.y + (p.line()-side)/2
		c.on.fill(rect(c.x+side/2-c.rule(2)/2, top+side, c.rule(2), next-top-side), Gold)
	}
	circle := c.on.fill(rect(c.x, top, side, side), Red)
	circle.Radius, circle.Stroke = side/2, c.rule(2.5)
	number := pen{face: fonts.SerifBlack, size: c.px(32), leading: 1.28}
	text := fmt.Sprint(n)
	number = c.fitLine(text, number, c.px(34), 0)
	c.centred(c.on, rect(c.x, top, side, side), text, number, Look{Ink: Red})
	c.y = in.y
}

// linkCode is a link's QR code and how large it is.
type linkCode struct {
	code   qr.Code
	side   fixed.Int26_6 // of its white ground
	module int           // px
}

// leastModule is how small a module may be, u: 1 mm on the smallest panel.
const leastModule = 4

// codeOf returns the code of an address, if it has one: 250 (220) large, or as much as
// modules of 4 need.
func (b *build) codeOf(address string) (linkCode, bool) {
	if address == "" {
		return linkCode{}, false
	}
	code, err := qr.Link(address)
	if err != nil {
		return linkCode{}, false // kiosk check has said so
	}
	n := code.Size + 2*qr.Quiet
	least := max(1, b.px(leastModule).Round())
	side := max(b.pick(250, 220), fixed.I(n*least))
	return linkCode{code, side, side.Floor() / n}, true
}

const codeSays = "扫码在手机上查看"

// card paints a code at x, y with its words below it, and returns where they end.
func (c *flow) card(k linkCode, x, y fixed.Int26_6) fixed.Int26_6 {
	c.paintLink(k, x, y)
	p := pen{face: fonts.SansMedium, size: times(c.pick(28, 26), min(c.step, mostLabel)), leading: 1.5}
	p = c.fitLine(codeSays, p, k.side, 0)
	y += k.side + c.pick(16, 8)
	c.across(c.on, rect(x, y, k.side, p.line()), y, codeSays, p, Look{Ink: Ink2})
	return y + p.line()
}

// codeAlone paints the code of an item without a guide, its words beside it.
func (c *flow) codeAlone(k linkCode) {
	c.paintLink(k, c.x, c.y)
	p := pen{face: fonts.SansMedium, size: c.labelled(35), leading: 1.5}
	x := c.x + k.side + c.pick(52, 40)
	par := typeset.Paragraph{Spans: []typeset.Span{p.span(codeSays)}, Measure: c.x + c.w - x, Title: true}
	h := p.line() * fixed.Int26_6(len(c.build.set.Lines(par)))
	c.para(c.on, par, p, x, c.y+(k.side-h)/2, Ink2)
	c.y += k.side
}

// paintLink paints a code at x, y.
func (c *flow) paintLink(k linkCode, x, y fixed.Int26_6) {
	r := rect(x, y, k.side, k.side)
	c.box("qr", r)
	c.frameCode(c.on, r, k.code, k.module)
}
