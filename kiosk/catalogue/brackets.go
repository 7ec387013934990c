package catalogue

import (
	"unicode"
	"unicode/utf8"

	"gongkai/kiosk/toml"
)

// pairs maps each closing mark to its opening one. Single quotes are not among
// them: ’ is an apostrophe too.
var pairs = map[rune]rune{
	'》': '《', '〉': '〈', '）': '（', ')': '(', '〕': '〔', '】': '【', '”': '“', '」': '「', '』': '『', '］': '［', ']': '[',
}

var openers = func() map[rune]bool {
	m := make(map[rune]bool)
	for _, o := range pairs {
		m[o] = true
	}
	return m
}()

// opened is an opening mark without its closing one so far.
type opened struct {
	mark rune
	off  int
}

// brackets warns of each bracket, book-title mark and quotation mark of a text
// that has no other half. Half and full width may pair: （1) loses nothing.
func (c *checker) brackets(key string, t *toml.Text) {
	var open []opened
	for i, r := range t.V {
		switch want, closes := pairs[r]; {
		case openers[r]:
			open = append(open, opened{r, i})
		case !closes:
		case len(open) > 0 && same(open[len(open)-1].mark, want):
			open = open[:len(open)-1]
		case !numbers(t.V[:i], r):
			c.lone(key, t, i, r)
		}
	}
	for _, o := range open {
		c.lone(key, t, o.off, o.mark)
	}
}

func (c *checker) lone(key string, t *toml.Text, off int, mark rune) {
	if !c.full() {
		c.warn("lone-bracket", toml.Inside(t, off), "“"+key+"”里的“"+string(mark)+"”不成对", "对照原文，补上另一半或删去这个符号；原文如此就不用改")
	}
}

func same(a, b rune) bool {
	wide := map[rune]rune{'(': '（', '[': '［'}
	if w, ok := wide[a]; ok {
		a = w
	}
	if w, ok := wide[b]; ok {
		b = w
	}
	return a == b
}

// numbers reports whether a closing bracket ends an item's number, as in 1）政府网站
// or 一)、: then it has no other half.
func numbers(before string, bracket rune) bool {
	if bracket != '）' && bracket != ')' {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(before)
	return unicode.IsDigit(r) || unicode.IsNumber(r) || r < utf8.RuneSelf && unicode.IsLetter(r) || r != utf8.RuneError && isChineseNumeral(r)
}

func isChineseNumeral(r rune) bool {
	for _, n := range "一二三四五六七八九十" {
		if r == n {
			return true
		}
	}
	return false
}
