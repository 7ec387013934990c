package sheet

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// Form is a table to be written: a sheet of a workbook, or a text with tabs.
type Form struct {
	Name  string    // of its sheet
	Title string    // the line above the table
	Heads []Head    // of its columns
	Rows  [][]Value // as many values in each as there are heads
}

// Head is the head of a form's column. Neighbours of one group stand under one cell of the header's upper row.
type Head struct {
	Group   string // 公开层级; "" for a name that fills both header rows
	Name    string // 县级
	Width   int    // in halves of an em, as spreadsheets count it
	Centred bool
	Joined  bool // equal neighbours down the column become one cell
}

// Value is what a cell holds: a text, a number or a time. The zero Value is an empty cell.
type Value struct {
	Text   string    // its lines end in "\n"
	Number int       // 0: none
	Time   time.Time // wall clock in UTC; zero: none
	Day    bool      // Time is a whole day
}

// String returns the value as a text with tabs has it.
func (v Value) String() string {
	switch {
	case v.Number != 0:
		return strconv.Itoa(v.Number)
	case v.Time.IsZero():
		return v.Text
	case v.Day:
		return v.Time.Format(time.DateOnly)
	}
	return strings.TrimSuffix(v.Time.Format(time.DateTime), ":00")
}

// top returns how many rows stand above the first of a form: the title, and one or two of the header.
func (f Form) top() int {
	if slices.ContainsFunc(f.Heads, func(h Head) bool { return h.Group != "" }) {
		return 3
	}
	return 2
}

// merges returns the areas of a form that are one cell.
func (f Form) merges() []Range {
	all := []Range{{1, 1, 1, len(f.Heads)}}
	if f.top() == 3 {
		for _, r := range runs(len(f.Heads), func(i, k int) bool { return f.Heads[i].Group != "" && f.Heads[i].Group == f.Heads[k].Group }) {
			all = append(all, Range{2, r.from + 1, 2, r.to})
		}
		for i, h := range f.Heads {
			if h.Group == "" {
				all = append(all, Range{2, i + 1, 3, i + 1})
			}
		}
	}
	for i := range f.Heads {
		for _, r := range runs(len(f.Rows), func(a, b int) bool { return f.joined(i, a, b) }) {
			all = append(all, Range{f.top() + r.from + 1, i + 1, f.top() + r.to, i + 1})
		}
	}
	return slices.DeleteFunc(all, func(r Range) bool { return r.Top == r.Bottom && r.Left == r.Right })
}

// joined reports whether the cells of two neighbouring rows in a column are one.
func (f Form) joined(column, above, below int) bool {
	v := f.Rows[above][column]
	return f.Heads[column].Joined && v.Text != "" && v == f.Rows[below][column]
}

// run is several neighbours that are alike, end exclusive.
type run struct{ from, to int }

// runs returns the longest runs among n neighbours.
func runs(n int, alike func(i, k int) bool) []run {
	var all []run
	for i := 0; i < n; {
		k := i + 1
		for k < n && alike(i, k) {
			k++
		}
		if k > i+1 {
			all = append(all, run{i, k})
		}
		i = k
	}
	return all
}
