package search

import (
	_ "embed" // the strokes
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Strokes are the keys for the five kinds of stroke, 横竖撇点折, in the order of the national standard. They are Unicode's
// strokes, so that no query of them is a text: 一 finds the hanzi 一, ㇐ what begins with a 横.
var Strokes = [...]rune{'㇐', '㇑', '㇒', '㇔', '㇠'}

// ByStrokes reports whether a query consists of strokes.
func ByStrokes(query string) bool {
	r, _ := utf8.DecodeRuneInString(query)
	return slices.Contains(Strokes[:], r)
}

// strokeSet is a set of Strokes.
type strokeSet uint8

const anyStroke strokeSet = 1<<len(Strokes) - 1

// strokeKey returns the set of the one stroke that a key types, empty for any other character.
func strokeKey(r rune) strokeSet {
	if i := slices.Index(Strokes[:], r); i >= 0 {
		return 1 << i
	}
	return 0
}

func (s strokeSet) list() (l [len(Strokes)]bool) {
	for i := range l {
		l[i] = s>>i&1 != 0
	}
	return l
}

// firstStrokes has the first stroke of each hanzi of the first block; strokes.sh makes it and names its source.
//
//go:embed strokes.txt
var firstStrokes string

// The first block of hanzi, and how many of them a line of firstStrokes has.
const firstHanzi, lastHanzi, hanziInLine = 0x4e00, 0x9fff, 128

// firstStroke returns the strokes with which a character may begin: one, or all for a hanzi without data, so that its
// title is found whatever is pressed for it; none for what is no hanzi.
func firstStroke(r rune) strokeSet {
	if !unicode.Is(unicode.Han, r) {
		return 0
	}
	if k := strokeOf(r); k > 0 {
		return 1 << (k - 1)
	}
	return anyStroke
}

// strokeOf returns the number of a hanzi's first stroke, 1 to 5, or 0 without data.
func strokeOf(r rune) int {
	if r < firstHanzi || r > lastHanzi {
		return 0
	}
	i := int(r - firstHanzi)
	digit := firstStrokes[i/hanziInLine*(hanziInLine/2+1)+i%hanziInLine/2]
	pair := strings.IndexByte("0123456789abcdefghijklmnopqrstuvwxyz", digit)
	if i%2 == 0 {
		return pair / 6
	}
	return pair % 6
}
