package toml

import (
	"bytes"
	"regexp"
	"strings"

	"gongkai/kiosk/diag"
)

// Head is a key or a table that begins a line of a file, outside texts of several lines.
type Head struct {
	Name  string // a key, or a table's header with its brackets
	Value string // what the line has behind the equals sign, trimmed, a comment included
	Line  int    // from 1
	Last  int    // the line before the next head
	Text  []byte // the lines from Line to Last

	start int // offset of the first line, without a BOM
}

// Mended returns the mend that puts another statement in the place of the head's, which has one line; a comment behind it
// goes to the line before. There is none if the statement goes on in other lines.
func (h Head) Mended(statement string) diag.Mend {
	line, below, _ := bytes.Cut(h.Text, []byte("\n"))
	for l := range bytes.Lines(below) {
		if l = bytes.TrimSpace(l); len(l) > 0 && l[0] != '#' {
			return diag.Mend{}
		}
	}
	text := strings.TrimRight(string(line), "\r")
	if i := strings.IndexByte(text, '#'); i > 0 {
		statement = text[i:] + "\n" + statement
	}
	return diag.Mend{Start: h.start, End: h.start + len(text), Text: statement}
}

// Heads returns the heads of a file, in order. It reads them off the lines, so it also finds
// them in a file that isn't valid TOML.
func Heads(data []byte) []Head {
	data = bytes.TrimPrefix(data, []byte(bom))
	var all []Head
	inside := false // in a text of several lines
	n, off := 0, 0
	for line := range bytes.Lines(data) {
		n++
		if h := headOf(line); h.Name != "" && !inside {
			h.Line, h.start, h.Text = n, off, data[off:]
			all = append(all, h)
		}
		if (bytes.Count(line, []byte(`"""`))+bytes.Count(line, []byte(`'''`)))%2 == 1 {
			inside = !inside
		}
		off += len(line)
	}
	last := bytes.Count(data, []byte("\n")) + 1
	for i := range all {
		h := &all[i]
		h.Last = last
		if i+1 < len(all) {
			h.Last = all[i+1].Line - 1
			h.Text = h.Text[:len(h.Text)-len(all[i+1].Text)]
		}
	}
	return all
}

// headOf returns a line's key or table, without a name if it has none.
func headOf(line []byte) Head {
	line = bytes.TrimSpace(line)
	if bytes.HasPrefix(line, []byte("[")) {
		return Head{Name: string(line)}
	}
	key, value, found := bytes.Cut(line, []byte("="))
	if !found || bytes.HasPrefix(line, []byte("#")) || bytes.HasPrefix(line, []byte("{")) {
		return Head{}
	}
	return Head{Name: strings.Trim(string(key), " \t\"'"), Value: string(bytes.TrimSpace(value))}
}

// Scalar returns the value without its comment; ok is false if there is none, or another key behind it.
func (h Head) Scalar() (value string, ok bool) {
	value, _, _ = strings.Cut(h.Value, "#")
	value = strings.TrimSpace(value)
	return value, value != "" && !strings.Contains(value, "=")
}

// Rewritten returns the mend that puts another statement in the place of the head's line, without its comment.
func (h Head) Rewritten(statement string) diag.Mend {
	line, _, _ := bytes.Cut(h.Text, []byte("\n"))
	return diag.Mend{Start: h.start, End: h.start + len(bytes.TrimRight(line, "\r")), Text: statement}
}

// IsTable reports whether the head begins a table.
func (h Head) IsTable() bool { return strings.HasPrefix(h.Name, "[") }

// IsText reports whether the value is a text in quotes of one line.
func (h Head) IsText() bool {
	value, ok := h.Scalar()
	return ok && strings.HasPrefix(value, `"`) && strings.HasSuffix(value, `"`) && strings.Count(value, `"`) == 2
}

// HasBraces reports whether the entry has an inline table.
func (h Head) HasBraces() bool { return bytes.Contains(h.Text, []byte("{")) }

var inAnyQuotes = regexp.MustCompile(`["'“”]([^"'“”\n]+)["'“”]`)

// Quoted returns at most n texts that stand in quotes of any kind in the entry.
func (h Head) Quoted(n int) []string {
	var texts []string
	for _, m := range inAnyQuotes.FindAllSubmatch(h.Text, n) {
		texts = append(texts, string(m[1]))
	}
	return texts
}

// TopKeys returns the keys and tables of a file, without the keys of its tables.
func TopKeys(data []byte) []string {
	var keys []string
	inTable := false
	for _, h := range Heads(data) {
		if strings.HasPrefix(h.Name, "[") {
			inTable = true
			keys = append(keys, strings.Trim(h.Name, "[] \t"))
		} else if !inTable {
			keys = append(keys, h.Name)
		}
	}
	return keys
}
