package record

import (
	"slices"
	"strings"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// Prose is how a text that the centre wrote itself is set (docs/design/README.md section 6.7).
type Prose struct {
	Pen    build.Pen     // of paragraphs
	Base   fixed.Int26_6 // the size of columns and drawings, and of tables before they are made smaller
	Gap    fixed.Int26_6 // between paragraphs
	Indent int           // halves of an em, of a paragraph that was typed without an indent
	Ragged bool          // paragraphs are not justified
}

// mostBlank limits the empty lines in succession that are shown.
const mostBlank = 3

// Prose sets blocks one below the other. Between two of them stands the larger of the gaps that they ask for; it returns
// the one that the last asks for below it.
func (c *Flow) Prose(blocks []catalogue.Block, look Prose) (below fixed.Int26_6) {
	for i, b := range look.indented(blocks) {
		if b.Kind == catalogue.Blank {
			c.Y += look.Pen.Line() * fixed.Int26_6(min(b.Count, mostBlank))
			continue
		}
		before, after := look.gaps(c, b.Kind)
		if i > 0 {
			c.Y += max(below, before)
		}
		below = after
		c.proseBlock(b, look)
	}
	return below
}

// indented returns blocks with the indent of paragraphs that were typed without one, which also moves the lines that
// were typed below what follows their label: 附件：1.甲, and 2.乙 below 1.
func (look Prose) indented(blocks []catalogue.Block) []catalogue.Block {
	blocks = slices.Clone(blocks)
	below := -1 // the indent of such lines
	for i := range blocks {
		b := &blocks[i]
		hangs := below > 0 && b.Indent >= below-1 && b.Indent <= below+1
		switch {
		case b.Kind == catalogue.Paragraph && b.Indent == 0:
			b.Indent = look.Indent
			label, _, _ := strings.Cut(strings.ReplaceAll(b.Text(), ":", "："), "：")
			below = cellsOf(label+"：", 2)
		case hangs && (b.Kind == catalogue.Paragraph || b.Kind == catalogue.Columns):
			b.Indent += look.Indent
		default:
			below = -1
		}
	}
	return blocks
}

// gaps returns the room that a kind of block asks for above and below it.
func (look Prose) gaps(c *Flow, kind catalogue.BlockKind) (above, below fixed.Int26_6) {
	switch kind {
	case catalogue.Columns:
		return page.Scale(look.Base, .4), max(look.Gap, c.Px(14))
	case catalogue.Table, catalogue.Drawing:
		return max(look.Gap, c.Px(10)), max(look.Gap, c.Px(24))
	}
	return look.Gap, look.Gap
}

func (c *Flow) proseBlock(b catalogue.Block, look Prose) {
	switch b.Kind {
	case catalogue.Columns:
		c.columns(b, look.Base)
	case catalogue.Table:
		c.typedTable(b, look.Base)
	case catalogue.Drawing:
		c.drawing(b, look)
	default:
		c.proseParagraph(b, look)
	}
}

// proseParagraph sets a paragraph with its indent.
func (c *Flow) proseParagraph(b catalogue.Block, look Prose) {
	text := b.Text()
	span := look.Pen.Span(indent(c.indent(text, look.Pen, b.Indent)) + text)
	c.Add(typeset.Paragraph{Spans: []typeset.Span{span}, Measure: c.W, Justify: !look.Ragged}, look.Pen, page.Black)
}

// indent returns how many halves of an em a text is indented by. One that was moved far to the right, such as a
// signature, moves less where its line would not hold it, and one of several lines by no more than half the measure.
func (c *Flow) indent(text string, p build.Pen, halves int) int {
	if halves <= 4 {
		return halves
	}
	room := c.W - c.Setter.Width(p.Span(text))
	if room < 0 {
		room = c.W / 2
	}
	return min(halves, int(2*room/p.Size))
}

// indent returns white space of so many halves of an em, which is never squeezed.
func indent(halves int) string {
	return strings.Repeat("　", halves/2) + strings.Repeat("\u2002", halves%2)
}
