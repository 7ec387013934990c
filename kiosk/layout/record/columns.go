package record

import (
	"slices"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// Columns are columnGap em apart, or columnClose where room is short.
const columnGap, columnClose = 2, 1

// columnPen returns the style of words in columns at a size.
func columnPen(size fixed.Int26_6) build.Pen {
	return build.Pen{Face: fonts.SansRegular, Size: size, Leading: 1.5}
}

// columns sets words in columns as wide as the longest: the author's rows if they fit, else those of a list as many in a
// row as fit, without the indent. Words of other rows don't join: their columns are as wide as their own words, or each
// row goes on in the next line.
func (c *Flow) columns(b catalogue.Block, size fixed.Int26_6) {
	end := c.Begin("columns")
	defer end()
	p := columnPen(size)
	plan, form := c.columnPlan(b, p)
	switch {
	case form < brokenForm:
		c.columnRows(b.Rows, p, plan)
	case len(b.Rows) > 1 || !c.columnsLine(b.Rows[0], p):
		c.brokenColumns(b, p, plan)
	}
}

// brokenForm is the number of the plan in which rows don't stay whole.
const brokenForm = 5

// columnPlan returns the first plan, in the order in which they are tried, that the measure holds, and its number.
func (c *Flow) columnPlan(b catalogue.Block, p build.Pen) (columnPlan, int) {
	size := p.Size
	own, width := c.wordWidths(b.Rows, p)
	even, indent := make([]fixed.Int26_6, len(own)), size*fixed.Int26_6(b.Indent)/2
	for i := range even {
		even[i] = width
	}
	tries := []columnPlan{{even, columnGap * size, indent}, {even, columnGap * size, 0}}
	if !b.List && len(b.Rows) > 1 {
		tries = append(tries, columnPlan{own, columnGap * size, indent}, columnPlan{own, columnGap * size, 0}, columnPlan{own, columnClose * size, 0})
	}
	for i, plan := range tries {
		if plan.width() <= c.W {
			return plan, i
		}
	}
	n := max(1, int((c.W+columnGap*size)/(width+columnGap*size)))
	return columnPlan{even[:min(n, len(even))], columnGap * size, 0}, brokenForm
}

// columnPlan is where columns stand: their widths, the gap between them and the indent.
type columnPlan struct {
	widths      []fixed.Int26_6
	gap, indent fixed.Int26_6
}

// width returns the width that the columns take.
func (plan columnPlan) width() fixed.Int26_6 {
	return plan.indent + sum(plan.widths) + plan.gap*fixed.Int26_6(len(plan.widths)-1)
}

// wordWidths returns the width of each column's longest word, and of the longest of all.
func (c *Flow) wordWidths(rows [][]string, p build.Pen) (own []fixed.Int26_6, longest fixed.Int26_6) {
	for _, r := range rows {
		for i, w := range r {
			if i == len(own) {
				own = append(own, 0)
			}
			own[i] = max(own[i], c.Setter.Width(p.Span(w)))
			longest = max(longest, own[i])
		}
	}
	return own, longest
}

// columnRows sets rows one below the other.
func (c *Flow) columnRows(rows [][]string, p build.Pen, plan columnPlan) {
	for i, r := range rows {
		if i > 0 {
			c.Y += page.Scale(p.Size, .4)
		}
		c.columnsRow(r, p, plan)
	}
}

// brokenColumns sets rows that are too long for the measure: those of a list as one, others each in lines that go on
// below its second word, or below the first if that is an option too.
func (c *Flow) brokenColumns(b catalogue.Block, p build.Pen, plan columnPlan) {
	n := len(plan.widths)
	if b.List || len(b.Rows) == 1 {
		c.columnRows(refilled(slices.Concat(b.Rows...), n), p, plan)
		return
	}
	for i, row := range b.Rows {
		if i > 0 {
			c.Y += page.Scale(p.Size, .4)
		}
		below := plan
		if len(row) > n && !catalogue.IsOption(row[0]) {
			below.indent, below.widths = p.Size, plan.widths[:max(1, n-1)]
			if n > 1 {
				below.indent = plan.widths[0] + plan.gap
			}
		}
		c.columnsRow(row[:min(n, len(row))], p, plan)
		for _, r := range refilled(row[min(n, len(row)):], len(below.widths)) {
			c.columnsRow(r, p, below)
		}
	}
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

// refilled returns words in rows of n, without those that only keep a place.
func refilled(words []string, n int) (rows [][]string) {
	words = slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == "" })
	return slices.Collect(slices.Chunk(words, n))
}

// columnsRow sets a row of words. Only a word that is longer than the measure takes several lines.
func (c *Flow) columnsRow(words []string, p build.Pen, plan columnPlan) {
	h, at := p.Line(), plan.indent
	for i, w := range words {
		if w != "" {
			_, tall := c.Paragraph(c.On, typeset.Paragraph{Spans: []typeset.Span{p.Span(w)}, Measure: c.W - at}, p, c.X+at, c.Y, page.Black)
			h = max(h, tall)
		}
		at += plan.widths[i] + plan.gap
	}
	c.Y += h
}
