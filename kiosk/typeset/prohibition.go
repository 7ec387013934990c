package typeset

import (
	"strings"
	"unicode"
)

// Prohibition is which marks may not begin or end a line (行首行尾禁则): one of
// the three sets that CLREQ's section on line start and line end describes.
type Prohibition uint8

// The sets, each with what it adds to the one before it, according to CLREQ's Chinese
// text (its English text omits 分隔号 from the first). All keep 点号, 结束引号,
// 结束括号, 结束书名号, 连接号, 间隔号 and 分隔号 from a line's start and opening
// marks from its end.
const (
	GB         Prohibition = iota // GB法, GB/T 15834 5.1: nor does 分隔号 end a line
	Basic                         // 基本处理: no more than that
	StrictMark                    // 严格处理: GB, and neither —— nor …… begins a line, on any level of LineBreak
)

// tailor changes UAX #14's result before cluster i where Chinese differs.
func (t *text) tailor(i int) {
	a, b, p := &t.clusters[i-1], &t.clusters[i], t.Prohibition
	switch {
	case a.class == han && b.class == han, a.class == empty, b.class == empty, a.class == space:
	case p.notFirst(b.class), p.notLast(a.class), a.class == dash && b.class == dash,
		b.class == dash && b.advance <= b.em,                // one — is a 连接号, two are one cluster
		p != Basic && b.class == han && t.first(i-1) == '/', // GB/T 15834's own 分隔号, half as wide
		t.isNumbersEnding(i):                                // Uyghur and Kazakh write 1-كۈنى
		b.before = never
	case t.first(i-1) < 0x80 && a.class.trailing() && b.class != space && b.class != other,
		(a.class == pause || a.class == stop) && t.beginsTerm(i), // LB25 takes the mark for a number's
		t.first(i) < 0x80 && b.class == opening:                  // marks of half width that stand in Chinese
		b.before = free
	case b.class == opening && a.class.square(), a.class == closing && b.class.square():
		// a quotation mark is an opening or a closing one here, where UAX #14
		// keeps it with the Latin letters that it encloses (LB19a)
		b.before = free
	}
}

// isNumbersEnding reports whether cluster i begins letters that a hyphen joins to a number.
func (t *text) isNumbersEnding(i int) bool {
	return t.first(i-1) == '-' && unicode.IsDigit(t.char(i-2)) && t.clusters[i].class != han && unicode.IsLetter(t.first(i))
}

// notFirst reports whether a class must not begin a line: GB/T 15834 5.1.1–5.1.3,
// 5.1.5–5.1.7, 5.1.9. An ellipsis stays behind its sentence by UAX #14 (LB22),
// which is not consulted for hanzi and their marks. • is no 间隔号: in CLREQ it is a
// 着重号, and lists begin with it.
func (p Prohibition) notFirst(c class) bool {
	return c.trailing() || c == middle || c == connector || c == slash || c == ellipsis || c == dash && p == StrictMark
}

// notLast reports whether a class must not end a line: GB/T 15834 5.1.3, 5.1.9.
func (p Prohibition) notLast(c class) bool { return c == opening || c == slash && p != Basic }

// beginsTerm reports whether cluster i begins a word or a number with its sign.
func (t *text) beginsTerm(i int) bool {
	switch c := t.clusters[i].class; c {
	case letter, digit:
		return true
	case other:
		return strings.ContainsRune("+＋-−±≥≤≈#$¥￥€£№℡", t.first(i))
	}
	return false
}
