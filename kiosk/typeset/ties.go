package typeset

import (
	"slices"
	"strings"
)

// tie is how strongly a title's line opposes to begin with a rune.
type tie uint8

// The ties, from none to the strongest.
const (
	tieNone  tie = iota // after a mark, or after 的
	tiePlain            // between words
	tieLoose            // beside a word of one hanzi
	tieRare             // between the words of a term seldom seen
	tieTerm             // between the words of a term (最低｜生活｜保障), and beside 和 and 关于
	tieWord             // inside a word, or between a number and its measure word
)

// rareCost is the cost of a word seen some 15 times in all the dictionary's texts.
const rareCost = 1520

// Words of one or two hanzi that belong to what follows or to what precedes them.
const (
	joinsNext     = "和与及或暨并对为在由从向按将以于给被经拟至各本该每非未不已可应需须副总全新再防反禁抗"
	joinsPrevious = "的了等们者"
)

// Words of two hanzi that belong to what follows, and words that follow a number.
var (
	wordsBefore = []string{"关于", "对于", "有关", "根据", "以及", "及其", "及所", "不应", "不予", "按照", "由于"}
	wordsBehind = []string{"以上", "以下", "以内", "以外", "以后", "以前", "之内", "之后", "之前", "左右", "之间"}
)

// tiesOf returns the tie before each rune of a title.
func tiesOf(title []rune) []tie {
	l := newLattice(title)
	s := tying{lattice: l, ties: make([]tie, len(title)), bounds: l.words()}
	for i := range s.ties {
		s.ties[i] = tieWord
	}
	for _, b := range s.bounds {
		s.ties[b] = tieBehind(title[b-1])
	}
	s.splitTerms()
	s.joinTerms()
	s.tieSingles()
	s.tieFunctionWords()
	s.tieNumbers()
	return s.ties
}

// tieBehind returns the tie between words where the first ends in r.
func tieBehind(r rune) tie {
	switch c := classOf(r); {
	case r == '”' || r == '’':
		return tieLoose // “三公”｜经费
	case c.mark() && c != closing:
		return tieNone
	}
	return tiePlain
}

// tying is a title while its ties are found.
type tying struct {
	*lattice
	ties   []tie
	bounds []int // where its words begin, except the first
}

// tieAt strengthens the tie before rune i.
func (s *tying) tieAt(i int, t tie) {
	if i > 0 && i < len(s.ties) && s.ties[i] != tieNone {
		s.ties[i] = max(s.ties[i], t)
	}
}

// each calls f with each word.
func (s *tying) each(f func(from, to int)) {
	from := 0
	for _, b := range s.bounds {
		f(from, b)
		from = b
	}
	f(from, len(s.title))
}

// splitTerms lets a word of four hanzi or more break where shorter words of it meet.
func (s *tying) splitTerms() {
	s.each(func(from, to int) {
		if to-from < 4 || !allHan(s.title[from:to]) {
			return
		}
		begins := s.cut(from, to, to-from-1)
		if hasSingle(from, begins, to) {
			return
		}
		for _, b := range begins {
			s.ties[b] = tiePlain // until joinTerms
		}
	})
}

// hasSingle reports whether one of the words between from and to has one character.
func hasSingle(from int, begins []int, to int) bool {
	for _, b := range begins {
		if b-from < 2 {
			return true
		}
		from = b
	}
	return to-from < 2
}

// joinTerms ties the words of each term of the list, those of overlapping terms too.
func (s *tying) joinTerms() {
	for from := range s.title {
		if from > 0 && s.ties[from] == tieWord {
			continue
		}
		for _, w := range s.at(from) {
			if to := from + w.length; to < len(s.title) && s.ties[to] == tieWord {
				continue
			}
			t := tieTerm
			if w.cost > rareCost {
				t = tieRare
			}
			for i := from + 1; i < from+w.length; i++ {
				s.tieAt(i, t)
			}
		}
	}
}

// tieSingles ties words of one hanzi to their neighbours: 优待｜证, 拟｜征地.
func (s *tying) tieSingles() {
	s.each(func(from, to int) {
		if to-from != 1 || classOf(s.title[from]) != han {
			return
		}
		switch r := string(s.title[from]); {
		case strings.Contains(joinsNext, r):
			s.tieAt(to, tieTerm)
		case strings.Contains(joinsPrevious, r):
			s.tieAt(from, tieTerm)
		default:
			s.tieAt(from, tieTerm)
			if from == 0 || s.ties[from] == tieNone {
				s.tieAt(to, tieTerm)
			}
		}
	})
}

// tieFunctionWords ties 关于 to what follows, and loosens the tie behind 的.
func (s *tying) tieFunctionWords() {
	s.each(func(from, to int) {
		word := string(s.title[from:to])
		if slices.Contains(wordsBefore, word) {
			s.tieAt(to, tieLoose)
		}
		if to < len(s.title) && s.title[to-1] == '的' && s.ties[to] == tiePlain {
			s.ties[to] = tieNone
		}
	})
}

// tieNumbers ties 第, digits or the hanzi of a number, their measure word, and 以上.
func (s *tying) tieNumbers() {
	for i := 0; i < len(s.title); {
		to := s.number(i)
		if to == i {
			i++
			continue
		}
		for k := i + 1; k < to; k++ {
			s.ties[k] = tieWord
		}
		s.tieBehindNumber(to)
		i = to
	}
}

// tieBehindNumber ties 以上 to the number that ends before rune i.
func (s *tying) tieBehindNumber(i int) {
	for _, w := range wordsBehind {
		if strings.HasPrefix(string(s.title[i:]), w) {
			s.ties[i], s.ties[i+1] = tieTerm, tieWord
			if i+2 < len(s.ties) {
				s.ties[i+2] = tiePlain
			}
		}
	}
}

// number returns the end of the number with its measure word that begins with rune i, or i.
func (s *tying) number(i int) int {
	ordinal := s.title[i] == '第'
	at := i
	if ordinal {
		at++
	}
	digits := at
	for digits < len(s.title) && (classOf(s.title[digits]) == digit || ordinal && strings.ContainsRune("一二三四五六七八九十百零〇", s.title[digits])) {
		digits++
	}
	if digits == at {
		return i
	}
	end := digits + measureLength(s.title[digits:])
	if end == digits {
		if ordinal {
			return s.wordEnd(digits)
		}
		return i
	}
	if end < len(s.title) && classOf(s.title[end]) == digit && strings.ContainsRune("年月", s.title[end-1]) {
		if more := s.number(end); more > end {
			return more
		}
	}
	return end
}

// wordEnd returns the end of the word at or behind rune i.
func (s *tying) wordEnd(i int) int {
	for k := i + 1; k < len(s.title); k++ {
		if s.ties[k] < tieTerm {
			return k
		}
	}
	return len(s.title)
}

// measureLength returns how many of the runes are a measure word.
func measureLength(runes []rune) int {
	if len(runes) == 0 {
		return 0
	}
	for _, word := range measureWords()[runes[0]] {
		if len(word) <= len(runes) && slices.Equal(runes[:len(word)], word) {
			return len(word)
		}
	}
	return 0
}

// allHan reports whether all runes are hanzi.
func allHan(runes []rune) bool {
	return !slices.ContainsFunc(runes, func(r rune) bool { return classOf(r) != han })
}
