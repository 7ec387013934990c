package catalogue

import (
	"regexp"
	"strconv"
)

// numberLine is an item's number as all files but odd ones have it.
var numberLine = regexp.MustCompile(`(?m)^[ \t]*number[ \t]*=[ \t]*([0-9]{1,9})[ \t]*(?:#.*)?\r?$\n?`)

// NumberIn is the number that a text has as it stands, whole or not.
func NumberIn(data []byte) (n int, ok bool) {
	m := numberLine.FindSubmatch(data)
	if m == nil {
		return 0, false
	}
	n, err := strconv.Atoi(string(m[1]))
	return n, err == nil
}

// Unnumbered is a text without its number: two rows that differ in nothing else are the same one, moved.
func Unnumbered(data []byte) string { return string(numberLine.ReplaceAll(data, nil)) }
