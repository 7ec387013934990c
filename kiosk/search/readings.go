package search

import (
	_ "embed" // the readings
	"strings"
	"unicode/utf8"
)

// Both lists are read where they lie in the program, once for a catalogue, and only
// what it needs of them is kept. readings.sh makes them and names their sources.
var (
	//go:embed readings.txt
	readingsList string
	//go:embed words.txt
	wordsList string
)

// reading is a hanzi's syllables: without tones, those with ü both with v and with u.
type reading struct {
	first []string // of the first reading
	other []string
}

// readings looks up hanzi: those that are keys get their reading.
func readings(wanted map[rune]reading) {
	for line := range strings.Lines(readingsList) {
		syllable, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		first, other, _ := strings.Cut(rest, " ")
		for _, r := range first {
			if had, ok := wanted[r]; ok {
				had.first = spellings(syllable)
				wanted[r] = had
			}
		}
		for _, r := range other {
			if had, ok := wanted[r]; ok {
				had.other = append(had.other, spellings(syllable)...)
				wanted[r] = had
			}
		}
	}
}

func spellings(syllable string) []string {
	if strings.Contains(syllable, "v") {
		return []string{syllable, strings.Replace(syllable, "v", "u", 1)}
	}
	return []string{syllable}
}

// rereading is what a word says of a hanzi in it: another reading goes first.
type rereading struct {
	char          rune
	before, after string // the word's parts around it
	first         []string
	voice         uint16 // which the builder made for it
}

// rereadings lists them for the hanzi that are keys.
func rereadings(wanted map[rune]reading) map[rune][]rereading {
	all := make(map[rune][]rereading)
	for line := range strings.Lines(wordsList) {
		r, _ := utf8.DecodeRuneInString(line)
		if _, ok := wanted[r]; !ok {
			continue
		}
		part := strings.Fields(line)
		for _, word := range part[2:] {
			before, after, _ := strings.Cut(word, part[0])
			all[r] = append(all[r], rereading{char: r, before: before, after: after, first: spellings(part[1])})
		}
	}
	return all
}
