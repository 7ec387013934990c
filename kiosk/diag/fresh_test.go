package diag

import (
	"slices"
	"testing"
)

// TestFresh: a problem that was there before is known by all of its parts.
func TestFresh(t *testing.T) {
	a := Problem{File: "a", Line: 1, Message: "甲", Fix: "改"}
	moved, worse, other := a, a, a
	moved.Line, worse.Severity, other.Fix = 2, Warning, "删"
	for _, c := range []struct{ problems, before, want []Problem }{
		{nil, nil, nil},
		{[]Problem{a}, nil, []Problem{a}},
		{[]Problem{a}, []Problem{a}, nil},
		{[]Problem{a, moved, a}, []Problem{moved}, []Problem{a, a}},
		{[]Problem{moved, worse, other}, []Problem{a}, []Problem{moved, worse, other}},
	} {
		given := slices.Clone(c.problems)
		if got := Fresh(c.problems, c.before); !slices.Equal(got, c.want) {
			t.Errorf("%v after %v: %v", c.problems, c.before, got)
		}
		if !slices.Equal(c.problems, given) {
			t.Error("Fresh changed its argument")
		}
	}
}

// TestBreaks: an error of the whole file, and no other problem, keeps it off the screen.
func TestBreaks(t *testing.T) {
	for _, c := range []struct {
		p    Problem
		want bool
	}{
		{Problem{}, true},
		{Problem{Part: true}, false},
		{Problem{Severity: Warning}, false},
		{Problem{Severity: Warning, Part: true}, false},
	} {
		if got := c.p.Breaks(); got != c.want {
			t.Errorf("%+v: %t", c.p, got)
		}
	}
}

// TestPrintable: what can't be seen is escaped, and everything else stays.
func TestPrintable(t *testing.T) {
	for in, want := range map[string]string{
		"":                "",
		"残疾人 补贴　a":        "残疾人 补贴　a",
		"a\tb":            `a\tb`,
		"a\r\nb":          `a\r\nb`,
		"\x00\x1b[31m":    `\x00\x1b[31m`,
		"a\u202eb\u200bc": `a\u202eb\u200bc`,
		"\ufeff":          `\ufeff`,
		"\xb2\xd0":        `\xb2\xd0`,
		"残\xe7\x96":       `残\xe7\x96`,
		"\ufffd":          `\ufffd`,
		"\U000e0001":      `\U000e0001`,
		"'\"\\":           `'"\`,
		"\ue000":          `\ue000`,
		"e\u0301":         "e\u0301",
		"\U00020bb7":      "𠮷",
	} {
		if got := Printable(in); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"", "on", 2}, {"on", "", 2}, {"title", "title", 0},
		{"titel", "title", 1}, // two neighbours swapped
		{"titl", "title", 1}, {"ttitle", "title", 1}, {"tital", "title", 2},
		{"标题", "题标", 1}, {"ab", "ba", 1}, {"abc", "ca", 3}, // a swapped pair isn't touched again
	} {
		if got := distance([]rune(c.a), []rune(c.b)); got != c.want {
			t.Errorf("%s, %s: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
