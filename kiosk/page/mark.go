package page

import (
	"slices"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/search"
	"gongkai/kiosk/typeset"
)

// marked is a text of which a part is marked, as what matched: on a ground of its own,
// underlined and bold, so that the mark doesn't rest on colour alone.
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

// marking is the marked part of a block.
type marking struct {
	bold   fonts.Face
	ground []stretchOf // by line
}

// markedBlock sets a text with its marked part in the face bold; par has all but its spans.
func (b *build) markedBlock(m marked, par typeset.Paragraph, p pen, bold fonts.Face, ink Ink) block {
	spans, at := m.spans(p, bold)
	par.Spans = spans
	if at < 0 {
		return b.block(par, p, ink)
	}
	pad := times(p.size, markPad)
	par.Measure -= 2 * pad
	t := b.block(par, p, ink)
	t.mark = &marking{bold, t.text.widen(at, pad)}
	t.text.Inks = slices.Repeat([]Ink{ink}, len(spans))
	t.text.Inks[at] = b.onMark()
	return t
}

// stretchOf is a stretch of a line, from its beginning.
type stretchOf struct{ from, to fixed.Int26_6 }

// widen makes room of pad before and behind the glyphs of a span, and returns where in
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

// paintMark paints the ground and the line of a block's marked part: 16 to 86 and 86 to 91
// hundredths of the height of the face's content area.
func (t block) paintMark(b *build, l *Layer) {
	size := t.pen.size
	asc, desc := fonts.Metrics(t.mark.bold)
	h := size * fixed.Int26_6(asc-desc) / fonts.UnitsPerEm
	for i, on := range t.mark.ground {
		if on.from == on.to {
			continue
		}
		x, w := fixed.I(t.text.X)+on.from, on.to-on.from
		top := fixed.I(t.text.Y) + fixed.Int26_6(i)*t.text.Pitch - size*fixed.Int26_6(asc)/fonts.UnitsPerEm
		line := top + times(h, .86)
		l.fill(rect(x, top+times(h, .16), w, line-top-times(h, .16)), Mark)
		l.fill(rect(x, line, w, max(times(h, .05), b.rule(1))), b.onMark())
	}
}

// glimpse returns what a row shows of a text that may be very long: at most limit
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
