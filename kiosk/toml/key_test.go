package toml

import "testing"

func TestKeyInteger(t *testing.T) {
	number := NewKey("number")
	for _, c := range []struct {
		in      string
		want    int // 0: none
		without string
	}{
		{"number = 6\ntitle = 1\n", 6, "title = 1\n"},
		{"title = 1\r\n  number=12 # 示例\r\nx = 1\r\n", 12, "title = 1\r\nx = 1\r\n"},
		{"number = 6", 6, ""},
		{"number = 007\n", 7, ""},
		{"number = 1\nnumber = 2\n", 1, ""},
		{"numbers = 6\nthe number = 6\n", 0, "numbers = 6\nthe number = 6\n"},
		{"number = \"6\"\n", 0, "number = \"6\"\n"},
		{"number = 6x\n", 0, "number = 6x\n"},
		{"number = -6\n", 0, "number = -6\n"},
		{"number = 1234567890\n", 0, "number = 1234567890\n"}, // more than nine digits
		{"# number = 6\n", 0, "# number = 6\n"},
		{"", 0, ""},
	} {
		n, ok := number.Integer([]byte(c.in))
		if n != c.want || ok != (c.want > 0) {
			t.Errorf("%q: %d, %t, want %d", c.in, n, ok, c.want)
		}
		if got := number.WithoutInteger([]byte(c.in)); got != c.without {
			t.Errorf("%q without it: %q, want %q", c.in, got, c.without)
		}
	}
}

func TestKeyYear(t *testing.T) {
	date := NewKey("date")
	for in, want := range map[string]int{
		"title = \"a\"\ndate = 2026-03-01\n":   2026,
		"date=1999-1-1":                        1999,
		"date = 2026-03-01T08:00:00\n":         2026,
		"update = 2026-03-01\n":                0,
		"date = \"2026-03-01\"\n":              0,
		"date = 26-03-01\n":                    0,
		"date = 2026\n":                        0,
		"date = 2026-03-01\ndate = 2027-01-01": 0, // which one counts isn't clear
		"":                                     0,
	} {
		year, ok := date.Year([]byte(in))
		if year != want || ok != (want > 0) {
			t.Errorf("%q: %d, %t, want %d", in, year, ok, want)
		}
	}
}

func TestMentionedAndEscapes(t *testing.T) {
	for in, want := range map[string][2]bool{
		"expire = 2026-12-31\n":     {true, false},
		"# 没有 expire\n":             {true, false},
		"title = \"\\u4E00\"\n":     {false, true},
		"title = \"\\U0001F600\"\n": {false, true},
		"title = \"a\\nb\"\n":       {false, false},
	} {
		if got := [2]bool{NewKey("expire").Mentioned([]byte(in)), HasEscapes([]byte(in))}; got != want {
			t.Errorf("%q: %v, want %v", in, got, want)
		}
	}
}
