package typeset

import (
	_ "embed" // the word list
	"strconv"
	"strings"
	"sync/atomic"
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

// The hanzi that words are made of.
const (
	firstHanzi = '㐀'
	lastHanzi  = '鿿'
)

// shelves caches for each hanzi where the lines of its words are, begin<<32 | end: a
// search through all words reads a page of memory at each step.
var shelves [lastHanzi - firstHanzi + 1]atomic.Uint64

// shelf returns the lines of the words that begin with a character.
func shelf(r rune) string {
	if r < firstHanzi || r > lastHanzi {
		return ""
	}
	at := &shelves[r-firstHanzi]
	place := at.Load()
	if place == 0 {
		place = uint64(searchLine(words, string(r)))<<32 | uint64(searchLine(words, string(r+1)))
		at.Store(place)
	}
	return words[place>>32 : uint32(place)]
}

// isListed reports whether the list has a word of two characters.
func isListed(a, b rune) bool {
	word, room := [2]rune{a, b}, [2]listed{}
	found := appendListed(room[:0], word[:])
	return len(found) > 0 && found[len(found)-1].length == 2
}

// listed is a word of the list: how many runes long, and its cost.
type listed struct{ length, cost int }

// appendListed appends the words that some runes begin with, the shortest first.
func appendListed(found []listed, runes []rune) []listed {
	if len(runes) == 0 {
		return found
	}
	var buffer [4 * longestWord]byte
	prefix, lines := buffer[:0], shelf(runes[0])
	for i, r := range runes[:min(len(runes), longestWord)] {
		prefix = append(prefix, string(r)...)
		if i > 0 { // the shelf has those with the first character
			lines = lines[searchLine(lines, string(prefix)):]
		}
		if !strings.HasPrefix(lines, string(prefix)) {
			break
		}
		if cost, ok := costIn(lines, len(prefix)); ok {
			found = append(found, listed{length: i + 1, cost: cost})
		}
	}
	return found
}

// searchLine returns where the first of sorted lines begins that is not less than a prefix.
func searchLine(lines, prefix string) int {
	lo, hi := 0, len(lines) // line starts; the line sought lies in between
	for lo < hi {
		mid := lo + (hi-lo)/2
		start := strings.LastIndexByte(lines[lo:mid], '\n') + 1 + lo
		if lines[start:min(start+len(prefix), hi)] < prefix {
			lo = mid + strings.IndexByte(lines[mid:], '\n') + 1
		} else {
			hi = start
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
