package record

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// Flow is a column of a page in which blocks are set one below the other.
type Flow struct {
	*build.Draft
	On    *page.Layer
	X, W  fixed.Int26_6
	Y     fixed.Int26_6       // of the next block
	Grow  float64             // by which the text of a short page grows (Greatest); 0: 1
	most  fixed.Int26_6       // the size of a single element under a title; 0: any
	rough bool                // texts are only counted, not set: what is measured is never higher than what would be set
	codes map[string]linkCode // that were made for the column and its copies, by address
	Loose fixed.Int26_6       // more room above and below each fact
}

// Height returns the height of what f would set here.
func (c Flow) Height(f func(*Flow)) fixed.Int26_6 {
	top := c.Y
	c.Aside(func(l *page.Layer) {
		c.On = l
		f(&c)
	})
	return c.Y - top
}

// Add sets a paragraph and advances Y past it.
func (c *Flow) Add(par typeset.Paragraph, p build.Pen, ink page.Ink) *page.Text {
	if c.rough {
		c.Y += leastLines(par, p) * p.Line()
		return &page.Text{}
	}
	t, h := c.Paragraph(c.On, par, p, c.X, c.Y, ink)
	c.Y += h
	return t
}

// officialText sets official text, with a quiet closing mark (docs/design/README.md section 3).
func (c *Flow) officialText(text string, p build.Pen, ink page.Ink) *page.Text {
	t := c.Add(build.Official(text, p, c.W), p, ink)
	t.Inks = build.QuietInks(t.Spans, ink)
	return t
}

// rule draws a rule of the column's width and advances Y past it.
func (c *Flow) rule(thick fixed.Int26_6, ink page.Ink) {
	c.On.Fill(page.Area(c.X, c.Y, c.W, thick), ink)
	c.Y += thick
}

// Begin starts a part of the page; end records the part's box.
func (c *Flow) Begin(name string) (end func()) {
	top := c.Y
	return func() { c.Box(name, c.since(top)) }
}

// since returns the part of the column filled from top on.
func (c *Flow) since(top fixed.Int26_6) fixed.Rectangle26_6 { return page.Area(c.X, top, c.W, c.Y-top) }
