package main

import (
	"bytes"
	"regexp"
	"slices"

	"gongkai/kiosk/diag"
)

// A settings file that isn't TOML as a whole takes no screen away: it is read statement by statement, and those that
// can't be read are blanked, so that the places of the others stay.

// Bounds of a file that is gone through: the screen waits for it.
const (
	mostBytes     = 16 << 10
	mostLines     = 200
	mostTogether  = 10 // lines of one statement
	mostRepeating = 20 // keys and tables that stand twice
)

// salvage decodes what can be read of a settings file, and tells all that is wrong with it.
func salvage(path string, data []byte) (file configFile, problems []diag.Problem) {
	filled, problems := diag.Decode(path, data, &file)
	lines := bytes.SplitAfter(bytes.Clone(data), []byte("\n"))
	if filled || len(data) > mostBytes || len(lines) > mostLines {
		return file, problems
	}
	problems = append(problems, blankUnreadable(path, lines, problems)...)
	for range mostRepeating {
		rest := bytes.Join(lines, nil)
		if len(bytes.TrimSpace(rest)) == 0 {
			break
		}
		filled, more := diag.Decode(path, rest, &file)
		problems = append(problems, diag.Fresh(more, problems)...)
		if filled {
			break
		}
		for _, p := range more {
			blank(lines[min(max(p.Line, 1), len(lines))-1])
		}
	}
	diag.Sort(problems)
	return file, diag.Limit(problems)
}

// beginning is what a statement's first line looks like.
var beginning = regexp.MustCompile(`^[ \t]*(?:[A-Za-z0-9_.-]+[ \t]*=|\[)`)

// blankUnreadable blanks every line that is no statement, nor part of one, and tells of those that were not told of:
// but for the further lines of a statement that can't be read.
func blankUnreadable(path string, lines [][]byte, told []diag.Problem) (more []diag.Problem) {
	within := false // a statement that can't be read
	for i := 0; i < len(lines); {
		n, problems := statement(path, lines[i:])
		if n > 0 {
			within = within && !beginning.Match(lines[i])
			i += n
			continue
		}
		further := within && !beginning.Match(lines[i])
		within = true
		blank(lines[i])
		i++
		if further || slices.ContainsFunc(told, func(p diag.Problem) bool { return p.Whole || p.Line == i }) {
			continue
		}
		for _, p := range problems[:min(len(problems), 1)] {
			p.Line = i
			more = append(more, p)
		}
	}
	return more
}

// statement is how many lines the first statement takes; 0 if it can't be read, and then why.
func statement(path string, lines [][]byte) (n int, problems []diag.Problem) {
	if len(bytes.TrimSpace(lines[0])) == 0 {
		return 1, nil
	}
	for n = 1; n <= min(len(lines), mostTogether); n++ {
		filled, found := diag.Decode(path, bytes.Join(lines[:n], nil), new(configFile))
		if filled {
			return n, nil
		}
		if n == 1 {
			problems = found
		}
	}
	return 0, problems
}

// blank overwrites a line.
func blank(line []byte) {
	for i, c := range line {
		if c != '\r' && c != '\n' {
			line[i] = ' '
		}
	}
}
