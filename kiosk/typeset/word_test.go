package typeset

import (
	"strconv"
	"strings"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
)

// crush is a line that is squeezed for a character that parts a word.
type crush struct {
	row int // of the catalogue
	em  int // the measure
}

// setCatalogue sets the catalogue in each measure from 10 to 34 em, justified, and
// returns how many lines it has, how many of them end inside of a word, and which of these
// are squeezed.
func setCatalogue(s *Setter) (lines, parted int, crushes []crush) {
	for row, text := range strings.Split(strings.TrimSpace(cells), "\n") {
		for n := 10; n <= 34; n++ {
			s.Lines(Paragraph{Spans: []Span{{text, body}}, Measure: body.Size * fixed.Int26_6(n), Justify: true})
			t, a := &s.text, 0
			for _, end := range t.ends[:len(t.ends)-1] {
				b := int(end)
				lines++
				if t.partsWord(b) {
					parted++
					if t.Justify && t.width(a, b) > int64(t.Measure)+t.slack(a, b) {
						crushes = append(crushes, crush{row + 1, n})
					}
				}
				a = b
			}
		}
	}
	return lines, parted, crushes
}

// TestFewPartedWords checks that lines seldom end inside of a word, and that a line is hardly
// ever squeezed for a character that parts one: without a price, 780 of 1639 lines parted a word,
// and 78 were squeezed for it.
func TestFewPartedWords(t *testing.T) {
	lines, parted, crushes := setCatalogue(New())
	rule(t, "words: lines of the catalogue that part one, at most a third", lines)
	t.Logf("%d of %d lines part a word, %d are squeezed for it", parted, lines, len(crushes))
	if parted*3 > lines {
		t.Errorf("%d of %d lines part a word", parted, lines)
	}
	if len(crushes) > 21 {
		t.Errorf("%d lines are squeezed for a character that parts a word: %v", len(crushes), crushes)
	}
	for _, c := range crushes {
		if (c.row == 6 || c.row == 8 || c.row == 9 || c.row == 12) && (c.em == 15 || c.em == 19 || c.em == 25) {
			t.Errorf("row %d at %d px is squeezed for a character that parts a word", c.row, c.em*40)
		}
	}
}

// TestEqualSettings checks that among settings as good as each other the one wins that parts no word.
func TestEqualSettings(t *testing.T) {
	rule(t, "words: the better one of like settings", 4)
	s := New()
	for _, c := range []struct {
		text    string
		measure float64
		want    string
	}{
		{"公开政府信息公开指南", 6, "公开政府信息|公开指南"},
		{"依法保护居民合法权益", 7, "依法保护居民|合法权益"},
		{"定期公示办理流程", 5, "定期公示|办理流程"},
		{"低保对象认定以及资金发放", 7, "低保对象认定|以及资金发放"},
	} {
		if got := cut(s, paragraph(c.text, c.measure)); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}

// TestCachesAreBounded: whatever is set, and for however long, a Setter keeps so many words, runs and titles and no more.
func TestCachesAreBounded(t *testing.T) {
	s := New()
	style := Style{Face: fonts.SansRegular, Size: fixed.I(30)}
	for i := range 3 * mostRuns {
		text := string([]rune{rune(firstHanzi + 13*i%20_000), rune(firstHanzi + 7*i%20_000), '，'}) + strconv.Itoa(i)
		s.Lines(Paragraph{Spans: []Span{{Text: text, Style: style}}, Measure: fixed.I(90), Title: i%4 == 0})
		if words, runs, titles := len(s.faces.words), len(s.text.runWords), len(s.text.titles); words > mostKept || runs > mostRuns || titles > mostTitles {
			t.Fatalf("after %d texts %d words, %d runs and %d titles are kept", i, words, runs, titles)
		}
	}
}
