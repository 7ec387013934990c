package toml

import (
	"fmt"
	"strconv"
	"strings"
)

// Pair is a key and its value, which is a string, an int, a []string or a Literal.
type Pair struct {
	Key   string
	Value any
}

// Format returns the text of a file that has the pairs, one a line, with their equals signs below each other. A text of
// several lines, and one that long names, stands between three quotes.
func Format(pairs []Pair, long func(key string) bool) []byte {
	width := 0
	for _, p := range pairs {
		width = max(width, len(p.Key))
	}
	var b strings.Builder
	for _, p := range pairs {
		old := ""
		if long(p.Key) {
			old = `"""`
		}
		fmt.Fprintf(&b, "%-*s = %s\n", width, p.Key, literalLike(old, p.Value))
	}
	return []byte(b.String())
}

// Literal is a value as TOML writes it: 2026-03-01, true, [0.4, 0.7].
type Literal string

// literalLike writes a value as TOML, a text in the quotes of an old one where these can hold it.
func literalLike(old string, value any) string {
	switch v := value.(type) {
	case int:
		return strconv.Itoa(v)
	case Literal:
		return string(v)
	case []string:
		all := make([]string, len(v))
		for i, s := range v {
			all[i] = basic(s)
		}
		return "[" + strings.Join(all, ", ") + "]"
	}
	text := strings.ReplaceAll(fmt.Sprint(value), "\r\n", "\n")
	raw := strings.HasPrefix(old, "'") && !strings.Contains(text, "'") && strings.IndexFunc(text, isControl) < 0
	switch long := strings.Contains(text, "\n") || strings.HasPrefix(old, `"""`) || strings.HasPrefix(old, "'''"); {
	case long && raw:
		return "'''\n" + strings.TrimSuffix(text, "\n") + "\n'''"
	case long:
		return "\"\"\"\n" + strings.TrimSuffix(escaped(text, true), "\n") + "\n\"\"\""
	case raw:
		return "'" + text + "'"
	}
	return basic(text)
}

func basic(text string) string { return `"` + escaped(text, false) + `"` }

// isControl reports whether TOML writes a character by its number alone; a line feed is one in a text of one line.
func isControl(r rune) bool { return r < ' ' && r != '\t' && r != '\n' || r == 0x7f }

// escaped returns a text as it stands between quotes, three of them if it is long.
func escaped(text string, long bool) string {
	var b strings.Builder
	quotes := 0
	for _, r := range text {
		if r == '"' {
			quotes++
		} else {
			quotes = 0
		}
		switch {
		case r == '\\':
			b.WriteString(`\\`)
		case r == '"' && (!long || quotes == 3):
			b.WriteString(`\"`)
			quotes = 0
		case r == '\n' && !long:
			b.WriteString(`\n`)
		case isControl(r):
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
