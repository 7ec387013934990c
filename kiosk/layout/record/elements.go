package record

import (
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// singleLimit is the number of characters up to which a single element is set like a heading.
const singleLimit = 60

// mostSingle limits the growth of a single element.
const mostSingle = 1.25

// Content sets the block 公开内容（要素） (docs/design/README.md section 6.4). A cell with indented elements is set as
// leads with lists, and the elements between them; names run on as a sentence; any other elements are paragraphs.
func (c *Flow) Content(cell catalogue.Cell) {
	defer c.Begin("content")()
	const label = "公开内容（要素）"
	p := c.FitLine(label, headingPen(c.Draft), c.W, 0)
	c.Add(c.OneLine(label, p), p, page.Red)
	c.elements(cell)
	c.Y += c.Pick(32, 12)
}

// elements sets a cell's elements in the form that suits them.
func (c *Flow) elements(cell catalogue.Cell) {
	switch {
	case cell.Nested():
		c.groups(cell)
	case single(cell):
		c.single(cell[0].Text)
	default:
		c.run(cell, 12)
	}
}

// run sets elements that are alike: names after a gap of so many u, or paragraphs.
func (c *Flow) run(cell catalogue.Cell, gap float64) {
	if areNames(cell) {
		c.Y += c.Px(gap)
		c.names(cell)
		return
	}
	c.paragraphs(cell)
}

// single reports whether a cell is one element that is short enough for a heading.
func single(cell catalogue.Cell) bool { return len(cell) == 1 && cell.Longest() <= singleLimit }

// areNames reports whether elements are names: short, and all but the last one closed by the mark of a list.
func areNames(cell catalogue.Cell) bool {
	for i, e := range cell {
		if utf8.RuneCountInString(e.Text) > build.ShortElement || i+1 < len(cell) && !catalogue.Closed(e.Text) {
			return false
		}
	}
	return true
}

// headingPen returns the style of a block's label in red.
func headingPen(b *build.Draft) build.Pen { return b.LabelPen(fonts.SansMedium, 1.3, .06) }

// groups sets a cell with bracketed lists: leads with their lists, and the elements between them.
func (c *Flow) groups(cell catalogue.Cell) {
	listed := false
	for i := 0; i < len(cell); {
		if i+1 < len(cell) && cell[i].Depth == 0 && cell[i+1].Depth > 0 {
			c.lead(cell[i].Text)
			i++
		}
		if n := build.RunLength(cell[i:], true); n > 0 {
			c.list(cell[i : i+n])
			i, listed = i+n, true
			continue
		}
		n, gap := build.RunLength(cell[i:], false), 12.
		if listed {
			gap = 16
		}
		c.run(cell[i:i+n], gap)
		i += n
	}
}

// leadPen returns the style of the element that opens a bracketed list.
func (c *Flow) leadPen() build.Pen {
	return build.Pen{Face: fonts.SansBold, Size: c.GrownSize(38, 35), Leading: 1.4}
}

// lead sets the element that opens a bracketed list: 补贴情形（包括, its bracket as quiet as a closing mark.
func (c *Flow) lead(text string) {
	c.Y += c.Pick(16, 10)
	p, top := c.leadPen(), c.Y
	quiet := p
	quiet.Face = fonts.SansRegular
	var spans []typeset.Span
	var inks []page.Ink
	name, bracket := splitLead(text)
	if name != "" {
		spans, inks = append(spans, p.Span(name)), append(inks, page.Black)
	}
	if bracket != "" {
		spans, inks = append(spans, quiet.Span(bracket)), append(inks, page.Sep)
	}
	c.Add(typeset.Paragraph{Spans: spans, Measure: c.W}, p, page.Black).Inks = inks
	c.Box("lead", c.since(top))
	c.Y += c.Pick(10, 6)
}

// Gold bars: their thickness and the indent of what hangs on them, u.
const barThick, barIndent = 3, 28

// listPen returns the style of a bracketed list in columns of a width.
func (c *Flow) listPen(w fixed.Int26_6) build.Pen {
	return build.Pen{Face: fonts.SansRegular, Size: c.EvenMeasure(w, c.GrownSize(35.5, 32)), Leading: 1.4}
}

// list sets a bracketed list beside its gold bar. The bracket behind its last element is quiet.
func (c *Flow) list(cell catalogue.Cell) {
	defer c.Begin("sub")()
	n, w := c.textColumns(c.PickBodySize(35.5, 32))
	p := c.listPen(w)
	pars := make([]typeset.Paragraph, len(cell))
	for i, e := range cell {
		body, mark := catalogue.Closing(e.Text)
		if i+1 == len(cell) {
			body, mark = splitClosing(e.Text)
		}
		pars[i] = build.Official(body, p, w)
		if mark != "" {
			pars[i].Spans = append(pars[i].Spans[:1:1], p.Span(mark))
		}
	}
	c.hang(pars, p, n, hanging{pad: c.Pick(7.5, 3.5), width: w, box: "sub.item", inset: true})
}

// paragraphPen returns the style of paragraphs in columns of a width.
func (c *Flow) paragraphPen(w fixed.Int26_6) build.Pen {
	return build.Pen{Face: fonts.SansRegular, Size: c.EvenMeasure(w, c.GrownSize(36.8, 32.8)), Leading: 1.56}
}

// paragraphs sets elements as body text, each beside a gold bar.
func (c *Flow) paragraphs(cell catalogue.Cell) {
	c.Y += c.Pick(20, 14)
	defer c.Begin("paras")()
	n, w := c.textColumns(c.PickBodySize(36.8, 32.8))
	p := c.paragraphPen(w)
	pars := make([]typeset.Paragraph, len(cell))
	for i, e := range cell {
		pars[i] = build.Official(e.Text, p, w)
		pars[i].Justify = true
	}
	c.hang(pars, p, n, hanging{pad: c.Px(2), gap: c.Pick(22, 16), width: w, box: "paras.item"})
}

// namesPen returns the style of names that run on.
func (c *Flow) namesPen() build.Pen {
	return build.Pen{Face: fonts.SansRegular, Size: c.EvenMeasure(c.W, c.GrownSize(36.8, 34)), Leading: 1.7}
}

// names sets names as one paragraph of whole elements. Its marks are those of a sentence, and black.
func (c *Flow) names(cell catalogue.Cell) {
	defer c.Begin("names")()
	p := c.namesPen()
	units := make([]string, len(cell))
	for i, e := range cell {
		units[i] = e.Text
	}
	measure := min(c.W, mostCharacters*p.Size)
	if c.rough {
		c.Y += leastLinesOf(units, p, measure) * p.Line()
		return
	}
	set := c.Pack(units, p, measure)
	c.Add(typeset.Paragraph{Spans: []typeset.Span{p.Span(set.Text)}, Measure: measure, Breaks: set.Breaks}, p, page.Black)
}

// singlePen returns the style of the only element of a cell.
func (c *Flow) singlePen() build.Pen {
	size := page.Scale(c.Px(50), min(c.Step, build.MostLabel)*c.growth(mostSingle))
	if c.most > 0 {
		size = max(min(size, c.most), c.PickBodySize(36.8, 32.8))
	}
	return build.Pen{Face: fonts.SerifBold, Size: size, Leading: 1.5}
}

// single sets the only element of a cell like a heading.
func (c *Flow) single(text string) {
	c.Y += c.Px(14)
	defer c.Begin("paras")()
	p, top := c.singlePen(), c.Y
	c.Y += c.Pick(17, 11)
	par := build.Official(text, p, min(c.W, mostCharacters*p.Size))
	par.Justify = true
	c.Add(par, p, page.Black).Inks = build.QuietInks(par.Spans, page.Black)
	c.Y += c.Pick(17, 11)
	c.Box("paras.item", c.since(top))
}

// largest returns the largest size of a cell's text, numerals aside.
func (c *Flow) largest(cell catalogue.Cell) fixed.Int26_6 {
	inner := func(p func(fixed.Int26_6) build.Pen, want fixed.Int26_6) fixed.Int26_6 {
		_, w := c.textColumns(want)
		return p(w).Size
	}
	run := func(cell catalogue.Cell) fixed.Int26_6 {
		if areNames(cell) {
			return c.namesPen().Size
		}
		return inner(c.paragraphPen, c.PickBodySize(36.8, 32.8))
	}
	switch {
	case single(cell) && !cell.Nested():
		return c.singlePen().Size
	case !cell.Nested():
		return run(cell)
	}
	size := max(c.leadPen().Size, inner(c.listPen, c.PickBodySize(35.5, 32)))
	for i := 0; i < len(cell); {
		n := max(1, build.RunLength(cell[i:], false))
		if cell[i].Depth == 0 && (n > 1 || i+1 == len(cell) || cell[i+1].Depth == 0) {
			size = max(size, run(cell[i:i+n]))
		}
		i += n
	}
	return size
}
