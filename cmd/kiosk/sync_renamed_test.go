package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"gongkai/kiosk/catalogue"
)

// exampleCopy finds the copies of 06.toml in docs/sync.md.
var exampleCopy = regexp.MustCompile("(?m)^\\| [^|]+ \\| `([^`]*06[^`]*)` \\| (name|beside)")

// TestSyncRenamed makes a conflict copy under the name of every tool in docs/sync.md, in a directory that is watched:
// the original is renamed, and some time later another one is in its place. The item is never off the screen, the
// new one is shown, nothing is held then, and a fresh reading of the directory has the same revision.
func TestSyncRenamed(t *testing.T) {
	t.Parallel()
	document, err := os.ReadFile("../../docs/sync.md")
	if err != nil {
		t.Fatal(err)
	}
	examples := exampleCopy.FindAllStringSubmatch(string(document), -1)
	if len(examples) < 30 {
		t.Fatalf("docs/sync.md has %d names of copies", len(examples))
	}
	o := newOffice(t)
	o.witness = watch(t, o.from)
	data, err := os.ReadFile(filepath.Join(o.from, item6))
	o.must(err)
	stem := strings.TrimSuffix(filepath.Base(item6), ".toml")
	for _, example := range examples {
		name := "items/" + strings.ReplaceAll(example[1], "06", stem)
		n := o.count()
		o.must(os.Rename(filepath.Join(o.from, item6), filepath.Join(o.from, name)))
		if example[2] == "name" {
			o.until(t, n, "the copy "+name+" reported, and its original held", func(s seen) bool { return len(s.Held) == 1 && s.Held[0] == item6 })
		} else {
			o.until(t, n, "the item in "+name, func(s seen) bool { return fileOf(s.Catalogue, 6) == name })
		}
		n = o.count()
		o.write(item6, strings.Replace(string(data), `"残疾人补贴"`, `"残疾人补贴（示例`+stem+string(rune('甲'+n))+`）"`, 1))
		want := o.whole.note(t, o.from)
		got := o.until(t, n, "the new original of "+name, func(s seen) bool { return s.Catalogue.Revision == want.Revision })
		if len(got.Held) > 0 || fileOf(got.Catalogue, 6) != item6 || !got.reports(name, item6) {
			t.Errorf("%s: item 6 is in %s, held %q, problems %v", name, fileOf(got.Catalogue, 6), got.Held, got.Problems)
		}
		n = o.count()
		o.must(os.Remove(filepath.Join(o.from, name)))
		o.until(t, n, "the directory without "+name, func(s seen) bool { return !s.reports(name, "") })
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	for i, s := range o.all {
		if !hasNumber(s.Catalogue, 6) {
			t.Errorf("snapshot %d of %d has no item 6; held %q", i+1, len(o.all), s.Held)
		}
	}
}

// fileOf returns the file that an item is shown from.
func fileOf(c *catalogue.Catalogue, number int) string {
	if i, ok := c.Find(number); ok {
		return c.Items[i].File
	}
	return ""
}

// reports reports whether a file has a problem that names another.
func (s seen) reports(file, other string) bool {
	for _, p := range s.Problems {
		if p.File == file && strings.Contains(p.Message, other) {
			return true
		}
	}
	return false
}
