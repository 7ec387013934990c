package page

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/typeset"
)

// block is a text that is set and has no place yet.
type block struct {
	text *Text
	pen  pen
	gap  fixed.Int26_6 // above it, where it is not the first of a column
	mark *marking      // nil where no part is marked
}

// block sets a paragraph.
func (b *build) block(par typeset.Paragraph, p pen, ink Ink) block {
	return block{text: &Text{Look: Look{Ink: ink}, Spans: par.Spans, Lines: b.set.Lines(par), Pitch: p.line()}, pen: p}
}

// labelBlock sets a text that is never broken.
func (b *build) labelBlock(text string, p pen, ink Ink) block {
	return b.block(b.oneLine(text, p), p, ink)
}

// below returns the block at a distance below the one before it.
func (t block) below(gap fixed.Int26_6) block {
	t.gap = gap
	return t
}

// height returns the height of the line boxes together.
func (t block) height() fixed.Int26_6 { return fixed.Int26_6(len(t.text.Lines)) * t.text.Pitch }

// paint paints the block at x, its first line box with its top at y.
func (t block) paint(b *build, l *Layer, x, y fixed.Int26_6) {
	t.text.X, t.text.Y = x.Round(), (y + t.pen.rise()).Round()
	if t.mark != nil {
		t.paintMark(b, l)
	}
	l.Items = append(l.Items, t.text)
}

// column is blocks one below the other, in a row.
type column struct {
	x       fixed.Int26_6 // from the row's left edge
	fromTop bool          // it begins y below the row's upper edge; else it stands in the row's middle
	y       fixed.Int26_6
	blocks  []block
}

// height returns the height of the blocks and of the gaps between them.
func (c column) height() fixed.Int26_6 {
	var h fixed.Int26_6
	for _, t := range c.blocks {
		if len(t.text.Lines) > 0 {
			h += t.gap + t.height()
		}
	}
	return h
}

// paint paints the column from x, y on.
func (c column) paint(b *build, l *Layer, x, y fixed.Int26_6) {
	for _, t := range c.blocks {
		y += t.gap
		t.paint(b, l, x, y)
		y += t.height()
	}
}
