package main

import (
	"fmt"
	"math"
	"strings"
)

// counts are what is wrong with a setting, and its lines.
type counts struct {
	lines, edges, lonely int
	ragged               float64 // standard deviation of line fill, % of the measure
}

const head = "Edges: lines that begin or end with a mark that may not stand there, or at its full width (GB/T 15834 5.1). " +
	"Lonely: last lines of one character. Ragged: standard deviation of how far the lines but the last fill the measure, " +
	"a mark's blank at the edge not counted.\n\n| px | | | Lines | Edges wrong | Lonely | Ragged % |\n|---|---|---|---|---|---|---|\n"

func writeCounts(b *strings.Builder, measure int, justify bool, who string, c counts) {
	fmt.Fprintf(b, "| %d | %s | %s | %d | %d | %d | %.2f |\n", measure, way(justify), who, c.lines, c.edges, c.lonely, c.ragged)
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

// wrongAt says whether a line's beginning and its end are wrong.
func wrongAt(l line) (start, end bool) {
	if len(l.chars) == 0 {
		return false, false
	}
	first, last := l.chars[0], l.chars[len(l.chars)-1]
	start = strings.ContainsRune(closers+"·…～", first.r) || full(first, openers)
	end = strings.ContainsRune(openers, last.r) || full(last, closers)
	return start, end
}

// full says whether a mark at an edge keeps more than half its square there.
func full(c char, marks string) bool { return strings.ContainsRune(marks, c.r) && c.wide > .6*em }

// lonely says whether a line is a last one of one character, marks not counted.
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

// fill is the part of the measure that a line's ink has.
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

// count counts a setting.
func count(lines []line, measure int) counts {
	c := counts{lines: len(lines)}
	var n, sum, squares float64
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
		if !l.last && len(l.chars) > 0 {
			f := fill(l, measure) * 100
			n, sum, squares = n+1, sum+f, squares+f*f
		}
	}
	if n > 0 {
		c.ragged = math.Sqrt(max(0, squares/n-sum/n*sum/n))
	}
	return c
}
