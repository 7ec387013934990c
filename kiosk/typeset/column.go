package typeset

import (
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
)

// A column's Latin words lie on their side; two digits, and up to four characters such as
// 1.1 and 100%, stand across it in one square (直排内横排); ASCII brackets take the forms of
// full-width ones. Single digits and letters, and longer numbers digit by digit, stand
// upright (CLREQ 2.3.2).

// capHeight is a digit's height, in 1/100 em.
const capHeight = 73

// mostAcross is the most characters that stand across in one square.
const mostAcross = 4

// wideForms are the full-width forms of brackets, which turn in a column.
var wideForms = map[rune]rune{'(': '（', ')': '）', '[': '［', ']': '］', '{': '｛', '}': '｝'}

// widePauses are those of marks behind hanzi, which move to the square's corner.
var widePauses = map[rune]rune{',': '，', ';': '；', ':': '：', '!': '！', '?': '？'}

// widenMarks replaces ASCII brackets in a column, and marks behind hanzi, by their full-width forms.
func (t *text) widenMarks(s *shaper) {
	if !t.Vertical {
		return
	}
	for i, r := range t.runes {
		wide, ok := wideForms[r]
		if !ok && i > 0 && t.facts[i-1].class == han {
			wide, ok = widePauses[r]
		}
		if ok && t.facts[i].face < fonts.NumFaces {
			t.runes[i], t.facts[i] = wide, s.fact(t.facts[i].face, wide)
		}
	}
}

// shapeColumn shapes a run of a column.
func (t *text) shapeColumn(r *run, s *shaper) {
	from := r.from
	for i := r.from; i < r.to; {
		end := t.westernEnd(i, r.to)
		how := wayOf(t.runes[i:end])
		if t.runes[i] == ' ' { // as wide as along a line
			end, how = i+1, lying
		}
		if end == i || how == standing {
			i = max(end, i+1)
			continue
		}
		t.shapeWord(r, from, i, s)
		if how == across {
			t.shapeAcross(r, i, end, s)
		} else {
			word := *r
			word.from, word.to = i, end
			t.shapeLying(&word, s)
		}
		i, from = end, end
	}
	t.shapeWord(r, from, r.to, s)
}

// westernEnd returns the end of the Western characters from i on, with the spaces and
// words that follow a word.
func (t *text) westernEnd(i, to int32) int32 {
	end := i
	for end < to && isWestern(t.runes[end]) {
		end++
	}
	if end == i || wayOf(t.runes[i:end]) != lying || end+1 >= to || t.runes[end] != ' ' {
		return end
	}
	if next := t.westernEnd(end+1, to); next > end+1 {
		return next
	}
	return end
}

// isWestern reports whether a character belongs to a Western word or number.
func isWestern(r rune) bool {
	c := classOf(r)
	return c == letter || c == digit || c == other && r < utf8.RuneSelf && wideForms[r] == 0
}

// setting is how Western characters stand in a column.
type setting uint8

const (
	standing setting = iota // one below the other
	across                  // beside each other in one square
	lying                   // on their side
)

// wayOf returns how Western characters stand in a column.
func wayOf(runes []rune) setting {
	letters, digits := 0, 0
	for _, r := range runes {
		switch classOf(r) {
		case letter:
			letters++
		case digit:
			digits++
		}
	}
	switch n := len(runes); {
	case n == 1 && letters+digits == 0:
		return sideOf(runes[0])
	case n < 2 || digits == n && n > 2:
		return standing
	case n <= mostAcross && letters < 2 && digits > 0:
		return across
	}
	return lying
}

// sideOf returns how a mark stands that is alone: a line along the text turns with it.
func sideOf(r rune) setting {
	switch r {
	case '-', '~', '=', '<', '>', '|', '/':
		return lying
	}
	return standing
}

// shapeAcross sets runes beside each other in one square, smaller if need be.
func (t *text) shapeAcross(r *run, from, to int32, s *shaper) {
	t.begin(r, from)
	c := &t.clusters[len(t.clusters)-1]
	glyphs := s.word(r, t.runes[from:to], false)
	var wide fixed.Int26_6
	for _, g := range glyphs {
		wide += scale(g.Advance, c.em)
	}
	size := c.em
	if wide > c.em {
		size = fixed.Int26_6(int64(c.em) * int64(c.em) / int64(wide))
		wide = c.em
	}
	pen := -wide / 2
	y := c.em/2 + size*capHeight/200
	for _, g := range glyphs {
		out := Glyph{Face: r.face, ID: uint16(g.GlyphID), Span: int(r.span), Rune: t.runes[from+int32(g.TextIndex())], Size: size}
		out.X, out.Y = pen+scale(g.XOffset, size), y-scale(g.YOffset, size)
		pen += scale(g.Advance, size)
		t.glyphs = append(t.glyphs, out)
	}
	t.glyphs[len(t.glyphs)-1].Advance = c.em
	c.advance += c.em
	c.width += c.em
}
