package main

import "testing"

func TestRow(t *testing.T) {
	for _, c := range []struct {
		row  row
		want string
	}{
		{row{"a", "ms", nil}, "| a | – | | | 0 | ms |\n"},
		{row{"a", "", []float64{42}}, "| a | 42 | | | 1 |  |\n"},
		{row{"a", "ms", []float64{3, 1, 2.25}}, "| a | 2.2 | 3 | 1–3 | 3 | ms |\n"},
	} {
		if got := c.row.String(); got != c.want {
			t.Errorf("%v: %q, want %q", c.row, got, c.want)
		}
	}
}
