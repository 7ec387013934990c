package sheet

import "testing"

func TestAddress(t *testing.T) {
	for _, c := range []struct {
		row, column int
		want        string
	}{{1, 1, "A1"}, {7, 4, "D7"}, {2, 26, "Z2"}, {3, 27, "AA3"}, {1 << 20, 16384, "XFD1048576"}} {
		if got := Address(c.row, c.column); got != c.want {
			t.Errorf("row %d, column %d: %s, want %s", c.row, c.column, got, c.want)
		}
		if row, column, ok := parseAddress(c.want); row != c.row || column != c.column || !ok {
			t.Errorf("%s: row %d, column %d, %v", c.want, row, column, ok)
		}
	}
	for _, bad := range []string{"", "A", "7", "A0", "A-1", "A1048577", "甲1", "ABCDE1"} {
		if _, _, ok := parseAddress(bad); ok {
			t.Errorf("%q is read as a cell", bad)
		}
	}
	if r, ok := parseRange("$B$2:C7"); !ok || r != (Range{2, 2, 7, 3}) {
		t.Error(r, ok)
	}
}

func TestCells(t *testing.T) {
	s := Sheet{Name: "目录", Rows: []Row{{Number: 3, Cells: []Cell{{Column: 2, Text: "甲"}}}}}
	if got := s.At(3).At(2).Text; got != "甲" {
		t.Errorf("B3 is %q", got)
	}
	if s.At(2) != nil || s.At(2).At(1).Text != "" || s.At(3).At(1).Text != "" {
		t.Error("a blank cell has a text")
	}
	if got := s.Place(7, 4); got != "目录!D7" {
		t.Errorf("the place is %s", got)
	}
}

func TestColumns(t *testing.T) {
	for f := Number; f < fieldCount; f++ {
		if ColumnOf(f).Name == "" {
			t.Errorf("field %d has no column", f)
		}
	}
}
