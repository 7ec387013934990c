package build

import (
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// Paragraph sets a paragraph whose first line box has its top at y and paints it at
// x; it returns the height of its line boxes together.
func (b *Draft) Paragraph(l *page.Layer, par typeset.Paragraph, p Pen, x, y fixed.Int26_6, ink page.Ink) (*page.Text, fixed.Int26_6) {
	t := b.Block(par, p, ink)
	t.Paint(b, l, x, y)
	return t.text, t.Height()
}

// Label paints one line that is never broken and returns how wide it is.
func (b *Draft) Label(l *page.Layer, text string, p Pen, x, y fixed.Int26_6, ink page.Ink) (*page.Text, fixed.Int26_6) {
	t, _ := b.Paragraph(l, typeset.Paragraph{Spans: []typeset.Span{p.Span(text)}}, p, x, y, ink)
	return t, Width(t.Lines)
}

// Write paints spans in one line from x on, on the baseline y; inks has one for
// each span, and where a single pen is used the first is enough.
func (b *Draft) Write(l *page.Layer, x, y fixed.Int26_6, inks []page.Ink, spans ...typeset.Span) *page.Text {
	t := &page.Text{Look: page.Look{Ink: inks[0]}, Spans: spans, Lines: b.Setter.Lines(typeset.Paragraph{Spans: spans}), X: x.Round(), Y: y.Round()}
	if len(inks) > 1 {
		t.Inks = inks
	}
	l.Items = append(l.Items, t)
	return t
}

// Column paints a vertical text whose column is centred on x and begins at y; it
// returns how long the column is. A text longer than room is truncated.
func (b *Draft) Column(l *page.Layer, text string, p Pen, x, y, room fixed.Int26_6, ink page.Ink) fixed.Int26_6 {
	par := typeset.Paragraph{Spans: []typeset.Span{p.Span(text)}, Vertical: true, Measure: room, MaxLines: 1}
	t := &page.Text{Look: page.Look{Ink: ink}, Spans: par.Spans, Lines: b.Setter.Lines(par), Pitch: p.Line(), X: x.Round(), Y: y.Round(), Vertical: true}
	l.Items = append(l.Items, t)
	return Width(t.Lines)
}

// Beginning truncates a text to what could fit in so many lines, so that the rest is not set. The
// narrowest letters are a quarter of an em.
func Beginning(text string, lines int, w, em fixed.Int26_6) string {
	most := (lines + 1) * 4 * int(w/em)
	for i := range text {
		if most--; most < 0 {
			return text[:i]
		}
	}
	return text
}

// OneLine returns a text that is never broken.
func (b *Draft) OneLine(text string, p Pen) typeset.Paragraph {
	return typeset.Paragraph{Spans: []typeset.Span{p.Span(text)}}
}

// LabelPen returns the style of the labels over blocks and facts.
func (b *Draft) LabelPen(face fonts.Face, leading, track float64) Pen {
	return Pen{Face: face, Size: b.LabelSize(28), Leading: leading, Track: track}
}

// Official returns a paragraph of official text whose own closing mark is a span by
// itself; texts of up to eight characters are never broken.
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

// QuietInks returns the inks of the spans that Official makes.
func QuietInks(spans []typeset.Span, ink page.Ink) []page.Ink {
	return []page.Ink{ink, page.Sep}[:len(spans)]
}

// EvenMeasure returns the size nearest to want at which a measure holds a whole number of
// characters, so that justified lines need no stretching (design section 3); where the
// panel demands want it is no smaller.
func (b *Draft) EvenMeasure(measure, want fixed.Int26_6) fixed.Int26_6 {
	if b.TextScale(b.State.Panel) > 1 {
		return measure / max(1, measure/want)
	}
	return measure / max(1, (measure+want/2)/want)
}

// Wording is a paragraph with its pen and its height.
type Wording struct {
	Par typeset.Paragraph
	Pen Pen
	H   fixed.Int26_6
}

// Phrased returns a title whose lines end at phrases: where the item's file says, if
// those lines fit, else where typeset finds it best.
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
