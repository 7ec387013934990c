package sheet

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"gongkai/kiosk/diag"
)

// styleOf returns the look of a cell.
func styleOf(h Head, v Value) int {
	switch {
	case !v.Time.IsZero() && v.Day:
		return dayStyle
	case !v.Time.IsZero():
		return clockStyle
	case v.Text != "" && strings.ContainsRune("=+-@", rune(v.Text[0])):
		return guardedStyle
	case h.Centred:
		return centreStyle
	}
	return leftStyle
}

// Heights in points.
const (
	lineHeight = 15
	tallest    = 409 // no program makes a row higher
)

// widest is how wide a column grows for texts that are too tall.
const widest = 160

// widened returns a form whose columns are wide enough for their tallest texts, as far as that goes: what a row hides isn't
// printed.
func (f Form) widened() Form {
	f.Heads = slices.Clone(f.Heads)
	for i := range f.Heads {
		h := &f.Heads[i]
		for _, row := range f.Rows {
			for h.Width < widest && linesOf(row[i].Text, h.Width)*lineHeight+6 > tallest {
				h.Width += 10
			}
		}
	}
	return f
}

// TooTall returns a warning for each text that no row shows whole; its cell holds it all the same.
func TooTall(forms []Form) []diag.Problem {
	var problems []diag.Problem
	for _, f := range forms {
		f, sheet := f.widened(), Sheet{Name: f.Name}
		for i, row := range f.Rows {
			for k, v := range row {
				if n := linesOf(v.Text, f.Heads[k].Width)*lineHeight + 6; n > tallest {
					problems = append(problems, diag.Problem{
						File: sheet.Place(f.top()+i+1, k+1), Severity: diag.Warning,
						Code:    "row-too-tall",
						Message: fmt.Sprintf("“%s”要 %d 磅高，一行最高 %d 磅，看和打印都看不全（字都在格子里）", f.Heads[k].Name, n, tallest),
						Fix:     "在表里把这一栏拉宽，或把字改小",
					})
				}
			}
		}
	}
	return problems
}

// heightOf estimates the height that a row's texts need. Programs that open the table keep it until a cell is edited.
func heightOf(heads []Head, values []Value) int {
	lines := 1
	for i, v := range values {
		lines = max(lines, linesOf(v.Text, heads[i].Width))
	}
	return min(lines*lineHeight+6, tallest)
}

// linesOf returns how many lines a text takes in a column.
func linesOf(text string, width int) int {
	n := 0
	for line := range strings.Lines(text) {
		n += max(1, (widthOf(line)+width-2)/(width-1))
	}
	return n
}

// widthOf returns the width of a line in halves of an em.
func widthOf(line string) int {
	n := 0
	for _, r := range line {
		switch {
		case r == '\n':
		case r < 0x1100 && !unicode.In(r, unicode.Han):
			n++
		default:
			n += 2
		}
	}
	return n
}
