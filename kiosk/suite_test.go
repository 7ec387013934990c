package kiosk

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestQuickStartsNothing checks that the tests of make quick start neither the program, nor a tool, nor a server: a test
// that does, itself or through a helper, belongs in a file of the names that the Makefile leaves out.
func TestQuickStartsNothing(t *testing.T) {
	for dir, known := range map[string][]string{
		"cmd/kiosk":     {".server", ".start", ".run", "open", "startSyncthing"},
		"kiosk/display": {"runOnGlass"},
	} {
		var outside, quick []*ast.FuncDecl
		files := token.NewFileSet()
		for path, f := range testFiles(t, files, dir) {
			for _, d := range f.Decls {
				fn, ok := d.(*ast.FuncDecl)
				switch {
				case !ok:
				case leftOut(t, path):
					outside = append(outside, fn)
				case fn.Name.Name != "buildProgram": // go build, before the tests
					quick = append(quick, fn)
				}
			}
		}
		starters := startersAmong(outside)
		for _, helper := range known {
			if !starters[helper] {
				t.Errorf("%s: %s is not recognised as a helper that starts something", dir, helper)
			}
		}
		for _, fn := range quick {
			if call := starts(fn, starters); call != nil {
				t.Errorf("%v: %s starts the program, a tool or a server, in make quick", files.Position(call.Pos()), fn.Name.Name)
			}
		}
	}
}

// leftOut reports whether the Makefile leaves a file's tests out of make quick.
func leftOut(t *testing.T, path string) bool {
	t.Helper()
	names := regexp.MustCompile(`\{cmd/kiosk/\{([a-z0-9,]+)\}_\*,([a-z/]+_)\*\}test\.go`).FindStringSubmatch(readDocument(t, "Makefile"))
	if names == nil {
		t.Fatal("the Makefile doesn't name the files that make quick leaves out")
	}
	first, _, _ := strings.Cut(filepath.Base(path), "_")
	return strings.HasPrefix(path, "cmd/kiosk/") && slices.Contains(strings.Split(names[1], ","), first) || strings.HasPrefix(path, names[2])
}

// testFiles parses a directory's tests; their paths are from the module's root.
func testFiles(t *testing.T, files *token.FileSet, dir string) map[string]*ast.File {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("..", dir, "*_test.go"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no tests in %s: %v", dir, err)
	}
	all := map[string]*ast.File{}
	for _, path := range paths {
		f, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		all[strings.TrimPrefix(filepath.ToSlash(path), "../")] = f
	}
	return all
}

// startersAmong returns the functions that start something, themselves or through one another.
func startersAmong(functions []*ast.FuncDecl) map[string]bool {
	found := map[string]bool{
		"exec.Command": true, "exec.CommandContext": true, "xdrive.Start": true, "xdrive.StartXorg": true, ".Launch": true,
	}
	for more := true; more; {
		more = false
		for _, fn := range functions {
			name := fn.Name.Name
			if fn.Recv != nil {
				name = "." + name
			}
			if !found[name] && starts(fn, found) != nil {
				found[name], more = true, true
			}
		}
	}
	return found
}

// starts returns a call in a function that starts something, or nil. A package's function is known by its package, a
// method by its name alone.
func starts(fn *ast.FuncDecl, starters map[string]bool) (found *ast.CallExpr) {
	ast.Inspect(fn, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		name := ""
		switch f := call.Fun.(type) {
		case *ast.Ident:
			name = f.Name
		case *ast.SelectorExpr:
			name = "." + f.Sel.Name
			if x, ok := f.X.(*ast.Ident); ok && (x.Name == "exec" || x.Name == "xdrive") {
				name = x.Name + name
			}
		}
		if starters[name] {
			found = call
		}
		return true
	})
	return found
}

// TestNeeds checks that .ci/need knows each kind of packages that it is called with, or said to install.
func TestNeeds(t *testing.T) {
	known := map[string]bool{}
	for _, label := range regexp.MustCompile(`(?m)^([a-z |]+)\)`).FindAllStringSubmatch(readDocument(t, ".ci/need"), -1) {
		for kind := range strings.SplitSeq(label[1], "|") {
			known[strings.TrimSpace(kind)] = true
		}
	}
	callers := []string{"Makefile", ".ci/run", "CONTRIBUTING.md", "README.md"}
	tests, err := filepath.Glob("../cmd/kiosk/*_test.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range tests {
		callers = append(callers, strings.TrimPrefix(filepath.ToSlash(path), "../"))
	}
	use := regexp.MustCompile(`\.ci/need ([a-z]+)|toolPath\([^,]+, "([a-z]+)"`)
	var uses int
	for _, path := range callers {
		for _, m := range use.FindAllStringSubmatch(readDocument(t, path), -1) {
			uses++
			if kind := m[1] + m[2]; !known[kind] {
				t.Errorf("%s: .ci/need knows no %q", path, kind)
			}
		}
	}
	if uses < 4 {
		t.Errorf("only %d uses of .ci/need are recognised", uses)
	}
}
