package main

import (
	"fmt"
	"math"
	"strings"
)

// counts are a setting's faults and lines.
type counts struct {
	lines, edges, lonely, parted int
	wide                         float64 // the widest room between two hanzi, em
	ragged                       float64 // standard deviation of line fill, % of the measure
	filled                       float64 // the same, of the paragraphs that ours fills
}

const head = "Edges: lines that begin or end with a forbidden mark, or with a mark at full width (GB/T 15834 5.1). " +
	"Lonely: last lines of one character. Parted: numbers separated from 第 or from their measure word. " +
	"Room: the widest gap between two hanzi. Ragged: standard deviation of how far all lines but the last " +
	"fill the measure, without a mark's blank at the edge; ours leaves a justified paragraph ragged as a whole if one line " +
	"lacks more than 1.3 em, Chromium stretches it. Filled: the same for the paragraphs that ours fills, on both sides.\n\n" +
	"| px | | | Lines | Edges wrong | Lonely | Parted | Room em | Ragged % | Filled % |\n|---|---|---|---|---|---|---|---|---|---|\n"

func writeCounts(b *strings.Builder, measure int, justify bool, who string, c counts) {
	filled := ""
	if justify {
		filled = fmt.Sprintf("%.2f", c.filled)
	}
	fmt.Fprintf(b, "| %d | %s | %s | %d | %d | %d | %d | %.2f | %.2f | %s |\n",
		measure, way(justify), who, c.lines, c.edges, c.lonely, c.parted, c.wide, c.ragged, filled)
}

func way(justify bool) string {
	if justify {
		return "justified"
	}
	return "ragged"
}

// The marks of an edge.
const (
	openers = "“‘「『（〔【〖《〈［｛"
	closers = "”’」』）〕】〗》〉］｝、，；。．：？！"
)

// wrongAt reports whether a line's start and its end are wrong.
func wrongAt(l line) (start, end bool) {
	if len(l.chars) == 0 {
		return false, false
	}
	first, last := l.chars[0], l.chars[len(l.chars)-1]
	start = strings.ContainsRune(closers+"·…～", first.r) || full(first, openers)
	end = strings.ContainsRune(openers, last.r) || full(last, closers)
	return start, end
}

// full reports whether a mark at an edge keeps more than half its square there.
func full(c char, marks string) bool { return strings.ContainsRune(marks, c.r) && c.wide > .6*em }

// lonely reports whether a line is a last one of one character, marks not counted.
func lonely(lines []line, i int) bool {
	if !lines[i].last || i == 0 || lines[i-1].paragraph != lines[i].paragraph {
		return false
	}
	n := 0
	for _, c := range lines[i].chars {
		if !strings.ContainsRune(openers+closers, c.r) {
			n++
		}
	}
	return n < 2
}

// fill returns the share of the measure that a line's ink fills.
func fill(l line, measure int) float64 {
	first, last := l.chars[0], l.chars[len(l.chars)-1]
	from, to := first.x, last.x+last.wide
	if full(first, openers) {
		from += em / 2
	}
	if full(last, closers) {
		to = last.x + em/2
	}
	return (to - from) / float64(measure)
}

// parted reports whether a line ends between 第 and a number, or between a number and
// its measure word.
func parted(lines []line, i int) bool {
	if lines[i].last || len(lines[i].chars) == 0 || i+1 == len(lines) || len(lines[i+1].chars) == 0 {
		return false
	}
	a, b := lines[i].chars[len(lines[i].chars)-1].r, lines[i+1].chars[0].r
	return a == '第' && isDigit(b) || isDigit(a) && (isDigit(b) || strings.ContainsRune("号年月日个项条", b))
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// room returns the widest gap between two hanzi of a line, em.
func room(l line) (most float64) {
	for i := 0; i+1 < len(l.chars); i++ {
		if isHan(l.chars[i].r) && isHan(l.chars[i+1].r) {
			most = max(most, (l.chars[i+1].x-l.chars[i].x)/em-1)
		}
	}
	return most
}

// spread returns the standard deviation of how far all lines but the last fill the
// measure, %, in the counted paragraphs.
func spread(lines []line, measure int, counts func(paragraph int) bool) float64 {
	var n, sum, squares float64
	for _, l := range lines {
		if !l.last && len(l.chars) > 0 && counts(l.paragraph) {
			f := fill(l, measure) * 100
			n, sum, squares = n+1, sum+f, squares+f*f
		}
	}
	return math.Sqrt(max(0, squares/max(n, 1)-sum/max(n, 1)*sum/max(n, 1)))
}

// torn returns the justified paragraphs that ours leaves ragged.
func torn(ours []line, measure int) map[int]bool {
	all := map[int]bool{}
	for _, l := range ours {
		if !l.last && fill(l, measure) < .995 {
			all[l.paragraph] = true
		}
	}
	return all
}

// count counts a setting's faults.
func count(lines []line, measure int, torn map[int]bool) counts {
	c := counts{lines: len(lines)}
	for i, l := range lines {
		start, end := wrongAt(l)
		if start {
			c.edges++
		}
		if end {
			c.edges++
		}
		if lonely(lines, i) {
			c.lonely++
		}
		if parted(lines, i) {
			c.parted++
		}
		c.wide = max(c.wide, room(l))
	}
	c.ragged = spread(lines, measure, func(int) bool { return true })
	c.filled = spread(lines, measure, func(p int) bool { return !torn[p] })
	return c
}
