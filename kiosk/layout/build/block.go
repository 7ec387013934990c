package build

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// Block is a text that is set and has no place yet.
type Block struct {
	text *page.Text
	pen  Pen
	gap  fixed.Int26_6 // above it, where it is not the first of a column
	mark *marking      // nil where no part is marked
}

// Block sets a paragraph.
func (b *Draft) Block(par typeset.Paragraph, p Pen, ink page.Ink) Block {
	return Block{text: &page.Text{Look: page.Look{Ink: ink}, Spans: par.Spans, Lines: b.Setter.Lines(par), Pitch: p.Line()}, pen: p}
}

// LabelBlock sets a text that is never broken.
func (b *Draft) LabelBlock(text string, p Pen, ink page.Ink) Block {
	return b.Block(b.OneLine(text, p), p, ink)
}

// Below returns the block at a distance below the one before it.
func (t Block) Below(gap fixed.Int26_6) Block {
	t.gap = gap
	return t
}

// Height returns the height of the line boxes together.
func (t Block) Height() fixed.Int26_6 { return fixed.Int26_6(len(t.text.Lines)) * t.text.Pitch }

// Paint paints the block at x, its first line box with its top at y.
func (t Block) Paint(b *Draft, l *page.Layer, x, y fixed.Int26_6) {
	t.text.X, t.text.Y = x.Round(), (y + t.pen.Rise()).Round()
	if t.mark != nil {
		t.paintMark(b, l)
	}
	l.Items = append(l.Items, t.text)
}

// Column is blocks one below the other, in a row.
type Column struct {
	X       fixed.Int26_6 // from the row's left edge
	FromTop bool          // it begins y below the row's upper edge; else it stands in the row's middle
	Y       fixed.Int26_6
	Blocks  []Block
}

// Height returns the height of the blocks and of the gaps between them.
func (c Column) Height() fixed.Int26_6 {
	var h fixed.Int26_6
	for _, t := range c.Blocks {
		if len(t.text.Lines) > 0 {
			h += t.gap + t.Height()
		}
	}
	return h
}

// paint paints the column from x, y on.
func (c Column) paint(b *Draft, l *page.Layer, x, y fixed.Int26_6) {
	for _, t := range c.Blocks {
		y += t.gap
		t.Paint(b, l, x, y)
		y += t.Height()
	}
}
