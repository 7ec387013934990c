package page

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
)

// fact is a cell of the facts: its name, and what sets its value.
type fact struct {
	name  string
	value func(*flow)
}

// factRows are the rows of an item's facts, of one or two cells. What the item does
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

// words is a value in words.
func words(s string) func(*flow) {
	if s == "" {
		return nil
	}
	return func(c *flow) { c.official(s, c.factPen(), Black) }
}

// factPen is the style of values.
func (c *flow) factPen() pen {
	size := c.pick(34, 32)
	if c.narrow() {
		size = c.px(30)
	}
	return pen{face: fonts.SansMedium, size: size, leading: 1.45}
}

// channels is 公开渠道和载体: the elements beside each other while they fit.
func channels(cell catalogue.Cell) func(*flow) {
	if len(cell) == 0 {
		return nil
	}
	return func(c *flow) {
		p, row := c.factPen(), c.inRow(c.pick(36, 24))
		for _, e := range cell {
			par := official(e.Text, p, c.w)
			// the closing mark keeps its full width here, as between words
			body, mark := closing(e.Text)
			w := c.build.set.Width(p.span(body)) + p.size*fixed.Int26_6(len([]rune(mark)))
			x := row.room(w, p.line())
			t, h := c.para(c.on, par, p, x, c.y, Black)
			t.Inks = quiet(t.Spans, Black)
			row.tall = max(row.tall, h)
		}
		row.end()
	}
}

// ticked is 公开层级: every column that the catalogue has, those that are ticked in
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
	w := c.build.set.Width(p.span(name))
	all := w
	if on {
		all += gap + side
	}
	x := row.room(all, p.line())
	c.label(c.on, name, p, x, c.y, ink)
	if on {
		c.on.icon("check", x+w+gap, c.y+(p.line()-side)/2, side, Red).Stroke = fixed.I(5)
	}
}

// inRow sets pieces beside each other, in as many lines as they need.
type inRow struct {
	*flow
	gap, at fixed.Int26_6 // between pieces; where the next one begins
	tall    fixed.Int26_6 // of the line so far
}

func (c *flow) inRow(gap fixed.Int26_6) *inRow { return &inRow{flow: c, gap: gap, at: c.x} }

// room is where a piece of width w goes; c.y is the top of its line.
func (r *inRow) room(w, tall fixed.Int26_6) (x fixed.Int26_6) {
	if r.at > r.x && r.at+w > r.x+r.w {
		r.end()
	}
	x = r.at
	r.at += w + r.gap
	r.tall = max(r.tall, tall)
	return x
}

// end moves on below the line.
func (r *inRow) end() {
	r.y += r.tall
	r.at, r.tall = r.x, 0
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

// factRow sets the cells of a row: halves in portrait, 180 u and the rest in the
// rail, below each other in a narrow one.
func (c *flow) factRow(row []fact, hair fixed.Int26_6) {
	if len(row) == 2 && c.narrow() {
		c.factRow(row[:1], c.hair())
		c.factRow(row[1:], hair)
		return
	}
	gap := c.pick(40, 24)
	cells := make([]flow, len(row))
	end := c.y
	for i, f := range row {
		cell := *c
		if len(row) == 2 {
			first := (c.w - gap) / 2
			if c.landscape {
				first = c.px(180)
			}
			cell.w = first
			if i == 1 {
				cell.x, cell.w = c.x+first+gap, c.w-first-gap
			}
		}
		cell.fact(f)
		cells[i], end = cell, max(end, cell.y)
	}
	for _, cell := range cells {
		if hair > 0 {
			c.on.fill(rect(cell.x, end, cell.w, hair), Line)
		}
		c.box("facts.cell", rect(cell.x, c.y, cell.w, end+hair-c.y))
	}
	c.y = end + hair
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
