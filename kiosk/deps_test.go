package kiosk

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// room is one package's place in the house.
type room struct {
	dir  string   // from the module's root
	kind kind     // what it may touch
	may  []string // the rooms it may import
	why  string
}

type kind int

const (
	pure  kind = iota // no os, no net, no time.Now, no edge
	asset             // embedded bytes, and what reads them or advises the system about their memory
	edge              // effects; knows no other edge
	top               // wires the edges: the program, and a measurement that drives them by a simulated clock
	aid               // for tests and measurements; not in the program
)

// The policy. A room that isn't listed fails the test, so that none is added unnoticed.
var rooms = []room{
	{"kiosk", pure, nil, "the map alone"},
	{"kiosk/diag", pure, nil, "every room reports problems with it, so it knows no room"},
	{"kiosk/toml", pure, []string{"kiosk/diag"}, "it alone reads TOML, and knows no key's meaning"},
	{"kiosk/icon", pure, nil, "outlines alone"},
	{"kiosk/gesture", pure, nil, "points and times alone"},
	{"kiosk/picture/jpeg", pure, nil, "one format's bytes become rows"},
	{"kiosk/picture/png", pure, nil, "one format's bytes become rows"},
	{"kiosk/picture/icc", pure, nil, "colours alone"},
	{"kiosk/picture", pure, []string{"kiosk/picture/icc", "kiosk/picture/jpeg", "kiosk/picture/png"}, "bytes of an image file alone"},
	{"fonts", asset, nil, "bytes and what reads them"},
	{"content", asset, nil, "files alone"},
	{"kiosk/typeset", pure, []string{"fonts"}, "it sets text and knows no page"},
	{"kiosk/catalogue", pure, []string{"kiosk/diag", "kiosk/icon", "kiosk/picture", "kiosk/toml"}, "it checks an item's icon by name and an image's ending, and knows no screen"},
	{"kiosk/word", pure, []string{"kiosk/catalogue", "kiosk/diag"}, "a document becomes a notice's texts and pictures; it writes no file"},
	{"kiosk/sheet", pure, []string{"kiosk/catalogue", "kiosk/diag", "kiosk/toml"}, "a table's cells become files' keys, and an item's keys cells"},
	{"kiosk/qr", pure, []string{"kiosk/catalogue"}, "it makes the code of an item"},
	{"kiosk/search", pure, []string{"kiosk/catalogue"}, "it finds items, and knows no screen"},
	{"kiosk/picture/sample", aid, []string{"fonts", "kiosk/catalogue", "kiosk/picture"}, "it draws the images of tests' notices, with what a catalogue knows of them"},
	{"kiosk/session", pure, []string{"kiosk/catalogue", "kiosk/search"}, "its state holds the snapshot"},
	{"kiosk/blackbox", pure, []string{"kiosk/catalogue", "kiosk/session"}, "it names a session's events and runs them again; it opens no file"},
	{"kiosk/page", pure, []string{"kiosk/qr", "kiosk/session", "kiosk/typeset"}, "what a screen is; it reads no outline and lays nothing out"},
	{"kiosk/motion", pure, []string{"kiosk/page", "kiosk/session"}, "where each layer is at a moment; it knows finished pages alone"},
	{"kiosk/layout/build", pure, []string{"fonts", "kiosk/catalogue", "kiosk/page", "kiosk/qr", "kiosk/search", "kiosk/session", "kiosk/typeset"}, "what every page is made with; it names faces to typeset, and knows no frame"},
	{"kiosk/layout/frame", pure, []string{"fonts", "kiosk/catalogue", "kiosk/layout/build", "kiosk/page", "kiosk/qr", "kiosk/session", "kiosk/typeset"}, "where the parts of a page lie, whatever stands in them"},
	{"kiosk/layout/record", pure, []string{"fonts", "kiosk/catalogue", "kiosk/layout/build", "kiosk/page", "kiosk/qr", "kiosk/session", "kiosk/typeset"}, "what is read, in whatever frame"},
	{"kiosk/layout/poster", pure, []string{"fonts", "kiosk/catalogue", "kiosk/layout/build", "kiosk/page", "kiosk/session", "kiosk/typeset"}, "slides have no frame and hold no record"},
	{"kiosk/layout", pure, []string{"fonts", "kiosk/catalogue", "kiosk/layout/build", "kiosk/layout/frame", "kiosk/layout/poster", "kiosk/layout/record", "kiosk/page", "kiosk/qr", "kiosk/search", "kiosk/session", "kiosk/typeset"}, "a state becomes a page here alone; what moves is another room"},
	{"kiosk/layout/week", pure, []string{"fonts", "kiosk/catalogue", "kiosk/layout/build", "kiosk/layout/frame", "kiosk/page", "kiosk/qr", "kiosk/session", "kiosk/typeset"}, "paper is no screen: it has no frame but the words of a revision"},
	{"kiosk/layout/desk", pure, []string{"fonts", "kiosk/catalogue", "kiosk/diag", "kiosk/layout/build", "kiosk/page", "kiosk/session", "kiosk/typeset"}, "the page beside the kiosk in an office's window; no screen of the kiosk"},
	{"kiosk/layout/compare", pure, []string{"fonts", "kiosk/layout/build", "kiosk/page", "kiosk/typeset"}, "what stands around two screens that are compared; no screen of the kiosk"},
	{"kiosk/layout/sample", aid, []string{"kiosk/catalogue", "kiosk/search", "kiosk/session"}, "the catalogues that tests of pages and of their motion share"},
	{"kiosk/paint", pure, []string{"fonts", "kiosk/icon", "kiosk/page", "kiosk/picture", "kiosk/typeset"}, "the painter knows the page, never the reverse"},
	{"kiosk/pdf", pure, []string{"fonts", "kiosk/icon", "kiosk/page", "kiosk/paint", "kiosk/typeset"}, "the other painter: it writes what paint paints, and has it paint pictures"},
	{"kiosk/store", edge, []string{"kiosk/catalogue", "kiosk/diag", "kiosk/picture"}, "it hands over snapshots and their problems"},
	{"kiosk/display", edge, []string{"kiosk/catalogue", "kiosk/gesture", "kiosk/layout", "kiosk/layout/desk", "kiosk/motion", "kiosk/page", "kiosk/paint", "kiosk/session", "kiosk/typeset"}, "snapshots are delivered by cmd, never by store"},
	{"cmd/kiosk", top, []string{"content", "fonts", "kiosk/blackbox", "kiosk/catalogue", "kiosk/diag", "kiosk/display", "kiosk/layout", "kiosk/layout/compare", "kiosk/layout/desk", "kiosk/layout/week", "kiosk/motion", "kiosk/page", "kiosk/paint", "kiosk/pdf", "kiosk/picture", "kiosk/qr", "kiosk/session", "kiosk/sheet", "kiosk/store", "kiosk/toml", "kiosk/typeset", "kiosk/word"}, "it wires the edges, and alone knows the shipped content and where a machine has fonts"},
	{"kiosk/xdrive", aid, nil, "it sees the program from outside"},
	{"kiosk/internal/tour", aid, []string{"kiosk/xdrive"}, "a walk through the program"},
	{"kiosk/internal/pictures", aid, []string{"kiosk/picture"}, "it measures the decoders"},
	{"kiosk/internal/look", aid, []string{"content", "kiosk/catalogue", "kiosk/diag", "kiosk/layout", "kiosk/layout/desk", "kiosk/layout/week", "kiosk/motion", "kiosk/page", "kiosk/paint", "kiosk/picture", "kiosk/picture/sample", "kiosk/session", "kiosk/typeset"}, "it paints states without a window, and lays them beside the design's pictures"},
	{"kiosk/internal/reach", aid, []string{"content", "kiosk/catalogue", "kiosk/layout", "kiosk/page", "kiosk/session", "kiosk/typeset"}, "it walks the screens without a window"},
	{"kiosk/internal/notices", aid, nil, "it reads the licences of what is linked"},
	{"kiosk/internal/windows", aid, nil, "it packs the program for an office's PC"},
	{"kiosk/internal/panel", aid, nil, "it sees a whole machine from outside"},
	{"kiosk/internal/panel/hand", aid, nil, "it plugs devices into the machine that it runs in"},
	{"kiosk/internal/bench", aid, []string{"kiosk/xdrive"}, "it measures the program from outside"},
	{"kiosk/internal/month", top, []string{"content", "kiosk/display", "kiosk/store", "kiosk/xdrive"}, "it wires the edges to a simulated clock, or watches the program from outside"},
	{"kiosk/internal/setting", aid, []string{"fonts", "kiosk/page", "kiosk/paint", "kiosk/typeset"}, "it sets and paints the catalogue's text beside a browser"},
}

// library says which rooms may import a module that isn't ours, and why.
type library struct {
	path string
	in   []string
	why  string
}

var libraries = []library{
	{"github.com/hajimehoshi/ebiten/v2", []string{"kiosk/display"}, "all else runs, and is tested, without a window"},
	{"github.com/ebitengine/purego", []string{"kiosk/display"}, "only the window calls C"},
	{"github.com/jezek/xgb", []string{"kiosk/display", "kiosk/xdrive"}, "the X server is an effect"},
	{"github.com/fsnotify/fsnotify", []string{"kiosk/store"}, "the file system is an effect"},
	{"github.com/BurntSushi/toml", []string{"kiosk/toml"}, "one strict way to read TOML"},
	{"github.com/alecthomas/kong", []string{"cmd/kiosk"}, "the command line is parsed there"},
	{"github.com/go-text/typesetting", []string{"fonts", "kiosk/typeset"}, "shaping has one place"},
	{"github.com/tc-hib/winres", []string{"kiosk/internal/windows"}, "icon, version and manifest of the program for Windows"},
	{"github.com/yuin/goldmark", []string{"kiosk/internal/windows"}, "the manual as a page that a PC shows"},
	{"golang.org/x/image", []string{"fonts", "kiosk/icon", "kiosk/internal/look", "kiosk/internal/setting", "kiosk/layout", "kiosk/layout/build", "kiosk/layout/compare", "kiosk/layout/desk", "kiosk/layout/frame", "kiosk/layout/poster", "kiosk/layout/record", "kiosk/layout/week", "kiosk/motion", "kiosk/page", "kiosk/paint", "kiosk/pdf", "kiosk/picture", "kiosk/picture/sample", "kiosk/typeset"}, "fixed-point measures, outlines, masks, WebP, BMP, TIFF"},
	{"golang.org/x/net", []string{"kiosk/catalogue"}, "hosts in Punycode; nothing else of it"},
	{"golang.org/x/sync", []string{"kiosk/picture"}, "decoders share a bound of memory"},
	{"golang.org/x/sys", []string{"cmd/kiosk", "fonts", "kiosk/display", "kiosk/internal/panel/hand", "kiosk/store"}, "error boxes and the desktop on Windows, advice about the fonts' memory, memory shared with the X server, input devices of the test panel, a file's lock on Windows"},
	{"github.com/rogpeppe/go-internal", []string{"cmd/kiosk"}, "what check --fix changed is shown as a unified diff"},
	{"golang.org/x/term", []string{"cmd/kiosk"}, "whether a person sits at the terminal"},
	{"golang.org/x/text", []string{"kiosk/catalogue", "kiosk/diag", "kiosk/sheet", "kiosk/toml", "kiosk/typeset", "kiosk/word"}, "one name in several normal forms, and text that was decoded wrongly; how wide a terminal sets a character; recognising GBK, and full-width letters; texts in GB 18030 and UTF-16; what letters and marks make together"},
	{"rsc.io/qr", []string{"kiosk/qr"}, "codes are made in one place"},
}

// Nothing of these in a pure room.
var impure = []string{"os", "net", "syscall", "log", "os/exec", "os/signal", "net/http", "math/rand", "math/rand/v2"}

// source is what the policy asks of a package: its imports, the places where it reads the clock, and those where it
// looks for TOML's signs.
type source struct {
	imports map[string]token.Position
	clock   []token.Position
	toml    []token.Position
}

func TestImportPolicy(t *testing.T) {
	packages := readAll(t)
	for dir := range packages {
		if !slices.ContainsFunc(rooms, func(r room) bool { return r.dir == dir }) {
			t.Errorf("%s has no place in the policy: add it, with its reason", dir)
		}
	}
	for _, r := range rooms {
		src := packages[r.dir]
		for path, at := range src.imports {
			if why := r.refuses(path); why != "" {
				t.Errorf("%v: %s imports %s: %s", at, r.dir, path, why)
			}
		}
		if r.kind == pure {
			for _, at := range src.clock {
				t.Errorf("%v: %s reads the clock; take the time as an argument", at, r.dir)
			}
		}
	}
}

// TestOneReaderOfTOML: what reads the text of staff's files is in kiosk/toml. The other rooms of the program take
// decoded values, toml.Heads and toml.Key.
func TestOneReaderOfTOML(t *testing.T) {
	packages := readAll(t)
	if len(packages["kiosk/toml"].toml) == 0 {
		t.Error("TOML's signs are not recognised")
	}
	for _, r := range rooms {
		if r.kind == aid || r.dir == "kiosk/toml" {
			continue
		}
		for _, at := range packages[r.dir].toml {
			t.Errorf("%v: %s looks for a sign of TOML; that belongs in kiosk/toml", at, r.dir)
		}
	}
}

// TestEdgesApart keeps the policy itself honest.
func TestEdgesApart(t *testing.T) {
	of := map[string]kind{}
	for _, r := range rooms {
		of[r.dir] = r.kind
	}
	for i, r := range rooms {
		if r.why == "" {
			t.Errorf("%s gives no reason", r.dir)
		}
		for _, to := range r.may {
			if r.kind != top && of[to] == edge {
				t.Errorf("the policy lets %s import the edge %s", r.dir, to)
			}
			if j := slices.IndexFunc(rooms, func(o room) bool { return o.dir == to }); j < 0 || j >= i {
				t.Errorf("the policy lets %s import %s, which does not stand before it", r.dir, to)
			}
		}
	}
}

// refuses returns the reason why a room may not import a path, or "".
func (r room) refuses(path string) string {
	if own, ok := strings.CutPrefix(path, "gongkai/"); ok {
		if !slices.Contains(r.may, own) {
			return "it may not know that room: " + r.why
		}
		return ""
	}
	if first, _, _ := strings.Cut(path, "/"); !strings.Contains(first, ".") {
		if r.kind == pure && slices.Contains(impure, path) {
			return "a pure room has no effects"
		}
		return ""
	}
	for _, l := range libraries {
		if path == l.path || strings.HasPrefix(path, l.path+"/") {
			if !slices.Contains(l.in, r.dir) {
				return "that library's place is " + strings.Join(l.in, ", ") + ": " + l.why
			}
			return ""
		}
	}
	return "the library is not in the policy"
}

// readAll parses every file that is part of a package, tests left out.
func readAll(t *testing.T) map[string]source {
	t.Helper()
	packages := map[string]source{}
	files := token.NewFileSet()
	for _, root := range []string{"cmd", "content", "fonts", "kiosk"} {
		err := filepath.WalkDir(filepath.Join("..", root), func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir() && d.Name() == "testdata":
				return filepath.SkipDir
			case d.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go"):
				return nil
			}
			f, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			dir := filepath.ToSlash(strings.TrimPrefix(filepath.Dir(path), ".."+string(filepath.Separator)))
			packages[dir] = packages[dir].with(f, files)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return packages
}

// with adds a file's imports and its uses of the clock.
func (s source) with(f *ast.File, files *token.FileSet) source {
	if s.imports == nil {
		s.imports = map[string]token.Position{}
	}
	for _, spec := range f.Imports {
		path, _ := strconv.Unquote(spec.Path.Value)
		s.imports[path] = files.Position(spec.Pos())
	}
	ast.Inspect(f, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok && isClock(sel) {
			s.clock = append(s.clock, files.Position(sel.Pos()))
		}
		if call, ok := n.(*ast.CallExpr); ok && seeksTOML(call) {
			s.toml = append(s.toml, files.Position(call.Pos()))
		}
		return true
	})
	return s
}

func isClock(sel *ast.SelectorExpr) bool {
	x, ok := sel.X.(*ast.Ident)
	return ok && x.Name == "time" && slices.Contains([]string{"Now", "Since", "Until", "Sleep", "After", "AfterFunc", "NewTimer", "NewTicker", "Tick"}, sel.Sel.Name)
}

// seeksTOML reports whether a call looks for an equals sign, quotes of a long text, a header's brackets or an escape
// in a text.
func seeksTOML(call *ast.CallExpr) bool {
	fn, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	from, ok := fn.X.(*ast.Ident)
	if !ok || !slices.Contains([]string{"bytes", "strings", "regexp"}, from.Name) {
		return false
	}
	found := false
	for _, arg := range call.Args {
		ast.Inspect(arg, func(n ast.Node) bool {
			lit, ok := n.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING {
				return true
			}
			text, err := strconv.Unquote(lit.Value)
			signs := []string{"=", `"""`, "'''", "[", "[[", `\u`, `\U`}
			found = found || err == nil && (slices.Contains(signs, text) || from.Name == "regexp" && strings.Contains(text, "="))
			return true
		})
	}
	return found
}
