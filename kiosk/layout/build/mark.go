package build

import (
	"slices"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/page"
	"gongkai/kiosk/search"
	"gongkai/kiosk/typeset"
)

// Marked is a text with the part that a query matched: on a ground of its own, underlined
// and bold, so that colour alone doesn't carry it.
type Marked struct {
	Text string
	Part search.Span // in runes; may be empty
}

// markPad is the padding on both sides of a marked part, em.
const markPad = .04

// spans splits a text around its marked part; at is that part's index, -1 if there is none.
func (m Marked) spans(p Pen, bold fonts.Face) (spans []typeset.Span, at int) {
	at = -1
	runes := []rune(m.Text)
	for i, piece := range [][]rune{runes[:m.Part.From], runes[m.Part.From:m.Part.To], runes[m.Part.To:]} {
		if len(piece) == 0 {
			continue
		}
		s := p
		if i == 1 {
			at, s.Face = len(spans), bold
		}
		spans = append(spans, s.Span(string(piece)))
	}
	return spans, at
}

// marking is the marked part of a block.
type marking struct {
	bold   fonts.Face
	ground []interval // by line
}

// MarkedBlock sets a text with its marked part in the face bold, as par apart from its spans.
func (b *Draft) MarkedBlock(m Marked, par typeset.Paragraph, p Pen, bold fonts.Face, ink page.Ink) Block {
	spans, at := m.spans(p, bold)
	par.Spans = spans
	if at < 0 {
		return b.Block(par, p, ink)
	}
	pad := page.Scale(p.Size, markPad)
	par.Measure -= 2 * pad
	t := b.Block(par, p, ink)
	t.mark = &marking{bold, padSpan(t.text, at, pad)}
	t.text.Inks = slices.Repeat([]page.Ink{ink}, len(spans))
	t.text.Inks[at] = b.onMark()
	return t
}

// interval is a part of a line, in offsets from the line's start.
type interval struct{ from, to fixed.Int26_6 }

// padSpan moves glyphs so that a span has padding on both sides, and returns the interval of
// the padded span in each line, empty in a line without it.
func padSpan(t *page.Text, span int, pad fixed.Int26_6) []interval {
	left := 0 // glyphs of the span not reached yet
	for _, l := range t.Lines {
		for _, g := range l.Glyphs {
			if g.Span == span {
				left++
			}
		}
	}
	all, begun := make([]interval, len(t.Lines)), false
	for i := range t.Lines {
		l, shift, on := &t.Lines[i], fixed.Int26_6(0), false
		for k := range l.Glyphs {
			g := &l.Glyphs[k]
			if g.Span != span {
				g.X += shift
				continue
			}
			from := g.X + shift
			if !begun {
				begun, shift = true, shift+pad
			}
			g.X += shift
			if !on {
				on, all[i].from = true, l.X+from
			}
			if left--; left == 0 {
				shift += pad
			}
			all[i].to = l.X + g.Advance + g.X
			if left == 0 {
				all[i].to += pad
			}
		}
		l.Width += shift
	}
	return all
}

// paintMark paints the ground and the line of a block's marked part: from 16 to 86 and from 86 to 91
// hundredths of the face's content area.
func (t Block) paintMark(b *Draft, l *page.Layer) {
	size := t.pen.Size
	asc, desc := fonts.Metrics(t.mark.bold)
	h := size * fixed.Int26_6(asc-desc) / fonts.UnitsPerEm
	for i, on := range t.mark.ground {
		if on.from == on.to {
			continue
		}
		x, w := fixed.I(t.text.X)+on.from, on.to-on.from
		top := fixed.I(t.text.Y) + fixed.Int26_6(i)*t.text.Pitch - size*fixed.Int26_6(asc)/fonts.UnitsPerEm
		line := top + page.Scale(h, .86)
		l.Fill(page.Area(x, top+page.Scale(h, .16), w, line-top-page.Scale(h, .16)), page.Mark)
		l.Fill(page.Area(x, line, w, max(page.Scale(h, .05), b.Rule(1))), b.onMark())
	}
}

// Glimpse truncates a text to at most limit characters around its marked part, with …… at
// a truncated end.
func (m Marked) Glimpse(limit int) Marked {
	runes := []rune(m.Text)
	if len(runes) <= limit {
		return m
	}
	from := 0
	if m.Part.To > limit*3/4 {
		from = min(max(m.Part.From-limit/4, 0), len(runes))
	}
	to := min(max(from+limit, m.Part.To), len(runes))
	text := string(runes[from:to])
	part := search.Span{From: m.Part.From - from, To: m.Part.To - from}
	if m.Part.Empty() {
		part = search.Span{}
	}
	if from > 0 {
		n := len([]rune(Ellipsis))
		text, part.From, part.To = Ellipsis+text, part.From+n, part.To+n
	}
	if to < len(runes) {
		text = catalogue.Unclosed(text) + Ellipsis
	}
	return Marked{text, part}
}
