package diag

import (
	"strings"
	"unicode/utf8"
)

// Source is one file's text. Places in it are kept as byte offsets and turned
// into line and column only when a problem needs them.
type Source struct {
	File string
	Text string

	// The last place asked for. Offsets mostly rise, so a file of one long line
	// costs one pass instead of one a problem.
	off, line, column int
}

// At returns the place of a byte offset.
func (s *Source) At(off int) Spot { return Spot{s, off} }

// locate returns the line and column of a byte offset, both from 1, the column in runes.
func (s *Source) locate(off int) (line, column int) {
	off = min(off, len(s.Text))
	if s.line == 0 || off < s.off {
		s.off, s.line, s.column = 0, 1, 1
	}
	passed := s.Text[s.off:off]
	if n := strings.Count(passed, "\n"); n > 0 {
		s.line += n
		s.column = 1
		passed = passed[strings.LastIndexByte(passed, '\n')+1:]
	}
	s.column += utf8.RuneCountInString(passed)
	s.off = off
	return s.line, s.column
}

// Spot is a place in a file. The zero Spot is nowhere.
type Spot struct {
	src *Source
	off int
}

// Source returns the file that the spot is in, nil for the zero Spot.
func (s Spot) Source() *Source { return s.src }

// Problem returns a problem at the spot, which must not be the zero Spot.
func (s Spot) Problem(severity Severity, code, message, fix string) Problem {
	line, column := s.src.locate(s.off)
	return Problem{File: s.src.File, Line: line, Column: column, Severity: severity, Code: code, Message: message, Fix: fix}
}

// Offset returns the spot's byte offset in the file's text.
func (s Spot) Offset() int { return s.off }

// Line returns the spot's line, from 1.
func (s Spot) Line() int {
	line, _ := s.src.locate(s.off)
	return line
}
