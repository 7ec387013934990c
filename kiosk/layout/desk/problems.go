package desk

import (
	"cmp"
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/diag"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// The list's measures, CSS px.
const (
	rowPad     = 10
	badgeX     = 16 // from the row's left edge
	badgeWidth = 58
	messageX   = 88
	placeWidth = 254
	placeRight = 8
	columnGap  = 14
	choiceGap  = 12
)

// join returns titles as one text.
func join(titles []string) string { return strings.Join(titles, "、") }

// listHead paints the label over the list and returns where the list begins.
func (d *desk) listHead(l *page.Layer, y fixed.Int26_6) fixed.Int26_6 {
	y += d.Px(sectionPad)
	label, text := "检查", counted(d.v.State.Found.Problems)
	if ask := d.v.State.Ask; ask != nil {
		label, text = cmp.Or(ask.Label, "放进来的文件"), ask.Title
	}
	w := d.label(l, d.x, y, label)
	pen := d.pen(fonts.SansRegular, 15, 1.4)
	x := d.x + w + d.Px(15)
	d.line(l, x, y+pen.Rise(), d.x+d.w-x, text, pen, page.Ink2, "")
	return y + d.Px(labelHeight+labelGap)
}

// counted returns how many problems there are of each severity.
func counted(problems []diag.Problem) string {
	var n [diag.Hint + 1]int
	for _, p := range problems {
		n[p.Severity]++
	}
	var parts []string
	for s, count := range n {
		if count > 0 {
			parts = append(parts, fmt.Sprintf("%d 个%s", count, diag.Severity(s)))
		}
	}
	if len(parts) == 0 {
		return "没有问题"
	}
	return strings.Join(parts, "，")
}

// list paints the problems, or what the dropped file will change, and returns where it ends.
func (d *desk) list(l *page.Layer, y fixed.Int26_6) fixed.Int26_6 {
	if ask := d.v.State.Ask; ask != nil {
		return d.choices(l, d.changes(l, y, ask.Lines), ask.Choices)
	}
	for i, p := range d.v.State.Found.Problems {
		y = d.problem(l, y, i, p)
	}
	return y
}

// changes paints lines of text.
func (d *desk) changes(l *page.Layer, y fixed.Int26_6, lines []string) fixed.Int26_6 {
	pen := d.pen(fonts.SansRegular, 16, 1.5)
	for _, text := range lines {
		y += d.Px(4)
		_, h := d.Paragraph(l, typeset.Paragraph{Spans: []typeset.Span{pen.Span(spaced(text))}, Measure: d.w}, pen, d.x, y, page.Black)
		y += max(h, pen.Line())
	}
	return y + d.Px(rowPad)
}

// choices paints a button a line.
func (d *desk) choices(l *page.Layer, y fixed.Int26_6, words []string) fixed.Int26_6 {
	for i, word := range words {
		d.row(l, d.x, y, []button{{word: word, event: Choose{i}}})
		y += d.Px(buttonHeight + choiceGap)
	}
	return y
}

// problem paints a row: severity, what is wrong, the mend, and the place. A click shows the place's screen.
func (d *desk) problem(l *page.Layer, y fixed.Int26_6, i int, p diag.Problem) fixed.Int26_6 {
	what, mend, small := d.pen(fonts.SansMedium, 17, 1.45), d.pen(fonts.SansRegular, 16, 1.5), d.pen(fonts.SansRegular, 14, 1.6)
	place := d.w - d.Px(placeWidth+placeRight)
	measure := place - d.Px(messageX+columnGap)
	text := func(s string, pen build.Pen, ink page.Ink, w fixed.Int26_6) build.Block {
		return d.Block(typeset.Paragraph{Spans: []typeset.Span{pen.Span(spaced(s))}, Measure: w}, pen, ink)
	}
	message := text(p.Message, what, page.Black, measure)
	blocks := []build.Block{message}
	if p.Fix != "" {
		blocks = append(blocks, text("改法："+p.Fix, mend, page.Ink2, measure))
	}
	where := []build.Block{
		d.Block(typeset.Paragraph{Spans: []typeset.Span{small.Span(spaced(diag.Printable(p.File)))}, Measure: d.Px(placeWidth), MaxLines: 2}, small, page.Ink2),
		text(lineOf(p), small, page.Ink2, d.Px(placeWidth)),
	}
	var left, right fixed.Int26_6
	for _, b := range blocks {
		left += b.Height()
	}
	for _, b := range where {
		right += b.Height()
	}
	h := 2*d.Px(rowPad) + max(left, right)
	r := page.Area(d.x, y, d.w, h)
	row := d.press(l, "row", r, page.Sand, Pick{i})
	if d.v.State.Chosen == i+1 {
		row.Ground.Ink = page.Mat
		l.Fill(page.Area(d.x, y, d.Rule(4), h), page.Red)
	}
	d.badge(l, page.Area(d.x+d.Px(badgeX), y+d.Px(rowPad+1), d.Px(badgeWidth), d.Px(22)+2*d.Hair()), p.Severity)
	at := y + d.Px(rowPad)
	for _, b := range blocks {
		b.Paint(d.Draft, l, d.x+d.Px(messageX), at)
		at += b.Height()
	}
	at = y + d.Px(rowPad)
	for _, b := range where {
		b.Paint(d.Draft, l, d.x+place+d.Px(placeWidth)-b.Width(), at)
		at += b.Height()
	}
	l.Fill(page.Area(d.x, y+h, d.w, d.Rule(1)), page.Line)
	return y + h + d.Rule(1)
}

// badge paints a severity: filled for an error, else outlined.
func (d *desk) badge(l *page.Layer, r fixed.Rectangle26_6, s diag.Severity) {
	frame := l.Fill(r, page.LeafInk)
	frame.Radius = d.Px(3)
	ink := page.OnLeaf
	if s != diag.Error {
		frame.Ink, frame.Stroke, ink = page.Sep, d.Hair(), page.Ink2
	}
	d.Centred(l, r, s.String(), d.pen(fonts.SansBold, 15, 22./15), page.Look{Ink: ink})
}

// lineOf returns the words for a problem's line.
func lineOf(p diag.Problem) string {
	if p.Line == 0 || p.Whole {
		return "整个文件"
	}
	return fmt.Sprintf("第 %d 行", p.Line)
}

// spaced returns a text that keeps its spaces between hanzi, which the typesetter drops: names of files have them.
func spaced(text string) string {
	r := []rune(text)
	for i := 1; i+1 < len(r); i++ {
		if r[i] == ' ' && unicode.Is(unicode.Han, r[i-1]) && unicode.Is(unicode.Han, r[i+1]) {
			r[i] = '\u00a0'
		}
	}
	return string(r)
}
