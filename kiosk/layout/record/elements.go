package record

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// singleLimit is the number of characters up to which a single element is set like a heading.
const singleLimit = 60

// Content sets the block 公开内容（要素） and the guide (docs/design/README.md section 6.4). A cell
// with indented elements is set as leads with lists, and short elements after them; one of short
// elements only is set large; any other as paragraphs.
func (c *Flow) Content(it *catalogue.Item) {
	end := c.Begin("content")
	c.Blocks(it)
	c.Y += c.Pick(32, 12)
	end()
	c.Guide(it)
}

// Blocks sets the block's label and the elements, as tabs where the item has a guide.
func (c *Flow) Blocks(it *catalogue.Item) {
	c.Add(c.OneLine("公开内容（要素）", headingPen(c.Draft)), headingPen(c.Draft), page.Red)
	if len(it.Guides) > 0 {
		c.tabbedElements(it)
	} else {
		c.elements(it.Content)
	}
}

// elements sets a cell's elements in the form that suits them.
func (c *Flow) elements(cell catalogue.Cell) {
	switch {
	case cell.Nested():
		c.groups(cell, c.short)
	case len(cell) == 1 && cell.Longest() <= singleLimit:
		c.single(cell[0].Text)
	case cell.Longest() <= build.ShortElement:
		c.large(cell)
	default:
		c.paragraphs(cell)
	}
}

// headingPen returns the style of a block's label in red.
func headingPen(b *build.Draft) build.Pen { return b.LabelPen(fonts.SansMedium, 1.3, .06) }

// groups sets a cell with bracketed lists: leads with their lists, and the elements between
// them with short.
func (c *Flow) groups(cell catalogue.Cell, short func(catalogue.Cell)) {
	for i := 0; i < len(cell); {
		if i+1 < len(cell) && cell[i].Depth == 0 && cell[i+1].Depth > 0 {
			c.lead(cell[i].Text)
			i++
		}
		if n := build.RunLength(cell[i:], true); n > 0 {
			c.list(cell[i : i+n])
			i += n
			continue
		}
		n := build.RunLength(cell[i:], false)
		short(cell[i : i+n])
		i += n
	}
}

// lead sets the element that opens a bracketed list: 补贴情形（包括.
func (c *Flow) lead(text string) {
	c.Y += c.Pick(16, 10)
	p, top := build.Pen{Face: fonts.SansBold, Size: c.PickBodySize(38, 35), Leading: 1.4}, c.Y
	c.Add(typeset.Paragraph{Spans: []typeset.Span{p.Span(text)}, Measure: c.W}, p, page.Black)
	c.Box("lead", c.since(top))
	c.Y += c.Pick(10, 6)
}

// list sets a bracketed list beside its gold bar.
func (c *Flow) list(cell catalogue.Cell) {
	bar, indent := c.Rule(3), c.Px(28)
	in := *c
	in.X, in.W = c.X+bar+indent, c.W-bar-indent
	p := build.Pen{Face: fonts.SansRegular, Size: c.EvenMeasure(in.W, c.PickBodySize(35.5, 32)), Leading: 1.4}
	defer c.Begin("sub")()
	for _, e := range cell {
		top := in.Y
		in.Y += c.Pick(7.5, 3.5)
		in.official(e.Text, p, page.Black)
		in.Y += c.Pick(7.5, 3.5)
		c.Box("sub.item", in.since(top))
	}
	c.On.Fill(page.Area(c.X, c.Y, bar, in.Y-c.Y), page.Gold)
	c.Y = in.Y
}

// short sets the elements after a bracketed list, in as many columns as the longest allows.
func (c *Flow) short(cell catalogue.Cell) {
	p := build.Pen{Face: fonts.SansMedium, Size: c.PickBodySize(38, 34), Leading: 1.35}
	most, ruled := 2, true
	if c.Landscape {
		most, ruled = 3, false
	}
	c.table(cell, p, most, c.Pick(72, 64), ruled)
}

// large sets elements that are all short, up to four of them in one column, else in two.
func (c *Flow) large(cell catalogue.Cell) {
	most := 2
	if len(cell) <= 4 {
		most = 1
	}
	p := build.Pen{Face: fonts.SansMedium, Size: c.BodySize(50), Leading: 1.35}
	c.table(cell, p, most, c.Pick(124, 120), true)
}

// table sets elements row by row in at most most columns of equal width, in rows at least row
// high, with hairlines between the rows if ruled.
func (c *Flow) table(cell catalogue.Cell, p build.Pen, most int, row fixed.Int26_6, ruled bool) {
	c.Y += c.Px(12)
	gap := c.Pick(40, 30)
	// punctuation counts as a full em too, so that no element is wider than its column
	longest := p.Size * fixed.Int26_6(cell.Longest())
	n := min(max(int((c.W+gap)/(longest+gap)), 1), most)
	defer c.Begin("els")()
	for at := 0; at < len(cell); at += n {
		end := min(at+n, len(cell))
		hair := c.Hair()
		if !ruled || end == len(cell) {
			hair = 0
		}
		c.row(cell[at:end], p, (c.W-gap*fixed.Int26_6(n-1))/fixed.Int26_6(n), gap, row, hair)
	}
}

// row sets elements side by side in cells of width w, centred in the row's height, above a
// hairline.
func (c *Flow) row(cell catalogue.Cell, p build.Pen, w, gap, least, hair fixed.Int26_6) {
	texts, h := make([]*page.Text, len(cell)), least-hair
	for i, e := range cell {
		t, tall := c.Paragraph(c.On, build.Official(e.Text, p, w), p, c.X+fixed.Int26_6(i)*(w+gap), c.Y, page.Black)
		t.Inks = build.QuietInks(t.Spans, page.Black)
		texts[i], h = t, max(h, tall)
	}
	for i, t := range texts {
		x, tall := c.X+fixed.Int26_6(i)*(w+gap), fixed.Int26_6(len(t.Lines))*p.Line()
		t.Y = (c.Y + (h-tall)/2 + p.Rise()).Round()
		c.Box("els.item", page.Area(x, c.Y, w, h+hair))
		if hair > 0 {
			c.On.Fill(page.Area(x, c.Y+h, w, hair), page.Line)
		}
	}
	c.Y += h + hair
}

// paragraphs sets elements as body text with hairlines between them.
func (c *Flow) paragraphs(cell catalogue.Cell) {
	c.Y += c.Px(14)
	p := build.Pen{Face: fonts.SansRegular, Size: c.EvenMeasure(c.W, c.PickBodySize(36.8, 32.8)), Leading: 1.56}
	c.prose(cell, p)
}

// single sets the only element of a cell like a heading.
func (c *Flow) single(text string) {
	c.Y += c.Px(14)
	c.prose(catalogue.Cell{{Text: text}}, build.Pen{Face: fonts.SerifBold, Size: c.BodySize(50), Leading: 1.5})
}

// prose sets justified paragraphs with hairlines between them.
func (c *Flow) prose(cell catalogue.Cell, p build.Pen) {
	defer c.Begin("paras")()
	for i, e := range cell {
		top := c.Y
		c.Y += c.Pick(17, 11)
		par := build.Official(e.Text, p, c.W)
		par.Justify = true
		t := c.Add(par, p, page.Black)
		t.Inks = build.QuietInks(t.Spans, page.Black)
		c.Y += c.Pick(17, 11)
		if i+1 < len(cell) {
			c.rule(c.Hair(), page.Line)
		}
		c.Box("paras.item", c.since(top))
	}
}
