package build

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// Block is a text that is set but not placed.
type Block struct {
	text *page.Text
	pen  Pen
	gap  fixed.Int26_6 // above it in a column
	mark *marking      // nil: no part is marked
}

// Block sets a paragraph.
func (b *Draft) Block(par typeset.Paragraph, p Pen, ink page.Ink) Block {
	return Block{text: &page.Text{Look: page.Look{Ink: ink}, Spans: par.Spans, Lines: b.Setter.Lines(par), Pitch: p.Line()}, pen: p}
}

// LabelBlock sets a text in one line.
func (b *Draft) LabelBlock(text string, p Pen, ink page.Ink) Block {
	return b.Block(b.OneLine(text, p), p, ink)
}

// Below returns the block with a gap above it.
func (t Block) Below(gap fixed.Int26_6) Block {
	t.gap = gap
	return t
}

// InLook returns the block in a look, with an ink for each span; nil: all in the look's.
func (t Block) InLook(look page.Look, inks []page.Ink) Block {
	t.text.Look, t.text.Inks = look, inks
	return t
}

// Spans returns the block's spans.
func (t Block) Spans() []typeset.Span { return t.text.Spans }

// Lines returns the number of the block's lines.
func (t Block) Lines() int { return len(t.text.Lines) }

// Width returns the width of the longest line.
func (t Block) Width() fixed.Int26_6 { return Width(t.text.Lines) }

// Height returns the height of all line boxes.
func (t Block) Height() fixed.Int26_6 { return fixed.Int26_6(len(t.text.Lines)) * t.text.Pitch }

// Paint paints the block with its top left corner at x, y.
func (t Block) Paint(b *Draft, l *page.Layer, x, y fixed.Int26_6) {
	t.text.X, t.text.Y = x.Round(), (y + t.pen.Rise()).Round()
	if t.mark != nil {
		t.paintMark(b, l)
	}
	l.Items = append(l.Items, t.text)
}

// Column is a column of blocks in a row.
type Column struct {
	X       fixed.Int26_6 // from the row's left edge
	FromTop bool          // begins Y below the row's upper edge; else it is centred in the row
	Y       fixed.Int26_6
	Blocks  []Block
}

// Height returns the height of the blocks and their gaps.
func (c Column) Height() fixed.Int26_6 {
	var h fixed.Int26_6
	for _, t := range c.Blocks {
		if len(t.text.Lines) > 0 {
			h += t.gap + t.Height()
		}
	}
	return h
}

// paint paints the column with its top left corner at x, y.
func (c Column) paint(b *Draft, l *page.Layer, x, y fixed.Int26_6) {
	for _, t := range c.Blocks {
		y += t.gap
		t.Paint(b, l, x, y)
		y += t.Height()
	}
}
