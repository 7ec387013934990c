package search

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// TestReadingsCover: every hanzi of GB 2312 and of the shipped catalogue can be typed.
func TestReadingsCover(t *testing.T) {
	wanted := map[rune]reading{'〇': {}}
	for row := 0xb0; row <= 0xf7; row++ {
		for cell := 0xa1; cell <= 0xfe; cell++ {
			s, err := simplifiedchinese.GBK.NewDecoder().Bytes([]byte{byte(row), byte(cell)})
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range string(s) {
				if row != 0xd7 || cell < 0xfa { // five cells at the end of the first level are empty
					wanted[r] = reading{}
				}
			}
		}
	}
	if len(wanted) != 6763+1 {
		t.Fatalf("%d hanzi", len(wanted))
	}
	for _, it := range shipped(t).Items {
		for _, r := range it.Heading() + it.Category + it.Content.String() + it.Basis.String() {
			if r >= '一' && r <= '鿿' {
				wanted[r] = reading{}
			}
		}
	}
	readings(wanted)
	for r, read := range wanted {
		if len(read.first) == 0 {
			t.Errorf("%c has no reading", r)
		}
	}
}

// TestReadings: the first reading and the others.
func TestReadings(t *testing.T) {
	for _, q := range []struct {
		hanzi        rune
		first, other string
	}{
		{'残', "can", ""},
		{'行', "xing", "hang heng"},
		{'女', "nv nu", ""},
		{'绿', "lv lu", "lu"},
		{'略', "lve lue", ""},
		{'嗯', "n", "ng"},
	} {
		wanted := map[rune]reading{q.hanzi: {}}
		readings(wanted)
		got := wanted[q.hanzi]
		if !slices.Equal(got.first, strings.Fields(q.first)) || !slices.Equal(got.other, strings.Fields(q.other)) {
			t.Errorf("%c: %v, %v", q.hanzi, got.first, got.other)
		}
	}
}

// TestLists: the lists are complete, and no word contradicts the readings.
func TestLists(t *testing.T) {
	for line := range strings.Lines(wordsList) {
		part := strings.Fields(line)
		r := []rune(part[0])[0]
		wanted := map[rune]reading{r: {}}
		readings(wanted)
		if len(part) < 3 || !slices.Contains(wanted[r].other, spellings(part[1])[0]) {
			t.Errorf("%s %s: not one of its other readings %v", part[0], part[1], wanted[r].other)
		}
		for _, word := range part[2:] {
			if strings.Count(word, part[0]) != 1 {
				t.Errorf("%s %s: %s", part[0], part[1], word)
			}
		}
	}
	if size := len(readingsList) + len(wordsList); size > 300_000 {
		t.Errorf("the lists have %d bytes", size)
	}
}
