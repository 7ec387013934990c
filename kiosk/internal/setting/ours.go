package main

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/typeset"
)

// line is a line of either side. Positions are px from the column's left.
type line struct {
	paragraph int
	last      bool // of its paragraph
	chars     []char
	set       *typeset.Line // ours alone
}

// char is a character's position and the room it takes.
type char struct {
	r       rune
	x, wide float64
}

// paragraph returns a text as a paragraph for either side.
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

// places returns the positions of a line's characters and the room of each up to the next:
// less than a square for a squeezed mark.
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
