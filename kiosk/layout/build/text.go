package build

import (
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// Paragraph sets and paints a paragraph with its top left corner at x, y, and returns the height
// of its line boxes.
func (b *Draft) Paragraph(l *page.Layer, par typeset.Paragraph, p Pen, x, y fixed.Int26_6, ink page.Ink) (*page.Text, fixed.Int26_6) {
	t := b.Block(par, p, ink)
	t.Paint(b, l, x, y)
	return t.text, t.Height()
}

// Label paints a text in one line and returns its width.
func (b *Draft) Label(l *page.Layer, text string, p Pen, x, y fixed.Int26_6, ink page.Ink) (*page.Text, fixed.Int26_6) {
	t, _ := b.Paragraph(l, typeset.Paragraph{Spans: []typeset.Span{p.Span(text)}}, p, x, y, ink)
	return t, Width(t.Lines)
}

// Write paints spans in one line from x on, on the baseline y. There is one ink for each span,
// or one for all.
func (b *Draft) Write(l *page.Layer, x, y fixed.Int26_6, inks []page.Ink, spans ...typeset.Span) *page.Text {
	t := &page.Text{Look: page.Look{Ink: inks[0]}, Spans: spans, Lines: b.Setter.Lines(typeset.Paragraph{Spans: spans}), X: x.Round(), Y: y.Round()}
	if len(inks) > 1 {
		t.Inks = inks
	}
	l.Items = append(l.Items, t)
	return t
}

// Column paints a vertical text in a column centred on x that begins at y, truncated to room,
// and returns the column's length.
func (b *Draft) Column(l *page.Layer, text string, p Pen, x, y, room fixed.Int26_6, ink page.Ink) fixed.Int26_6 {
	par := typeset.Paragraph{Spans: []typeset.Span{p.Span(text)}, Vertical: true, Measure: room, MaxLines: 1}
	t := &page.Text{Look: page.Look{Ink: ink}, Spans: par.Spans, Lines: b.Setter.Lines(par), Pitch: p.Line(), X: x.Round(), Y: y.Round(), Vertical: true}
	l.Items = append(l.Items, t)
	return Width(t.Lines)
}

// ColumnLength returns the length of a vertical text in one column.
func (b *Draft) ColumnLength(text string, p Pen) fixed.Int26_6 {
	return Width(b.Setter.Lines(typeset.Paragraph{Spans: []typeset.Span{p.Span(text)}, Vertical: true}))
}

// Beginning truncates a text to what could fit in a number of lines if all characters were as
// narrow as a quarter of an em, which spares setting the rest.
func Beginning(text string, lines int, w, em fixed.Int26_6) string {
	most := (lines + 1) * 4 * int(w/em)
	for i := range text {
		if most--; most < 0 {
			return text[:i]
		}
	}
	return text
}

// OneLine returns a paragraph of one line.
func (b *Draft) OneLine(text string, p Pen) typeset.Paragraph {
	return typeset.Paragraph{Spans: []typeset.Span{p.Span(text)}}
}

// LabelPen returns the style of the labels over blocks and facts.
func (b *Draft) LabelPen(face fonts.Face, leading, track float64) Pen {
	return Pen{Face: face, Size: b.LabelSize(28), Leading: leading, Track: track}
}

// Official returns a paragraph of official text with its closing mark in a span of its own;
// texts of up to eight characters are not broken.
func Official(text string, p Pen, measure fixed.Int26_6) typeset.Paragraph {
	body, mark := catalogue.Closing(text)
	par := typeset.Paragraph{Spans: []typeset.Span{p.Span(body)}, Measure: measure}
	n := utf8.RuneCountInString(body)
	par.Whole = n <= 8 && p.Size*fixed.Int26_6(n) <= measure
	if mark != "" {
		par.Spans = append(par.Spans, p.Span(mark))
	}
	return par
}

// QuietInks returns the inks of Official's spans: a quiet one for the closing mark.
func QuietInks(spans []typeset.Span, ink page.Ink) []page.Ink {
	return []page.Ink{ink, page.Sep}[:len(spans)]
}

// EvenMeasure returns the size nearest to want at which a measure holds a whole number of
// characters, so that justified lines need no stretching (docs/design/README.md section 3).
// Where the panel asks for larger text it is at least want.
func (b *Draft) EvenMeasure(measure, want fixed.Int26_6) fixed.Int26_6 {
	size := measure / max(1, (measure+want/2)/want)
	if b.TextScale(b.State.Panel) > 1 || size < b.Floor {
		return measure / max(1, measure/want)
	}
	return size
}

// Phrased returns a title broken at the file's breaks if those lines fit, else at phrases that
// typeset finds.
func (b *Draft) Phrased(text string, breaks []int, p Pen, measure fixed.Int26_6) typeset.Paragraph {
	par := typeset.Paragraph{Spans: []typeset.Span{p.Span(text)}, Measure: measure, Title: true}
	if len(breaks) == 0 || b.Setter.Width(par.Spans...) <= measure {
		return par
	}
	runes, from := []rune(text), 0
	for _, to := range append(breaks[:len(breaks):len(breaks)], len(runes)) {
		if b.Setter.Width(p.Span(string(runes[from:to]))) > measure {
			return par
		}
		from = to
	}
	par.Breaks = breaks
	return par
}

// BrokenAtPhrase returns a title like Phrased, but broken at the file's breaks even if one line
// would hold it.
func (b *Draft) BrokenAtPhrase(text string, breaks []int, p Pen, measure fixed.Int26_6) typeset.Paragraph {
	par := b.Phrased(text, breaks, p, measure)
	if b.Setter.Width(par.Spans...) <= measure {
		par.Breaks = breaks
	}
	return par
}

// MergeBreaks returns the fewest of a file's breaks that make lines of at most room characters of
// a title of count characters.
func MergeBreaks(breaks []int, count, room int) []int {
	var out []int
	from := 0
	for i, at := range breaks {
		next := count
		if i+1 < len(breaks) {
			next = breaks[i+1]
		}
		if next-from > room {
			out, from = append(out, at), at
		}
	}
	return out
}
