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
	missing  bool // no face has these
}

// itemise cleans the spans' text and cuts it into runs.
//
// White space of any kind, tabs and line ends too, counts as one space; between
// two characters that fill a square, and at the text's edges, as none. Controls
// of the writing direction are left out: nothing here runs from right to left.
func (t *text) itemise(p Paragraph, s *shaper) {
	t.Paragraph = p
	t.runes, t.at, t.runs, t.forced = t.runes[:0], t.at[:0], t.runs[:0], t.forced[:0]
	n := int32(0)      // runes of the paragraph's text so far
	blank := int32(-1) // where white space that is not yet written began
	last := wideSpace  // class of the last rune written
	for i := range p.Spans {
		for _, r := range p.Spans[i].Text {
			switch {
			case isSpace(r):
				if blank < 0 && last != wideSpace {
					blank = n
				}
			case isDropped(r):
			default:
				c := classOf(r)
				if blank >= 0 && !(last.square() && c.square()) {
					t.write(' ', blank, int32(i), s)
				}
				blank = -1
				t.write(r, n, int32(i), s)
				if c != empty {
					last = c
				}
			}
			n++
		}
	}
	t.at = append(t.at, n)
	t.force()
}

// write appends a rune and puts it in a run.
func (t *text) write(r rune, at, span int32, s *shaper) {
	t.runes = append(t.runes, r)
	t.at = append(t.at, at)
	end := int32(len(t.runes))
	var last *run
	if len(t.runs) > 0 {
		last = &t.runs[len(t.runs)-1]
	}
	if last != nil && last.span == span && extends(r) {
		last.to = end
		return
	}
	face, ok := s.resolve(t.Spans[span].Style.Face, r)
	if last != nil && last.span == span && last.face == face && last.missing == !ok {
		last.to = end
		return
	}
	t.runs = append(t.runs, run{from: end - 1, to: end, span: span, face: face, missing: !ok})
}

// force finds the runes that Breaks name in the cleaned text.
func (t *text) force() {
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
func (t *text) size(r run) fixed.Int26_6 { return max(0, t.Spans[r.span].Style.Size) }
