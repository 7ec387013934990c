package kiosk

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// ban is a phrase that comments, messages and documents avoid.
type ban struct {
	phrase *regexp.Regexp
	write  string // what stands there instead
	but    string // words that make the phrase idiomatic where they follow it
}

func phrase(pattern, write string, but ...string) ban {
	return ban{regexp.MustCompile(`(?i)\b(?:` + pattern + `)\b`), write, strings.Join(but, "")}
}

// The ban list. Each phrase is grammatical, but reads translated, or makes a person of code.
var bans = []ban{
	phrase(`(?:says?|said|tells?|told|knows) (?:\w+ )?whether`, `"reports whether"`),
	phrase(`nobody|somebody|anybody|everybody|whoever|whomever`, `the role ("no caller", "the reader", "other rooms"), or the passive voice`),
	phrase(`(?:has|have|had) come|what comes`, `what happened ("arrived", "was read", "reached")`),
	phrase(`comes to|come to|came to`, `"amounts to", "reaches" or "is"`),
	phrase(`to be had`, `"available"`),
	phrase(`(?:gone|goes|went) behind`, `"skipped" or "passed"`),
	phrase(`(?:is|are|was|were|be|been|being) told`, `"is reported", "is given" or "receives"`, " apart"),
	phrase(`it says`, `"it states", "it reads" or what is reported`),
	phrase(`lets? go of`, `"releases" or "drops"`),
}

// person is how no function's comment begins: a predicate that makes a person of it.
var person = regexp.MustCompile(`^\w+ (says|tells|knows|wants|likes|minds|thinks|believes|believed|does what|has (the|a|an|every|each|all|its)\b[^.]*\b(come|go|look|looked|know))\b`)

func TestProse(t *testing.T) {
	for _, p := range append(ofCode(t), ofDocuments(t)...) {
		for _, fault := range p.faults() {
			t.Error(fault)
		}
	}
}

// TestProseFaults breaks each rule once.
func TestProseFaults(t *testing.T) {
	files := token.NewFileSet()
	code := `package p
// Odd reports
// whether n is odd; nobody
// calls it.
func Odd(n int) bool { return n%2 == 1 }
// It doubles n.
func Double(n *int) { *n *= 2; log("has come") }
// Even says that n is even.
func Even(n int) bool { return n%2 == 0 }
// print is the printer.
func print(n int) {}
// two numbers that can't be told apart; no fault
`
	f, err := parser.ParseFile(files, "x/p.go", code, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range ofFile(f, files) {
		got = append(got, p.faults()...)
	}
	for i, want := range []string{
		`x/p.go:3: "nobody": write the role`,
		`x/p.go:6: the comment on Double begins with "It"`,
		`x/p.go:8: "Even says": begin with an active verb`,
		`x/p.go:8: Even returns a bool: its comment reports whether`,
		`x/p.go:10: print is a function: begin with an active verb`,
		`x/p.go:7: "has come": write what happened`,
	} {
		if i >= len(got) || !strings.HasPrefix(got[i], want) {
			t.Fatalf("no fault %q among\n%s", want, strings.Join(got, "\n"))
		}
	}
	if len(got) != 6 {
		t.Errorf("more faults than were made:\n%s", strings.Join(got, "\n"))
	}
}

// prose is a comment, a string of several words, or a document.
type prose struct {
	path  string // from the module's root
	line  int    // the first line's
	lines []string
	of    *ast.FuncDecl // the function that a comment describes, or nil
}

// faults returns a line for each phrase of the ban list, and for a function's comment that begins wrongly.
func (p prose) faults() []string {
	joined := strings.Join(p.lines, " ")
	var faults []string
	for _, b := range bans {
		for _, at := range b.phrase.FindAllStringIndex(joined, -1) {
			if b.but == "" || !strings.HasPrefix(joined[at[1]:], b.but) {
				faults = append(faults, fmt.Sprintf("%s:%d: %q: write %s", p.path, p.lineAt(at[0]), joined[at[0]:at[1]], b.write))
			}
		}
	}
	if p.of != nil {
		for _, fault := range ofFunction(p.of, joined, strings.HasSuffix(p.path, "_test.go")) {
			faults = append(faults, fmt.Sprintf("%s:%d: %s", p.path, p.line, fault))
		}
	}
	return faults
}

// ofFunction checks how a function's comment begins.
func ofFunction(fn *ast.FuncDecl, comment string, test bool) []string {
	const verbs = "begin with an active verb (reports, returns, draws, parses)"
	name := fn.Name.Name
	var faults []string
	if first, _, _ := strings.Cut(comment, " "); !test && strings.Trim(first, ",.:") != name {
		faults = append(faults, fmt.Sprintf("the comment on %s begins with %q, not with its name", name, first))
	}
	if m := person.FindString(comment); m != "" {
		faults = append(faults, fmt.Sprintf("%q: %s", m, verbs))
	}
	if !test && fn.Name.IsExported() && returnsBool(fn) && !strings.Contains(comment, "reports whether") {
		faults = append(faults, name+" returns a bool: its comment reports whether")
	}
	if is := strings.HasPrefix(comment, name+" is ") || strings.HasPrefix(comment, name+" are "); !test && is {
		faults = append(faults, name+" is a function: "+verbs)
	}
	return faults
}

func returnsBool(fn *ast.FuncDecl) bool {
	r := fn.Type.Results
	if r.NumFields() != 1 {
		return false
	}
	id, ok := r.List[0].Type.(*ast.Ident)
	return ok && id.Name == "bool"
}

// lineAt returns the number of the line that holds an offset of the joined lines.
func (p prose) lineAt(offset int) int {
	for i, l := range p.lines {
		if offset -= len(l) + 1; offset < 0 {
			return p.line + i
		}
	}
	return p.line
}

// ofCode returns the prose of all Go files, tests among them.
func ofCode(t *testing.T) []prose {
	t.Helper()
	var all []prose
	files := token.NewFileSet()
	for _, root := range []string{"cmd", "content", "fonts", "kiosk"} {
		err := filepath.WalkDir(filepath.Join("..", root), func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir() && d.Name() == "testdata":
				return filepath.SkipDir
			case d.IsDir() || filepath.Ext(path) != ".go":
				return nil
			}
			f, err := parser.ParseFile(files, path, nil, parser.ParseComments|parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			all = append(all, ofFile(f, files)...)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// ofFile returns a file's comments, and behind them its strings of several words.
func ofFile(f *ast.File, files *token.FileSet) []prose {
	at := func(n ast.Node) (string, int) {
		p := files.Position(n.Pos())
		return strings.TrimPrefix(filepath.ToSlash(p.Filename), "../"), p.Line
	}
	described := map[*ast.CommentGroup]*ast.FuncDecl{}
	for _, d := range f.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok && fn.Doc != nil {
			described[fn.Doc] = fn
		}
	}
	var all []prose
	for _, group := range f.Comments {
		path, line := at(group)
		p := prose{path: path, line: line, of: described[group]}
		for _, c := range group.List {
			p.lines = append(p.lines, unmarked(c.Text)...)
		}
		all = append(all, p)
	}
	ast.Inspect(f, func(n ast.Node) bool {
		lit, ok := n.(*ast.BasicLit)
		if !ok || lit.Kind != token.STRING {
			return true
		}
		path, line := at(lit)
		text, err := strconv.Unquote(lit.Value)
		if err == nil && strings.Contains(text, " ") && path != "kiosk/prose_test.go" && !strings.ContainsFunc(text, isHan) {
			all = append(all, prose{path: path, line: line, lines: strings.Split(text, "\n")})
		}
		return true
	})
	return all
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// unmarked returns a comment's lines without the marks of a comment.
func unmarked(comment string) []string {
	lines := strings.Split(strings.TrimSuffix(strings.TrimPrefix(comment, "/*"), "*/"), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(l), "//"))
	}
	return lines
}

// ofDocuments returns the English documents. The design's papers are copies, and the manual is Chinese.
func ofDocuments(t *testing.T) []prose {
	t.Helper()
	var all []prose
	for _, pattern := range []string{"*.md", "docs/*.md", "fonts/*.md"} {
		paths, err := filepath.Glob(filepath.Join("..", filepath.FromSlash(pattern)))
		if err != nil || len(paths) == 0 {
			t.Fatalf("%s: %d files, %v", pattern, len(paths), err)
		}
		for _, path := range paths {
			if filepath.Base(path) == "员工手册.md" {
				continue
			}
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			path = strings.TrimPrefix(filepath.ToSlash(path), "../")
			all = append(all, prose{path: path, line: 1, lines: strings.Split(string(data), "\n")})
		}
	}
	return all
}
