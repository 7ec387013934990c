package page

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/typeset"
)

// fact is a cell of the facts: its name, and what sets its value.
type fact struct {
	name  string
	value func(*flow)
}

// factRows returns the rows of an item's facts, of one or two cells. A fact that the item does
// not have leaves no hole: its neighbour takes the whole row (design section 11).
func factRows(it *catalogue.Item, levels []string) [][]fact {
	var rows [][]fact
	row := func(cells ...fact) {
		var have []fact
		for _, f := range cells {
			if f.value != nil {
				have = append(have, f)
			}
		}
		if have != nil {
			rows = append(rows, have)
		}
	}
	row(fact{"公开时限", words(it.Deadline)})
	row(fact{"公开主体", words(it.Publisher)}, fact{"公开层级", ticked(it.Levels, levels)})
	row(fact{"公开渠道和载体", channels(it.Channels)})
	row(fact{"公开对象", words(it.Audience)}, fact{"公开方式", words(it.Manner)})
	return rows
}

// words returns what sets a value in words; nil where it is empty.
func words(s string) func(*flow) {
	if s == "" {
		return nil
	}
	return func(c *flow) { c.official(s, c.factPen(), Black) }
}

// factPen returns the style of values.
func (c *flow) factPen() pen {
	size := c.bodyPick(34, 32)
	if c.narrow() {
		size = c.body(30)
	}
	return pen{face: fonts.SansMedium, size: size, leading: 1.45}
}

// channels returns what sets 公开渠道和载体: the elements beside each other while they fit.
func channels(cell catalogue.Cell) func(*flow) {
	if len(cell) == 0 {
		return nil
	}
	return func(c *flow) {
		p, row := c.factPen(), c.inRow(c.pick(36, 24))
		for _, e := range cell {
			par := official(e.Text, p, c.w)
			// the closing mark keeps its full width here, as between words
			body, mark := catalogue.Closing(e.Text)
			w := c.build.set.Width(p.span(body)) + p.size*fixed.Int26_6(len([]rune(mark)))
			x := row.room(w)
			t, h := c.para(c.on, par, p, x, c.y, Black)
			t.Inks = quiet(t.Spans, Black)
			row.tall = max(row.tall, h)
		}
		row.end()
	}
}

// ticked returns what sets 公开层级: every column that the catalogue has, those that are ticked in
// red and bold with a check after them.
func ticked(chosen, columns []string) func(*flow) {
	if len(chosen) == 0 {
		return nil
	}
	is := map[string]bool{}
	for _, t := range chosen {
		is[t] = true
	}
	return func(c *flow) {
		row := c.inRow(c.pick(32, 20))
		for _, name := range columns {
			c.tick(row, name, is[name])
		}
		row.end()
	}
}

// tick sets one column of 公开层级.
func (c *flow) tick(row *inRow, name string, on bool) {
	p, gap, side := c.factPen(), c.px(8), c.px(36)
	ink := Ink2
	p.face = fonts.SansRegular
	if on {
		ink, p.face = Red, fonts.SansBold
	}
	par := typeset.Paragraph{Spans: []typeset.Span{p.span(name)}, Measure: c.w - gap - side}
	w := min(c.build.set.Width(par.Spans...), par.Measure)
	all := w
	if on {
		all += gap + side
	}
	x := row.room(all)
	_, h := c.para(c.on, par, p, x, c.y, ink)
	row.tall = max(row.tall, h)
	if on {
		c.on.icon("check", x+w+gap, c.y+(p.line()-side)/2, side, Red).Stroke = fixed.I(5)
	}
}

// facts sets rows of facts with a hairline under each; under the last one only if closed.
func (c *flow) facts(rows [][]fact, closed bool) {
	for i, row := range rows {
		hair := c.hair()
		if i+1 == len(rows) && !closed {
			hair = 0
		}
		c.factRow(row, hair)
	}
}

// factBlock sets rows of facts as a part of the page, below a rule if it is ruled.
func (c *flow) factBlock(rows [][]fact, ruled bool) {
	defer c.begin("facts")()
	if ruled {
		c.line(c.rule(3), Black)
	}
	c.facts(rows, false)
}

// factRow sets the cells of a row: halves in portrait; in the rail 180 u and the
// rest. They stand below each other where the rail is narrow, the first value needs more, or
// text is huge.
func (c *flow) factRow(row []fact, hair fixed.Int26_6) {
	if len(row) == 2 && (c.huge() || c.landscape && (c.narrow() || c.breaks(row[0]))) {
		c.factRow(row[:1], c.hair())
		c.factRow(row[1:], hair)
		return
	}
	cells, end := c.cells(len(row)), c.y
	for i, f := range row {
		cells[i].fact(f)
		end = max(end, cells[i].y)
	}
	for _, cell := range cells {
		if hair > 0 {
			c.on.fill(rect(cell.x, end, cell.w, hair), Line)
		}
		c.box("facts.cell", rect(cell.x, c.y, cell.w, end+hair-c.y))
	}
	c.y = end + hair
}

// cells returns one cell of the column's width, or two.
func (c *flow) cells(n int) []flow {
	if n == 1 {
		return []flow{*c}
	}
	gap, first := c.pick(40, 24), c.px(180)
	if !c.landscape {
		first = (c.w - gap) / 2
	}
	left, right := *c, *c
	left.w = first
	right.x, right.w = c.x+first+gap, c.w-first-gap
	return []flow{left, right}
}

// breaks reports whether a value would need a second line as the first of two cells.
func (c *flow) breaks(f fact) bool {
	cell := c.cells(2)[0]
	return cell.tall(f.value) > c.factPen().line()
}

// fact sets a name and the value under it.
func (c *flow) fact(f fact) {
	c.y += c.pick(20, 14)
	name := c.label28(fonts.SansRegular, 1.4, .04)
	c.label(c.on, f.name, name, c.x, c.y, Ink2)
	c.y += name.line() + c.px(4)
	f.value(c)
	c.y += c.pick(20, 14)
}
