package record

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// ContactForm is where 到哪里问 stands (docs/design/README.md section 6.4).
type ContactForm int

// In portrait below the content; in landscape below the content in two columns, or at the head of the rail.
const (
	ContactBelow ContactForm = iota
	ContactWide
	ContactRail
)

// contactLook is how a form is set: sizes and room in u.
type contactLook struct {
	rule           bool // above the heading
	top, bottom    float64
	heading, under float64
	icon, gap      float64
	pad            float64 // above and below a line
	desk, phone    float64
	rest           float64
	into           float64 // how far a number may reach into the gap behind it
}

var contactLooks = [...]contactLook{
	ContactBelow: {rule: true, top: 26, bottom: 30, heading: 44, under: 12, icon: 44, gap: 24, pad: 5, desk: 42, phone: 64, rest: 34},
	ContactWide:  {rule: true, top: 22, bottom: 20, heading: 44, under: 12, icon: 44, gap: 24, pad: 5, desk: 42, phone: 56, rest: 32, into: wideGap / 2},
	ContactRail:  {bottom: 8, heading: 36, under: 4, icon: 36, gap: 16, pad: 1, desk: 34, phone: 52, rest: 29},
}

// wideFirst and wideGap are the width of the first of two columns and the gap between them, u.
const wideFirst, wideGap = 460, 40

// Contact sets 到哪里问: a line for each field that is given, and the floor plan.
func (c *Flow) Contact(contact catalogue.Contact, form ContactForm) {
	if contact.Empty() {
		return
	}
	defer c.Begin("contact")()
	look := contactLooks[form]
	if look.rule {
		c.rule(c.Rule(3), page.Black)
	}
	c.Y += c.Px(look.top)
	heading := build.Pen{Face: fonts.SerifBlack, Size: c.ControlSize(look.heading), Leading: 1.2}
	c.Label(c.On, "到哪里问", heading, c.X, c.Y, page.Black)
	c.Y += heading.Line() + c.Px(look.under)
	lines := c.contactLines(contact, look)
	switch {
	case form == ContactWide && len(lines) > 0 && hasPlan(contact):
		c.besidePlan(lines, contact, look)
	case form == ContactWide && len(lines) > 2:
		c.twoColumns(lines, look)
	default:
		c.stacked(lines, look)
		c.floorPlan(contact, c.Px(planGap))
	}
	c.Y += c.Px(look.bottom)
}

// contactLine is a field with its icon.
type contactLine struct {
	icon, text string
	pen        build.Pen
	ink        page.Ink
	rise       fixed.Int26_6 // of the text above its padding
}

// contactLines returns the fields that are given.
func (c *Flow) contactLines(contact catalogue.Contact, look contactLook) (lines []contactLine) {
	rest := build.Pen{Face: fonts.SansMedium, Size: c.ControlSize(look.rest), Leading: 1.5}
	phone := build.Pen{Face: fonts.SerifBlack, Size: c.ControlSize(look.phone), Leading: 1.15}
	for _, l := range []contactLine{
		{"desk", contact.Desk, build.Pen{Face: fonts.SansBold, Size: c.ControlSize(look.desk), Leading: 1.3}, page.Black, 0},
		{"phone", contact.Phone, phone, page.Red, page.Scale(phone.Size, .1)},
		{"hours", contact.Hours, rest, page.Black, 0},
		{"place", contact.Address, rest, page.Black, 0},
	} {
		if l.text != "" {
			lines = append(lines, l)
		}
	}
	return lines
}

// contactLine sets a field; it is as high as least at least.
func (c *Flow) contactLine(l contactLine, look contactLook, least fixed.Int26_6) {
	side, pad := c.Px(look.icon), c.Px(look.pad)
	x, w := c.X+side+c.Px(look.gap), c.W-side-c.Px(look.gap)
	if l.ink == page.Red { // a number is never broken
		w += c.Px(look.into)
		for _, part := range strings.Split(l.text, "　") {
			l.pen = c.FitLine(part, l.pen, w, c.ControlSize(look.rest))
		}
	}
	c.On.Icon(l.icon, c.X, c.Y+pad+(l.pen.Line()-l.rise-side)/2, side, page.Red)
	_, h := c.Paragraph(c.On, c.partsWhole(l.text, l.pen, w), l.pen, x, c.Y+pad-l.rise, l.ink)
	h = max(2*pad+h-l.rise, least)
	c.Box("contact.item", page.Area(c.X, c.Y, c.W, h))
	c.Y += h
}

// stacked sets fields one below the other.
func (c *Flow) stacked(lines []contactLine, look contactLook) {
	for _, l := range lines {
		c.contactLine(l, look, 0)
	}
}

// halves returns the two columns of the wide form: the first one as wide as larger text needs, but no wider than the
// second.
func (c *Flow) halves() (left, right Flow) {
	left, right = *c, *c
	left.W = max(c.Px(wideFirst), min(c.ControlSize(wideFirst), (c.W-c.Px(wideGap))/2))
	right.X, right.W = c.X+left.W+c.Px(wideGap), c.W-left.W-c.Px(wideGap)
	return left, right
}

// besidePlan sets fields in the first column, and the floor plan in the second one.
func (c *Flow) besidePlan(lines []contactLine, contact catalogue.Contact, look contactLook) {
	left, right := c.halves()
	left.stacked(lines, look)
	right.floorPlan(contact, c.Px(look.pad))
	c.Y = max(left.Y, right.Y)
}

// twoColumns sets fields in two columns, the first two in the first one.
func (c *Flow) twoColumns(lines []contactLine, look contactLook) {
	left, right := c.halves()
	var heights [2]fixed.Int26_6
	for i, l := range lines {
		cell := [...]*Flow{&left, &right}[i/2]
		heights[i%2] = max(heights[i%2], cell.Height(func(c *Flow) { c.contactLine(l, look, 0) }))
	}
	for i, l := range lines {
		[...]*Flow{&left, &right}[i/2].contactLine(l, look, heights[i%2])
	}
	c.Y = max(left.Y, right.Y)
}

// partsWhole returns a paragraph that breaks between the parts of a text that full-width spaces set apart, and within
// one only if it is longer than the measure.
func (c *Flow) partsWhole(text string, p build.Pen, measure fixed.Int26_6) typeset.Paragraph {
	par := typeset.Paragraph{Spans: []typeset.Span{p.Span(text)}, Measure: measure}
	if c.Setter.Width(par.Spans...) <= measure {
		return par
	}
	line, at := "", 0
	for _, part := range strings.SplitAfter(text, "　") {
		if line != "" && c.Setter.Width(p.Span(line+part)) > measure {
			par.Breaks, line = append(par.Breaks, at), ""
		}
		line += part
		at += utf8.RuneCountInString(part)
	}
	return par
}
