package typeset

import (
	// The segmenter is UAX #14 of Unicode 17 to the letter, and passes its tests.
	"github.com/go-text/typesetting/segmenter"
	"golang.org/x/image/math/fixed"
)

// Setter sets paragraphs. It keeps what it learnt of the faces; make one for
// each goroutine: it is not safe for concurrent use.
type Setter struct {
	faces shaper
	text  text // the paragraph in hand; its room is used again for the next
}

// New makes a Setter over the embedded faces.
func New() *Setter { return &Setter{faces: newShaper()} }

// Lines sets a paragraph. It returns at least one line for a text that has
// characters, none for an empty one.
func (s *Setter) Lines(p Paragraph) []Line {
	t := s.prepare(p)
	t.choose()
	t.stayRagged()
	t.limit(&s.faces)
	lines := t.lines()
	if len(t.cells) > mostCells {
		s.text = text{}
	}
	return lines
}

// mostCells is how long a paragraph's room is kept for the next: 2 MB.
const mostCells = 1 << 13

// Width is the length of the spans set in one line, unjustified, with marks at
// the line's edges at their squeezed width.
func (s *Setter) Width(spans ...Span) fixed.Int26_6 {
	t := s.prepare(Paragraph{Spans: spans})
	return clamp(t.width(0, len(t.cells)))
}

// prepare does all that does not depend on the measure.
func (s *Setter) prepare(p Paragraph) *text {
	t := &s.text
	t.itemise(p, &s.faces)
	t.shape(&s.faces)
	t.opportunities()
	t.squeeze()
	t.space()
	t.sum()
	return t
}

// text is a paragraph on its way from spans to lines. Each phase fills what
// the phases after it read.
type text struct {
	Paragraph

	// itemise
	runes  []rune  // what is set: white space collapsed, controls left out
	at     []int32 // the rune of the paragraph's text that each came from, and at the end that text's length
	facts  []fact  // of each of the runes
	runs   []run
	forced []int32 // runes that must begin a line

	// shape
	cells  []cell
	glyphs []Glyph // X, Y from the pen at its cell's start

	may   []bool // opportunities: a line may begin with the rune
	uax14 segmenter.Segmenter

	sums  []sums          // sum
	ends  []int32         // choose: the cell behind each line's last
	ways  []way           // choose: scratch
	em    int64           // choose: the size that lacks are measured by
	worst int64           // choose: what lines cost that are known to be possible
	lone  int             // choose: the characters that a last line must have
	tail  int             // limit: the first of the cells that stand for what is cut; len(cells) where nothing is
	room  []room          // lines: scratch
	can   []fixed.Int26_6 // lines: scratch
}

// cell is the smallest thing that a line holds: a glyph, or glyphs that the
// face shapes together. Lengths are along the line.
type cell struct {
	rune, glyph            int32 // its first; the next cell's first ends it
	class                  class
	before                 bound         // whether a line may begin with it
	inBook, inWord, suffix bool          // a line had better not begin with it: noted where breaks are chosen
	em                     fixed.Int26_6 // its size
	advance                fixed.Int26_6 // how wide its glyphs are
	width                  fixed.Int26_6 // how far it moves the pen, tracking and squeezing included
	inset                  fixed.Int26_6 // blank that squeezing took from its start
	left, right            fixed.Int26_6 // blank that it can give up still, at its start and its end
	gap                    fixed.Int26_6 // room between it and the next cell, none at a line's end
}

// bound is how much speaks against a line's beginning with a cell.
type bound uint8

const (
	free   bound = iota // nothing
	glued               // a number and its measure word, or a word with a hyphen, would part
	never               // a rule forbids it; done only where a line can't be filled otherwise
	forced              // it must
)
