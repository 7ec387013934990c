package toml

import (
	"strings"

	"gongkai/kiosk/diag"
)

// headerMend writes a table's header with the brackets that its field takes; none if the header isn't in a line of its own.
func (f *filling) headerMend(n *node, fd *field) diag.Mend {
	line := firstLine(f.src.Text[n.key:])
	end := strings.LastIndexByte(line, ']') + 1
	if name := strings.Trim(line[:end], "[] \t"); !strings.HasPrefix(line, "[") || name != fd.key && name != fd.path+fd.key {
		return diag.Mend{}
	}
	return diag.Mend{Start: n.key, End: n.key + end, Text: fd.header()}
}

// statement returns where the lines of a key and its value begin and end; ok is false if they have anything else in them.
func (f *filling) statement(n *node) (start, end int, ok bool) {
	text := f.src.Text
	start = strings.LastIndexByte(text[:n.key], '\n') + 1
	end = n.to + strings.IndexByte(text[n.to:], '\n') + 1
	if n.to <= n.key || strings.TrimSpace(text[start:n.key]) != "" {
		return 0, 0, false
	}
	if end == n.to { // the file ends here
		end = len(text)
	}
	behind := strings.TrimSpace(text[n.to:end])
	return start, end, behind == "" || behind[0] == '#'
}

// spelling returns a value as the file has it, "" for one without a place.
func (f *filling) spelling(n *node) string {
	if n.to <= n.from {
		return ""
	}
	return f.src.Text[n.from:n.to]
}

// noteIn reports whether a value has a # in it or behind it that may have been meant as part of a text; behind a list it is
// a comment if there is a space between.
func (f *filling) noteIn(n *node) bool {
	behind := firstLine(f.src.Text[n.to:])
	if !strings.HasPrefix(f.spelling(n), "[") {
		behind = strings.TrimLeft(behind, " \t")
	}
	return strings.HasPrefix(behind, "#") || strings.Contains(f.spelling(n), "#")
}

// commentedHeader returns where the header of a key's table stands as a comment: above the key, with nothing but comments
// and keys of that table between; end is 0 if there is none.
func (f *filling) commentedHeader(n *node, home *field) (start, end int) {
	for end = n.key; end > 0; {
		line := f.src.Text[strings.LastIndexByte(f.src.Text[:end], '\n')+1 : end]
		start, end = end-len(line), max(0, end-len(line)-1)
		text := strings.Trim(line, margins)
		switch head, comment := strings.CutPrefix(text, "#"); {
		case comment && strings.Trim(head, margins) == home.header():
			return start, start + len(strings.TrimRight(line, margins))
		case strings.HasPrefix(text, "["):
			return 0, 0
		case text != "" && !comment && home.sub.byKey(bareWord(text)) == nil:
			return 0, 0
		}
	}
	return 0, 0
}

// moved moves a key with its value to the line that begins at an offset.
func (f *filling) moved(n *node, to int) diag.Mend {
	text := f.src.Text
	start, end, ok := f.statement(n)
	to = strings.LastIndexByte(text[:to], '\n') + 1
	switch {
	case !ok:
		return diag.Mend{}
	case to <= start:
		return diag.Mend{Start: to, End: end, Text: withEnd(text[start:end]) + text[to:start]}
	case to < end:
		return diag.Mend{}
	}
	return diag.Mend{Start: start, End: to, Text: text[end:to] + withEnd(text[start:end])}
}

// movedToEnd moves a key with its value to the file's end, below a new header.
func (f *filling) movedToEnd(n *node, header string) diag.Mend {
	text := f.src.Text
	start, end, ok := f.statement(n)
	if !ok {
		return diag.Mend{}
	}
	nl := (&cursor{src: text}).newLine()
	return diag.Mend{Start: start, End: len(text), Text: withEnd(text[end:]) + nl + header + nl + withEnd(text[start:end])}
}

// withEnd returns lines with a line end behind the last one.
func withEnd(lines string) string {
	if lines == "" || strings.HasSuffix(lines, "\n") {
		return lines
	}
	return lines + "\n"
}

// accepts reports whether a value is right as the only element of the field's list.
func (f *field) accepts(v any) bool {
	_, isText := v.(string)
	return f.kind == textName == isText || f.numbers(v) != ""
}
