package kiosk

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// home is a rule that has one place: its mark stands in that file's code and in no other.
type home struct {
	rule string
	mark string // regular expression, of code without comments
	file string // from the module's root
}

// The rules that once stood in two places, or may drift into a second one.
var homes = []home{
	{"which section an element is the tab of", `CutSuffix\(name, "等"\)`, "kiosk/catalogue/tabs.go"},
	{"the mark that closes an element", `"、，"|'、', '，'`, "kiosk/catalogue/element.go"},
	{"how long 新 and 改 stand", `\b14\s*\*\s*24\b|NewsDays = `, "kiosk/catalogue/news.go"},
	{"20 working days", `statutory = 20`, "kiosk/catalogue/due.go"},
	{"the pill", `下面还有`, "kiosk/layout/frame/close.go"},
	{"the spine's width", `Pick\(120, 132\)`, "kiosk/layout/frame/plan.go"},
	{"the height of bar and foot", `Pick\(176, 132\)`, "kiosk/layout/frame/plan.go"},
	{"the right margin", `Pick\(40, 56\)`, "kiosk/layout/frame/plan.go"},
	{"the bar's slots", `"大字", session\.OpenSheet`, "kiosk/layout/frame/bar.go"},
	{"how far a pressed row runs beyond its text", `groundBleed = `, "kiosk/layout/build/row.go"},
	{"the loop that makes a text smaller", `\.[Ff]actor\)`, "kiosk/layout/build/fit.go"},
	{"the words of a clock", `State\.Now\.Format\("15:04"\)`, "kiosk/layout/build/clock.go"},
	{"n / N", `" / %d"`, "kiosk/layout/build/count.go"},
	{"where a code lies on its ground", `&page\.Code\{`, "kiosk/layout/build/code.go"},
	{"the names of conflict copies", `(?i)sync-conflict|conflicted copy|冲突副本\)|SFConflict|NSConflict|safeBackup`, "kiosk/catalogue/conflict.go"},
	{"the names of files in transfer", `(?i)ffs_tmp|crdownload|filepart|baiduyun|~syncthing~`, "kiosk/catalogue/transfer.go"},
	{"the dwell of a slide", `perCharacter\s+=`, "kiosk/session/dwell.go"},
}

// TestOneHome holds each rule in its file: a second copy of its mark fails, and so does a rule
// that moved without its line here.
func TestOneHome(t *testing.T) {
	code := codeOf(t)
	for _, h := range homes {
		mark := regexp.MustCompile(h.mark)
		var found []string
		for file, text := range code {
			if mark.MatchString(text) {
				found = append(found, file)
			}
		}
		slices.Sort(found)
		if !slices.Equal(found, []string{h.file}) {
			t.Errorf("%s (%s) belongs in %s and stands in %v", h.rule, h.mark, h.file, found)
		}
	}
}

// TestTypeHasFloor finds type whose size is a plain measure: it would stay below the least size that a panel and its reading
// distance set. Sizes come from the functions of kiosk/layout/build/mode.go.
func TestTypeHasFloor(t *testing.T) {
	files, found := token.NewFileSet(), 0
	for file, text := range codeOf(t) {
		if !strings.HasPrefix(file, "kiosk/layout/") {
			continue
		}
		f, err := parser.ParseFile(files, file, text, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, size := range sizesIn(f) {
			found++
			if at := files.Position(size.Pos()); plainMeasure(size) {
				t.Errorf("%s:%d: the size of type is %s, which has no floor", file, at.Line, text[at.Offset:files.Position(size.End()).Offset])
			}
		}
	}
	if found < 100 {
		t.Errorf("only %d sizes of type found", found)
	}
}

// sizesIn returns the expressions that give a pen its size, in a literal, by assignment or as the argument of a function that makes a pen.
func sizesIn(f *ast.File) (sizes []ast.Expr) {
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.KeyValueExpr:
			if key, ok := n.Key.(*ast.Ident); ok && key.Name == "Size" {
				sizes = append(sizes, n.Value)
			}
		case *ast.AssignStmt:
			for i, to := range n.Lhs {
				if field, ok := to.(*ast.SelectorExpr); ok && field.Sel.Name == "Size" && len(n.Rhs) == len(n.Lhs) {
					sizes = append(sizes, n.Rhs[i])
				}
			}
		case *ast.CallExpr:
			if made, ok := n.Fun.(*ast.Ident); ok && strings.HasSuffix(made.Name, "Pen") {
				sizes = append(sizes, n.Args...)
			}
		}
		return true
	})
	return sizes
}

// plainMeasure reports whether an expression is a measure of the grid, or limited by one. A pen's own size may be limited by its room.
func plainMeasure(e ast.Expr) bool {
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return false
	}
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		return f.Sel.Name == "Px" || f.Sel.Name == "Pick"
	case *ast.Ident:
		return f.Name == "min" && slices.ContainsFunc(call.Args, plainMeasure) && !slices.ContainsFunc(call.Args, ownSize)
	}
	return false
}

// ownSize reports whether an expression is the size of a pen.
func ownSize(e ast.Expr) bool {
	field, ok := e.(*ast.SelectorExpr)
	return ok && field.Sel.Name == "Size"
}

// codeOf returns the code of every file that is part of a package, without comments.
func codeOf(t *testing.T) map[string]string {
	t.Helper()
	all := make(map[string]string)
	for _, root := range []string{"cmd", "kiosk"} {
		err := filepath.WalkDir(filepath.Join("..", root), func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir() && (d.Name() == "testdata" || d.Name() == "internal"):
				return filepath.SkipDir
			case d.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go"):
				return nil
			}
			text, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			files := token.NewFileSet()
			f, err := parser.ParseFile(files, path, text, parser.ParseComments)
			if err != nil {
				return err
			}
			all[filepath.ToSlash(strings.TrimPrefix(path, ".."+string(filepath.Separator)))] = uncommented(text, f, files)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// uncommented blanks the comments of a file.
func uncommented(text []byte, f *ast.File, files *token.FileSet) string {
	for _, group := range f.Comments {
		for at := files.Position(group.Pos()).Offset; at < files.Position(group.End()).Offset; at++ {
			text[at] = ' '
		}
	}
	return string(text)
}
