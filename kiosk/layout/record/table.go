package record

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// tableSize is the size of a table's text by that of the body; cellPad, cellEnd are the room above and below a cell and
// at its right, em; cellClose is that where room is short.
const tableSize, cellPad, cellEnd, cellClose = .92, .5, 1.2, .8

// A column of text is no narrower than narrowest em, or than its text, and no cell has more than mostLines lines.
const narrowest, mostLines = 4, 6

// grid is a table while it is set.
type grid struct {
	*Flow
	typed      catalogue.Block
	body, head build.Pen
	widths     []fixed.Int26_6 // of the columns, with the room at the right
	pads       []fixed.Int26_6 // the room at the right
}

// typedTable sets a table; one that is too wide for the measure becomes groups of head: value.
func (c *Flow) typedTable(b catalogue.Block, size fixed.Int26_6) {
	end := c.Begin("table")
	g := c.grid(b, size)
	c.rule(c.Rule(3), page.Black)
	if g.fit() == groupedForm {
		g.groups()
	} else {
		g.rows()
	}
	c.rule(c.Rule(3), page.Black)
	end()
}

// grid returns a table to be set at a size.
func (c *Flow) grid(b catalogue.Block, size fixed.Int26_6) *grid {
	g := &grid{Flow: c, typed: b, body: build.Pen{Face: fonts.SansRegular, Size: max(c.Floor, page.Scale(size, tableSize)), Leading: 1.5}}
	g.head = g.body
	g.head.Face = fonts.SansMedium
	return g
}

// pen returns the style and the ink of a row's cells.
func (g *grid) pen(row int) (build.Pen, page.Ink) {
	if row == 0 && g.typed.Head {
		return g.head, page.Red
	}
	return g.body, page.Black
}

// fit finds the columns' widths and returns the number of the form, in the order in which they are tried, in which the
// table fits the measure: with all cells in one line, else with some broken; as designed, or closer together.
func (g *grid) fit() (form int) {
	natural, least := g.columnWidths()
	for _, try := range []func(natural, least []fixed.Int26_6) bool{g.unbroken, g.wrap} {
		for _, pad := range [][2]float64{{cellEnd, cellEnd}, {cellEnd, 0}, {cellClose, 0}} {
			g.pads = make([]fixed.Int26_6, len(natural))
			for i := range g.pads {
				g.pads[i] = page.Scale(g.body.Size, pad[b2i(i == len(natural)-1)])
			}
			if try(natural, least) {
				return form
			}
			form++
		}
	}
	return groupedForm
}

// groupedForm is the number of the form of a table that doesn't fit.
const groupedForm = 6

// unbroken gives each column its natural width and a share of what is left in proportion.
func (g *grid) unbroken(natural, _ []fixed.Int26_6) bool {
	all := sum(natural) + sum(g.pads)
	if all > g.W {
		return false
	}
	g.widths = make([]fixed.Int26_6, len(natural))
	for i, w := range natural {
		g.widths[i] = page.Scale(w+g.pads[i], float64(g.W)/float64(all))
	}
	return true
}

// wrap gives each column its least width and a share of what is left by what it lacks.
func (g *grid) wrap(natural, least []fixed.Int26_6) bool {
	left, lack := g.W-sum(least)-sum(g.pads), sum(natural)-sum(least)
	if left < 0 {
		return false
	}
	g.widths = make([]fixed.Int26_6, len(least))
	for i, w := range least {
		text := w + page.Scale(natural[i]-w, float64(left)/float64(lack))
		if natural[i] > text*mostLines {
			return false
		}
		g.widths[i] = text + g.pads[i]
	}
	return true
}

// columnWidths returns for each column the width that holds all cells in one line, and the least that reads well.
func (g *grid) columnWidths() (natural, least []fixed.Int26_6) {
	natural, least = make([]fixed.Int26_6, len(g.typed.Sides)), make([]fixed.Int26_6, len(g.typed.Sides))
	for row, cells := range g.typed.Rows {
		p, _ := g.pen(row)
		for i, cell := range cells {
			for l := range strings.SplitSeq(cell, "\n") {
				w := g.Setter.Width(p.Span(l))
				natural[i] = max(natural[i], w)
				least[i] = max(least[i], g.leastWidth(row, i, l, w))
			}
		}
	}
	return natural, least
}

// leastWidth returns the least width of a line of a cell, w wide unbroken: an amount stays whole, and the name of a
// column takes two lines at most.
func (g *grid) leastWidth(row, column int, line string, w fixed.Int26_6) fixed.Int26_6 {
	p, ink := g.pen(row)
	switch {
	case ink == page.Red:
		return max(min(w, 2*p.Size), w/2+p.Size/2, g.longestRun(line, p))
	case g.typed.Sides[column] == catalogue.Right:
		return w
	}
	return max(min(w, narrowest*p.Size), g.longestRun(line, p))
}

// longestRun returns the width of the longest stretch of a text without a hanzi or a space, such as a telephone's number.
func (g *grid) longestRun(text string, p build.Pen) (longest fixed.Int26_6) {
	square := func(r rune) bool { return unicode.IsSpace(r) || r >= 0x2E80 }
	for _, run := range strings.FieldsFunc(text, square) {
		longest = max(longest, g.Setter.Width(p.Span(run)))
	}
	return longest
}

// rows sets the rows with hairlines between them.
func (g *grid) rows() {
	for row, cells := range g.typed.Rows {
		if row > 0 {
			g.rule(g.Hair(), page.Line)
		}
		p, ink := g.pen(row)
		g.Y += page.Scale(p.Size, cellPad)
		x, h := g.X, p.Line()
		for i, cell := range cells {
			h = max(h, g.cell(cell, p, ink, x, g.widths[i]-g.pads[i], g.typed.Sides[i]))
			x += g.widths[i]
		}
		g.Y += h + page.Scale(p.Size, cellPad)
	}
}

// A cell of up to mostWhole characters is not broken if it fits its column; one of up to mostPhrased, which is a name
// rather than a sentence, breaks at phrases, as the name of a column does.
const mostWhole, mostPhrased = 8, 12

// cell sets a cell's lines at x and returns their height.
func (g *grid) cell(cell string, p build.Pen, ink page.Ink, x, w fixed.Int26_6, side catalogue.Side) fixed.Int26_6 {
	var h fixed.Int26_6
	for l := range strings.SplitSeq(cell, "\n") {
		n := utf8.RuneCountInString(l)
		par := typeset.Paragraph{Spans: []typeset.Span{p.Span(l)}, Measure: w, Whole: n <= mostWhole, Title: ink == page.Red || n <= mostPhrased, Align: alignOf(side)}
		if l != "" {
			_, tall := g.Paragraph(g.On, par, p, x, g.Y+h, ink)
			h += tall
		}
	}
	return h
}

// alignOf returns how a column's lines are aligned.
func alignOf(side catalogue.Side) typeset.Align {
	return map[catalogue.Side]typeset.Align{catalogue.Left: typeset.Start, catalogue.Center: typeset.Center, catalogue.Right: typeset.End}[side]
}

// groups sets each row as a group of lines with the name of the column before the cell.
func (g *grid) groups() {
	rows, names := g.typed.Rows, make([]string, len(g.typed.Sides))
	if g.typed.Head {
		rows, names = g.typed.Rows[1:], g.typed.Rows[0]
	}
	for i, cells := range rows {
		if i > 0 {
			g.rule(g.Hair(), page.Line)
		}
		g.Y += page.Scale(g.body.Size, cellPad)
		for k, cell := range cells {
			if cell != "" {
				g.named(names[k], strings.ReplaceAll(cell, "\n", "　"))
			}
		}
		g.Y += page.Scale(g.body.Size, cellPad)
	}
}

// named sets a cell behind the name of its column.
func (g *grid) named(name, cell string) {
	par := typeset.Paragraph{Spans: []typeset.Span{g.body.Span(cell)}, Measure: g.W}
	inks := []page.Ink{page.Black}
	if name = strings.TrimRight(strings.ReplaceAll(name, "\n", ""), "：:"); name != "" {
		par.Spans = []typeset.Span{g.head.Span(name + "："), g.body.Span(cell)}
		inks = []page.Ink{page.Red, page.Black}
	}
	t := g.Add(par, g.body, inks[0])
	t.Inks = inks
}

func sum(widths []fixed.Int26_6) (all fixed.Int26_6) {
	for _, w := range widths {
		all += w
	}
	return all
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
