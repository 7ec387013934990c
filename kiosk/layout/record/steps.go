package record

import (
	"strings"

	"gongkai/kiosk/catalogue"
)

// guideSection is the body of a section of 办事指南: blocks, then numbered steps.
type guideSection struct {
	before []catalogue.Block   // before the first step
	steps  [][]catalogue.Block // of each
}

// sectionOf parses a section's body. Paragraphs that begin with consecutive numbers from 1 on, written 1. 1、 （1） or
// ①, indented or not, are steps if there are at least two; a block without a number belongs to the step before it.
func sectionOf(body string) guideSection {
	var s guideSection
	blocks := catalogue.Blocks(body)
	for _, b := range blocks {
		n, rest := 0, ""
		if b.Kind == catalogue.Paragraph {
			n, rest = stepNumber(b.Text())
		}
		switch {
		case n == len(s.steps)+1 && rest != "":
			s.steps = append(s.steps, []catalogue.Block{{Rows: [][]string{{rest}}}})
		case len(s.steps) == 0:
			s.before = append(s.before, b)
		default:
			last := &s.steps[len(s.steps)-1]
			*last = append(*last, b)
		}
	}
	if len(s.steps) < 2 {
		return guideSection{before: blocks}
	}
	s.before = closed(s.before)
	for i, step := range s.steps {
		s.steps[i] = hung(closed(step))
	}
	return s
}

// closed returns blocks without empty lines at the end.
func closed(blocks []catalogue.Block) []catalogue.Block {
	if n := len(blocks); n > 0 && blocks[n-1].Kind == catalogue.Blank {
		return blocks[:n-1]
	}
	return blocks
}

// hung removes the indent that all further blocks of a step have: it leads to the step's text, below which they stand.
func hung(step []catalogue.Block) []catalogue.Block {
	least := -1
	for _, b := range step[1:] {
		if b.Kind == catalogue.Paragraph || b.Kind == catalogue.Columns {
			if least < 0 || b.Indent < least {
				least = b.Indent
			}
		}
	}
	for i := range step[1:] {
		step[i+1].Indent = max(0, step[i+1].Indent-max(0, least))
	}
	return step
}

// stepNumber parses the number that a line begins with, 0 for none, and what follows it. 1.5 is
// none.
func stepNumber(line string) (n int, rest string) {
	runes := []rune(line)
	if len(runes) == 0 {
		return 0, ""
	}
	if r := runes[0]; r >= '①' && r <= '⑳' {
		return int(r-'①') + 1, strings.TrimSpace(string(runes[1:]))
	}
	i := 0
	bracket := runes[0] == '（' || runes[0] == '('
	if bracket {
		i++
	}
	from := i
	for i < len(runes) && digit(runes[i]) >= 0 && i-from < 3 {
		n = n*10 + digit(runes[i])
		i++
	}
	if i == from || i == len(runes) || !closesNumber(bracket, runes[i]) {
		return 0, ""
	}
	if i++; !bracket && i < len(runes) && digit(runes[i]) >= 0 {
		return 0, ""
	}
	return n, strings.TrimSpace(string(runes[i:]))
}

// closesNumber reports whether a punctuation mark ends a step's number.
func closesNumber(bracket bool, r rune) bool {
	if bracket {
		return r == '）' || r == ')'
	}
	return r == '.' || r == '．' || r == '、'
}

// digit returns the value of a digit, half-width or full-width, or -1.
func digit(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r >= '０' && r <= '９':
		return int(r - '０')
	}
	return -1
}
