package search

import (
	"io/fs"
	"testing"

	"gongkai/content"
	"gongkai/kiosk/catalogue"
)

// shipped returns the catalogue that is part of the program: 14 rows.
func shipped(t testing.TB) *catalogue.Catalogue {
	t.Helper()
	var files []catalogue.File
	err := fs.WalkDir(content.FS, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !catalogue.Wants(path) {
			return err
		}
		data, err := fs.ReadFile(content.FS, path)
		files = append(files, catalogue.File{Path: path, Data: data})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	c, problems := catalogue.Parse(files)
	if len(c.Items) != 14 {
		t.Fatalf("%d items, problems %v", len(c.Items), problems)
	}
	return c
}

// titled returns a catalogue of titles alone.
func titled(titles ...string) *catalogue.Catalogue {
	c := &catalogue.Catalogue{}
	for i, title := range titles {
		c.Items = append(c.Items, catalogue.Item{Number: i + 1, Category: "示例", Title: title})
	}
	return c
}

// numbers returns the 序号 of the items found, in order.
func numbers(c *catalogue.Catalogue, matches []Match) []int {
	var n []int
	for _, m := range matches {
		n = append(n, c.Items[m.Item].Number)
	}
	return n
}

// marked puts ‹› around a span.
func marked(text string, s Span) string {
	if s.Empty() {
		return text
	}
	r := []rune(text)
	return string(r[:s.From]) + "‹" + string(r[s.From:s.To]) + "›" + string(r[s.To:])
}

// lit returns the letters that lead on, as a string.
func lit(leads [26]bool) string {
	var s []byte
	for i, on := range leads {
		if on {
			s = append(s, byte('A'+i))
		}
	}
	return string(s)
}
