package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkai/kiosk/diag"
)

// TestIllegible: check names the parts without room for the least type, at the distance's line, and none
// of a panel that has it or isn't described.
func TestIllegible(t *testing.T) {
	st := full(t)
	for _, c := range []struct {
		settings string
		parts    bool
	}{
		{"", false},
		{"[panel]\ndiagonal_inch = 21.5\n", false},
		{"[panel]\ndiagonal_inch = 65\nviewing_distance_mm = 600\n", false},
		{"[panel]\ndiagonal_inch = 21.5\nviewing_distance_mm = 1000\n", true},
	} {
		path := filepath.Join(t.TempDir(), "config.toml")
		if err := os.WriteFile(path, []byte(c.settings+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		conf, _ := readConfig(path, true)
		found := conf.illegible(st.Catalogue)
		if len(found) > 0 != c.parts {
			t.Errorf("%q: %v", c.settings, found)
		}
		for _, p := range found {
			if p.Severity != diag.Hint || p.Line != 3 || !strings.Contains(p.Message, "1 米") {
				t.Errorf("%q: %+v", c.settings, p)
			}
		}
	}
}
