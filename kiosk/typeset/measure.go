package typeset

import (
	_ "embed" // the list of measure words
	"slices"
	"strings"
	"sync"
)

// measures lists the measure words: comments begin with #.
//
//go:embed measures.txt
var measures string

// measureWords maps a first character to its measure words, the longest first.
var measureWords = sync.OnceValue(func() map[rune][][]rune {
	by := map[rune][][]rune{}
	for _, w := range allMeasureWords() {
		word := []rune(w)
		by[word[0]] = append(by[word[0]], word)
	}
	for _, words := range by {
		slices.SortStableFunc(words, func(a, b []rune) int { return len(b) - len(a) })
	}
	return by
})

// allMeasureWords returns the list's words, each once.
func allMeasureWords() []string {
	var all []string
	for line := range strings.Lines(measures) {
		if !strings.HasPrefix(line, "#") {
			all = append(all, strings.Fields(line)...)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// measureEnd returns the end of the measure word that begins with cluster i, or i: a word
// of the list, with 大, 小, 整 before it (3大类), 平方 or 毫 before a unit, 次 behind it
// (20人次), and what it is counted by (元/人·月, mg/L).
func (t *text) measureEnd(i int) int {
	from := i
	if strings.ContainsRune("大小整", t.char(i)) && t.simpleMeasure(i) == i {
		from++
	}
	end := t.simpleMeasure(from)
	if end == from {
		end = t.latinUnit(from)
	}
	if end == from {
		return i
	}
	if t.char(end) == '次' {
		end++
	}
	for strings.ContainsRune("/／·", t.char(end)) {
		next := max(t.simpleMeasure(end+1), t.latinUnit(end+1))
		if next == end+1 {
			break
		}
		end = next
	}
	return end
}

// simpleMeasure returns the end of the list's longest word at cluster i, or of a unit
// with prefixes (平方厘米, 毫升), or i.
func (t *text) simpleMeasure(i int) int {
	end := i + t.listed(i)
	at := i
	if c, d := t.char(i), t.char(i+1); (c == '平' || c == '立') && d == '方' {
		at += 2
	}
	if strings.ContainsRune("毫厘分百千兆微纳皮吉太", t.char(at)) {
		at++
	}
	if at > i {
		if n := t.listed(at); n > 0 {
			end = max(end, at+n)
		}
	}
	return end
}

// listed returns how many clusters from i on are a word of the list, the longest.
func (t *text) listed(i int) int {
	if i >= len(t.clusters) {
		return 0
	}
	from := int(t.clusters[i].rune)
	for _, word := range measureWords()[t.runes[from]] {
		if n := len(word); from+n <= len(t.runes) && slices.Equal(t.runes[from:from+n], word) {
			return n
		}
	}
	return 0
}

// longestUnit is the most letters of a unit: kcal.
const longestUnit = 4

// latinUnit returns the end of a unit in Latin letters at cluster i, with its exponent
// (mm, m³, kW), or i where a longer word begins.
func (t *text) latinUnit(i int) int {
	end := i
	for t.is(end, letter) || t.char(end) == '°' {
		end++
	}
	if end-i > longestUnit {
		return i
	}
	if end > i {
		for strings.ContainsRune("²³⁻¹23", t.char(end)) {
			end++
		}
	}
	return end
}
