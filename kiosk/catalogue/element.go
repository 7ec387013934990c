package catalogue

import (
	"strings"
	"unicode/utf8"
)

// ListMarks close an element in a list: 、 and ，. They are official text, and the screen paints
// them quietly.
const ListMarks = "、，"

// Closing cuts the mark that closes an element off its text. A text that is nothing else stays whole.
func Closing(text string) (body, mark string) {
	if n := len(closingMark(text)); n > 0 && n < len(text) {
		return text[:len(text)-n], text[len(text)-n:]
	}
	return text, ""
}

// Closed reports whether a text ends with the mark of a list.
func Closed(text string) bool { return closingMark(text) != "" }

// Unclosed returns a text without the mark that closes it, even if nothing is left.
func Unclosed(text string) string { return strings.TrimSuffix(text, closingMark(text)) }

func closingMark(text string) string {
	if r, n := utf8.DecodeLastRuneInString(text); n > 0 && strings.ContainsRune(ListMarks, r) {
		return text[len(text)-n:]
	}
	return ""
}

// Nested reports whether any element stands below another.
func (c Cell) Nested() bool {
	for _, e := range c {
		if e.Depth > 0 {
			return true
		}
	}
	return false
}

// Longest returns the length of the longest element, in characters.
func (c Cell) Longest() int {
	n := 0
	for _, e := range c {
		n = max(n, utf8.RuneCountInString(e.Text))
	}
	return n
}
