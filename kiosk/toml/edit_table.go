package toml

import (
	"slices"
	"strings"
)

// Table names a table of a file: [contact], or one of several [[guide]].
type Table struct {
	Name  string // with dots between its parts
	Many  bool   // [[name]]
	Index int    // among those of the name
}

// header returns the line that begins the table.
func (t Table) header() string {
	if t.Many {
		return "[[" + t.Name + "]]"
	}
	return "[" + t.Name + "]"
}

// SetIn sets a key of a table, in the way of Set. A table that is absent stands behind the last one of its name, or at the end of
// the file.
func SetIn(data []byte, t Table, key string, value any, order []string) (edited []byte, ok bool) {
	e, ok := newEdit(data)
	if !ok || e.elsewhere(t) {
		return data, false
	}
	e.table = t
	if _, _, there := e.section(); !there {
		e.begin()
		if e, ok = newEdit(e.bytes()); !ok {
			return data, false
		}
		e.table = t
	}
	if st, there := e.find(key); there {
		e.replace(st, value)
	} else {
		e.insert(key, value, order)
	}
	return e.bytes(), true
}

// RemoveIn removes a key of a table, in the way of Remove.
func RemoveIn(data []byte, t Table, key string) (edited []byte, ok bool) {
	e, ok := newEdit(data)
	if !ok || e.elsewhere(t) {
		return data, false
	}
	e.table = t
	if st, there := e.find(key); there {
		e.remove(st)
	}
	return e.bytes(), true
}

// RemoveTable returns a file's text without a table; its comments stay. ok is false if the file can't be read, and then the
// text is unchanged.
func RemoveTable(data []byte, t Table) (edited []byte, ok bool) {
	e, ok := newEdit(data)
	if !ok || e.elsewhere(t) {
		return data, false
	}
	e.table = t
	from, to, there := e.section()
	if !there {
		return data, true
	}
	for _, st := range slices.Backward(e.statements[from:to]) {
		if st.header {
			e.removeHeader(st)
		} else {
			e.remove(st)
		}
	}
	return e.bytes(), true
}

// removeHeader drops the line of a header, and a blank line in front of it.
func (e *edit) removeHeader(st statement) {
	start, end := e.lineStart(st.start), e.lineEnd(st.end)
	kept := ""
	if behind := strings.TrimSpace(e.text[st.end:end]); behind != "" {
		kept = behind + e.end
	}
	if kept == "" && strings.HasSuffix(e.text[:start], e.end+e.end) {
		start -= len(e.end)
	}
	e.text = e.text[:start] + kept + e.text[end:]
}

// section returns the indices of the statements of the table that is edited, its header among them.
func (e *edit) section() (from, to int, ok bool) {
	count := 0
	for i, st := range e.statements {
		if !st.header || dotted(st.name) != e.table.Name {
			continue
		}
		if count++; count <= e.table.Index {
			continue
		}
		to = i + 1
		for to < len(e.statements) && !e.statements[to].header {
			to++
		}
		return i, to, true
	}
	return 0, 0, false
}

// elsewhere reports whether the table, or a part of it, is written in another way: name.key = value, or name = { … }.
func (e *edit) elsewhere(t Table) bool {
	first, _, _ := strings.Cut(t.Name, ".")
	return slices.ContainsFunc(e.top(), func(st statement) bool { return st.key() == first })
}

// begin adds the table's header behind the last table of its name, or at the end of the text.
func (e *edit) begin() {
	at := len(e.text)
	for i := range e.statements {
		if st := e.statements[i]; st.header && dotted(st.name) == e.table.Name {
			for i+1 < len(e.statements) && !e.statements[i+1].header {
				i++
			}
			at = e.lineEnd(e.statements[i].end)
		}
	}
	before := e.text[:at]
	if before != "" && !strings.HasSuffix(before, "\n") {
		before += e.end
	}
	e.text = before + e.end + e.table.header() + e.end + e.text[at:]
}

// dotted returns a name with dots between its parts.
func dotted(name []part) string {
	all := make([]string, len(name))
	for i, p := range name {
		all[i] = p.name
	}
	return strings.Join(all, ".")
}

// Count returns how many tables [[name]] a file has.
func Count(data []byte, name string) int {
	e, ok := newEdit(data)
	if !ok {
		return 0
	}
	n := 0
	for _, st := range e.statements {
		if st.header && dotted(st.name) == name {
			n++
		}
	}
	return n
}

// IsEmpty reports whether a file has a table without any key.
func IsEmpty(data []byte, t Table) bool {
	e, ok := newEdit(data)
	if !ok {
		return false
	}
	e.table = t
	from, to, there := e.section()
	return there && to == from+1
}
