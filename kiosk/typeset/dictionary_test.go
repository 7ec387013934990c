package typeset

import (
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestDictionary looks up each word of the list, and ones that it lacks.
func TestDictionary(t *testing.T) {
	cases, before := 0, ""
	for line := range strings.Lines(words) {
		word, number, _ := strings.Cut(strings.TrimSpace(line), " ")
		cost, err := strconv.Atoi(number)
		if err != nil || word <= before {
			t.Fatalf("%s behind %s", line, before)
		}
		before = word
		cases++
		length := utf8.RuneCountInString(word)
		if found := appendListed(nil, []rune(word+"㐀")); len(found) == 0 || found[len(found)-1] != (listed{length, cost}) {
			t.Errorf("%s: %v, want %d", word, found, cost)
		}
	}
	for _, strange := range []string{"", "㐀", "鿿", "𠀀", "。", "a", "㐀一", "鿿鿿"} {
		if found := appendListed(nil, []rune(strange)); len(found) != 0 {
			t.Errorf("%q: %v", strange, found)
		}
	}
	rule(t, "words: each of the list is found", cases)
}
