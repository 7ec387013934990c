package typeset

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
)

// Style is a span's face, size and tracking.
type Style struct {
	Face     fonts.Face
	Size     fixed.Int26_6 // em, px
	Tracking fixed.Int26_6 // room added after each character, px
}

// Span is a stretch of text in one style. A paragraph's spans are shaped and
// broken as one text; a Glyph refers to its span.
type Span struct {
	Text  string
	Style Style
}

// Align is the position of a line that is shorter than the measure.
type Align uint8

// Start is the left edge (the top edge of a column).
const (
	Start Align = iota
	Center
	End
)

// Paragraph is a text and the room it is set in. The zero values are: no
// justification, aligned at the start, horizontal, any number of lines.
type Paragraph struct {
	Spans       []Span
	Measure     fixed.Int26_6 // length of a line; 0: one line of any length
	Align       Align
	Justify     bool        // fill the measure, except in last lines (CLREQ 6.1); a line that lacks too much leaves the paragraph ragged
	Title       bool        // break at phrases, in lines of like length, never one character alone
	Breaks      []int       // rune offsets where a line must end
	MaxLines    int         // 0: no limit; text beyond it is cut and ends with ……
	Vertical    bool        // columns from top to bottom; each Line is a column
	LineBreak   LineBreak   // CSS's level; 0: Strict
	Prohibition Prohibition // CLREQ's set of marks kept from a line's edges; 0: GB
	Gap         Gap         // room between hanzi and Latin letters; 0: a quarter of an em
	Whole       bool        // never break inside unless the text, squeezed, is longer than the measure (an element of ≤ 8 characters)
}

// Line is one line (or column) of a paragraph.
type Line struct {
	Glyphs     []Glyph
	Start, End int           // runes of the paragraph's text that the line holds
	X          fixed.Int26_6 // where the line starts within the measure (Align)
	Width      fixed.Int26_6 // from its start to its end, after squeezing and justifying
}

// Glyph is one glyph of a line. X and Y are its horizontal-writing origin
// (left end of the baseline): in a horizontal line measured from the line's
// start and baseline; in a column from the column's centre line and its top.
type Glyph struct {
	Face    fonts.Face
	ID      uint16
	Lying   bool // turned clockwise about its origin, in a column
	Missing bool // no face has it: ID is 0, and the painter draws the rune's code point in a frame
	Span    int  // index into Paragraph.Spans
	Rune    rune // the first of the runes it stands for
	Size    fixed.Int26_6
	X, Y    fixed.Int26_6
	Advance fixed.Int26_6
	Turned  bool // it lies: turned clockwise by a quarter around its origin, in a column
}
