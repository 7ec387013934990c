package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
)

// TestOffices checks content as offices make it, a directory of testdata/offices each, and compares what is
// shown and every problem with the file of its name.
func TestOffices(t *testing.T) {
	dirs, err := filepath.Glob("testdata/offices/*/kiosk.toml")
	if err != nil || len(dirs) == 0 {
		t.Fatal("no content of offices", err)
	}
	for _, d := range dirs {
		dir := filepath.Dir(d)
		t.Run(filepath.Base(dir), func(t *testing.T) {
			conf := config{content: dir}
			snap := conf.checker()()
			snap.Problems = append(snap.Problems, uncovered(snap)...)
			snap.Problems = append(snap.Problems, catalogue.Sizes(snap.Files)...)
			diag.Sort(snap.Problems)
			compareKept(t, dir+".txt", told(snap.Catalogue, snap.Problems))
		})
	}
}

// told writes down what a catalogue shows, a line each, and its problems.
func told(c *catalogue.Catalogue, problems []diag.Problem) string {
	var b strings.Builder
	for _, it := range c.Items {
		fmt.Fprintf(&b, "%s: %s\n", it.File, it.Heading())
	}
	for _, n := range c.Notices {
		fmt.Fprintf(&b, "%s: %s", n.File, n.Title)
		for _, im := range n.Images {
			fmt.Fprintf(&b, " [%s]", im.Name)
		}
		b.WriteString("\n")
		for _, l := range catalogue.ProseLines(n.Body) {
			fmt.Fprintf(&b, "  %s\n", l)
		}
	}
	b.WriteString("\n")
	for _, p := range problems {
		fmt.Fprintln(&b, p)
	}
	return b.String()
}

// compareKept compares a text with a file, or renews the file.
func compareKept(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil || string(want) != got {
		t.Errorf("%s (%v): got\n%s", file, err, got)
	}
}
