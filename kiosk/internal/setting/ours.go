package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/typeset"
)

// line is a line as either side set it. Places are px from the column's left.
type line struct {
	paragraph int
	last      bool // of its paragraph
	chars     []char
	set       *typeset.Line // ours alone
}

// char is a character: where it stands and the room it takes.
type char struct {
	r       rune
	x, wide float64
}

// paragraph is a text as both sides get it.
func paragraph(text string, measure int, justify bool) typeset.Paragraph {
	style := typeset.Style{Face: fonts.SansRegular, Size: fixed.I(em)}
	return typeset.Paragraph{Spans: []typeset.Span{{Text: text, Style: style}}, Measure: fixed.I(measure), Justify: justify}
}

// setOurs sets the paragraphs with typeset.
func setOurs(paragraphs []string, measure int, justify bool) []line {
	var all []line
	set := typeset.New()
	for i, text := range paragraphs {
		lines := set.Lines(paragraph(text, measure, justify))
		for k := range lines {
			all = append(all, line{i, k == len(lines)-1, places(&lines[k]), &lines[k]})
		}
	}
	return all
}

// places is where a line's characters stand and the room each has to the next:
// a mark whose blank was taken has less than its square.
func places(l *typeset.Line) []char {
	var chars []char
	for i, g := range l.Glyphs {
		from, to := max(0, px(g.X)), px(l.Width)
		if i+1 < len(l.Glyphs) {
			to = px(l.Glyphs[i+1].X)
		}
		chars = append(chars, char{g.Rune, from, to - from})
	}
	return chars
}

func px(n fixed.Int26_6) float64 { return float64(n) / 64 }

// writeSpeed adds how fast the paragraphs are laid out in the longest measure.
func writeSpeed(b *strings.Builder, paragraphs []string) {
	var all []typeset.Paragraph
	for _, text := range paragraphs {
		all = append(all, paragraph(text, measures[len(measures)-1], true))
	}
	pass := func(set *typeset.Setter) time.Duration {
		start := time.Now()
		for _, p := range all {
			set.Lines(p)
		}
		return time.Since(start)
	}
	pass(typeset.New()) // opens the faces
	cold := pass(typeset.New())
	set := typeset.New()
	took := make([]time.Duration, 400)
	for i := range took {
		took[i] = pass(set)
	}
	slices.Sort(took)
	rate := func(d time.Duration) float64 { return float64(len(all)) / d.Seconds() }
	fmt.Fprintf(b, "\n## Speed\n\n%d paragraphs of %d px in %d px: cold %.0f paragraphs/s, warm %.0f (median), %.0f (best)\n",
		len(all), em, measures[len(measures)-1], rate(cold), rate(took[len(took)/2]), rate(took[0]))
}
