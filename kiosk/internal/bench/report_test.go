package main

import (
	"slices"
	"testing"
	"time"
)

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

// TestRhythm checks that drawings within 6 ms are one frame.
func TestRhythm(t *testing.T) {
	var drawn []time.Time
	for _, ms := range []int{0, 2, 16, 17, 50, 55, 66} {
		drawn = append(drawn, time.UnixMilli(int64(ms)))
	}
	var r rhythm
	r.note(drawn)
	r.note(nil)
	if want := []float64{16, 34, 16}; !slices.Equal(r.gaps, want) || r.rates[0] < 45 || r.rates[0] > 46 || r.rates[1] != 0 {
		t.Errorf("%.1f frames a second, %v apart; want 45.5 and none, and %v", r.rates, r.gaps, want)
	}
}
