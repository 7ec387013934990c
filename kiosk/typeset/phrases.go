package typeset

import (
	_ "embed" // the word list
	"strconv"
	"strings"
	"unicode/utf8"
)

// words has a word and its cost on each line, sorted by bytes; words.sh makes it
// and names its source. It is searched in place: 2.2 MB of read-only pages and no
// heap.
//
//go:embed words.txt
var words string

// The longest word of the list, in characters, and the cost of a character that the
// list lacks: more than its rarest.
const (
	longestWord = 8
	strangeCost = 2000
)

// Phrases returns where the phrases of a title begin, except the first, in runes: the
// places where a line may begin without splitting a word, a term of several words, a
// number and its measure word, or a function word from what it belongs to.
func Phrases(title string) []int { return looserThan(tieTerm, []rune(title)) }

// Words returns where the words of a title begin, except the first, in runes: those of
// its terms too.
func Words(title string) []int { return looserThan(tieWord, []rune(title)) }

// looserThan returns the runes, except the first, whose tie is looser than most.
func looserThan(most tie, title []rune) []int {
	var begins []int
	for i, t := range tiesOf(title) {
		if i > 0 && t < most {
			begins = append(begins, i)
		}
	}
	return begins
}

// lattice has the words of the list that lie in a title.
type lattice struct {
	title []rune
	found []listed
	first []int // of found, for each rune, and at the end
}

// listed is a word of the list: how many runes long, and its cost.
type listed struct{ length, cost int }

// newLattice looks up all words of a title.
func newLattice(title []rune) *lattice {
	l := &lattice{title: title, found: make([]listed, 0, 2*len(title)), first: make([]int, 0, len(title)+1)}
	for i := range title {
		l.first = append(l.first, len(l.found))
		l.lookUp(i)
	}
	l.first = append(l.first, len(l.found))
	return l
}

// lookUp adds the words that begin with rune i.
func (l *lattice) lookUp(i int) {
	var buffer [4 * longestWord]byte
	prefix, shelf := buffer[:0], words
	for n := 1; n <= longestWord && i+n <= len(l.title) && classOf(l.title[i+n-1]) == han; n++ {
		prefix = append(prefix, string(l.title[i+n-1])...)
		if shelf = beginningWith(shelf, prefix); shelf == "" {
			return
		}
		if cost, ok := costIn(shelf, len(prefix)); ok {
			l.found = append(l.found, listed{length: n, cost: cost})
		}
	}
}

// at returns the words that begin with rune i.
func (l *lattice) at(i int) []listed { return l.found[l.first[i]:l.first[i+1]] }

// isListed reports whether the list has a word.
func isListed(word []rune) bool {
	var buffer [4 * longestWord]byte
	prefix := buffer[:0]
	for _, r := range word {
		prefix = utf8.AppendRune(prefix, r)
	}
	shelf := beginningWith(words, prefix)
	if shelf == "" {
		return false
	}
	_, known := costIn(shelf, len(prefix))
	return known
}

// words splits a title into words and returns where each but the first begins. Marks
// stay with the word that they close or open, runs of other characters stay whole.
func (l *lattice) words() []int {
	var bounds []int
	for a := 0; a < len(l.title); {
		b := a + 1
		kin := wordKind(l.title[a])
		for b < len(l.title) && wordKind(l.title[b]) == kin {
			b++
		}
		if a > 0 {
			bounds = appendBound(bounds, l.title, a)
		}
		if kin == han {
			bounds = append(bounds, l.cut(a, b, longestWord)...)
		}
		a = b
	}
	return bounds
}

// cut finds the likeliest split of the hanzi a to b into words of at most longest
// characters (Viterbi over their costs) and returns where the words begin, except the
// first.
func (l *lattice) cut(a, b, longest int) []int {
	cost := make([]int, b-a+1) // of the way from a+i to b
	length := make([]int, b-a) // of its first word
	for i := b - 1; i >= a; i-- {
		cost[i-a], length[i-a] = strangeCost+cost[i-a+1], 1
		for _, w := range l.at(i) {
			if w.length > longest || i+w.length > b {
				break
			}
			if c := w.cost + cost[i-a+w.length]; c < cost[i-a] {
				cost[i-a], length[i-a] = c, w.length
			}
		}
	}
	var begins []int
	for i := a + length[0]; i < b; i += length[i-a] {
		begins = append(begins, i)
	}
	return begins
}

// wordKind returns the class by which runs are formed: hanzi, marks, spaces, and the rest.
func wordKind(r rune) class {
	switch c := classOf(r); {
	case c == han, c.mark(), c == space:
		return c
	}
	return other
}

// appendBound adds a bound before rune i unless a mark joins both sides.
func appendBound(bounds []int, title []rune, i int) []int {
	a, b := classOf(title[i-1]), classOf(title[i])
	if GB.notFirst(b) || GB.notLast(a) || b == space {
		return bounds
	}
	return append(bounds, i)
}

// beginningWith returns those of sorted lines that begin with a prefix.
func beginningWith(lines string, prefix []byte) string {
	from := searchLine(lines, func(line string) bool { return line >= string(prefix) })
	lines = lines[from:]
	return lines[:searchLine(lines, func(line string) bool { return line[:min(len(line), len(prefix))] > string(prefix) })]
}

// searchLine returns where the first of sorted lines begins that is behind.
func searchLine(lines string, behind func(line string) bool) int {
	lo, hi := 0, len(lines) // line starts; the line sought lies in between
	for lo < hi {
		mid := lo + (hi-lo)/2
		start := strings.LastIndexByte(lines[lo:mid], '\n') + 1 + lo
		end := start + strings.IndexByte(lines[start:], '\n') + 1
		if behind(lines[start:end]) {
			hi = start
		} else {
			lo = end
		}
	}
	return lo
}

// costIn returns the cost of the word of length bytes that the first of lines may have:
// the word sorts before all that begin with it.
func costIn(lines string, length int) (cost int, ok bool) {
	rest, ok := strings.CutPrefix(lines[length:], " ")
	if !ok {
		return 0, false
	}
	number, _, _ := strings.Cut(rest, "\n")
	cost, err := strconv.Atoi(number)
	return cost, err == nil
}
