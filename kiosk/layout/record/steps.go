package record

import "strings"

// guideSection is the body of a section of 办事指南: paragraphs, then numbered steps.
type guideSection struct {
	before []string   // paragraphs before the first step
	steps  [][]string // paragraphs of each
}

// sectionOf parses a section's body. Lines that begin with consecutive numbers from 1 on, written
// 1. 1、 （1） or ①, are steps if there are at least two; a line without a number belongs to the
// step before it.
func sectionOf(body string) guideSection {
	var s guideSection
	lines := strings.Split(body, "\n")
	for _, line := range lines {
		n, rest := stepNumber(line)
		switch {
		case n == len(s.steps)+1 && rest != "":
			s.steps = append(s.steps, []string{rest})
		case line == "":
		case len(s.steps) == 0:
			s.before = append(s.before, line)
		default:
			last := &s.steps[len(s.steps)-1]
			*last = append(*last, line)
		}
	}
	if len(s.steps) < 2 {
		return guideSection{before: lines}
	}
	return s
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
