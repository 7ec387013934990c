package diag

import (
	"strings"
	"time"
	"unicode/utf8"
)

// source is one file's text. Places are kept as byte offsets and turned into
// line and column only when a problem needs them.
type source struct {
	file string
	text string

	// The last place asked for: offsets come in order, so that a file of one
	// long line costs one pass and not one a problem.
	off, line, column int
}

// locate gives line and column of a byte offset, both from 1, the column in runes.
func (s *source) locate(off int) (line, column int) {
	off = min(off, len(s.text))
	if s.line == 0 || off < s.off {
		s.off, s.line, s.column = 0, 1, 1
	}
	gone := s.text[s.off:off]
	if n := strings.Count(gone, "\n"); n > 0 {
		s.line += n
		s.column = 1
		gone = gone[strings.LastIndexByte(gone, '\n')+1:]
	}
	s.column += utf8.RuneCountInString(gone)
	s.off = off
	return s.line, s.column
}

func (s *source) at(off int) Spot { return Spot{s, off} }

// Spot is a place in a file. The zero Spot is nowhere.
type Spot struct {
	src *source
	off int
}

// Problem is a problem that stands there. The Spot must be of a decoded file.
func (s Spot) Problem(severity Severity, message, fix string) Problem {
	line, column := s.src.locate(s.off)
	return Problem{File: s.src.file, Line: line, Column: column, Severity: severity, Message: message, Fix: fix}
}

// Line is the spot's line, from 1.
func (s Spot) Line() int {
	line, _ := s.src.locate(s.off)
	return line
}

// Value is a key's value together with where the key stands. T is string,
// int64, float64, bool or Moment; a field of another type can't be decoded.
type Value[T any] struct {
	V    T
	At   Spot // the key; the element itself where the value is one of a list
	body int  // offset of a string's first character
}

// Given tells whether the file has the key, with a value of the right type.
func (v *Value[T]) Given() bool { return v.At.src != nil }

// Text is a string with its place.
type Text = Value[string]

// Inside is the spot of a byte offset in a text: the very character where the
// file has it as it is, else (the string has escapes) the key.
func Inside(t *Text, off int) Spot {
	s := t.At.src
	if s == nil || !strings.HasPrefix(s.text[min(t.body, len(s.text)):], t.V) {
		return t.At
	}
	return s.at(t.body + off)
}

// Moment is a local day or a local day and time, as the file has it: no zone,
// so Wall is held in UTC and only its date and clock fields mean anything.
type Moment struct {
	Wall time.Time
	Day  bool // a whole day, without a time
}
