package typeset

import "strings"

// longestMarker is the most characters of an item's number: （十二）.
const longestMarker = 3

// glueMarker keeps an item's number (2. （一） ① 第一，) with what follows it, if cluster i
// ends such a number.
func (t *text) glueMarker(i int) {
	switch c := t.char(i); {
	case isCircled(c):
		t.keepNext(i)
	case c == '.' || c == '．' || c == '、':
		begin := t.labelBefore(i)
		if t.is(i+1, digit) || t.is(i+1, han) && isNumeral(t.first(i+1)) && c == '、' {
			return // one of a row: 1、2号楼
		}
		if begin < i && (t.atStart(begin) || t.char(begin-1) == '第') {
			t.keepNext(i)
		}
	case c == ')' || c == '）':
		if begin := t.labelBefore(i); begin < i && (t.is(begin-1, opening) || t.char(begin-1) == '(' || t.atStart(begin)) {
			t.keepNext(i)
		}
	case c == '，' || c == ',' || c == '：' || c == ':':
		if begin := t.labelBefore(i); begin < i && t.char(begin-1) == '第' && t.atStart(begin-1) {
			t.keepNext(i)
		}
	}
}

// labelBefore returns where the number of an item begins that ends before cluster i: up to
// three digits or numerals, or a letter; i where there is none.
func (t *text) labelBefore(i int) int {
	if t.is(i-1, letter) {
		return i - 1
	}
	begin := i
	for t.is(begin-1, digit) || t.char(begin-1) == '.' && begin < i || t.is(begin-1, han) && isNumeral(t.first(begin-1)) {
		begin--
	}
	if i-begin > longestMarker {
		return i
	}
	return begin
}

// atStart reports whether an item may begin with cluster i.
func (t *text) atStart(i int) bool {
	if i <= 0 {
		return true
	}
	at := i - 1
	for t.is(at, space) {
		at--
	}
	if at < i-1 {
		return !t.is(at, letter) && !t.is(at, digit)
	}
	c := t.clusters[at].class
	return c == wideSpace || c.mark() && c != opening || isHalfMark(t.first(at))
}

// keepNext keeps the first two characters of an item on the line of the number that ends
// with cluster i.
func (t *text) keepNext(i int) {
	next := i + 1
	for t.is(next, space) || t.is(next, wideSpace) {
		next++
	}
	if next >= len(t.clusters) || t.clusters[next].class.trailing() {
		return
	}
	t.glueAll(i+1, next+1, priceUnit)
	for t.is(next, opening) {
		next++
	}
	if t.is(next, han) && t.is(next+1, han) {
		t.glue(next+1, priceJoint)
	}
}

// isCircled reports whether a character is a number of an item with its circle, brackets
// or point: ① ⑴ ⒈ ㈠ ㊀.
func isCircled(r rune) bool {
	return '①' <= r && r <= '⒛' || '⒜' <= r && r <= 'ⓩ' || '⓪' <= r && r <= '⓿' || '❶' <= r && r <= '➓' ||
		'㈠' <= r && r <= '㈩' || '㊀' <= r && r <= '㊉' || strings.ContainsRune("㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵", r)
}
