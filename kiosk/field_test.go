package kiosk

import (
	"strings"
	"testing"
)

// TestField checks that the tests and files that docs/field.md names exist, and that each row names one or says that there is none.
func TestField(t *testing.T) {
	tests := testNames(t)
	rows := 0
	for line := range strings.Lines(readDocument(t, "docs/field.md")) {
		cells := strings.Split(strings.TrimSpace(line), "|")
		if len(cells) < 5 || strings.HasPrefix(cells[1], "---") || strings.TrimSpace(cells[1]) == "#" {
			continue
		}
		rows++
		held := cells[len(cells)-2]
		names := quoted.FindAllStringSubmatch(held, -1)
		if len(names) == 0 && strings.TrimSpace(held) != "—" {
			t.Errorf("no test in %q", line)
		}
		for _, m := range names {
			if n := tests[m[1]]; n > 1 || n == 0 && (!strings.Contains(m[1], "/") || !exists(m[1])) {
				t.Errorf("%s is %d tests, and no file", m[1], n)
			}
		}
	}
	if rows < 30 {
		t.Errorf("only %d rows were found", rows)
	}
}
