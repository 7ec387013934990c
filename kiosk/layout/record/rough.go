package record

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/typeset"
)

// roughly returns the height of what f would set here, or somewhat less, without setting it.
func (c Flow) roughly(f func(*Flow)) fixed.Int26_6 {
	c.rough = true
	return c.Height(f)
}

// squeezable are the marks that may take half of their width.
const squeezable = "、，。；：！？（）《》〈〉〔〕“”‘’「」『』【】"

// leastLines returns no more than the number of lines that a paragraph has.
func leastLines(par typeset.Paragraph, p build.Pen) fixed.Int26_6 {
	if par.Measure <= 0 {
		return 1
	}
	quarters := 0 // of an em
	for _, s := range par.Spans {
		for _, r := range s.Text {
			switch {
			case r < 0x2000:
				quarters++
			case strings.ContainsRune(squeezable, r):
				quarters += 2
			default:
				quarters += 4
			}
		}
	}
	return (p.Size*fixed.Int26_6(quarters)/4 + par.Measure - 1) / par.Measure
}

// leastLinesOf returns no more than the number of lines that whole names need.
func leastLinesOf(names []string, p build.Pen, measure fixed.Int26_6) fixed.Int26_6 {
	var line, n fixed.Int26_6 = 0, 1
	for _, name := range names {
		w := p.Size * fixed.Int26_6(2*utf8.RuneCountInString(name)-1) / 2
		if line > 0 && line+w > measure {
			line, n = 0, n+1
		}
		line += w
	}
	return n
}
