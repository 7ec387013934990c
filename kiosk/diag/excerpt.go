package diag

import (
	"bufio"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	// East Asian widths (UAX #11), so that the mark stands below the character.
	"golang.org/x/text/width"
)

// WriteLines prints the problems as WriteText does and, below each that has a line and
// a column, that line and a ^ below the character. source returns a file's bytes, nil
// if it has none. The error is the writer's.
func WriteLines(w io.Writer, problems []Problem, source func(file string) []byte) error {
	b := bufio.NewWriter(w)
	var file string
	var lines []string
	for _, p := range problems {
		b.WriteString(p.String())
		b.WriteByte('\n')
		if p.Whole || p.Line == 0 || p.Column == 0 {
			continue
		}
		if lines == nil || p.File != file {
			file = p.File
			lines = strings.Split(strings.TrimLeft(string(source(file)), "\ufeff"), "\n")
		}
		if p.Line > len(lines) {
			continue
		}
		if line := strings.TrimSuffix(lines[p.Line-1], "\r"); line != "" {
			b.WriteString(excerpt(line, p.Column))
		}
	}
	return b.Flush()
}

const (
	margin = "    " // distinguishes a line of the content from one of the report
	more   = "..."  // marks where a long line was cut; unlike …, equally wide in every terminal
	// The columns of a long line that are shown, and how many of them before the place.
	room       = 72
	roomBefore = 40
)

// excerpt returns a line, cut if it is long, and a second one with a mark below the
// character in the given column, counted from 1. Both lines keep the tabs, so the mark
// fits however wide the terminal sets them.
func excerpt(line string, column int) string {
	at := offset(line, column)
	before := tail(line[:at], roomBefore)
	shownBefore := visible(before)
	behind := head(line[at:], room-len(blank(shownBefore)))
	shownBehind := visible(behind)
	if len(before) < at {
		shownBefore = more + shownBefore
	}
	if at+len(behind) < len(line) {
		shownBehind += more
	}
	return margin + shownBefore + shownBehind + "\n" + margin + blank(shownBefore) + "^\n"
}

// head returns as much of a text's beginning as fits into so many columns.
func head(s string, room int) string {
	for i, r := range s {
		if room -= columns(r); room < 0 {
			return s[:i]
		}
	}
	return s
}

// tail returns as much of a text's end as fits into so many columns.
func tail(s string, room int) string {
	for i := len(s); i > 0; {
		r, n := utf8.DecodeLastRuneInString(s[:i])
		if room -= columns(r); room < 0 {
			return s[i:]
		}
		i -= n
	}
	return s
}

// offset returns the byte offset of a line's column.
func offset(line string, column int) int {
	at := 0
	for ; column > 1 && at < len(line); column-- {
		_, n := utf8.DecodeRuneInString(line[at:])
		at += n
	}
	return at
}

// visible applies Printable to s, but keeps its tabs.
func visible(s string) string {
	parts := strings.Split(s, "\t")
	for i := range parts {
		parts[i] = Printable(parts[i])
	}
	return strings.Join(parts, "\t")
}

// blank returns white space as wide as s.
func blank(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r == '\t' {
			b.WriteByte('\t')
		} else {
			b.WriteString(strings.Repeat(" ", columns(r)))
		}
	}
	return b.String()
}

// columns returns how wide a terminal sets a character. Those whose width is ambiguous
// in UAX #11 (“ ” and …) count as narrow, as terminals do by default.
func columns(r rune) int {
	switch {
	case r == '\t':
		return 8
	case unseen(r):
		return len(Printable(string(r)))
	case unicode.In(r, unicode.Mn, unicode.Me):
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}
