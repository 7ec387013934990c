package toml

import (
	"bytes"
	"slices"

	"gongkai/kiosk/diag"
)

// maxDecodes limits how often the remainder of a file is decoded: a caller waits for it.
const maxDecodes = 24

// Salvage reads a TOML file into the struct that v points to, like Decode, but fills v even if
// the file has faults: the statements that have one are left out. A key below a header that can't be
// read belongs to the table that the header means if that has it, else to the table before, else to the
// file itself. Of a key that stands twice the first counts. It returns everything that is wrong with the file.
func Salvage(file string, data []byte, v any) []diag.Problem {
	problems, remainder := decode(file, data, v)
	if remainder == nil {
		return problems
	}
	s := salvage{file: file, left: maxDecodes, problems: problems}
	s.read(remainder(), v)
	for _, r := range slices.Backward(s.readable) {
		decode(file, r.text, r.v)
	}
	diag.Sort(s.problems)
	return diag.Limit(s.problems)
}

// salvage reads the remainder of a file.
type salvage struct {
	file     string
	left     int // how many texts may still be decoded
	problems []diag.Problem
	readable []readable
}

// readable is a text without faults, and the struct that it fills.
type readable struct {
	text []byte
	v    any
}

// read decodes the pieces of a remainder, and in turn what remains of them.
func (s *salvage) read(pieces []piece, v any) {
	for _, p := range pieces {
		if s.left == 0 {
			return
		}
		if len(bytes.TrimSpace(p.text)) == 0 {
			continue
		}
		s.left--
		r := readable{p.text, p.target(v)}
		problems, remainder := decode(s.file, r.text, r.v)
		s.problems = append(s.problems, diag.Fresh(problems, s.problems)...)
		if remainder == nil {
			s.readable = append(s.readable, r)
		} else {
			s.read(remainder(), r.v)
		}
	}
}
