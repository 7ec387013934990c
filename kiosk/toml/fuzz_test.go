package toml

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"gongkai/kiosk/diag"
)

// FuzzDecode's seeds are a tour of what offices send. Whatever the bytes, Decode doesn't
// panic, and staff can act on every problem.
func FuzzDecode(f *testing.F) {
	for _, c := range slices.Concat(slips, loose) {
		f.Add([]byte(c.in))
	}
	for _, in := range valid {
		f.Add([]byte(in))
	}
	for _, in := range encodings {
		f.Add([]byte(in.in))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var d document
		filled, problems := Decode("items/06.toml", data, &d)
		if !filled && len(problems) == 0 {
			t.Error("neither filled nor wrong")
		}
		for _, p := range problems {
			actionable(t, p)
		}
		sameOutline(t, data)
	})
}

// actionable checks the shape of a problem.
func actionable(t *testing.T, p diag.Problem) {
	t.Helper()
	line := p.String()
	switch {
	case p.File == "" || p.Line < 1 || p.Column < 1 || p.Message == "" || p.Fix == "" || p.Code == "":
		t.Errorf("incomplete: %#v", p)
	case strings.HasSuffix(p.Message, "。"), strings.HasSuffix(p.Fix, "。"):
		t.Errorf("a full stop: %s", line)
	case strings.ContainsAny(line, "\n\r\x00"), !utf8.ValidString(line):
		t.Errorf("not one clean line: %q", line)
	case len(line) > 1000:
		t.Errorf("too long: %s", line)
	}
}

// sameOutline compares places with the library: in a file that the library accepts,
// it finds no fault and has the place of every key.
func sameOutline(t *testing.T, data []byte) {
	t.Helper()
	src, problems := read("", data)
	if len(problems) > 0 {
		return
	}
	places := placesOf(src.Text, nil)
	if places.beyond {
		return
	}
	tree, err := parse(src.Text)
	if err != nil {
		return
	}
	if len(places.faults) > 0 {
		return // a key twice, which the library accepts
	}
	if places.passed > 0 {
		t.Errorf("%d statements of a valid file can't be read", places.passed)
	}
	hasPlaces(t, src.Text, places.root, tree)
}

// hasPlaces checks that an outline has a node for every key of the library's tree.
func hasPlaces(t *testing.T, text string, n *node, tree map[string]any) {
	t.Helper()
	for key, v := range tree {
		child := n.child(key)
		if child == nil {
			// A key with an escape is known by its escape.
			if !strings.Contains(text, `\`) {
				t.Errorf("no place for %q", key)
			}
			continue
		}
		switch v := v.(type) {
		case map[string]any:
			hasPlaces(t, text, child, v)
		case []map[string]any:
			for i, sub := range v {
				hasPlaces(t, text, child.item(i), sub)
			}
		}
	}
}
