package poster

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// textSetting is the text of a long slide, set at one size but not placed: of the sizes tried only
// one is painted.
type textSetting struct {
	f      fixed.Int26_6 // size of an element
	parts  []passage
	height fixed.Int26_6
}

// passage is a lead with its list, and the short elements that follow.
type passage struct {
	lead  *page.Text // nil: none
	list  []*page.Text
	first int      // the number of elements in the list's first column
	tail  [][]tail // lines of whole elements
}

// tail is an element after a list, and its offset in its line.
type tail struct {
	text *page.Text
	x    fixed.Int26_6
}

// leadPen, elementPen and tailPen return the pens of the text at size f.
func leadPen(f fixed.Int26_6) build.Pen {
	return build.Pen{Face: fonts.SansBold, Size: page.Scale(f, 1.06), Leading: 1.4}
}

func elementPen(f fixed.Int26_6) build.Pen {
	return build.Pen{Face: fonts.SansRegular, Size: f, Leading: 1.44}
}

func tailPen(f fixed.Int26_6) build.Pen {
	return build.Pen{Face: fonts.SansBold, Size: f, Leading: 1.6}
}

// setText sets a cell at size f. A cell without indented elements is one list.
func (p *slide) setText(cell catalogue.Cell, f fixed.Int26_6) textSetting {
	s := textSetting{f: f}
	if !cell.Nested() {
		s.parts = []passage{{list: p.list(cell, f)}}
	} else {
		s.parts = p.passages(cell, f)
	}
	for i := range s.parts {
		s.parts[i].first = p.balance(s.parts[i].list, f)
		s.height += p.passageHeight(s.parts[i], f)
	}
	return s
}

// passages sets a cell with bracketed lists.
func (p *slide) passages(cell catalogue.Cell, f fixed.Int26_6) []passage {
	var out []passage
	for i := 0; i < len(cell); {
		var part passage
		if i+1 < len(cell) && cell[i].Depth == 0 && cell[i+1].Depth > 0 {
			n := leadPen(f)
			part.lead = p.unplaced(typeset.Paragraph{Spans: []typeset.Span{n.Span(cell[i].Text)}, Measure: p.right - p.left}, n)
			i++
		}
		n := build.RunLength(cell[i:], true)
		part.list = p.list(cell[i:i+n], f)
		i += n
		n = build.RunLength(cell[i:], false)
		part.tail = p.tails(cell[i:i+n], f)
		i += n
		out = append(out, part)
	}
	return out
}

// list sets elements one below another.
func (p *slide) list(cell catalogue.Cell, f fixed.Int26_6) []*page.Text {
	var out []*page.Text
	for _, e := range cell {
		out = append(out, p.unplaced(p.element(e.Text, f), elementPen(f)))
	}
	return out
}

// element returns the paragraph of an element at size f.
func (p *slide) element(text string, f fixed.Int26_6) typeset.Paragraph {
	par := build.Official(text, elementPen(f), p.textMeasure())
	par.Justify = true
	return par
}

// tails sets short elements, as many in a line as fit whole.
func (p *slide) tails(cell catalogue.Cell, f fixed.Int26_6) [][]tail {
	var out [][]tail
	var x fixed.Int26_6
	measure := p.right - p.left
	for _, e := range cell {
		// at a line's end the blank half of an element's closing mark is squeezed out
		par := build.Official(e.Text, tailPen(f), measure)
		w := p.Setter.Width(par.Spans...)
		if len(out) == 0 || x+w > measure {
			out, x = append(out, nil), 0
		}
		last := len(out) - 1
		out[last] = append(out[last], tail{p.unplaced(par, tailPen(f)), x})
		if x += p.Setter.Width(par.Spans[0]); len(par.Spans) > 1 {
			x += f
		}
	}
	return out
}

// unplaced sets a paragraph without a place.
func (p *slide) unplaced(par typeset.Paragraph, n build.Pen) *page.Text {
	return &page.Text{Look: page.Look{Ink: page.Black}, Inks: build.QuietInks(par.Spans, page.Black), Spans: par.Spans, Lines: p.Setter.Lines(par), Pitch: n.Line()}
}

// textHeight returns the height of a text's line boxes.
func textHeight(t *page.Text) fixed.Int26_6 { return fixed.Int26_6(len(t.Lines)) * t.Pitch }

// itemHeight returns the height of an element of a list: 2 u gold, .44 f, its lines, .48 f.
func (p *slide) itemHeight(t *page.Text, f fixed.Int26_6) fixed.Int26_6 {
	return p.Rule(2) + page.Scale(f, .92) + textHeight(t)
}

// listHeight returns the height of elements below one another.
func (p *slide) listHeight(list []*page.Text, f fixed.Int26_6) fixed.Int26_6 {
	var h fixed.Int26_6
	for _, t := range list {
		h += p.itemHeight(t, f)
	}
	return h
}

// balance returns the number of elements in the first of two columns that makes the higher one
// lowest; of several the greatest.
func (p *slide) balance(list []*page.Text, f fixed.Int26_6) int {
	if !p.columns() || len(list) < 2 {
		return len(list)
	}
	best, least := len(list), p.listHeight(list, f)
	for n := 1; n < len(list); n++ {
		if h := max(p.listHeight(list[:n], f), p.listHeight(list[n:], f)); h <= least {
			best, least = n, h
		}
	}
	return best
}

// passageHeight returns the height of a passage.
func (p *slide) passageHeight(part passage, f fixed.Int26_6) fixed.Int26_6 {
	h := max(p.listHeight(part.list[:part.first], f), p.listHeight(part.list[part.first:], f))
	if part.lead != nil {
		h += textHeight(part.lead) + page.Scale(leadPen(f).Size, .35)
	}
	if len(part.tail) > 0 {
		h += p.Rule(2) + page.Scale(f, .48) + tailHeight(part.tail)
	}
	return h
}

// tailHeight returns the height of tails' lines. An element longer than the measure stands alone in
// several lines.
func tailHeight(lines [][]tail) fixed.Int26_6 {
	var h fixed.Int26_6
	for _, line := range lines {
		h += textHeight(line[0].text)
	}
	return h
}

// place adds a text to the page with its top at y.
func (p *slide) place(s textSetting, y fixed.Int26_6) {
	l := p.addLayer("text", page.Paper)
	for _, part := range s.parts {
		if t := part.lead; t != nil {
			h := textHeight(t) + page.Scale(leadPen(s.f).Size, .35)
			p.Box("text.lead", page.Area(p.left, y, p.right-p.left, h))
			placeText(t, l, p.left, y+leadPen(s.f).Rise())
			y += h
		}
		p.placeList(l, part.list[:part.first], s.f, p.left, y)
		p.placeList(l, part.list[part.first:], s.f, p.right-p.textMeasure(), y)
		y += max(p.listHeight(part.list[:part.first], s.f), p.listHeight(part.list[part.first:], s.f))
		y += p.placeTail(l, part.tail, s.f, y)
	}
	l.Hug()
}

// placeList places elements one below the other, with a gold line above each.
func (p *slide) placeList(l *page.Layer, list []*page.Text, f, x, y fixed.Int26_6) {
	for _, t := range list {
		h := p.itemHeight(t, f)
		p.Box("text.item", page.Area(x, y, p.textMeasure(), h))
		l.Fill(page.Area(x, y, p.textMeasure(), p.Rule(2)), page.Gold)
		placeText(t, l, x, y+p.Rule(2)+page.Scale(f, .44)+elementPen(f).Rise())
		y += h
	}
}

// placeTail places tails below a gold line, and returns their height.
func (p *slide) placeTail(l *page.Layer, lines [][]tail, f, y fixed.Int26_6) fixed.Int26_6 {
	if len(lines) == 0 {
		return 0
	}
	h := p.Rule(2) + page.Scale(f, .48) + tailHeight(lines)
	p.Box("text.tail", page.Area(p.left, y, p.right-p.left, h))
	l.Fill(page.Area(p.left, y, p.right-p.left, p.Rule(2)), page.Gold)
	y += p.Rule(2) + page.Scale(f, .48)
	for _, line := range lines {
		for _, e := range line {
			placeText(e.text, l, p.left+e.x, y+tailPen(f).Rise())
		}
		y += textHeight(line[0].text)
	}
	return h
}

// placeText adds a text to a layer with its first line at x, baseline.
func placeText(t *page.Text, l *page.Layer, x, baseline fixed.Int26_6) {
	t.X, t.Y = x.Round(), baseline.Round()
	l.Items = append(l.Items, t)
}
