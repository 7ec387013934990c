package toml

import (
	"bytes"

	"gongkai/kiosk/diag"
)

// maxSalvage limits how often the remainder of a file is read again: a caller waits for it.
const maxSalvage = 5

// Salvage reads a TOML file into the struct that v points to, like Decode, but fills v even if
// the file has faults: the statements that have one are left out. It returns everything that is
// wrong with the file.
func Salvage(file string, data []byte, v any) []diag.Problem {
	filled, remainder, problems := decode(file, data, v)
	if filled {
		return problems
	}
	for round := 0; round < maxSalvage && !filled && len(bytes.TrimSpace(remainder)) > 0; round++ {
		var more []diag.Problem
		filled, remainder, more = decode(file, remainder, v)
		problems = append(problems, diag.Fresh(more, problems)...)
	}
	diag.Sort(problems)
	return diag.Limit(problems)
}
