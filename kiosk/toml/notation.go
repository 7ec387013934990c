package toml

import "regexp"

// A text between three quotes may take in what is the file's own notation: one quote too many on each side, or a
// key that was written above the closing quotes. The file is valid then, and the text has the notation in it.

var (
	// notationLine matches a text's lines that look like a key with its value, or like a table's header.
	notationLine = regexp.MustCompile(`(?m)^[ \t]*((?:([a-z_]+)[ \t]*=[ \t]*(?:["'“\[{0-9]|true|false)|\[\[?([a-z_]+)\]\]?[ \t]*\r?$).*)`)
	quoteLine    = regexp.MustCompile(`(?m)^[ \t]*(["'＂]+)[ \t]*\r?$`)
)

// Notation is a piece of a decoded text that looks like TOML.
type Notation struct {
	Start, End int    // byte offsets in the text
	Name       string // the key's or table's
}

// NotationIn returns the first n lines of a text that look like a key with its value, or like a table's header.
func NotationIn(text string, n int) []Notation {
	var found []Notation
	for _, m := range notationLine.FindAllStringSubmatchIndex(text, n) {
		found = append(found, Notation{m[2], m[3], text[max(m[4], m[6]):max(m[5], m[7])]})
	}
	return found
}

// QuotesIn returns where the first line of a text stands that has nothing but quotes; ok is false if there is none.
func QuotesIn(text string) (start, end int, ok bool) {
	m := quoteLine.FindStringSubmatchIndex(text)
	if m == nil {
		return 0, 0, false
	}
	return m[2], m[3], true
}
