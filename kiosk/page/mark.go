package page

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/search"
	"gongkai/kiosk/typeset"
)

// marked is a text of which a part is marked, as what matched: on a ground of its own,
// underlined and bold, so that colour is not all that says so.
type marked struct {
	text string
	part search.Span // in runes; empty where nothing is marked
}

// markPad is the room on both sides of a marked part, em.
const markPad = .04

// spans cuts a text before and behind its marked part; at is that part's index, -1
// where there is none.
func (m marked) spans(p pen, bold fonts.Face) (spans []typeset.Span, at int) {
	at = -1
	runes := []rune(m.text)
	for i, piece := range [][]rune{runes[:m.part.From], runes[m.part.From:m.part.To], runes[m.part.To:]} {
		if len(piece) == 0 {
			continue
		}
		s := p
		if i == 1 {
			at, s.face = len(spans), bold
		}
		spans = append(spans, s.span(string(piece)))
	}
	return spans, at
}

// markedText is a marked text that is set and has no place yet.
type markedText struct {
	*build
	Text
	p      pen
	bold   fonts.Face // of the marked part
	at     int        // its span, -1 where there is none
	ground []stretchOf
}

// setMarked sets a text with its marked part in the face bold; par has all but its spans.
func (b *build) setMarked(m marked, par typeset.Paragraph, p pen, bold fonts.Face) markedText {
	t := markedText{build: b, p: p, bold: bold, Text: Text{Pitch: p.line()}}
	pad := times(p.size, markPad)
	if par.Spans, t.at = m.spans(p, bold); t.at >= 0 {
		par.Measure -= 2 * pad
	}
	t.Spans, t.Lines = par.Spans, b.set.Lines(par)
	if t.at >= 0 {
		t.ground = t.widen(t.at, pad)
	}
	return t
}

// height is that of the line boxes together.
func (t *markedText) height() fixed.Int26_6 { return fixed.Int26_6(len(t.Lines)) * t.Pitch }

// paint paints the text at x, its first line box with its top at y.
func (t *markedText) paint(l *Layer, x, y fixed.Int26_6, ink Ink) {
	it := t.Text
	it.Ink, it.X, it.Y = ink, x.Round(), (y + t.p.rise()).Round()
	if t.at >= 0 {
		it.Inks = make([]Ink, len(it.Spans))
		for i := range it.Inks {
			it.Inks[i] = ink
		}
		it.Inks[t.at] = t.onMark()
	}
	for i, e := range t.ground {
		t.markGround(l, fixed.I(it.X)+e.from, fixed.I(it.X)+e.to, fixed.I(it.Y)+fixed.Int26_6(i)*it.Pitch)
	}
	l.Items = append(l.Items, &it)
}

// stretchOf is a stretch of a line, from its beginning.
type stretchOf struct{ from, to fixed.Int26_6 }

// widen makes room of pad before and behind the glyphs of a span, and says where in
// each line they are; in a line without them the stretch is empty.
func (t *Text) widen(span int, pad fixed.Int26_6) []stretchOf {
	left := 0 // glyphs of the span
	for _, l := range t.Lines {
		for _, g := range l.Glyphs {
			if g.Span == span {
				left++
			}
		}
	}
	all, begun := make([]stretchOf, len(t.Lines)), false
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

// markGround paints the ground and the line of a marked part from x to end on baseline y:
// 16 to 86 and 86 to 91 hundredths of the height of the face's content area.
func (t *markedText) markGround(l *Layer, x, end, y fixed.Int26_6) {
	b, size := t.build, t.p.size
	if x == end {
		return
	}
	asc, desc := fonts.Metrics(t.bold)
	top := y - size*fixed.Int26_6(asc)/fonts.UnitsPerEm
	h := size * fixed.Int26_6(asc-desc) / fonts.UnitsPerEm
	line := top + times(h, .86)
	l.fill(rect(x, top+times(h, .16), end-x, line-top-times(h, .16)), Mark)
	l.fill(rect(x, line, end-x, max(times(h, .05), b.rule(1))), b.onMark())
}

// glimpse is what a row shows of a text that may be very long: at most limit
// characters about its marked part, …… where some are left out.
func (m marked) glimpse(limit int) marked {
	runes := []rune(m.text)
	if len(runes) <= limit {
		return m
	}
	from := 0
	if m.part.To > limit*3/4 {
		from = min(max(m.part.From-limit/4, 0), len(runes))
	}
	to := min(max(from+limit, m.part.To), len(runes))
	text := string(runes[from:to])
	part := search.Span{From: m.part.From - from, To: m.part.To - from}
	if m.part.Empty() {
		part = search.Span{}
	}
	if from > 0 {
		n := len([]rune(ellipsis))
		text, part.From, part.To = ellipsis+text, part.From+n, part.To+n
	}
	if to < len(runes) {
		text = catalogue.Unclosed(text) + ellipsis
	}
	return marked{text, part}
}
