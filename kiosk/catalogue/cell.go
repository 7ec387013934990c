package catalogue

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The cell rule: a line break in an official cell is where the screen may cut
// it, leading white space is an element's depth, and the lines, trimmed and
// joined with nothing between, are the official text. Blank lines mean nothing.
// What a centre writes itself is prose (prose.go).

// String returns the official text: the elements joined.
func (c Cell) String() string {
	var b strings.Builder
	for _, e := range c {
		b.WriteString(e.Text)
	}
	return b.String()
}

// cell cuts a text into elements.
func cell(text string) Cell {
	var c Cell
	var indents []int
	for line := range strings.Lines(text) {
		t := squeeze(line)
		if t == "" {
			continue
		}
		c = append(c, Element{Text: t})
		indents = append(indents, indent(line))
	}
	// A cell that is indented as a whole has no depth, and neither has a first
	// line: nothing stands above it.
	least := 0
	for i, n := range indents {
		if i == 0 || n < least {
			least = n
		}
	}
	for i, n := range indents {
		if i > 0 && n > least {
			c[i].Depth = 1
		}
	}
	return c
}

// indent returns how many characters of white space a line begins with.
func indent(line string) int {
	n := 0
	for _, r := range line {
		if !unicode.IsSpace(r) {
			break
		}
		n++
	}
	return n
}

// line joins a text's lines into one and returns the rune offsets of its breaks.
func line(text string) (joined string, breaks []int) {
	c := cell(text)
	n := 0
	for i, e := range c {
		if i > 0 {
			breaks = append(breaks, n)
		}
		n += utf8.RuneCountInString(e.Text)
	}
	return c.String(), breaks
}

// wording returns the words of prose, without its white space between hanzi and its empty lines.
func wording(text string) string {
	var ps []string
	for _, e := range cell(text) {
		ps = append(ps, e.Text)
	}
	return strings.Join(ps, "\n")
}

// squeeze trims a line and drops the white space inside it, which typists put there to fill a line. Beside a letter or
// a digit of another script it collapses to one space.
func squeeze(s string) string {
	words := strings.Fields(s)
	var b strings.Builder
	var last rune
	for i, w := range words {
		runes := []rune(w)
		if i > 0 && (western(last) || western(runes[0])) {
			b.WriteByte(' ')
		}
		b.WriteString(w)
		last = runes[len(runes)-1]
	}
	return b.String()
}

// western reports whether words of a character's script are set apart by spaces: Latin letters and digits with their
// marks, as in 2. or (A), and all letters but those of a square.
func western(r rune) bool {
	switch {
	case r < 0x80:
		return r > ' '
	case r >= 0xff01 && r <= 0xff60 || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo):
		return false
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.Is(unicode.Nd, r)
}
