package diag

import (
	"cmp"
	"slices"
)

// Mend is the change of a file's text that a fix means, where that is certain: the bytes from Start to End are replaced
// by Text. Offsets count from behind a BOM. The zero Mend changes nothing.
type Mend struct {
	Start, End int
	Text       string
	NewFile    string // "": none; else the path of a file that the bytes from Start to End move to
}

// Certain reports whether there is a mend.
func (m Mend) Certain() bool { return m != Mend{} }

// Apply returns a text with the problems' mends, and how many were made. Of mends that overlap only the first is made.
func Apply(text string, mends []Mend) (mended string, made int) {
	mends = slices.Clone(mends)
	slices.SortStableFunc(mends, func(a, b Mend) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	var out []byte
	done := 0
	for i, m := range mends {
		if !m.Certain() || m.Start < done || m.End < m.Start || m.End > len(text) || i > 0 && made > 0 && m == mends[i-1] {
			continue
		}
		out = append(append(out, text[done:m.Start]...), m.Text...)
		done = m.End
		made++
	}
	return string(append(out, text[done:]...)), made
}
