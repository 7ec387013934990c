package record

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// columns sets words in columns as wide as the longest, 2 em apart: the author's rows if they fit, else as many in a row
// as fit, without the indent.
func (c *Flow) columns(b catalogue.Block, size fixed.Int26_6) {
	end := c.Begin("columns")
	p := build.Pen{Face: fonts.SansRegular, Size: size, Leading: 1.5}
	gap, indent := 2*size, size*fixed.Int26_6(b.Indent)/2
	var width fixed.Int26_6
	most := 1
	for _, r := range b.Rows {
		most = max(most, len(r))
		for _, w := range r {
			width = max(width, c.Setter.Width(p.Span(w)))
		}
	}
	rows := b.Rows
	for _, x := range []fixed.Int26_6{indent, 0} {
		if n := int((c.W - x + gap) / (width + gap)); n >= most {
			indent = x
			break
		} else if x == 0 {
			indent, rows = 0, refilled(b.Rows, max(1, n))
		}
	}
	if len(b.Rows) == 1 && len(rows) > 1 && c.columnsLine(b.Rows[0], p) {
		end()
		return
	}
	for i, r := range rows {
		if i > 0 {
			c.Y += page.Scale(size, .4)
		}
		c.columnsRow(r, p, indent, width+gap)
	}
	end()
}

// columnsLine sets a single row of words that are too unequal for columns in a line, as far apart as it allows, and
// reports whether it holds them.
func (c *Flow) columnsLine(words []string, p build.Pen) bool {
	room := c.W
	for _, w := range words {
		room -= c.Setter.Width(p.Span(w))
	}
	gap := min(2*p.Size, room/fixed.Int26_6(len(words)-1))
	if gap < p.Size/2 {
		return false
	}
	x := c.X
	for _, w := range words {
		_, width := c.Label(c.On, w, p, x, c.Y, page.Black)
		x += width + gap
	}
	c.Y += p.Line()
	return true
}

// refilled returns the words of all rows in rows of n.
func refilled(rows [][]string, n int) [][]string {
	var out [][]string
	for _, r := range rows {
		for _, w := range r {
			if len(out) == 0 || len(out[len(out)-1]) == n {
				out = append(out, nil)
			}
			out[len(out)-1] = append(out[len(out)-1], w)
		}
	}
	return out
}

// columnsRow sets a row of words. Only a word that is longer than the measure takes several lines.
func (c *Flow) columnsRow(words []string, p build.Pen, x, pitch fixed.Int26_6) {
	h := p.Line()
	for i, w := range words {
		at := x + pitch*fixed.Int26_6(i)
		_, tall := c.Paragraph(c.On, typeset.Paragraph{Spans: []typeset.Span{p.Span(w)}, Measure: c.W - at}, p, c.X+at, c.Y, page.Black)
		h = max(h, tall)
	}
	c.Y += h
}
