package catalogue

import (
	"bytes"
	"strings"
)

// head is what begins a line of a file outside texts of several lines.
type head struct {
	name  string // a key, or a table's header with its brackets
	value string // what the line has behind the =, trimmed
	line  int    // from 1
}

// heads are the keys and tables that lines begin with, in order. They are read off the lines, so that a file which
// is no TOML has them too.
func heads(data []byte) (all []head) {
	inside := false // a text of several lines
	n := 0
	for line := range bytes.Lines(bytes.TrimPrefix(data, []byte("\ufeff"))) {
		n++
		if h := headOf(line); h.name != "" && !inside {
			h.line = n
			all = append(all, h)
		}
		if (bytes.Count(line, []byte(`"""`))+bytes.Count(line, []byte(`'''`)))%2 == 1 {
			inside = !inside
		}
	}
	return all
}

// headOf is a line's key or table, with no name if it has none.
func headOf(line []byte) head {
	line = bytes.TrimSpace(line)
	if bytes.HasPrefix(line, []byte("[")) {
		return head{name: string(line)}
	}
	key, value, found := bytes.Cut(line, []byte("="))
	if !found || bytes.HasPrefix(line, []byte("#")) || bytes.HasPrefix(line, []byte("{")) {
		return head{}
	}
	return head{name: strings.Trim(string(key), " \t\"'"), value: string(bytes.TrimSpace(value))}
}
