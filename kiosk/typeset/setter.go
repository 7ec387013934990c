package typeset

import (
	// The segmenter implements UAX #14 of Unicode 17 exactly, and passes its tests.
	"github.com/go-text/typesetting/segmenter"
	"golang.org/x/image/math/fixed"
)

// Setter sets paragraphs. It caches facts about the faces. It is not safe for
// concurrent use: make one for each goroutine.
type Setter struct {
	faces shaper
	text  text // the present paragraph; its buffers are reused for the next
}

// New returns a Setter over the embedded faces.
func New() *Setter { return &Setter{faces: newShaper()} }

// Lines sets a paragraph. It returns at least one line for a text that has
// characters, none for an empty one.
func (s *Setter) Lines(p Paragraph) []Line {
	t := s.prepare(p)
	t.choose()
	t.stayRagged()
	t.limit(&s.faces)
	lines := t.lines()
	if len(t.clusters) > mostClusters {
		s.text = text{}
	}
	return lines
}

// mostClusters is the longest paragraph whose buffers are kept for the next: 2 MB.
const mostClusters = 1 << 13

// Width returns the length of the spans set in one line, unjustified, with the marks
// at the line's edges squeezed.
func (s *Setter) Width(spans ...Span) fixed.Int26_6 {
	t := s.prepare(Paragraph{Spans: spans})
	return clamp(t.width(0, len(t.clusters)))
}

// prepare runs the phases that don't depend on the measure.
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

// text is a paragraph between spans and lines. Each phase fills the fields that
// later phases read.
type text struct {
	Paragraph

	// itemise
	runes  []rune  // what is set: white space collapsed, controls dropped
	at     []int32 // for each of the runes its offset in the paragraph's text, and at the end that text's length
	facts  []fact  // of each of the runes
	runs   []run
	mixed  bool    // scripts, faces or directions beside those of Chinese
	forced []int32 // runes that must begin a line
	direction

	// shape
	clusters []cluster
	glyphs   []Glyph // X, Y from the pen at its cluster's start

	may   []bool // opportunities: a line may begin with the rune
	uax14 segmenter.Segmenter

	sums            []sums            // sum
	ends            []int32           // choose: the cluster after each line's last
	ways            []way             // choose: scratch
	runWords        map[string]uint64 // choose: the words of runs of hanzi, cached
	runKey          []byte
	titles          map[string][]tie // choose: the ties of titles set before
	em              int64            // choose: the size in which lacks are measured
	costLimit       int64            // choose: the cost of lines known to be possible
	leastCharacters int              // choose: how many characters a last line needs
	tail            int              // limit: the first of the …… clusters; len(clusters) where nothing is cut
	room            []room           // lines: scratch
	capacity        []fixed.Int26_6  // lines: scratch
}

// cluster is the smallest unit of a line: a glyph, or glyphs that are shaped
// together. Lengths are along the line.
type cluster struct {
	rune, glyph int32 // its first; the next cluster's first ends it
	class       class
	before      bound         // whether a line may begin with it
	tie         tie           // how strongly a title's line opposes to begin with it: marked where breaks are chosen
	group       int32         // of a title: the opening mark of the brackets it is in, or -1
	groupFits   bool          // of that mark: a line holds the brackets
	option      bool          // it is a box in front of a label
	split       split         // whether a break before it parts a word
	price       int32         // what a break before it costs, in quarters of em²
	em          fixed.Int26_6 // its size
	advance     fixed.Int26_6 // how wide its glyphs are
	width       fixed.Int26_6 // how far it moves the pen, tracking and squeezing included
	inset       fixed.Int26_6 // blank that squeezing removed from its start
	left, right fixed.Int26_6 // blank that can still be removed, at its start and its end
	gap         fixed.Int26_6 // room between it and the next cluster, none at a line's end
}

// bound is how strongly a break before a cluster is opposed.
type bound uint8

const (
	free   bound = iota // nothing
	glued               // it separates a number from its measure word, or splits a hyphenated word: at a price
	never               // a rule forbids it; used only where a line can't be filled otherwise
	forced              // it must
)
