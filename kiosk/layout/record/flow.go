package record

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// Flow is where the blocks of an item are set, one below the other: y is
// where the next one begins.
type Flow struct {
	*build.Draft
	On      *page.Layer
	X, W, Y fixed.Int26_6
}

// Height returns the height of what f sets here, measured aside.
func (c Flow) Height(f func(*Flow)) fixed.Int26_6 {
	top := c.Y
	c.Aside(func(l *page.Layer) {
		c.On = l
		f(&c)
	})
	return c.Y - top
}

// Add sets a paragraph at the column's y and moves on below it.
func (c *Flow) Add(par typeset.Paragraph, p build.Pen, ink page.Ink) *page.Text {
	t, h := c.Paragraph(c.On, par, p, c.X, c.Y, ink)
	c.Y += h
	return t
}

// official sets official text: its own closing mark is painted quietly (design
// section 3).
func (c *Flow) official(text string, p build.Pen, ink page.Ink) *page.Text {
	t := c.Add(build.Official(text, p, c.W), p, ink)
	t.Inks = build.QuietInks(t.Spans, ink)
	return t
}

// rule draws a rule of the column's width and moves on below it.
func (c *Flow) rule(thick fixed.Int26_6, ink page.Ink) {
	c.On.Fill(page.Area(c.X, c.Y, c.W, thick), ink)
	c.Y += thick
}

// Begin starts a part of the page; end records its box.
func (c *Flow) Begin(name string) (end func()) {
	top := c.Y
	return func() { c.Box(name, c.since(top)) }
}

// since returns the part of the column filled from top on.
func (c *Flow) since(top fixed.Int26_6) fixed.Rectangle26_6 { return page.Area(c.X, top, c.W, c.Y-top) }
