package toml

import (
	"slices"
	"strings"
)

// A key's value is changed in the text itself, so that all else stays as staff wrote it: comments, order, alignment,
// line ends, and the kind of quotes.

// Set returns a file's text with a key's value, which is a string, an int, a []string or a Literal. The key belongs to no
// table. One that is absent stands behind the last of the keys before it in order, aligned with that. ok is false if the
// file can't be read, and then the text is unchanged.
func Set(data []byte, key string, value any, order []string) (edited []byte, ok bool) {
	e, ok := newEdit(data)
	if !ok {
		return data, false
	}
	if st, there := e.find(key); there {
		e.replace(st, value)
	} else {
		e.insert(key, value, order)
	}
	return e.bytes(), true
}

// Remove returns a file's text without a key that belongs to no table, and without its line; a comment behind its value
// stays, on a line of its own. ok is false if the file can't be read, and then the text is unchanged.
func Remove(data []byte, key string) (edited []byte, ok bool) {
	e, ok := newEdit(data)
	if !ok {
		return data, false
	}
	if st, there := e.find(key); there {
		e.remove(st)
	}
	return e.bytes(), true
}

// edit is a file's text, and where its statements stand.
type edit struct {
	text       string // without a byte order mark
	mark       string // the byte order marks in front
	end        string // what ends its lines
	statements []statement
	table      Table // the keys of this table are edited; without a name those of none
}

// newEdit walks over a file; ok is false if its text isn't valid.
func newEdit(data []byte) (e *edit, ok bool) {
	src, problems := read("", data)
	if len(problems) > 0 {
		return nil, false
	}
	p := placesOf(src.Text, nil)
	if len(p.faults) > 0 || p.passed > 0 {
		return nil, false
	}
	if _, err := parse(p.withPaths()); err != nil {
		return nil, false
	}
	e = &edit{text: src.Text, mark: string(data[:len(data)-len(src.Text)]), end: "\n", statements: p.statements}
	if strings.Contains(e.text, "\r\n") {
		e.end = "\r\n"
	}
	return e, true
}

func (e *edit) bytes() []byte { return []byte(e.mark + e.text) }

// find returns the statement that gives a key its value.
func (e *edit) find(key string) (st statement, ok bool) {
	for _, st := range e.keys() {
		if len(st.name) == 1 && st.name[0].name == key {
			return st, true
		}
	}
	return statement{}, false
}

// keys returns the statements that give the keys of the table that is edited their values.
func (e *edit) keys() []statement {
	if e.table.Name == "" {
		return e.top()
	}
	if from, to, ok := e.section(); ok {
		return e.statements[from+1 : to]
	}
	return nil
}

// first returns where a key stands that is put before all others.
func (e *edit) first() int {
	if from, _, ok := e.section(); ok && e.table.Name != "" {
		return e.lineEnd(e.statements[from].end)
	}
	return 0
}

// top returns the statements above the first table.
func (e *edit) top() []statement {
	if i := slices.IndexFunc(e.statements, func(st statement) bool { return st.header }); i >= 0 {
		return e.statements[:i]
	}
	return e.statements
}

// value returns where a statement's value begins and ends.
func (e *edit) value(st statement) (start, end int) {
	p := &places{outline: newOutline(e.text, nil)}
	p.pos = st.start
	p.name()
	p.take("=")
	p.skipSpace()
	return p.pos, p.pos + len(strings.TrimRight(e.text[p.pos:st.end], " \t"))
}

// replace writes another value in the quotes of the old one. Comments within a list move above the key.
func (e *edit) replace(st statement, value any) {
	start, end := e.value(st)
	old := e.text[start:end]
	line := e.lineStart(st.start)
	e.text = e.text[:line] + e.commentsIn(old) + e.text[line:start] + e.lines(literalLike(old, value)) + e.text[end:]
}

// commentsIn returns the comments within a list, each as a line.
func (e *edit) commentsIn(old string) string {
	if !strings.HasPrefix(old, "[") {
		return ""
	}
	all := ""
	c := cursor{src: old, pos: 1}
	for c.pos < len(old) {
		switch char := c.char(); char {
		case "#":
			comment := strings.TrimRight(c.line(), " \t\r")
			all += comment + e.end
			c.pos += len(c.line())
		case `"`, "'":
			quotes := char
			if c.has(strings.Repeat(char, 3)) {
				quotes = strings.Repeat(char, 3)
			}
			shut, _ := c.closing(c.pos+len(quotes), quotes)
			c.pos = min(shut+len(quotes), len(old))
		default:
			c.pos += len(char)
		}
	}
	return all
}

// insert writes a key that is absent.
func (e *edit) insert(key string, value any, order []string) {
	at, like, before := e.first(), "", slices.Index(order, key)
	for i, name := range order {
		st, there := e.find(name)
		if !there {
			continue
		}
		if i < before {
			at, like = e.lineEnd(st.end), e.name(st)
		} else if like == "" {
			at, like = e.lineStart(st.start), e.name(st)
			break
		}
	}
	line := padded(key, like) + "= " + e.lines(literalLike("", value)) + e.end
	if at > 0 && e.text[at-1] != '\n' {
		line = e.end + strings.TrimSuffix(line, e.end)
	}
	e.text = e.text[:at] + line + e.text[at:]
}

// name returns a statement's text in front of its equals sign.
func (e *edit) name(st statement) string {
	start, _ := e.value(st)
	return strings.TrimRight(e.text[st.start:start], "= \t") + strings.Repeat(" ", blanksBefore(e.text[st.start:start]))
}

// blanksBefore counts the spaces in front of the equals sign that ends a text.
func blanksBefore(text string) int {
	name := strings.TrimRight(text, " \t")
	name = strings.TrimSuffix(name, "=")
	return len(name) - len(strings.TrimRight(name, " "))
}

// padded returns a key as wide as another one with its spaces, and at least with one space.
func padded(key, like string) string {
	return key + strings.Repeat(" ", max(1, len(like)-len(key)))
}

// remove drops a statement with its line.
func (e *edit) remove(st statement) {
	start, end := e.lineStart(st.start), e.lineEnd(st.end)
	value, valueEnd := e.value(st)
	kept := e.commentsIn(e.text[value:valueEnd])
	if behind := strings.TrimSpace(e.text[st.end:end]); behind != "" {
		kept += behind + e.end
	}
	e.text = e.text[:start] + kept + e.text[end:]
}

// lineStart returns where the line of an offset begins.
func (e *edit) lineStart(off int) int { return strings.LastIndexByte(e.text[:off], '\n') + 1 }

// lineEnd returns where the next line begins.
func (e *edit) lineEnd(off int) int {
	if i := strings.IndexByte(e.text[off:], '\n'); i >= 0 {
		return off + i + 1
	}
	return len(e.text)
}

// lines gives a text the line ends of the file.
func (e *edit) lines(text string) string { return strings.ReplaceAll(text, "\n", e.end) }
