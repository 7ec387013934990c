package typeset

import (
	"bufio"
	"os"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/bidi"
)

// TestBidiCharacters runs the cases of the standard's BidiCharacterTest.txt that hold none of the
// controls which are dropped here.
func TestBidiCharacters(t *testing.T) {
	file, err := os.Open("testdata/bidi_character_subset.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	n := 0
	for lines := bufio.NewScanner(file); lines.Scan(); {
		fields := strings.Split(lines.Text(), ";")
		if len(fields) != 5 {
			continue
		}
		n++
		runes := []rune(nil)
		for _, x := range strings.Fields(fields[0]) {
			r, _ := strconv.ParseInt(x, 16, 32)
			runes = append(runes, rune(r))
		}
		rtl := fields[1] == "1" || fields[1] == "2" && firstStrong(runes)
		if rtl != (fields[2] == "1") {
			t.Errorf("%s: from right to left %v", lines.Text(), rtl)
		}
		var d direction
		levels := d.resolveLevels(runes, rtl)
		trailing(runes, levels, fields[2])
		compare(t, lines.Text(), levels, strings.Fields(fields[3]), strings.Fields(fields[4]))
	}
	rule(t, "bidi: UAX #9, BidiCharacterTest without embeddings and isolates", n)
}

// trailing applies L1, which here follows from the lines' end without white space and a text without tabs.
func trailing(runes []rune, levels []uint8, base string) {
	for i := len(runes) - 1; i >= 0; i-- {
		if c := classBidi(runes[i]); c != bidi.WS && c != bidi.BN {
			return
		}
		levels[i] = base[0] - '0'
	}
}

// compare checks levels, those of characters that X9 removes left out, and the order from left to right.
func compare(t *testing.T, name string, levels []uint8, want, order []string) {
	t.Helper()
	var kept []uint8
	var at []int
	for i, level := range levels {
		if want[i] == "x" {
			continue
		}
		kept, at = append(kept, level), append(at, i)
		if want[i] != strconv.Itoa(int(level)) {
			t.Errorf("%s: level %d of %d", name, level, i)
			return
		}
	}
	for k, i := range reorder(nil, kept) {
		if order[k] != strconv.Itoa(at[i]) {
			t.Errorf("%s: %d stands at %d", name, at[i], k)
			return
		}
	}
}

// TestTelephones checks that a telephone number stands from left to right in a line from right to
// left, and a span of years does not.
func TestTelephones(t *testing.T) {
	rule(t, "bidi: telephone numbers", 4)
	for text, want := range map[string]string{
		"\u062a\u06d0\u0644: 0355-7220000": "0355-7220000", "\u062a 010-12345678-12": "010-12345678-12",
		"\u0642 2025-2026": "2026-2025", "\u0642 30-40": "40-30",
	} {
		x := New().prepare(Paragraph{Spans: []Span{{text, body}}})
		var got []rune
		for _, i := range x.visualOrder(0, len(x.clusters)) {
			if r := x.first(i); r == '-' || classOf(r) == digit {
				got = append(got, r)
			}
		}
		if string(got) != want {
			t.Errorf("%s: %s, want %s", text, string(got), want)
		}
	}
}
