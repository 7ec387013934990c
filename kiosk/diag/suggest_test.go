package diag

import (
	"strings"
	"testing"
)

func TestSuggest(t *testing.T) {
	keys := []string{"number", "category", "title", "content", "basis", "deadline", "publisher", "channels", "levels", "on", "off", "dwell_seconds"}
	for word, want := range map[string]string{
		"titel":                    "title", // two letters swapped
		"Title":                    "title",
		"catagory":                 "category",
		"contents":                 "content",
		"chanels":                  "channels",
		"numbr":                    "number",
		"of":                       "off", // as near as on, but it begins so
		"dwell":                    "",    // half of it is no slip
		"dwell-second":             "dwell_seconds",
		"xyzzy":                    "",
		"":                         "",
		"标题":                       "",
		strings.Repeat("t", 50000): "",
	} {
		if got := Suggest(word, keys); got != want {
			t.Errorf("%.20q suggests %q, want %q", word, got, want)
		}
	}
}
