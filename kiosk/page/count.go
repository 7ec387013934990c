package page

import (
	"fmt"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/typeset"
)

// count is a number with words about it, which are smaller: n / N, 共 n 项.
type count struct {
	before, after string
	n             int
	number, word  pen
	inks          [2]Ink        // of the number and of the words
	gap           fixed.Int26_6 // between number and words; 0: they are one text
}

// outOf returns n / total, in sizes of so many u.
func (b *build) outOf(n, total int, number, word float64) count {
	return count{
		n: n, after: fmt.Sprintf(" / %d", total), inks: [2]Ink{Red, Ink2},
		number: pen{face: fonts.SerifBlack, size: b.px(number), leading: 1},
		word:   pen{face: fonts.SerifBold, size: b.px(word), leading: 1.3},
	}
}

// itemCount returns 共 n 项 at the end of a category's name.
func (b *build) itemCount(n int) count {
	return count{
		before: "共", n: n, after: "项", inks: [2]Ink{Red, Ink2}, gap: b.px(8),
		number: pen{face: fonts.SerifBlack, size: b.px(60), leading: 1},
		word:   pen{face: fonts.SansMedium, size: b.px(34), leading: 1},
	}
}

// rowCount returns n 项 at the end of a category that is a row.
func (b *build) rowCount(n int) count {
	return count{
		n: n, after: "项", inks: [2]Ink{Red, Ink2}, gap: b.px(6),
		number: pen{face: fonts.SerifBlack, size: b.px(44), leading: 1},
		word:   pen{face: fonts.SansRegular, size: b.px(28), leading: 1},
	}
}

// foundCount returns 找到 n 项.
func (b *build) foundCount(n int) count {
	return count{
		before: "找到", n: n, after: "项", inks: [2]Ink{Red, Ink2}, gap: b.px(6),
		number: pen{face: fonts.SerifBlack, size: b.px(44), leading: 1},
		word:   pen{face: fonts.SansMedium, size: b.px(30), leading: 1},
	}
}

// spans returns the number and the words about it, with their inks.
func (c count) spans() (spans []typeset.Span, inks []Ink) {
	spans, inks = []typeset.Span{c.number.span(fmt.Sprint(c.n))}, []Ink{c.inks[0]}
	if c.before != "" {
		spans, inks = append([]typeset.Span{c.word.span(c.before)}, spans...), append([]Ink{c.inks[1]}, inks...)
	}
	if c.after != "" {
		spans, inks = append(spans, c.word.span(c.after)), append(inks, c.inks[1])
	}
	return spans, inks
}

// width returns the width of all of it.
func (c count) width(b *build) fixed.Int26_6 {
	spans, _ := c.spans()
	if c.gap == 0 {
		return b.set.Width(spans...)
	}
	w := c.gap * fixed.Int26_6(len(spans)-1)
	for _, s := range spans {
		w += b.set.Width(s)
	}
	return w
}

// line returns the height of its line box, and the way from its top to the baseline.
func (c count) line() (height, rise fixed.Int26_6) { return shared(c.number, c.word) }

// paint paints it from x on, on the baseline y.
func (c count) paint(b *build, l *Layer, x, y fixed.Int26_6) {
	spans, inks := c.spans()
	if c.gap == 0 {
		b.write(l, x, y, inks, spans...)
		return
	}
	for i, s := range spans {
		b.write(l, x, y, inks[i:i+1], s)
		x += b.set.Width(s) + c.gap
	}
}

// around paints it from x on, its line box's middle at mid.
func (c count) around(b *build, l *Layer, x, mid fixed.Int26_6) {
	h, rise := c.line()
	c.paint(b, l, x, mid-h/2+rise)
}

// above paints it from x on, its line box's end at bottom.
func (c count) above(b *build, l *Layer, x, bottom fixed.Int26_6) {
	h, rise := c.line()
	c.paint(b, l, x, bottom-h+rise)
}
