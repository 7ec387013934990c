package toml

import (
	"strings"
	"unicode/utf8"
)

// cursor is a position in a file's text. It knows TOML's words, but no statement.
type cursor struct {
	src string
	pos int
}

// ahead returns the text from the cursor on.
func (c *cursor) ahead() string { return c.src[c.pos:] }

// line returns the rest of the cursor's line, without its line feed.
func (c *cursor) line() string { return firstLine(c.ahead()) }

// char returns the character at the cursor, "" at the end.
func (c *cursor) char() string { return firstChar(c.ahead()) }

func (c *cursor) has(prefix string) bool { return strings.HasPrefix(c.ahead(), prefix) }

// take passes a prefix, and reports whether it was there.
func (c *cursor) take(prefix string) bool {
	found := c.has(prefix)
	if found {
		c.pos += len(prefix)
	}
	return found
}

// skipSpace passes spaces and tabs.
func (c *cursor) skipSpace() {
	for c.pos < len(c.src) && (c.src[c.pos] == ' ' || c.src[c.pos] == '\t') {
		c.pos++
	}
}

// skipBlank passes white space, line ends and comments.
func (c *cursor) skipBlank() {
	for c.pos < len(c.src) {
		switch c.src[c.pos] {
		case ' ', '\t', '\r', '\n':
			c.pos++
		case '#':
			c.pos += len(c.line())
		default:
			return
		}
	}
}

// atLineEnd reports whether nothing but a comment follows in the line.
func (c *cursor) atLineEnd() bool {
	return c.pos == len(c.src) || strings.IndexByte("\n\r#", c.src[c.pos]) >= 0
}

// skipLine passes the rest of the line and its line feed.
func (c *cursor) skipLine() {
	c.pos = min(c.pos+len(c.line())+1, len(c.src))
}

// part is one name of a dotted key.
type part struct {
	name string
	off  int
}

// dotted reads a key with its dots; skipSpace and word are the walker's own.
func (c *cursor) dotted(skipSpace func(), word func() (string, bool)) ([]part, bool) {
	var name []part
	for {
		skipSpace()
		off := c.pos
		w, ok := word()
		if !ok {
			return nil, false
		}
		// One more than the limit is enough to know; the rest is only passed.
		if len(name) <= maxNesting {
			name = append(name, part{w, off})
		}
		skipSpace()
		if !c.take(".") {
			return name, true
		}
	}
}

// textStart returns where the text of three quotes at the cursor begins: behind the quotes, and a line break if one follows.
func (c *cursor) textStart() int {
	start := c.pos + len(`"""`)
	for _, nl := range []string{"\r\n", "\n"} {
		if strings.HasPrefix(c.src[start:], nl) {
			return start + len(nl)
		}
	}
	return start
}

// closing returns the offset of the quotes that close the text which begins at an offset; ok is
// false if none do, and a text with a single quote ends at its line's end then, another at the file's.
func (c *cursor) closing(off int, quotes string) (end int, ok bool) {
	stops := quotes[:1]
	if quotes[0] == '"' {
		stops += `\`
	}
	if len(quotes) == 1 {
		stops += "\n"
	}
	for off < len(c.src) {
		next := strings.IndexAny(c.src[off:], stops)
		if next < 0 {
			break
		}
		off += next
		switch {
		case c.src[off] == '\n':
			return off, false
		case strings.HasPrefix(c.src[off:], quotes):
			return off, true
		case c.src[off] == '\\' && !(len(quotes) == 1 && strings.HasPrefix(c.src[off+1:], "\n")):
			off++
		}
		off++
	}
	return len(c.src), false
}

// bareWord returns the bare key at the beginning of s, "" if there is none.
func bareWord(s string) string {
	for i := range len(s) {
		c := s[i]
		if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-') {
			return s[:i]
		}
	}
	return s
}

// firstLine returns s up to its first line feed.
func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

func firstChar(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return s[:n]
}

// joined returns a key with its dots.
func joined(name []part) string {
	words := make([]string, len(name))
	for i, p := range name {
		words[i] = p.name
	}
	return strings.Join(words, ".")
}
