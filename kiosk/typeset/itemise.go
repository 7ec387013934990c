package typeset

import (
	"sort"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
)

// run is a stretch of runes that one face sets in one span's style.
type run struct {
	from, to int32
	span     int32
	face     fonts.Face
	framed   bool // no face has these
}

// itemise cleans the spans' text and cuts it into runs.
//
// White space of any kind, tabs and line ends too, counts as one space; between
// two characters that fill a square, and at the text's edges, as none. Controls
// of the writing direction are left out: nothing here runs from right to left.
func (t *text) itemise(p Paragraph, s *shaper) {
	t.Paragraph = p
	t.runes, t.at, t.facts, t.runs = t.runes[:0], t.at[:0], t.facts[:0], t.runs[:0]
	n := int32(0)     // runes of the paragraph's text so far
	gap := int32(-1)  // where white space that is not yet written began
	last := wideSpace // class of the last rune written
	for i, span := range p.Spans {
		face := span.Style.Face
		t.runs = append(t.runs, run{from: int32(len(t.runes)), span: int32(i), face: face})
		for _, r := range span.Text {
			x := s.fact(face, r)
			if x.kind == solid && gap < 0 && x.face == t.runs[len(t.runs)-1].face && !t.runs[len(t.runs)-1].framed {
				t.runes = append(t.runes, r) // most of a text: what write does, without its questions
				t.at = append(t.at, n)
				t.facts = append(t.facts, x)
				last = x.class
				n++
				continue
			}
			switch {
			case x.kind == dropped:
			case x.kind == blank:
				if gap < 0 && last != wideSpace {
					gap = n
				}
			default:
				if gap >= 0 && !(last.square() && x.class.square()) {
					t.write(' ', gap, fact{kind: shaped, class: space, face: face})
				}
				gap = -1
				t.write(r, n, x)
				if x.kind != hollow && x.kind != joined {
					last = x.class
				}
			}
			n++
		}
		t.runs[len(t.runs)-1].to = int32(len(t.runes))
	}
	t.at = append(t.at, n)
	t.apostrophes()
	t.force()
}

// write appends a rune, and begins a new run with it where it needs to.
func (t *text) write(r rune, at int32, x fact) {
	end := int32(len(t.runes))
	t.runes = append(t.runes, r)
	t.at = append(t.at, at)
	t.facts = append(t.facts, x)
	last := &t.runs[len(t.runs)-1]
	same := last.face == x.face && last.framed == (x.kind == framed) || x.kind == joined || x.kind == hollow
	switch {
	case last.from == end:
		last.face, last.framed = x.face, x.kind == framed
	case !same:
		last.to = end
		t.runs = append(t.runs, run{from: end, span: last.span, face: x.face, framed: x.kind == framed})
	}
}

// apostrophes makes letters of the marks ’ that stand between two letters: they
// are of ambiguous width (UAX #11), and there it's the narrow one that is meant.
func (t *text) apostrophes() {
	for i := 1; i+1 < len(t.runes); i++ {
		if t.runes[i] == apostrophe && t.facts[i-1].class == letter && t.facts[i+1].class == letter {
			t.facts[i].class, t.facts[i].kind = letter, shaped
		}
	}
}

const apostrophe = '’'

// force finds the runes that Breaks name in the cleaned text.
func (t *text) force() {
	t.forced = t.forced[:0]
	for _, b := range t.Breaks {
		i := sort.Search(len(t.runes), func(i int) bool { return int(t.at[i]) >= b })
		for i < len(t.runes) && t.runes[i] == ' ' {
			i++
		}
		if i > 0 && i < len(t.runes) {
			t.forced = append(t.forced, int32(i))
		}
	}
}

// size is the em of a run, never negative.
func (t *text) size(r *run) fixed.Int26_6 { return max(0, t.Spans[r.span].Style.Size) }
