package record

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// Fact is a fact's name and the function that sets its value; nil: the fact is absent.
type Fact struct {
	name  string
	value func(*Flow)
}

// FactRows returns the rows of an item's facts, of one or two cells. The neighbour of an absent
// fact takes the whole row (docs/design/README.md section 11). With a guide the official text is the first.
func FactRows(it *catalogue.Item, levels []string) [][]Fact {
	var rows [][]Fact
	row := func(cells ...Fact) {
		var present []Fact
		for _, f := range cells {
			if f.value != nil {
				present = append(present, f)
			}
		}
		if present != nil {
			rows = append(rows, present)
		}
	}
	if len(it.Guides) > 0 {
		row(Fact{"公开内容（要素）", wholeValue(it.Content)})
	}
	row(Fact{"公开时限", textValue(it.Deadline)})
	row(Fact{"公开主体", textValue(it.Publisher)}, Fact{"公开层级", levelsValue(it.Levels, levels)})
	row(Fact{"公开渠道和载体", channelsValue(it.Channels)})
	row(Fact{"公开对象", textValue(it.Audience)}, Fact{"公开方式", textValue(it.Manner)})
	return rows
}

// textValue returns the setter of a text, nil for an empty one.
func textValue(s string) func(*Flow) {
	if s == "" {
		return nil
	}
	return func(c *Flow) { c.officialText(s, c.factPen(), page.Black) }
}

// wholeValue returns the setter of a cell's whole text, nil for an empty one. Its parts are whole, and one that has no
// mark to close it ends its line.
func wholeValue(cell catalogue.Cell) func(*Flow) {
	if len(cell) == 0 {
		return nil
	}
	var parts []string
	for _, e := range cell {
		parts = append(parts, build.Pieces(e.Text)...)
	}
	return func(c *Flow) {
		p := build.Pen{Face: fonts.SansRegular, Size: c.PickBodySize(32, 30), Leading: 1.5}
		set := c.Pack(parts, p, c.W)
		c.Add(typeset.Paragraph{Spans: []typeset.Span{p.Span(set.Text)}, Measure: c.W, Breaks: set.Breaks}, p, page.Black)
	}
}

// MostRecord limits the growth of the record's values, which only grow where nothing says where to ask.
const MostRecord = 1.25

// factPen returns the style of facts' values.
func (c *Flow) factPen() build.Pen {
	size := c.GrownTo(34, 32, MostRecord)
	if c.Narrow() {
		size = page.Scale(c.BodySize(30), c.growth(MostRecord))
	}
	return build.Pen{Face: fonts.SansMedium, Size: size, Leading: 1.45}
}

// channelsValue returns the setter of 公开渠道和载体: elements side by side, in lines as needed.
func channelsValue(cell catalogue.Cell) func(*Flow) {
	if len(cell) == 0 {
		return nil
	}
	return func(c *Flow) {
		p, row := c.factPen(), c.pieces(c.Pick(36, 24))
		for _, e := range cell {
			par := build.Official(e.Text, p, c.W)
			// a closing mark keeps its full width here
			body, mark := catalogue.Closing(e.Text)
			w := c.Draft.Setter.Width(p.Span(body)) + p.Size*fixed.Int26_6(len([]rune(mark)))
			x := row.place(w)
			t, h := c.Paragraph(c.On, par, p, x, c.Y, page.Black)
			t.Inks = build.QuietInks(t.Spans, page.Black)
			row.height = max(row.height, h)
		}
		row.end()
	}
}

// levelsValue returns the setter of 公开层级: all columns of the catalogue, the ticked ones red and
// bold with a check.
func levelsValue(chosen, columns []string) func(*Flow) {
	if len(chosen) == 0 {
		return nil
	}
	ticked := map[string]bool{}
	for _, t := range chosen {
		ticked[t] = true
	}
	return func(c *Flow) {
		row := c.pieces(c.Pick(32, 20))
		for _, name := range columns {
			c.level(row, name, ticked[name])
		}
		row.end()
	}
}

// level sets one column of 公开层级.
func (c *Flow) level(row *pieceRow, name string, on bool) {
	p, gap, side := c.factPen(), c.Px(8), c.Px(36)
	ink := page.Ink2
	p.Face = fonts.SansRegular
	if on {
		ink, p.Face = page.Red, fonts.SansBold
	}
	par := typeset.Paragraph{Spans: []typeset.Span{p.Span(name)}, Measure: c.W - gap - side}
	w := min(c.Draft.Setter.Width(par.Spans...), par.Measure)
	all := w
	if on {
		all += gap + side
	}
	x := row.place(all)
	_, h := c.Paragraph(c.On, par, p, x, c.Y, ink)
	row.height = max(row.height, h)
	if on {
		c.On.Icon("check", x+w+gap, c.Y+(p.Line()-side)/2, side, page.Red).Stroke = fixed.I(5)
	}
}

// Facts sets rows of facts with hairlines between them, and under the last one if closed.
func (c *Flow) Facts(rows [][]Fact, closed bool) {
	for i, row := range rows {
		hair := c.Hair()
		if i+1 == len(rows) && !closed {
			hair = 0
		}
		c.factRow(row, hair)
	}
}

// FactBlock sets the block of facts, below a rule if ruled.
func (c *Flow) FactBlock(rows [][]Fact, ruled bool) {
	defer c.Begin("facts")()
	if ruled {
		c.rule(c.Rule(3), page.Black)
	}
	c.Facts(rows, false)
}

// factRow sets the cells of a row: halves in portrait, 180 u and the rest in the rail. They are
// stacked if the rail is narrow, the first value needs more, or text is huge.
func (c *Flow) factRow(row []Fact, hair fixed.Int26_6) {
	if len(row) == 2 && (c.Huge() || c.Landscape && (c.Narrow() || c.wraps(row[0]))) {
		c.factRow(row[:1], c.Hair())
		c.factRow(row[1:], hair)
		return
	}
	cells, end := c.cells(len(row)), c.Y
	for i, f := range row {
		cells[i].fact(f)
		end = max(end, cells[i].Y)
	}
	for _, cell := range cells {
		if hair > 0 {
			c.On.Fill(page.Area(cell.X, end, cell.W, hair), page.Line)
		}
		c.Box("facts.cell", page.Area(cell.X, c.Y, cell.W, end+hair-c.Y))
	}
	c.Y = end + hair
}

// cells returns a cell of the column's width, or two side by side.
func (c *Flow) cells(n int) []Flow {
	if n == 1 {
		return []Flow{*c}
	}
	gap, first := c.Pick(40, 24), c.Px(180)
	if !c.Landscape {
		first = (c.W - gap) / 2
	}
	left, right := *c, *c
	left.W = first
	right.X, right.W = c.X+first+gap, c.W-first-gap
	return []Flow{left, right}
}

// wraps reports whether a name or a value would need a second line in the first of two cells.
func (c *Flow) wraps(f Fact) bool {
	cell := c.cells(2)[0]
	return cell.Height(f.value) > c.factPen().Line() || c.Setter.Width(c.LabelPen(fonts.SansRegular, 1.4, .04).Span(f.name)) > cell.W
}

// fact sets a name and the value under it.
func (c *Flow) fact(f Fact) {
	c.Y += c.Pick(20, 14) + c.Loose
	name := c.FitLine(f.name, c.LabelPen(fonts.SansRegular, 1.4, .04), c.W, 0)
	c.Label(c.On, f.name, name, c.X, c.Y, page.Ink2)
	c.Y += name.Line() + c.Px(4)
	f.value(c)
	c.Y += c.Pick(20, 14) + c.Loose
}
