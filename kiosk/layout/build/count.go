package build

import (
	"fmt"
	"strconv"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// Count is a number with smaller words before or after it: n / N, 共 n 项.
type Count struct {
	Before, after string
	N             int
	Number, Word  Pen
	Inks          [2]page.Ink   // of the number and of the words
	gap           fixed.Int26_6 // between number and words; 0: they are set as one text
}

// OutOf returns n / total, with the number and the words in sizes of u.
func (b *Draft) OutOf(n, total int, number, word float64) Count {
	return Count{
		N: n, after: fmt.Sprintf(" / %d", total), Inks: [2]page.Ink{page.Red, page.Ink2},
		Number: Pen{Face: fonts.SerifBlack, Size: b.Type(number), Leading: 1},
		Word:   Pen{Face: fonts.SerifBold, Size: b.Type(word), Leading: 1.3},
	}
}

// ItemCount returns 共 n 项, for the end of a category's name.
func (b *Draft) ItemCount(n int) Count {
	return Count{
		Before: "共", N: n, after: "项", Inks: [2]page.Ink{page.Red, page.Ink2}, gap: b.Px(8),
		Number: Pen{Face: fonts.SerifBlack, Size: b.Type(60), Leading: 1},
		Word:   Pen{Face: fonts.SansMedium, Size: b.Type(34), Leading: 1},
	}
}

// RowCount returns n 项, for the end of a row that is a category.
func (b *Draft) RowCount(n int) Count {
	return Count{
		N: n, after: "项", Inks: [2]page.Ink{page.Red, page.Ink2}, gap: b.Px(6),
		Number: Pen{Face: fonts.SerifBlack, Size: b.Type(44), Leading: 1},
		Word:   Pen{Face: fonts.SansRegular, Size: b.Type(28), Leading: 1},
	}
}

// FoundCount returns 找到 n 项.
func (b *Draft) FoundCount(n int) Count {
	return Count{
		Before: "找到", N: n, after: "项", Inks: [2]page.Ink{page.Red, page.Ink2}, gap: b.Px(6),
		Number: Pen{Face: fonts.SerifBlack, Size: b.Type(44), Leading: 1},
		Word:   Pen{Face: fonts.SansMedium, Size: b.Type(30), Leading: 1},
	}
}

// spans returns the words and the number in their order, with their inks.
func (c Count) spans() (spans []typeset.Span, inks []page.Ink) {
	spans, inks = make([]typeset.Span, 0, 3), make([]page.Ink, 0, 3)
	if c.Before != "" {
		spans, inks = append(spans, c.Word.Span(c.Before)), append(inks, c.Inks[1])
	}
	spans, inks = append(spans, c.Number.Span(strconv.Itoa(c.N))), append(inks, c.Inks[0])
	if c.after != "" {
		spans, inks = append(spans, c.Word.Span(c.after)), append(inks, c.Inks[1])
	}
	return spans, inks
}

// Width returns the width of number and words.
func (c Count) Width(b *Draft) fixed.Int26_6 {
	spans, _ := c.spans()
	if c.gap == 0 {
		return b.Setter.Width(spans...)
	}
	w := c.gap * fixed.Int26_6(len(spans)-1)
	for _, s := range spans {
		w += b.Setter.Width(s)
	}
	return w
}

// Line returns the height of the line box and the offset of the baseline from its top.
func (c Count) Line() (height, rise fixed.Int26_6) { return SharedLine(c.Number, c.Word) }

// Paint paints the count from x on, on the baseline y.
func (c Count) Paint(b *Draft, l *page.Layer, x, y fixed.Int26_6) {
	spans, inks := c.spans()
	if c.gap == 0 {
		b.Write(l, x, y, inks, spans...)
		return
	}
	for i, s := range spans {
		b.Write(l, x, y, inks[i:i+1], s)
		x += b.Setter.Width(s) + c.gap
	}
}

// Around paints the count from x on, its line box centred on mid.
func (c Count) Around(b *Draft, l *page.Layer, x, mid fixed.Int26_6) {
	h, rise := c.Line()
	c.Paint(b, l, x, mid-h/2+rise)
}

// Above paints the count from x on, its line box ending at bottom.
func (c Count) Above(b *Draft, l *page.Layer, x, bottom fixed.Int26_6) {
	h, rise := c.Line()
	c.Paint(b, l, x, bottom-h+rise)
}
