package typeset

import (
	_ "embed"
	"slices"
	"strings"
	"testing"
)

//go:embed testdata/parted.txt
var partedBefore string

// TestMeasureWords sets each measure word after each form of number, wherever the line's
// end may fall into the term, and checks that none is parted. testdata/parted.txt lists
// the words that were parted when only some seventy were known.
func TestMeasureWords(t *testing.T) {
	words := allMeasureWords()
	rule(t, "terms: measure words that stay with their number", len(words))
	s := New()
	var parted []string
	for _, w := range words {
		if where := s.partedAt(w); where != "" {
			parted = append(parted, w)
			if len(parted) < 20 {
				t.Error(where)
			}
		}
	}
	t.Logf("%d of %d parted: %s", len(parted), len(words), strings.Join(parted, " "))
	if before := strings.Fields(partedBefore); len(before) < 74 {
		t.Errorf("%d words were parted before", len(before))
	} else {
		for _, w := range before {
			if !slices.Contains(words, w) {
				t.Errorf("%s was parted, and is not in the list", w)
			}
		}
	}
}

// numbers are the forms of number that a measure word is tried with.
var numbers = []string{"12", "36.5", "1,200", "三十五", "两", "第3", "第三", "20多", "30余", "12 "}

// partedAt returns the first setting that parts a number and a measure word, or "".
func (s *Setter) partedAt(word string) string {
	for _, number := range numbers {
		for _, measure := range []float64{6, 10} {
			for pad := range int(measure) + 1 {
				p := paragraph(strings.Repeat("文", pad)+number+word+"、文文文文文文文文", measure)
				p.Justify = pad%2 == 0
				if p.Measure < s.Width(Span{number + word + "、", body}) {
					continue
				}
				for _, l := range s.Lines(p) {
					if pad < l.End && l.End < pad+len([]rune(number+word)) {
						return cut(s, p)
					}
				}
			}
		}
	}
	return ""
}
