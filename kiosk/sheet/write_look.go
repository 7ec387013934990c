package sheet

import (
	"strings"
	"unicode"
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

// heightOf estimates the height that a row's texts need. Programs that open the table keep it until a cell is edited.
func heightOf(heads []Head, values []Value) int {
	lines := 1
	for i, v := range values {
		n := 0
		for line := range strings.Lines(v.Text) {
			n += max(1, (widthOf(line)+heads[i].Width-2)/(heads[i].Width-1))
		}
		lines = max(lines, n)
	}
	return min(lines*lineHeight+6, tallest)
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
