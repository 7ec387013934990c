package catalogue

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// enSpace is a space of half an em, which typeset keeps between two hanzi and where a line may end.
const enSpace = '\u2002'

// tabHalves is the width of a tab that opens or divides a paragraph, in halves of an em: two characters.
const tabHalves = 4

// white reports whether a character is white space.
func white(r rune) bool { return unicode.IsSpace(r) }

// empty reports whether nothing can be seen of a line.
func empty(line string) bool { return strings.TrimFunc(seen(line), white) == "" }

// roomless are characters without any width that pasted text brings along.
var roomless = strings.NewReplacer("\u200b", "", "\u2060", "", "\ufeff", "", "\u00ad", "")

// seen returns a text without the characters that take no room.
func seen(text string) string { return roomless.Replace(text) }

// halves returns the width of white space in halves of an em, as typed in a Chinese face.
func halves(space string) int {
	n := 0
	for _, r := range space {
		switch r {
		case '\t':
			n += tabHalves
		case '　', '\u2003', '\u2001':
			n += 2
		default:
			n++
		}
	}
	return n
}

// spaced returns a text whose white space typeset keeps, a character for a character: a single space beside a letter or
// a digit stays, one between two hanzi or in a run takes half an em, and a tab an em.
func spaced(text string) string {
	runes := []rune(text)
	for i, r := range runes {
		if !white(r) {
			continue
		}
		switch alone := single(runes, i); {
		case r == '\t' || r == '\u2001' || r == '\u2003':
			runes[i] = '　'
		case r == '　' || r == '\u00a0' && alone:
		case alone && (western(runes[i-1]) || western(runes[i+1])):
			runes[i] = ' '
		default:
			runes[i] = enSpace
		}
	}
	return string(runes)
}

// single reports whether the white space at i stands alone between two other characters.
func single(runes []rune, i int) bool {
	return i > 0 && i+1 < len(runes) && !white(runes[i-1]) && !white(runes[i+1])
}

// word is a stretch of text, and the halves of an em of white space before it.
type word struct {
	text string
	gap  int
}

// divide divides a line at white space of an em or more.
func divide(line string) []word {
	var all []word
	from := 0 // where the last word begins
	for at := 0; ; {
		text := strings.TrimLeftFunc(line[at:], white)
		if text == "" {
			return all
		}
		begin := len(line) - len(text)
		end := strings.IndexFunc(text, white)
		if end < 0 {
			end = len(text)
		}
		end += begin
		if gap := halves(line[at:begin]); len(all) > 0 && (gap < 2 || apart(all[len(all)-1].text, line[begin:end], line[end:])) {
			all[len(all)-1].text = line[from:end]
		} else {
			all, from = append(all, word{line[begin:end], gap}), begin
		}
		at = end
	}
}

// apart reports whether two characters are those of one name, set apart to make it as wide as its neighbours: among
// these only a single space stands between names.
func apart(before, char, after string) bool {
	last := before
	if space := strings.LastIndexFunc(before, white); space >= 0 {
		last = strings.TrimLeftFunc(before[space:], white)
	}
	next := strings.TrimLeftFunc(after, white)
	alone := next != "" && halves(after[:len(after)-len(next)]) < 2 || next == "" && last != before
	return alone && lone(last) && lone(char)
}

// width returns a text's width in halves of an em: a hanzi has two.
func width(text string) int {
	n := 0
	for _, r := range text {
		n += 1 + b2i(r >= 0x1100)
	}
	return n
}

// lone reports whether a word is a single hanzi.
func lone(text string) bool {
	r, n := utf8.DecodeRuneInString(text)
	return n == len(text) && unicode.Is(unicode.Han, r)
}
