package toml

import "testing"

// TestClosing: end is where the quotes stand that close a text, or where the walk ends without them.
func TestClosing(t *testing.T) {
	for _, c := range []struct {
		quotes, in string
		end        int
		ok         bool
	}{
		{`"`, `a" b`, 1, true},
		{`"`, `" b`, 0, true},
		{`"`, `a\"b"`, 4, true},
		{`"`, `a\\"`, 3, true},
		{`"`, "a\nb\"", 1, false},
		{`"`, "a\\\nb\"", 2, false}, // a backslash doesn't hide a line's end
		{`"`, `a`, 1, false},
		{`"`, `a\`, 2, false},
		{`"`, `a'`, 4 - 2, false},
		{`'`, `a\' b`, 2, true}, // a raw text has no escapes
		{`'`, "a\n'", 1, false},
		{`"""`, "a\n\"b\" \"\"\"", 6, true},
		{`"""`, "\\\"\"\"\n\"\"\"", 5, true},
		{`"""`, "a\"\"\"\"\"", 1, true},
		{`"""`, "a\"\"\n", 4, false},
		{`'''`, "a\\'''", 2, true},
		{`'''`, "a\"\"\"'", 5, false},
	} {
		cur := cursor{src: c.in}
		if end, ok := cur.closing(0, c.quotes); end != c.end || ok != c.ok {
			t.Errorf("%s in %q: %d, %t, want %d, %t", c.quotes, c.in, end, ok, c.end, c.ok)
		}
	}
}

// TestSkip: where a cursor stands behind what it passes.
func TestSkip(t *testing.T) {
	for _, c := range []struct {
		in                 string
		space, blank, line int
	}{
		{"", 0, 0, 0},
		{"x", 0, 0, 1},
		{" \tx\ny", 2, 2, 4},
		{"\n\n x", 0, 3, 1},
		{"# a\n\t# b\nx", 0, 9, 4},
		{"  # a", 2, 5, 5},
		{" \r\n x\r\n", 1, 4, 3},
		{"\u3000x", 0, 0, 4},
	} {
		at := func(skip func(*cursor)) int {
			cur := cursor{src: c.in}
			skip(&cur)
			return cur.pos
		}
		space, blank, line := at((*cursor).skipSpace), at((*cursor).skipBlank), at((*cursor).skipLine)
		if space != c.space || blank != c.blank || line != c.line {
			t.Errorf("%q: %d, %d, %d, want %d, %d, %d", c.in, space, blank, line, c.space, c.blank, c.line)
		}
	}
}

func TestBareWord(t *testing.T) {
	for in, want := range map[string]string{"a-b_9 = 1": "a-b_9", "-": "-", "标题": "", "a.b": "a", "aé": "a", "": ""} {
		if got := bareWord(in); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
}
