package page

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/typeset"
)

// Limits in characters that decide how the elements of 公开内容 are set.
const (
	shortElement = 10 // all up to this: large, as on a poster
	singleLimit  = 60 // a single paragraph beyond this is body text and no heading
)

// content sets the block 公开内容（要素） (design section 6.4). A cell with indented
// lines is leads with their lists and short elements after them; one of short
// elements only is set large; everything else is paragraphs.
func (c *flow) content(it *catalogue.Item) {
	end := c.begin("content")
	c.blocks(it)
	c.y += c.pick(32, 12)
	end()
	c.guide(it)
}

// blocks sets the block's label and the elements, as tabs where the item has a guide.
func (c *flow) blocks(it *catalogue.Item) {
	c.add(c.oneLine("公开内容（要素）", c.heading()), c.heading(), Red)
	if len(it.Guides) > 0 {
		c.guided(it)
	} else {
		c.elements(it.Content)
	}
}

// elements sets a cell's elements by their form.
func (c *flow) elements(cell catalogue.Cell) {
	switch {
	case cell.Nested():
		c.groups(cell, c.short)
	case len(cell) == 1 && cell.Longest() <= singleLimit:
		c.single(cell[0].Text)
	case cell.Longest() <= shortElement:
		c.large(cell)
	default:
		c.paragraphs(cell)
	}
}

// heading returns the style of a block's label in red.
func (b *build) heading() pen { return b.label28(fonts.SansMedium, 1.3, .06) }

// oneLine returns a text that is never broken.
func (b *build) oneLine(text string, p pen) typeset.Paragraph {
	return typeset.Paragraph{Spans: []typeset.Span{p.span(text)}}
}

// groups sets a cell with bracketed lists: each lead with its list, and the
// elements between them by short.
func (c *flow) groups(cell catalogue.Cell, short func(catalogue.Cell)) {
	for i := 0; i < len(cell); {
		if i+1 < len(cell) && cell[i].Depth == 0 && cell[i+1].Depth > 0 {
			c.lead(cell[i].Text)
			i++
		}
		if n := run(cell[i:], true); n > 0 {
			c.list(cell[i : i+n])
			i += n
			continue
		}
		n := run(cell[i:], false)
		short(cell[i : i+n])
		i += n
	}
}

// run counts the elements at the head of a cell that are of one kind: all below
// another, or all neither below one nor above. A lead is neither: it ends a run.
func run(cell catalogue.Cell, below bool) int {
	n := 0
	for n < len(cell) && (cell[n].Depth > 0) == below && (below || n+1 == len(cell) || cell[n+1].Depth == 0) {
		n++
	}
	return n
}

// lead sets the line that opens a bracketed list: 补贴情形（包括.
func (c *flow) lead(text string) {
	c.y += c.pick(16, 10)
	p, top := pen{face: fonts.SansBold, size: c.bodyPick(38, 35), leading: 1.4}, c.y
	c.add(typeset.Paragraph{Spans: []typeset.Span{p.span(text)}, Measure: c.w}, p, Black)
	c.box("lead", c.since(top))
	c.y += c.pick(10, 6)
}

// list sets a bracketed list beside its gold bar.
func (c *flow) list(cell catalogue.Cell) {
	bar, indent := c.rule(3), c.px(28)
	in := *c
	in.x, in.w = c.x+bar+indent, c.w-bar-indent
	p := pen{face: fonts.SansRegular, size: c.even(in.w, c.bodyPick(35.5, 32)), leading: 1.4}
	defer c.begin("sub")()
	for _, e := range cell {
		top := in.y
		in.y += c.pick(7.5, 3.5)
		in.official(e.Text, p, Black)
		in.y += c.pick(7.5, 3.5)
		c.box("sub.item", in.since(top))
	}
	c.on.fill(rect(c.x, c.y, bar, in.y-c.y), Gold)
	c.y = in.y
}

// short sets the elements after a bracket, in as many columns as the longest allows.
func (c *flow) short(cell catalogue.Cell) {
	p := pen{face: fonts.SansMedium, size: c.bodyPick(38, 34), leading: 1.35}
	most, ruled := 2, true
	if c.landscape {
		most, ruled = 3, false
	}
	c.table(cell, p, most, c.pick(72, 64), ruled)
}

// large sets elements that are all short: one column up to four of them, else two.
func (c *flow) large(cell catalogue.Cell) {
	most := 2
	if len(cell) <= 4 {
		most = 1
	}
	p := pen{face: fonts.SansMedium, size: c.body(50), leading: 1.35}
	c.table(cell, p, most, c.pick(124, 120), true)
}

// table sets elements in columns of equal width, row by row in reading order, with
// hairlines between the rows if it is ruled; row is the least height of one.
func (c *flow) table(cell catalogue.Cell, p pen, most int, row fixed.Int26_6, ruled bool) {
	c.y += c.px(12)
	gap := c.pick(40, 30)
	// every character counted as a full em, marks too: what is wider than its column would break
	longest := p.size * fixed.Int26_6(cell.Longest())
	n := min(max(int((c.w+gap)/(longest+gap)), 1), most)
	defer c.begin("els")()
	for at := 0; at < len(cell); at += n {
		end := min(at+n, len(cell))
		hair := c.hair()
		if !ruled || end == len(cell) {
			hair = 0
		}
		c.row(cell[at:end], p, (c.w-gap*fixed.Int26_6(n-1))/fixed.Int26_6(n), gap, row, hair)
	}
}

// row sets elements side by side in cells of width w, each centred in the row's
// height, above a hairline.
func (c *flow) row(cell catalogue.Cell, p pen, w, gap, least, hair fixed.Int26_6) {
	texts, h := make([]*Text, len(cell)), least-hair
	for i, e := range cell {
		t, tall := c.para(c.on, official(e.Text, p, w), p, c.x+fixed.Int26_6(i)*(w+gap), c.y, Black)
		t.Inks = quiet(t.Spans, Black)
		texts[i], h = t, max(h, tall)
	}
	for i, t := range texts {
		x, tall := c.x+fixed.Int26_6(i)*(w+gap), fixed.Int26_6(len(t.Lines))*p.line()
		t.Y = (c.y + (h-tall)/2 + p.rise()).Round()
		c.box("els.item", rect(x, c.y, w, h+hair))
		if hair > 0 {
			c.on.fill(rect(x, c.y+h, w, hair), Line)
		}
	}
	c.y += h + hair
}

// paragraphs sets elements as body text with hairlines between them.
func (c *flow) paragraphs(cell catalogue.Cell) {
	c.y += c.px(14)
	p := pen{face: fonts.SansRegular, size: c.even(c.w, c.bodyPick(36.8, 32.8)), leading: 1.56}
	c.prose(cell, p)
}

// single sets the only paragraph of a cell like a heading.
func (c *flow) single(text string) {
	c.y += c.px(14)
	c.prose(catalogue.Cell{{Text: text}}, pen{face: fonts.SerifBold, size: c.body(50), leading: 1.5})
}

// prose sets justified paragraphs with hairlines between them.
func (c *flow) prose(cell catalogue.Cell, p pen) {
	defer c.begin("paras")()
	for i, e := range cell {
		top := c.y
		c.y += c.pick(17, 11)
		par := official(e.Text, p, c.w)
		par.Justify = true
		t := c.add(par, p, Black)
		t.Inks = quiet(t.Spans, Black)
		c.y += c.pick(17, 11)
		if i+1 < len(cell) {
			c.line(c.hair(), Line)
		}
		c.box("paras.item", c.since(top))
	}
}
