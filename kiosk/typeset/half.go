package typeset

import "strings"

// isHalfMark reports whether a character is a mark of half width.
func isHalfMark(r rune) bool { return r < 0x80 && strings.ContainsRune(`;:,.!?()[]{}`, r) }

// halfMarks gives marks of half width that stand in Chinese the class of their full-width
// forms: Chinese rules then hold for line breaks, and Western ones for words and numbers.
func (t *text) halfMarks() {
	for i := range t.clusters {
		if c := &t.clusters[i]; c.class == other {
			c.class = t.halfClass(i)
		}
	}
	t.pairHalf()
}

// halfClass returns the class of cluster i, a mark of half width or another character.
func (t *text) halfClass(i int) class {
	switch t.first(i) {
	case ';', ',':
		if t.inChinese(i) {
			return pause
		}
	case ':', '!', '?', '.':
		if t.inChinese(i) && !(t.first(i) == '.' && t.is(i+1, letter)) { // not 表格.doc
			return stop
		}
	case '~':
		if t.is(i-1, han) {
			return connector
		}
	case '(', '[':
		if t.is(i-1, han) || t.is(i+1, han) || i > 0 && t.clusters[i-1].class.mark() {
			return opening
		}
	case ')', ']':
		if t.is(i-1, han) || i > 0 && t.clusters[i-1].class.trailing() {
			return closing
		}
	}
	return other
}

// inChinese reports whether the mark of half width at i follows Chinese.
func (t *text) inChinese(i int) bool {
	return t.is(i-1, han) || i > 0 && t.clusters[i-1].class.trailing()
}

// pairHalf gives the second of two brackets the class that the first one has: (2026)10号.
func (t *text) pairHalf() {
	open := -1
	for i := range t.clusters {
		c := &t.clusters[i]
		if c.class != other && c.class != opening && c.class != closing {
			continue
		}
		switch t.first(i) {
		case '(', '[':
			open = i
		case ')', ']':
			switch {
			case open >= 0 && t.clusters[open].class == opening:
				c.class = closing
			case open >= 0 && c.class == closing:
				t.clusters[open].class = opening
			case t.is(i+1, han) && open < 0:
				c.class = closing
			}
			open = -1
		}
	}
}
