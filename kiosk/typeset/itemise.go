package typeset

import (
	"slices"
	"sort"
	"unicode/utf8"

	"github.com/go-text/typesetting/language"
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
)

// run is a stretch of runes that one face sets in one span's style.
type run struct {
	from, to int32
	span     int32
	face     fonts.Face
	framed   bool            // no face has these
	script   language.Script // 0: Han, as which the styles' faces are shaped
	level    uint8           // UAX #9's; an odd one is shaped from right to left
}

// itemise cleans the spans' text and splits it into runs.
//
// White space of any kind, tabs and line ends too, collapses to one space; between
// two characters that fill a square, and at the text's edges, to none. Embeddings
// and overrides of the writing direction are dropped.
func (t *text) itemise(p Paragraph, s *shaper) {
	t.Paragraph = p
	size := 1
	for _, span := range p.Spans {
		size += utf8.RuneCountInString(span.Text)
	}
	t.runes, t.at, t.facts = slices.Grow(t.runes[:0], size), slices.Grow(t.at[:0], size), slices.Grow(t.facts[:0], size)
	t.runs, t.mixed = t.runs[:0], false
	place := readState{gap: -1, last: wideSpace}
	for i := range p.Spans {
		place = t.readSpan(i, place, s)
	}
	t.at = append(t.at, place.at)
	t.markApostrophes()
	t.widenMarks(s)
	t.levels, t.rtl = t.levels[:0], false
	if t.mixed {
		t.mixScripts(s)
	}
	t.findForced()
}

// readState is the reading position, with what precedes it.
type readState struct {
	at   int32 // runes of the paragraph's text so far
	gap  int32 // where pending white space began, or -1
	last class // of the last rune written
}

// readSpan cleans the text of a span.
func (t *text) readSpan(span int, place readState, s *shaper) readState {
	face := t.Spans[span].Style.Face
	t.runs = append(t.runs, run{from: int32(len(t.runes)), span: int32(span), face: face})
	for _, r := range t.Spans[span].Text {
		x := s.fact(face, r)
		switch last := &t.runs[len(t.runs)-1]; {
		case x.kind == solid && place.gap < 0 && x.face == last.face && !last.framed: // most of a text
			t.runes, t.at, t.facts = append(t.runes, r), append(t.at, place.at), append(t.facts, x)
			place.last = x.class
		case x.kind == blank:
			if place.gap < 0 && place.last != wideSpace {
				place.gap = place.at
			}
		case x.kind != dropped:
			if place.gap >= 0 && !(place.last.square() && x.class.square()) {
				t.appendRune(' ', place.gap, fact{kind: shaped, class: space, face: face})
			}
			place.gap = -1
			t.appendRune(r, place.at, x)
			if x.kind != hollow && x.kind != joined {
				place.last = x.class
			}
		}
		place.at++
	}
	t.runs[len(t.runs)-1].to = int32(len(t.runes))
	return place
}

// appendRune appends a rune, and starts a new run where the face changes.
func (t *text) appendRune(r rune, at int32, x fact) {
	end := int32(len(t.runes))
	t.runes = append(t.runes, r)
	t.at = append(t.at, at)
	t.facts = append(t.facts, x)
	t.mixed = t.mixed || x.face >= fonts.Symbols || x.kind == joined || x.kind == framed || isRightToLeft(r)
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

// markApostrophes classifies ’ between two letters as a letter: its width is
// ambiguous (UAX #11), and narrow in that place.
func (t *text) markApostrophes() {
	for i := 1; i+1 < len(t.runes); i++ {
		if t.runes[i] == apostrophe && t.facts[i-1].class == letter && t.facts[i+1].class == letter {
			t.facts[i].class, t.facts[i].kind = letter, shaped
		}
	}
}

const apostrophe = '’'

// findForced maps Breaks to runes of the cleaned text.
func (t *text) findForced() {
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

// size returns the em of a run, never negative.
func (t *text) size(r *run) fixed.Int26_6 { return max(0, t.Spans[r.span].Style.Size) }
