package typeset

import (
	"strings"

	"golang.org/x/image/math/fixed"
)

// longestOption is the most characters of a label that is kept whole with its box.
const longestOption = 12

// longestRow is how far before and behind a box its row is followed.
const longestRow = 64

// glueBox keeps a box (□ ☑ ○ √) with its label, and the label whole, if cluster i is one.
func (t *text) glueBox(i int) {
	switch {
	case !t.isBox(i):
	case t.is(i-1, opening) && t.is(i+1, closing): // 同意（□）
		t.glueAll(t.wordsBegin(i-1)+1, i+2, priceUnit)
	case t.boxEndsLabel(i):
		t.glueAll(t.labelBegin(i)+1, i+1, priceUnit)
	default:
		t.glueOption(i)
	}
}

// glueOption keeps the label after the box at i with it.
func (t *text) glueOption(i int) {
	next := i + 1
	for t.is(next, space) {
		next++
	}
	if next >= len(t.clusters) || !t.isLabel(next) {
		return
	}
	if c := &t.clusters[i]; c.before == never && !t.is(i-1, opening) {
		c.before = free
	}
	t.clusters[i].option = true
	end := next
	if (t.is(next, letter) || t.is(next, digit)) && strings.ContainsRune(".．、", t.char(next+1)) {
		end += 2 // ☐ A.参加
	}
	for end < len(t.clusters) && t.isLabel(end) && !t.isBox(end) {
		end++
	}
	t.glueAll(i+1, next+1, priceUnit)
	if em := t.clusters[i].em; end-i > longestOption || fixed.Int26_6(end-i)*em > t.Measure {
		end = min(end, next+2)
	}
	t.glueAll(next+1, end, priceJoint)
}

// isBox reports whether cluster i is a box of a form: a sign that stands in front of a
// label or behind it, and not in a row of its like, as the signs that hide a name.
func (t *text) isBox(i int) bool {
	r := t.char(i)
	if r == '口' {
		return t.isTypedBox(i)
	}
	if !isBoxSign(r) || t.char(i-1) == r || t.char(i+1) == r {
		return false
	}
	switch r {
	case '○', '◯', '●', '◎', '×', '√', '△', '▲', '◇', '◆', '★', '☆':
		begin, _ := t.row(i, false)
		return t.atStart(i) || t.endsAt(i+1) || isBoxSign(t.first(begin))
	}
	return true
}

func isBoxSign(r rune) bool {
	switch r {
	case '□', '☐', '☑', '☒', '■', '▢', '▣', '◻', '◼', '⬜', '⬛', '○', '◯', '●', '◎', '⊙', '◉', '✓', '✔', '✗', '✘', '✅', '√', '×',
		'△', '▲', '◇', '◆', '★', '☆':
		return true
	}
	return false
}

// isTypedBox reports whether 口 at cluster i was typed for □: it is no part of a word, and
// another one like it is near.
func (t *text) isTypedBox(i int) bool {
	if !t.beginsTyped(i) {
		return false
	}
	for k := i + 2; k < min(len(t.clusters), i+longestOption+2); k++ {
		if t.beginsTyped(k) {
			return true
		}
	}
	for k := i - 2; k >= max(0, i-longestOption-2); k-- {
		if t.beginsTyped(k) {
			return true
		}
	}
	return false
}

func (t *text) beginsTyped(i int) bool {
	return t.char(i) == '口' && t.is(i+1, han) && !t.endsWord(i+1) && (t.atStart(i) || !t.endsWord(i))
}

// isLabel reports whether cluster i can be part of a label.
func (t *text) isLabel(i int) bool {
	switch c := t.clusters[i].class; c {
	case han, letter, digit, opening, closing, middle, slash, connector:
		return true
	case other:
		return !isHalfMark(t.first(i)) && !isBoxSign(t.first(i))
	}
	return false
}

// endsAt reports whether a label can end before cluster i.
func (t *text) endsAt(i int) bool {
	if i >= len(t.clusters) {
		return true
	}
	c := t.clusters[i].class
	return c == space || c == wideSpace || c.mark() && c != opening || isHalfMark(t.first(i))
}

// boxEndsLabel reports whether the box at i belongs to the label before it: 是□ 否□.
func (t *text) boxEndsLabel(i int) bool {
	if t.is(i-1, space) {
		return t.boxesTrail(i, true)
	}
	if t.atStart(i) || !t.isLabel(i-1) {
		return false
	}
	return t.endsAt(i+1) || t.boxesTrail(i, false)
}

// boxesTrail reports whether the row of labels and boxes that the box at i is in begins
// with a label and ends in a box: 是□否□, or with spaces 是 □ 否 □.
func (t *text) boxesTrail(i int, spaced bool) bool {
	begin, end := t.row(i, spaced)
	for t.is(begin, space) {
		begin++
	}
	for t.is(end-1, space) {
		end--
	}
	return !isBoxSign(t.first(begin)) && isBoxSign(t.first(end-1))
}

// row returns the labels and boxes around cluster i without marks, and without white space
// unless it is spaced.
func (t *text) row(i int, spaced bool) (begin, end int) {
	in := func(i int) bool {
		return i >= 0 && i < len(t.clusters) && (t.isLabel(i) || isBoxSign(t.first(i)) || spaced && t.is(i, space))
	}
	begin, end = i, i+1
	for i-begin < longestRow && in(begin-1) {
		begin--
	}
	for end-i < longestRow && in(end) {
		end++
	}
	return begin, end
}

// labelBegin returns where the label begins that ends before the box at i.
func (t *text) labelBegin(i int) int {
	begin := i
	for t.is(begin-1, space) {
		begin--
	}
	for begin > 0 && i-begin <= longestOption && t.isLabel(begin-1) && !t.isBox(begin-1) {
		begin--
	}
	if i-begin > longestOption {
		return i - 1
	}
	return begin
}

// wordsBegin returns where a label without brackets begins that ends before cluster i.
func (t *text) wordsBegin(i int) int {
	begin := i
	for t.is(begin-1, han) || t.is(begin-1, letter) || t.is(begin-1, digit) {
		begin--
	}
	if i-begin > longestOption {
		return i
	}
	return begin
}

// spaceOptions sets the options of a row at even distances, however they were typed.
func (t *text) spaceOptions() {
	for i := range t.clusters {
		if !t.clusters[i].option {
			continue
		}
		last := i - 1
		for t.is(last, space) || t.is(last, wideSpace) {
			last--
		}
		if last < 0 || i-last > 3 || t.clusters[last].class.trailing() && t.clusters[last].class != closing || isHalfMark(t.first(last)) {
			continue
		}
		t.spaceOption(last, i)
	}
}

// spaceOption puts half an em between the label that ends with cluster last and the box at i.
func (t *text) spaceOption(last, i int) {
	room := t.clusters[i].em / 2
	for k := last + 1; k < i; k++ {
		t.clusters[k].width, room = room, 0
	}
	if c := &t.clusters[last]; room > 0 && (c.class == han || c.class == letter) {
		c.gap = room
	}
}
