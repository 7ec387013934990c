package kiosk

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestSpecification checks that each rule of docs/specification.md has a number of its own, and that the tests
// and files that hold it exist.
func TestSpecification(t *testing.T) {
	tests := testNames(t)
	seen := map[string]bool{}
	for _, rule := range rulesOf(readDocument(t, "docs/specification.md")) {
		if seen[rule.number] {
			t.Errorf("%s: the number is there twice", rule.number)
		}
		seen[rule.number] = true
		if len(rule.held) == 0 {
			t.Errorf("%s names no test and no file that holds it", rule.number)
		}
		for _, name := range rule.held {
			if n := tests[name]; n > 1 {
				t.Errorf("%s: %s names %d tests", rule.number, name, n)
			} else if n == 0 && (!strings.Contains(name, "/") || !exists(name)) {
				t.Errorf("%s: %s is no test and no file", rule.number, name)
			}
		}
	}
	if len(seen) < 50 {
		t.Errorf("only %d rules were found", len(seen))
	}
}

// rule is a rule of the specification, with the names behind its dash.
type rule struct {
	number string
	held   []string
}

var quoted = regexp.MustCompile("`([^`]+)`")

func rulesOf(text string) []rule {
	var rules []rule
	for _, part := range strings.Split(text, "\n- **S")[1:] {
		part, _, _ = strings.Cut(part, "\n\n")
		number, body, _ := strings.Cut(part, "**")
		r := rule{number: "S" + number}
		if _, held, ok := strings.Cut(body, "— "); ok {
			for _, m := range quoted.FindAllStringSubmatch(held, -1) {
				r.held = append(r.held, m[1])
			}
		}
		rules = append(rules, r)
	}
	return rules
}

// TestDocumentedPaths checks that the paths that the engineers' documents name exist.
func TestDocumentedPaths(t *testing.T) {
	block := regexp.MustCompile("(?s)```.*?```")
	path := regexp.MustCompile(`^(?:(?:kiosk|cmd|content|docs|fonts|systemd|\.ci)/|[a-z_]+\.(?:md|go)$)`)
	for _, document := range []string{"README.md", "CONTRIBUTING.md", "docs/glossary.md", "docs/typeset.md"} {
		text := block.ReplaceAllString(readDocument(t, document), "")
		for _, m := range quoted.FindAllStringSubmatch(text, -1) {
			if path.MatchString(m[1]) && !exists(m[1]) {
				t.Errorf("%s: there is no %s", document, m[1])
			}
		}
	}
}

// exists reports whether a path from the module's root, which may be a pattern, names a file.
func exists(path string) bool {
	found, err := filepath.Glob(filepath.Join("..", filepath.FromSlash(path)))
	return err == nil && len(found) > 0
}

func readDocument(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", filepath.FromSlash(path)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// testNames counts the tests and fuzz tests of each name, which is that of its folder and its own: layout.TestDesign.
func testNames(t *testing.T) map[string]int {
	t.Helper()
	test := regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)\w+)\(`)
	names := map[string]int{}
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && strings.HasPrefix(d.Name(), ".") && d.Name() != "..":
			return filepath.SkipDir
		case !strings.HasSuffix(path, "_test.go"):
			return nil
		}
		folder, err := filepath.Abs(filepath.Dir(path))
		if err != nil {
			return err
		}
		data, err := os.ReadFile(path)
		for _, m := range test.FindAllStringSubmatch(string(data), -1) {
			names[filepath.Base(folder)+"."+m[1]]++
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}
