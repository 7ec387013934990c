package page

import (
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/typeset"
)

// flow is where the blocks of an item are set, one below the other: y is
// where the next one begins.
type flow struct {
	*build
	on      *Layer
	x, w, y fixed.Int26_6
}

// tall returns the height of what f sets here, measured aside.
func (c flow) tall(f func(*flow)) fixed.Int26_6 {
	top := c.y
	c.aside(func(l *Layer) {
		c.on = l
		f(&c)
	})
	return c.y - top
}

// add sets a paragraph at the column's y and moves on below it.
func (c *flow) add(par typeset.Paragraph, p pen, ink Ink) *Text {
	t, h := c.para(c.on, par, p, c.x, c.y, ink)
	c.y += h
	return t
}

// official sets official text: its own closing mark is painted quietly (design
// section 3).
func (c *flow) official(text string, p pen, ink Ink) *Text {
	t := c.add(official(text, p, c.w), p, ink)
	t.Inks = quiet(t.Spans, ink)
	return t
}

// label28 returns the style of the labels over blocks and facts.
func (b *build) label28(face fonts.Face, leading, track float64) pen {
	return pen{face: face, size: b.labelled(28), leading: leading, track: track}
}

// line draws a rule of the column's width and moves on below it.
func (c *flow) line(thick fixed.Int26_6, ink Ink) {
	c.on.fill(rect(c.x, c.y, c.w, thick), ink)
	c.y += thick
}

// begin starts a part of the page; end records its box.
func (c *flow) begin(name string) (end func()) {
	top := c.y
	return func() { c.box(name, c.since(top)) }
}

// since returns the part of the column filled from top on.
func (c *flow) since(top fixed.Int26_6) fixed.Rectangle26_6 { return rect(c.x, top, c.w, c.y-top) }

// official returns a paragraph of official text whose own closing mark is a span by
// itself; texts of up to eight characters are never broken.
func official(text string, p pen, measure fixed.Int26_6) typeset.Paragraph {
	body, mark := catalogue.Closing(text)
	par := typeset.Paragraph{Spans: []typeset.Span{p.span(body)}, Measure: measure}
	n := utf8.RuneCountInString(body)
	par.Whole = n <= 8 && p.size*fixed.Int26_6(n) <= measure
	if mark != "" {
		par.Spans = append(par.Spans, p.span(mark))
	}
	return par
}

// quiet returns the inks of the spans that official makes.
func quiet(spans []typeset.Span, ink Ink) []Ink { return []Ink{ink, Sep}[:len(spans)] }

// even returns the size nearest to want at which a measure holds a whole number of
// characters, so that justified lines need no stretching (design section 3); where the
// panel demands want it is no smaller.
func (b *build) even(measure, want fixed.Int26_6) fixed.Int26_6 {
	if b.scale(b.state.Panel) > 1 {
		return measure / max(1, measure/want)
	}
	return measure / max(1, (measure+want/2)/want)
}
