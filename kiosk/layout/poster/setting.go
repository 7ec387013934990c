package poster

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// textSetting is the text of a row, set at one size but not placed: of the sizes tried only one is
// painted.
type textSetting struct {
	fd      *field
	f       fixed.Int26_6 // size of an element
	measure fixed.Int26_6 // of a list's lines
	spread  fixed.Int26_6 // room added above and below each element
	parts   []passage
	height  fixed.Int26_6
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

// tailSize is the size of a tail, em.
const tailSize = .86

// leadPen and tailPen return the pens of what stands above and below a list of size f.
func leadPen(f fixed.Int26_6) build.Pen {
	return build.Pen{Face: fonts.SansBold, Size: page.Scale(f, 1.06), Leading: 1.4}
}

func tailPen(f fixed.Int26_6) build.Pen {
	return build.Pen{Face: fonts.SansMedium, Size: page.Scale(f, tailSize), Leading: 1.6}
}

// elementPen returns the pen of an element of size f.
func (fd *field) elementPen(f fixed.Int26_6, cell catalogue.Cell) build.Pen {
	if fd.sentence && len(cell) == 1 {
		return build.Pen{Face: fonts.SerifBold, Size: f, Leading: 1.36}
	}
	return build.Pen{Face: fd.face, Size: f, Leading: 1.44}
}

// setText sets a cell at size f. A cell without indented elements is one list.
func (p *slide) setText(fd *field, cell catalogue.Cell, f fixed.Int26_6) textSetting {
	s := textSetting{fd: fd, f: f, measure: p.measure(fd, cell)}
	if !cell.Nested() {
		s.parts = []passage{{list: p.list(&s, cell)}}
	} else {
		s.parts = p.passages(&s, cell)
	}
	p.arrange(&s)
	return s
}

// arrange deals the lists over their columns and measures the text.
func (p *slide) arrange(s *textSetting) {
	s.height = 0
	for i := range s.parts {
		s.parts[i].first = p.balance(s, s.parts[i].list)
		s.height += p.passageHeight(s, i)
	}
}

// passages sets a cell with bracketed lists.
func (p *slide) passages(s *textSetting, cell catalogue.Cell) []passage {
	var out []passage
	for i := 0; i < len(cell); {
		var part passage
		if i+1 < len(cell) && cell[i].Depth == 0 && cell[i+1].Depth > 0 {
			part.lead = p.lead(cell[i].Text, s.f, s.fd.right-s.fd.left)
			i++
		}
		n := build.RunLength(cell[i:], true)
		if n == 0 && i == 0 { // above the first lead
			n = build.RunLength(cell, false)
		}
		part.list = p.list(s, cell[i:i+n])
		i += n
		n = build.RunLength(cell[i:], false)
		part.tail = p.tails(cell[i:i+n], s.f, s.fd.right-s.fd.left)
		i += n
		out = append(out, part)
	}
	return out
}

// lead sets the words above a list, quiet from the bracket on that opens it.
func (p *slide) lead(text string, f, measure fixed.Int26_6) *page.Text {
	n, par := leadPen(f), typeset.Paragraph{Measure: measure, Title: true}
	at := strings.LastIndex(text, "（")
	if at <= 0 || strings.Contains(text[at:], "）") {
		par.Spans = []typeset.Span{n.Span(text)}
		return p.unplaced(par, n)
	}
	quiet := n
	quiet.Face = fonts.SansRegular
	par.Spans = []typeset.Span{n.Span(text[:at]), quiet.Span(text[at:])}
	return p.unplaced(par, n)
}

// list sets elements one below another.
func (p *slide) list(s *textSetting, cell catalogue.Cell) []*page.Text {
	var out []*page.Text
	n := s.fd.elementPen(s.f, cell)
	for i, e := range cell {
		par := build.Official(e.Text, n, s.measure)
		if e.Depth > 0 && i+1 == len(cell) {
			par.Spans = closed(par.Spans, n)
		}
		par.Justify = true
		if len(cell) == 1 {
			par.Spans[0].Text = wholePieces(par.Spans[0].Text)
			par.Title = utf8.RuneCountInString(e.Text) <= mostTitle
		}
		out = append(out, p.unplaced(par, n))
	}
	return out
}

// closed moves the bracket that closes a list from its last element to the mark behind it.
func closed(spans []typeset.Span, n build.Pen) []typeset.Span {
	body, found := strings.CutSuffix(spans[0].Text, "）")
	if !found || body == "" || strings.Count(body, "（") > strings.Count(body, "）") {
		return spans
	}
	mark := "）"
	if len(spans) > 1 {
		mark += spans[1].Text
	}
	return []typeset.Span{n.Span(body), n.Span(mark)}
}

// mostWhole is the number of characters of a piece or a word that no line parts, mostTitle that of a single
// element whose lines end at phrases.
const mostWhole, mostTitle, wordJoiner = 8, 40, '\u2060'

// piecesOf cuts a sentence behind each mark of a list.
func piecesOf(text string) (pieces []string) {
	for text != "" {
		piece := text
		if i := strings.IndexAny(text, catalogue.ListMarks); i >= 0 {
			piece = text[:i+len("、")]
		}
		pieces, text = append(pieces, piece), text[len(piece):]
	}
	return pieces
}

// wholePieces joins the characters of a sentence's short pieces, which end at a mark, so that no line
// parts them.
func wholePieces(text string) string {
	if !strings.ContainsAny(text, catalogue.ListMarks) {
		return text
	}
	var b strings.Builder
	for _, piece := range piecesOf(text) {
		if utf8.RuneCountInString(catalogue.Unclosed(piece)) > mostWhole {
			b.WriteString(piece)
			continue
		}
		for i, r := range piece {
			if i > 0 {
				b.WriteRune(wordJoiner)
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}

// tails sets short elements, as many in a line as fit whole.
func (p *slide) tails(cell catalogue.Cell, f, measure fixed.Int26_6) [][]tail {
	var out [][]tail
	var x fixed.Int26_6
	n := tailPen(f)
	for _, e := range cell {
		// at a line's end the blank half of an element's closing mark is squeezed out
		par := build.Official(e.Text, n, measure)
		w := p.Setter.Width(par.Spans...)
		if len(out) == 0 || x+w > measure {
			out, x = append(out, nil), 0
		}
		last := len(out) - 1
		out[last] = append(out[last], tail{p.unplaced(par, n), x})
		if x += p.Setter.Width(par.Spans[0]); len(par.Spans) > 1 {
			x += n.Size
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

// bare reports whether no line stands above an element: the first one of an open field.
func (s *textSetting) bare(t *page.Text) bool {
	return s.fd.open && len(s.parts) > 0 && s.parts[0].lead == nil && len(s.parts[0].list) > 0 && s.parts[0].list[0] == t
}

// itemHeight returns the height of an element of a list: 2 u gold, and its lines with room above and
// below.
func (p *slide) itemHeight(s *textSetting, t *page.Text) fixed.Int26_6 {
	h := page.Scale(s.f, s.fd.above+s.fd.below) + 2*s.spread + textHeight(t)
	if !s.bare(t) {
		h += p.Rule(2)
	}
	return h
}

// listHeight returns the height of elements below one another.
func (p *slide) listHeight(s *textSetting, list []*page.Text) fixed.Int26_6 {
	var h fixed.Int26_6
	for _, t := range list {
		h += p.itemHeight(s, t)
	}
	return h
}

// balance returns the number of elements in the first of two columns that makes the higher one
// lowest; of several the greatest.
func (p *slide) balance(s *textSetting, list []*page.Text) int {
	whole := p.listHeight(s, list)
	if s.measure == s.fd.right-s.fd.left || len(list) < 2 {
		return len(list)
	}
	best, least, above := len(list), whole, fixed.Int26_6(0)
	for n := 1; n < len(list); n++ {
		above += p.itemHeight(s, list[n-1])
		if h := max(above, whole-above); h <= least {
			best, least = n, h
		}
	}
	return best
}

// leadHeight returns the height of a passage's lead.
func (p *slide) leadHeight(s *textSetting, part passage) fixed.Int26_6 {
	if part.lead == nil {
		return 0
	}
	return textHeight(part.lead) + page.Scale(leadPen(s.f).Size, .35)
}

// tailHeight returns the height of tails below their line. An element longer than the measure
// stands alone in several lines.
func (p *slide) tailHeight(s *textSetting, lines [][]tail) fixed.Int26_6 {
	if len(lines) == 0 {
		return 0
	}
	h := p.Rule(2) + page.Scale(tailPen(s.f).Size, .48)
	for _, line := range lines {
		h += textHeight(line[0].text)
	}
	return h
}

// passageHeight returns the height of a passage.
func (p *slide) passageHeight(s *textSetting, i int) fixed.Int26_6 {
	part := s.parts[i]
	columns := max(p.listHeight(s, part.list[:part.first]), p.listHeight(s, part.list[part.first:]))
	return p.leadHeight(s, part) + columns + p.tailHeight(s, part.tail)
}

// placeText adds a text to the page with its top at y.
func (p *slide) placeText(s textSetting, y fixed.Int26_6) {
	l, left, w := p.addLayer("text", page.Paper), s.fd.left, s.fd.right-s.fd.left
	for i, part := range s.parts {
		if t := part.lead; t != nil {
			p.Box("text.lead", page.Area(left, y, w, p.leadHeight(&s, part)))
			addText(t, l, left, y+leadPen(s.f).Rise())
			y += p.leadHeight(&s, part)
		}
		p.placeList(&s, l, part.list[:part.first], left, y)
		p.placeList(&s, l, part.list[part.first:], s.fd.right-s.measure, y)
		y += p.passageHeight(&s, i) - p.leadHeight(&s, part) - p.tailHeight(&s, part.tail)
		p.placeTail(&s, l, part.tail, y)
		y += p.tailHeight(&s, part.tail)
	}
	l.Hug()
}

// placeList places elements one below the other, with a gold line above each.
func (p *slide) placeList(s *textSetting, l *page.Layer, list []*page.Text, x, y fixed.Int26_6) {
	for _, t := range list {
		h, top := p.itemHeight(s, t), y
		p.Box("text.item", page.Area(x, y, s.measure, h))
		if !s.bare(t) {
			l.Fill(page.Area(x, y, s.measure, p.Rule(2)), page.Gold)
			top += p.Rule(2)
		}
		st := t.Spans[0].Style
		n := build.Pen{Face: st.Face, Size: st.Size, Leading: float64(t.Pitch) / float64(st.Size)}
		addText(t, l, x, top+page.Scale(s.f, s.fd.above)+s.spread+n.Rise())
		y += h
	}
}

// placeTail places tails below a gold line.
func (p *slide) placeTail(s *textSetting, l *page.Layer, lines [][]tail, y fixed.Int26_6) {
	if len(lines) == 0 {
		return
	}
	n := tailPen(s.f)
	r := page.Area(s.fd.left, y, s.fd.right-s.fd.left, p.tailHeight(s, lines))
	p.Box("text.tail", r)
	r.Max.Y = y + p.Rule(2)
	l.Fill(r, page.Gold)
	y += p.Rule(2) + page.Scale(n.Size, .48)
	for _, line := range lines {
		for _, e := range line {
			addText(e.text, l, s.fd.left+e.x, y+n.Rise())
		}
		y += textHeight(line[0].text)
	}
}

// addText adds a text to a layer with its first line at x, baseline.
func addText(t *page.Text, l *page.Layer, x, baseline fixed.Int26_6) {
	t.X, t.Y = x.Round(), baseline.Round()
	l.Items = append(l.Items, t)
}
