package record

import (
	"slices"
	"unicode"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/page"
)

// SameForms reports whether columns, tables and drawings stand in a larger style as they do in a smaller one: none is
// broken by being larger.
func (c *Flow) SameForms(blocks []catalogue.Block, small, large Prose) bool {
	for _, b := range blocks {
		if c.form(b, small) != c.form(b, large) {
			return false
		}
	}
	return true
}

// form returns a number for how a block is set at a size; 0 is as it was typed.
func (c *Flow) form(b catalogue.Block, look Prose) int {
	switch b.Kind {
	case catalogue.Columns:
		_, n := c.columnPlan(b, columnPen(look.Base))
		return n
	case catalogue.Table:
		return c.grid(b, look.Base).fit()
	case catalogue.Drawing:
		return b2i(2*c.sketch(b, look).half < look.Base)
	}
	return 0
}

// LeastProse returns a height that blocks are not below, from their characters alone.
func (c *Flow) LeastProse(blocks []catalogue.Block, look Prose) (h fixed.Int26_6) {
	for _, b := range blocks {
		switch b.Kind {
		case catalogue.Blank:
			h += look.Pen.Line() * fixed.Int26_6(min(b.Count, mostBlank))
		case catalogue.Paragraph:
			w := page.Scale(look.Pen.Size, leastEms(b.Text()))
			h += look.Pen.Line() * max(1, (w+c.W-1)/c.W)
		case catalogue.Table:
			h += page.Scale(look.Base, tableSize*(1.5+2*cellPad)) * fixed.Int26_6(len(b.Rows))
		default:
			h += page.Scale(look.Base, drawingLine) * fixed.Int26_6(len(b.Rows))
		}
	}
	return h
}

// leastEms returns a width that a text is not below, em: hanzi are whole, marks may lose half, and other characters are
// as narrow as any.
func leastEms(text string) (em float64) {
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Han, r):
			em++
		case slices.Contains([]rune("，。、；：！？"), r):
			em += .5
		default:
			em += .2
		}
	}
	return em
}
