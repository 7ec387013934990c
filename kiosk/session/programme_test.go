package session

import (
	"os"
	"strings"
	"testing"

	"gongkai/kiosk/catalogue"
)

// shipped returns the catalogue that the program comes with.
func shipped(t *testing.T) *catalogue.Catalogue {
	t.Helper()
	const dir = "../../content/"
	var files []catalogue.File
	add := func(path string) {
		data, err := os.ReadFile(dir + path)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, catalogue.File{Path: path, Data: data})
	}
	add("kiosk.toml")
	items, err := os.ReadDir(dir + "items")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range items {
		add("items/" + f.Name())
	}
	c, _ := catalogue.Parse(files)
	return c
}

// composed returns the names of some slides' compositions, or of those of rows alone.
func composed(all []slide, rows bool) string {
	var names []string
	for _, sl := range all {
		if !rows || sl.Number > 0 {
			names = append(names, sl.composition.String())
		}
	}
	return strings.Join(names, " ")
}

// TestRows checks the compositions of the shipped rows against the design's.
func TestRows(t *testing.T) {
	c := shipped(t)
	if got, want := composed(rowSlides(c), true), "short head long head long long figure head long head figure long head long"; got != want {
		t.Errorf("without a question: %s, want %s", got, want)
	}
	i, _ := c.Find(6)
	c.Items[i].Ask = []string{"家里有", "残疾人？"}
	if got, want := composed(rowSlides(c), true), "short head long head long ask figure head long head figure long head long"; got != want {
		t.Errorf("with a question: %s, want %s", got, want)
	}
	if got, want := composed(rowSlides(c), false), "index short head long group head long ask figure head long head figure long head long"; got != want {
		t.Errorf("the catalogue's slides: %s, want %s", got, want)
	}
}
