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
	problems, remainder := decode(file, data, v)
	if remainder == nil {
		return problems
	}
	for range maxSalvage {
		rest := remainder()
		if len(bytes.TrimSpace(rest)) == 0 {
			break
		}
		more, next := decode(file, rest, v)
		problems = append(problems, diag.Fresh(more, problems)...)
		if next == nil {
			break
		}
		remainder = next
	}
	diag.Sort(problems)
	return diag.Limit(problems)
}
