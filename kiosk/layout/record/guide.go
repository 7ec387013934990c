package record

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/qr"
	"gongkai/kiosk/typeset"
)

// Summary sets the sentence above the tabs, or above 公开内容, to which there is more room.
func (c *Flow) Summary(text string, tabs bool) {
	if text == "" {
		return
	}
	if !tabs {
		defer func() { c.Y += c.Pick(20, 10) }()
	}
	defer c.Begin("summary")()
	p := c.summaryPen()
	c.Add(typeset.Paragraph{Spans: []typeset.Span{p.Span(text)}, Measure: min(c.W, mostCharacters*p.Size)}, p, page.Black)
	c.Y += c.Pick(8, 4)
}

// summaryPen returns the style of the sentence.
func (c *Flow) summaryPen() build.Pen {
	return build.Pen{Face: fonts.SerifBold, Size: c.PickBodySize(42, 38), Leading: 1.5}
}

// Tabs sets the tabs of an item with [[guide]]: the sections in the order of the elements that they are about, then the
// others (docs/design/README.md section 6.4).
func (c *Flow) Tabs(it *catalogue.Item) {
	if len(it.Guides) == 0 {
		return
	}
	g := guideTabs{it.Guides, catalogue.TabsOf(it.Guides)}
	c.tabs(append(g.of(it.Content), g.rest()...), chosenTab(c.Draft, it))
}

// Guide sets the chosen section with the link's code at its right, or below it if text is huge
// or the code is large.
func (c *Flow) Guide(it *catalogue.Item) {
	code, coded := c.codeOf(it.Link)
	if len(it.Guides) == 0 && !coded {
		return
	}
	end := c.Begin("guide")
	c.Y += c.Pick(40, 16)
	if len(it.Guides) == 0 {
		c.codeAlone(code)
		c.Y += c.Pick(30, 16)
		end()
		return
	}
	text := *c
	beside := coded && code.side <= c.Pick(250, 220) && !c.Huge()
	if beside {
		text.W -= code.side + c.Pick(52, 40)
	}
	text.section(it.Guides[chosenTab(c.Draft, it)])
	bottom := text.Y
	switch {
	case beside:
		bottom = max(bottom, c.codeCard(code, c.X+c.W-code.side, c.Y))
	case coded:
		bottom = c.codeCard(code, c.X+(c.W-code.side)/2, bottom+c.Px(24))
	}
	c.Y = bottom + c.Pick(30, 0)
	end()
}

// sectionPen returns the style of a section's title.
func (c *Flow) sectionPen() build.Pen {
	return build.Pen{Face: fonts.SerifBlack, Size: page.Scale(c.PickType(48, 40), min(c.Step, build.MostLabel)), Leading: 1.2}
}

// section sets a section's title, and its paragraphs and steps.
func (c *Flow) section(g catalogue.Guide) {
	h := c.sectionPen()
	c.Add(typeset.Paragraph{Spans: []typeset.Span{h.Span(g.Name())}, Measure: c.W, Title: true}, h, page.Black)
	c.Y += c.Pick(24, 12)
	s := sectionOf(g.Body)
	if len(s.before) > 0 {
		p := build.Pen{Face: fonts.SansRegular, Size: c.EvenMeasure(c.W, c.PickBodySize(36.8, 32.8)), Leading: 1.56}
		c.Prose(s.before, Prose{Pen: p, Base: c.PickBodySize(36.8, 32.8), Gap: c.Px(12)})
		c.Y += c.Pick(14, 8)
	}
	p := build.Pen{Face: fonts.SansRegular, Size: c.PickBodySize(35, 33), Leading: 1.55}
	for i, blocks := range s.steps {
		c.guideStep(i+1, blocks, p, i+1 == len(s.steps))
	}
}

// guideStep sets a step beside its number in a circle, with a thread to the next one.
func (c *Flow) guideStep(n int, blocks []catalogue.Block, p build.Pen, last bool) {
	side, column := c.Px(46), c.Px(64)
	in := *c
	in.X, in.W = c.X+column, c.W-column
	in.Prose(blocks, Prose{Pen: p, Base: p.Size, Ragged: true})
	top := c.Y + max(c.Px(4), (p.Line()-side)/2)
	in.Y += c.Pick(28, 12)
	if !last {
		next := in.Y + top - c.Y
		c.On.Fill(page.Area(c.X+side/2-c.Rule(2)/2, top+side, c.Rule(2), next-top-side), page.Gold)
	}
	circle := c.On.Fill(page.Area(c.X, top, side, side), page.Red)
	circle.Radius, circle.Stroke = side/2, c.Rule(2.5)
	number := build.Pen{Face: fonts.SerifBlack, Size: c.Type(32), Leading: 1.28}
	text := fmt.Sprint(n)
	number = c.FitLine(text, number, c.Px(34), 0)
	c.Centred(c.On, page.Area(c.X, top, side, side), text, number, page.Look{Ink: page.Red})
	c.Y = in.Y
}

// linkCode is a link's QR code and its size.
type linkCode struct {
	code   qr.Code
	side   fixed.Int26_6 // of its white ground
	module int           // px
	host   string        // where it leads
}

// leastModule is the least size of a module, u: 1 mm on the smallest panel.
const leastModule = 4

// codeOf returns the code of an address: 250 (220) large, or larger for modules of 4. ok is false
// without an address, or if no code holds it.
func (c *Flow) codeOf(address string) (_ linkCode, ok bool) {
	if address == "" {
		return linkCode{}, false
	}
	if k, known := c.codes[address]; known {
		return k, true
	}
	code, err := qr.Link(address)
	if err != nil {
		return linkCode{}, false // reported by kiosk check
	}
	n := code.Size + 2*qr.Quiet
	least := max(1, c.Px(leastModule).Round())
	side := max(c.Pick(250, 220), fixed.I(n*least))
	k := linkCode{code, side, side.Floor() / n, catalogue.Host(address)}
	if c.codes != nil {
		c.codes[address] = k
	}
	return k, true
}

const codeCaption = "扫码在手机上查看"

// codeCard paints a code at x, y with its caption and the host below, and returns their lower end.
func (c *Flow) codeCard(k linkCode, x, y fixed.Int26_6) fixed.Int26_6 {
	c.paintLink(k, x, y)
	p := build.Pen{Face: fonts.SansMedium, Size: page.Scale(c.PickType(28, 26), min(c.Step, build.MostLabel)), Leading: 1.5}
	p = c.FitLine(codeCaption, p, k.side, 0)
	y += k.side + c.Pick(16, 8)
	c.Across(c.On, page.Area(x, y, k.side, p.Line()), y, codeCaption, p, page.Look{Ink: page.Ink2})
	y += p.Line()
	h := c.hostPen()
	h = c.FitLine(k.host, h, k.side, page.Scale(h.Size, .85))
	for _, line := range c.hostLines(k.host, h, k.side) {
		c.Across(c.On, page.Area(x, y, k.side, h.Line()), y, line, h, page.Look{Ink: page.Ink2})
		y += h.Line()
	}
	return y
}

// hostPen returns the style of a link's host.
func (c *Flow) hostPen() build.Pen {
	return build.Pen{Face: fonts.SansRegular, Size: page.Scale(c.PickType(26, 24), min(c.Step, build.MostLabel)), Leading: 1.3}
}

// hostLines returns a host in lines of a width, broken in front of its parts, and within a part only if that is wider. The
// last line has as much as it holds: a host's end is what a reader trusts, and none of it is dropped.
func (c *Flow) hostLines(host string, p build.Pen, width fixed.Int26_6) (lines []string) {
	line := ""
	fits := func(s string) bool { return c.Draft.Setter.Width(p.Span(s)) <= width }
	for _, part := range slices.Backward(strings.SplitAfter(host, ".")) {
		if line != "" && !fits(part+line) {
			lines, line = append(lines, line), ""
		}
		for line == "" && !fits(part) {
			last := []rune(part)
			n := len(last) - 1
			for n > 1 && fits(string(last[n-1:])) {
				n--
			}
			lines, part = append(lines, string(last[n:])), string(last[:n])
		}
		line = part + line
	}
	slices.Reverse(lines)
	return append([]string{line}, lines...)
}

// codeAlone paints the code of an item without a guide, with its caption and the host beside it.
func (c *Flow) codeAlone(k linkCode) {
	c.paintLink(k, c.X, c.Y)
	p := build.Pen{Face: fonts.SansMedium, Size: c.LabelSize(35), Leading: 1.5}
	x := c.X + k.side + c.Pick(52, 40)
	par := typeset.Paragraph{Spans: []typeset.Span{p.Span(codeCaption)}, Measure: c.X + c.W - x, Title: true}
	h, host := p.Line()*fixed.Int26_6(len(c.Draft.Setter.Lines(par))), c.hostPen()
	lines := c.hostLines(k.host, host, par.Measure)
	all := h + host.Line()*fixed.Int26_6(len(lines))
	y := c.Y + max(0, (k.side-all)/2)
	c.Paragraph(c.On, par, p, x, y, page.Ink2)
	for i, line := range lines {
		c.Label(c.On, line, host, x, y+h+host.Line()*fixed.Int26_6(i), page.Ink2)
	}
	c.Y += max(k.side, all)
}

// paintLink paints a code at x, y.
func (c *Flow) paintLink(k linkCode, x, y fixed.Int26_6) {
	r := page.Area(x, y, k.side, k.side)
	c.Box("qr", r)
	c.FrameCode(c.On, r, k.code, k.module)
}
