package search

import (
	_ "embed" // the readings
	"strings"
	"unicode/utf8"
)

// Both lists are embedded in the program and read once for each catalogue, which keeps only what it needs.
// readings.sh makes them and names their sources.
var (
	//go:embed readings.txt
	readingsList string
	//go:embed words.txt
	wordsList string
)

// reading is a hanzi's syllables, without tones; ü is spelled both v and u.
type reading struct {
	first []string // of the first reading
	other []string
}

// readings looks up the hanzi that are keys, and sets their readings.
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

// wordReading is a hanzi's reading in a word, which there takes precedence over its first one.
type wordReading struct {
	rune          rune
	before, after string // the word's parts around it
	first         []string
	code          uint16 // of the char with this reading
}

// wordReadings returns the words' readings of the hanzi that are keys.
func wordReadings(wanted map[rune]reading) map[rune][]wordReading {
	all := make(map[rune][]wordReading)
	for line := range strings.Lines(wordsList) {
		r, _ := utf8.DecodeRuneInString(line)
		if _, ok := wanted[r]; !ok {
			continue
		}
		part := strings.Fields(line)
		for _, word := range part[2:] {
			before, after, _ := strings.Cut(word, part[0])
			all[r] = append(all[r], wordReading{rune: r, before: before, after: after, first: spellings(part[1])})
		}
	}
	return all
}
