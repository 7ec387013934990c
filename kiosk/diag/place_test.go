package diag

import "testing"

// Offsets are located in any order, in runes, and past the end at the end.
func TestSpot(t *testing.T) {
	s := &Source{File: "a.toml", Text: "甲 = 1\r\n\n乙丙"}
	for _, c := range []struct{ off, line, column int }{
		{0, 1, 1}, {3, 1, 2}, {9, 2, 1}, {10, 3, 1}, {13, 3, 2}, {16, 3, 3}, {99, 3, 3}, {3, 1, 2}, {8, 1, 7},
	} {
		at := s.At(c.off)
		if p := at.Problem(Warning, "kind", "一", "改"); (p != Problem{File: "a.toml", Line: c.line, Column: c.column, Severity: Warning, Code: "kind", Message: "一", Fix: "改"}) || at.Line() != c.line {
			t.Errorf("offset %d: %+v, want %d:%d", c.off, p, c.line, c.column)
		}
	}
	if (Spot{}).Source() != nil || s.At(0).Source() != s {
		t.Error("the source of a spot")
	}
}
