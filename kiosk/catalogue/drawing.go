package catalogue

import (
	"regexp"
	"strings"
)

// Lines drawn with ─ and │, and lines of arrows, are a drawing, with the lines of text that they lead to: all keep their
// places.

// BoxArms returns the strokes of a character of a drawing from its middle up, right, down and left: 0 none, 1 light,
// 2 heavy, 3 double; ok is false for any other character.
func BoxArms(r rune) (arms [4]byte, ok bool) {
	if r < '─' || r > '╿' {
		return arms, false
	}
	at := int(r-'─') * 5
	for i := range arms {
		arms[i] = boxArms[at+i] - '0'
	}
	return arms, arms != [4]byte{}
}

// boxArms holds the strokes of U+2500 to U+257F by their Unicode names.
const boxArms = "" +
	"0101 0202 1010 2020 0101 0202 1010 2020 0101 0202 1010 2020 0110 0210 0120 0220 " +
	"0011 0012 0021 0022 1100 1200 2100 2200 1001 1002 2001 2002 1110 1210 2110 1120 " +
	"2120 2210 1220 2220 1011 1012 2011 1021 2021 2012 1022 2022 0111 0112 0211 0212 " +
	"0121 0122 0221 0222 1101 1102 1201 1202 2101 2102 2201 2202 1111 1112 1211 1212 " +
	"2111 1121 2121 2112 2211 1122 1221 2212 1222 2122 2221 2222 0101 0202 1010 2020 " +
	"0303 3030 0310 0130 0330 0013 0031 0033 1300 3100 3300 1003 3001 3003 1310 3130 " +
	"3330 1013 3031 3033 0313 0131 0333 1303 3101 3303 1313 3131 3333 0110 0011 1001 " +
	"1100 0000 0000 0000 0001 1000 0100 0010 0002 2000 0200 0020 0201 1020 0102 2010 "

// widestDrawn limits a line of text that belongs to a drawing, in halves of an em.
const widestDrawn = 80

// drawing parses the drawing that lines begin with.
func drawing(lines []string) ([]Block, int) {
	n := leading(lines)
	if n == len(lines) || !drawn(lines[n]) {
		return nil, 0
	}
	for n < len(lines) && inDrawing(lines, n) {
		n++
	}
	if rows := framed(lines[:n]); rows != nil {
		return tabBlocks(lines[:n], rows), n
	}
	b := Block{Kind: Drawing}
	for _, l := range lines[:n] {
		b.Rows = append(b.Rows, []string{strings.ReplaceAll(strings.TrimRightFunc(l, white), "\t", "    ")})
	}
	return []Block{b}, n
}

// framed returns the cells of a table that was drawn with strokes which don't stand below each other, as in a
// proportional face; nil: the lines are no table, or well drawn. A row with merged cells has fewer.
func framed(lines []string) (rows [][]string) {
	even, most := [3]bool{1: true, 2: true}, 0
	for _, l := range lines {
		for stroke := 1; stroke <= 2; stroke++ {
			even[stroke] = even[stroke] && drawnWidth(l, stroke) == drawnWidth(lines[0], stroke)
		}
		l = strings.TrimFunc(l, white)
		if strings.TrimFunc(l, stroked) == "" {
			continue
		}
		cells := framedCells(l)
		if cells == nil {
			return nil
		}
		rows, most = append(rows, cells), max(most, len(cells))
	}
	if even[1] || even[2] || len(rows) < 2 || most < 2 || len(rows)*most > mostCells {
		return nil
	}
	for i, r := range rows {
		rows[i] = append(r, make([]string, most-len(r))...)
	}
	return rows
}

// framedCells returns what stands between the strokes of a row; nil if it is none.
func framedCells(row string) (cells []string) {
	inner, left := strings.CutPrefix(strings.NewReplacer("┃", "│", "║", "│").Replace(row), "│")
	inner, right := strings.CutSuffix(inner, "│")
	if !left || !right {
		return nil
	}
	for c := range strings.SplitSeq(inner, "│") {
		if strings.ContainsFunc(c, stroked) {
			return nil
		}
		cells = append(cells, strings.TrimFunc(c, white))
	}
	return cells
}

// stroked reports whether a character is a stroke.
func stroked(r rune) bool {
	_, ok := BoxArms(r)
	return ok
}

// drawnWidth returns a line's width in halves of an em, where a stroke has so many.
func drawnWidth(line string, stroke int) (n int) {
	for _, r := range line {
		if stroked(r) {
			n += stroke
		} else {
			n += width(string(r))
		}
	}
	return n
}

// leading returns the number of lines of text above a drawing that its first stroke leads up to: one, or none.
func leading(lines []string) int {
	if drawn(lines[0]) || len(lines) == 1 || !drawn(lines[1]) || !arm(lines[1], 0) {
		return 0
	}
	if width(lines[0]) <= widestStep || width(lines[0]) <= widestDrawn && !arrows.MatchString(lines[1]) {
		return 1
	}
	return 0
}

// inDrawing reports whether a line goes on with the drawing above it.
func inDrawing(lines []string, n int) bool {
	l := lines[n]
	if drawn(l) {
		return true
	}
	if empty(l) || width(l) > widestDrawn {
		return false
	}
	led := drawn(lines[n-1]) && arm(lines[n-1], 2)
	leads := n+1 < len(lines) && drawn(lines[n+1]) && arm(lines[n+1], 0)
	if arrows.MatchString(lines[n-1]) || n+1 < len(lines) && arrows.MatchString(lines[n+1]) {
		return width(l) <= widestStep
	}
	return led && (leads || len(divide(l)) > 1 || divide(l)[0].gap > 0) || leads && divide(l)[0].gap > 0
}

// arrows matches a line that leads from the text above it to the text below.
var arrows = regexp.MustCompile(`^[\s\p{Zs}]*[↓↑↕▼▲▽△⬇⬆⇩⇧][\s\p{Zs}↓↑↕▼▲▽△⬇⬆⇩⇧]*$`)

// widestStep limits a text above or below arrows, in halves of an em.
const widestStep = 44

// arm reports whether a stroke of a line leads up (0) or down (2).
func arm(line string, way int) bool {
	return arrows.MatchString(line) || strings.ContainsFunc(line, func(r rune) bool {
		arms, _ := BoxArms(r)
		return arms[way] > 0
	})
}

// drawn reports whether a line is drawn: it has arrows alone, half of it are strokes, it begins with one, or it has two that aren't ─.
func drawn(line string) bool {
	strokes, upright, all, first := 0, 0, 0, false
	for _, r := range line {
		if white(r) {
			continue
		}
		if arms, ok := BoxArms(r); ok {
			strokes++
			first = first || all == 0
			upright += b2i(arms[0]+arms[2] > 0)
		}
		all++
	}
	return arrows.MatchString(line) || strokes > 0 && (strokes*2 >= all && all > 1 || first && upright > 0 || upright >= 2)
}
