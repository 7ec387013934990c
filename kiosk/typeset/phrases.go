package typeset

import (
	_ "embed" // the word list
	"strconv"
	"strings"
)

// words has a word and its cost on each line, sorted by bytes; words.sh makes it
// and names its source. It is searched in place: 1.3 MB of read-only pages and no
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

// Phrases splits a title into words and returns where each but the first begins, in
// runes. It takes the most likely split by the words' frequencies. Marks stay with
// the word that they close or open, runs of other characters stay whole.
func Phrases(title string) []int { return phrases([]rune(title)) }

func phrases(title []rune) []int {
	var bounds []int
	for a := 0; a < len(title); {
		b := a + 1
		kin := wordKind(title[a])
		for b < len(title) && wordKind(title[b]) == kin {
			b++
		}
		if a > 0 {
			bounds = appendBound(bounds, title, a)
		}
		if kin == han {
			for _, w := range cutWords(title[a:b]) {
				bounds = append(bounds, a+w)
			}
		}
		a = b
	}
	return bounds
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

// cutWords finds the cheapest split of a run of hanzi (Viterbi over words) and
// returns where its words begin, except the first.
func cutWords(run []rune) []int {
	n := len(run)
	text := string(run)
	at := make([]int, 0, n+1) // bytes
	for i := range text {
		at = append(at, i)
	}
	at = append(at, len(text))
	cost := make([]int, n+1) // of the way from i to the end
	length := make([]int, n) // of its first word
	for i := n - 1; i >= 0; i-- {
		cost[i], length[i] = strangeCost+cost[i+1], 1
		for l := 1; l <= min(longestWord, n-i); l++ {
			c, known, more := lookUp(text[at[i]:at[i+l]])
			if known && c+cost[i+l] < cost[i] {
				cost[i], length[i] = c+cost[i+l], l
			}
			if !more {
				break
			}
		}
	}
	var begins []int
	for i := length[0]; i < n; i += length[i] {
		begins = append(begins, i)
	}
	return begins
}

// lookUp returns a word's cost, whether the list has it, and whether the list
// has it or a longer one that begins with it.
func lookUp(word string) (cost int, known, more bool) {
	lo, hi := 0, len(words) // line starts; the line sought lies in between
	for lo < hi {
		mid := lo + (hi-lo)/2
		start := strings.LastIndexByte(words[lo:mid], '\n') + 1 + lo
		end := start + strings.IndexByte(words[start:], '\n') + 1
		if words[start:end] < word {
			lo = end
		} else {
			hi = start
		}
	}
	line := words[lo:]
	if !strings.HasPrefix(line, word) {
		return 0, false, false
	}
	rest, ok := strings.CutPrefix(line[len(word):], " ")
	if !ok {
		return 0, false, true
	}
	number, _, _ := strings.Cut(rest, "\n")
	cost, err := strconv.Atoi(number)
	return cost, err == nil, true
}
