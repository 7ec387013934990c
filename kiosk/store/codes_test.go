package store

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"gongkai/kiosk/catalogue"
)

// codeRooms are the packages that find problems of content and settings, and of what is imported and exported.
var codeRooms = slices.Concat(contentRooms, []string{"../sheet", "../word", "../../cmd/kiosk"})

// contentRooms are those whose problems a content file may accept.
var contentRooms = []string{"../toml", "../picture", "../catalogue", "../store"}

// coded is a place in the source that gives a problem its code.
type coded struct {
	code     string
	template string // the message, with …… for what isn't the same every time
	severity string
	place    string
}

var isCode = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

// codesIn returns the places of a package that give codes.
func codesIn(t *testing.T, dir string) (all []coded) {
	t.Helper()
	names, err := filepath.Glob(dir + "/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		files := token.NewFileSet()
		f, err := parser.ParseFile(files, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			for _, c := range codesAt(n) {
				c.place = files.Position(n.Pos()).String()
				if strings.HasSuffix(dir, "catalogue") && strings.Contains(fmt.Sprint(damageFiles), filepath.Base(name)) {
					c.severity = "提醒"
				}
				all = append(all, c)
			}
			return true
		})
	}
	return all
}

// damageFiles are those whose finds are warnings, wherever they are reported.
var damageFiles = []string{"damage.go", "mojibake.go", "ticks.go", "image_size.go"}

// reporting are the functions that take a code and a message.
var reporting = map[string]bool{"err": true, "warn": true, "partly": true, "whole": true, "mended": true, "fault": true, "patch": true,
	"wrong": true, "warned": true, "Problem": true, "report": true, "bound": true, "replace": true, "replaceBy": true,
	"add": true, "problem": true, "lose": true, "loseRow": true, "lost": true, "note": true, "noteRows": true}

// milder are the reporting functions whose problems are no errors.
var milder = map[string]string{"warn": "提醒", "warned": "提醒", "lost": "提醒", "note": "提示", "noteRows": "提示"}

// codesAt returns the codes that a statement or an expression gives, with the messages beside them.
func codesAt(n ast.Node) (all []coded) {
	var list []ast.Expr
	severity := "错误"
	reach, least := 1, 4 // how far the message stands from its code, and how many hanzi show that it is one
	switch n := n.(type) {
	case *ast.CallExpr:
		name := nameOf(n.Fun)
		if !reporting[name] {
			return nil
		}
		list, reach, least = n.Args, 3, 1
		severity = cmp.Or(milder[name], severity)
	case *ast.CompositeLit:
		if slices.ContainsFunc(n.Elts, isNested) {
			return nil // a key with its value's place, a column with its names
		}
		list = n.Elts
	case *ast.AssignStmt:
		list = n.Rhs
	case *ast.ReturnStmt:
		list = n.Results
	}
	for _, e := range list {
		severity = severityIn(e, severity)
	}
	for i, e := range list {
		key, value := keyed(e)
		code := literal(value)
		if !isCode.MatchString(code) || key != "" && key != "Code" && key != "code" {
			continue
		}
		if key != "" {
			reach, least = 3, 1
		}
		for _, next := range list[i+1 : min(len(list), i+1+reach)] {
			nextKey, text := keyed(next)
			if isCode.MatchString(literal(text)) {
				break // the code is the next one
			}
			template := templateOf(text)
			if hanIn(template) >= least && !strings.HasPrefix(template, "改成") && (key == "" || strings.EqualFold(nextKey, "message")) {
				all = append(all, coded{code: code, template: template, severity: severity})
				break
			}
		}
	}
	return all
}

func isNested(e ast.Expr) bool {
	switch e.(type) {
	case *ast.UnaryExpr, *ast.CompositeLit:
		return true
	}
	return false
}

func hanIn(s string) (n int) {
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			n++
		}
	}
	return n
}

// apart are the codes whose messages are put together elsewhere than beside them, or that several messages share.
var apart = []coded{
	{code: "beyond-month", severity: "错误", template: "没有……这一天（那个月没有这么多天）"},
	{code: "no-such-day", severity: "错误", template: "没有……这一天"},
	{code: "key-twice", severity: "错误", template: "“……”写了两次，前一处在第……行"},
	{code: "number-twice", severity: "错误", template: "序号 …… 和 …… 重复，……"},
	{code: "table-twice", severity: "错误", template: "“……”写了两次，前一处在第……行（是一节）"},
	{code: "table-and-tables", severity: "错误", template: "“……”写了两次，前一处在第……行（方括号一层和两层）"},
	{code: "key-and-tables", severity: "错误", template: "“……”写了两次，前一处在第……行（是键，又是一节）"},
	{code: "section-no-header", severity: "错误", template: "“……”写了两次，前一处在第……行（像是另一节）"},
	{code: "day-needless", severity: "错误", template: "“……”（……）不是日期"},
	{code: "days-several", severity: "错误", template: "值的后面还有字“……”（好几个日子）"},
	{code: "time-behind-day", severity: "错误", template: "值的后面还有字“……”（日子后面的时刻）"},
	{code: "unit-behind-number", severity: "错误", template: "值的后面还有字“……”（数字后面的单位）"},
	{code: "date-early", severity: "提醒", template: "“date”（日期）是……，在 2000 年以前"},
	{code: "image-unreadable", severity: "错误", template: "图片……读不出来"},
	{code: "images-many", severity: "错误", template: "图片超过……张，从这一张起不显示"},
	{code: "image-several", severity: "提醒", template: "图片的一项里写了……个文件名"},
	{code: "hard-to-read", severity: "提示", template: "字太小，从……远处看不清"},
	{code: "no-font-script", severity: "提醒", template: "“……”里有……，没有字体能显示，屏幕上是写着代码的方框"},
	{code: "conflict-copy", severity: "提醒", template: "这是同步冲突留下的副本，不会显示……"},
	{code: "copy", severity: "提醒", template: "这是副本，不会显示；原文件是……"},
	{code: "folder-as-file", severity: "提醒", template: "这是文件夹，不是文件，不会显示"},
	{code: "image-name", severity: "提醒", template: "图片……跟文件的名字不一样，屏幕上显示的是……"},
	{code: "key-in-table", severity: "错误", template: "不认识的键“……”：不属于它所在的节"},
	{code: "key-outside-table", severity: "错误", template: "不认识的键“……”：属于某一节"},
	{code: "misspelt-key", severity: "错误", template: "不认识的键“……”：写错了一两个字母，或写成了中文"},
	{code: "more-problems", severity: "错误", template: "这个文件的问题太多，只列出前……处"},
	{code: "no-font", severity: "提醒", template: "“……”里的“……”没有字体能显示，屏幕上是写着代码的方框"},
	{code: "not-read", severity: "提醒", template: "这个文件或文件夹放在这里，或叫这个名字，不会显示"},
	{code: "path-backslash", severity: "提醒", template: "反斜杠“……”在英文双引号里有特别的意思（当作路径读了）"},
	{code: "path-escape", severity: "错误", template: "反斜杠“……”在英文双引号里有特别的意思（像是路径）"},
	{code: "escape-unknown", severity: "错误", template: "反斜杠“……”在英文双引号里有特别的意思"},
	{code: "pipe", severity: "提醒", template: "这是管道或套接字，不是文件，不会显示"},
	{code: "prose", severity: "错误", template: "“……”不是“键 = 值”的写法"},
	{code: "service-pin", severity: "错误", template: "service_pin 要是 4 到 8 位数字"},
	{code: "twin-character", severity: "提醒", template: "“……”里的“……”看着像“……”，其实是另一个字符"},
	{code: "unknown-key", severity: "错误", template: "不认识的键“……”"},
	{code: "wrong-type", severity: "错误", template: "“……”应是……，这里写的是……"},
}

func nameOf(fun ast.Expr) string {
	switch f := fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

func keyed(e ast.Expr) (key string, value ast.Expr) {
	if kv, ok := e.(*ast.KeyValueExpr); ok {
		return nameOf(kv.Key), kv.Value
	}
	return "", e
}

func literal(e ast.Expr) string {
	if b, ok := e.(*ast.BasicLit); ok && b.Kind == token.STRING {
		s, _ := strconv.Unquote(b.Value)
		return s
	}
	return ""
}

func severityIn(e ast.Expr, before string) string {
	_, value := keyed(e)
	if s, ok := value.(*ast.SelectorExpr); ok {
		return cmp.Or(map[string]string{"Warning": "提醒", "Hint": "提示", "Error": "错误"}[s.Sel.Name], before)
	}
	return before
}

var verbs = regexp.MustCompile(`%[-+.0-9]*[a-zA-Z]`)

// templateOf returns the fixed words of a message.
func templateOf(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BinaryExpr:
		return templateOf(e.X) + templateOf(e.Y)
	case *ast.BasicLit:
		return verbs.ReplaceAllString(literal(e), "……")
	case *ast.CallExpr:
		if nameOf(e.Fun) == "Sprintf" {
			return templateOf(e.Args[0])
		}
	}
	return "……"
}

// spelled reports whether a code stands in the source of a room.
func spelled(t *testing.T, code string) bool {
	t.Helper()
	for _, room := range append(codeRooms, "../diag") {
		names, _ := filepath.Glob(room + "/*.go")
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasSuffix(name, "_test.go") && strings.Contains(string(data), strconv.Quote(code)) {
				return true
			}
		}
	}
	return false
}

// allCodes returns the places of all rooms by their codes.
func allCodes(t *testing.T) map[string][]coded {
	t.Helper()
	all := make(map[string][]coded)
	for _, room := range codeRooms {
		for _, c := range codesIn(t, room) {
			all[c.code] = append(all[c.code], c)
		}
	}
	for _, c := range apart {
		if !spelled(t, c.code) {
			t.Errorf("%s is no code any more", c.code)
		}
		c.place = "codes_test.go"
		all[c.code] = []coded{c}
	}
	return all
}

// TestCodes: no two kinds of problems share a code, and exactly the warnings and hints can be accepted.
func TestCodes(t *testing.T) {
	codes := allCodes(t)
	if len(codes) < 150 {
		t.Fatalf("only %d codes found", len(codes))
	}
	for code, places := range codes {
		for _, c := range places {
			if c.template != places[0].template {
				t.Errorf("%s stands for two kinds:\n%s: %s\n%s: %s", code, places[0].place, places[0].template, c.place, c.template)
			}
		}
	}
	for _, code := range catalogue.Acceptable() {
		if len(codes[code]) == 0 {
			t.Errorf("%s can be accepted, but is no code", code)
		}
	}
	for code, places := range codes {
		mild := slices.ContainsFunc(places, func(c coded) bool { return c.severity != "错误" })
		ofContent := slices.Contains(contentRooms, filepath.Dir(places[0].place)) || places[0].place == "codes_test.go"
		if accepted := slices.Contains(catalogue.Acceptable(), code); accepted != mild && ofContent {
			t.Errorf("%s: may be accepted %t, but it is %s (%s)", code, accepted, places[0].severity, places[0].place)
		}
	}
}

// TestCodesOfMessages: each of the messages that are kept for reading has a code of the list.
func TestCodesOfMessages(t *testing.T) {
	data, err := os.ReadFile("../catalogue/testdata/messages.golden")
	if err != nil {
		t.Fatal(err)
	}
	codes := allCodes(t)
	problem := regexp.MustCompile(`(?m)^\S+?: (?:错误|提醒|提示)：.*$`)
	code := regexp.MustCompile(` \[([a-z0-9-]+)\]$`)
	lines := problem.FindAllString(string(data), -1)
	if len(lines) < 200 {
		t.Fatalf("only %d messages", len(lines))
	}
	for _, line := range lines {
		if m := code.FindStringSubmatch(line); m == nil || len(codes[m[1]]) == 0 {
			t.Errorf("no code of the list: %s", line)
		}
	}
}

// codesTable returns the page's lists of codes.
func codesTable(t *testing.T) string {
	var b strings.Builder
	b.WriteString("\n## 代码\n\n每一处问题的末尾有一个代码（JSON 里是 `code`），各个版本都一样。图片读不出来时，代码是 `image-` 加上文件的那一种，例如 `image-link-outside`。\n" +
		"“提醒”和“提示”可以认可：在事项、公告里写 `accept = [\"no-basis\"]`，只认可这个文件的；在 `kiosk.toml` 里写，认可所有文件的。\n")
	codes := allCodes(t)
	writeCodes(&b, codes, func(c coded) bool { return !c.ofOffice() })
	b.WriteString("\n## 导入、导出和新建时的代码\n\n`kiosk import`、`export`、`new` 说的是表格、文档和照片，只在那时列出来，不用认可；内容文件自己的问题，代码在上面。\n")
	writeCodes(&b, codes, coded.ofOffice)
	return b.String()
}

// ofOffice reports whether the code is of an office's table, document or photograph, and of no file of the content.
func (c coded) ofOffice() bool {
	dir, name := filepath.Split(c.place)
	command := strings.HasPrefix(name, "import") || strings.HasPrefix(name, "export") || strings.HasPrefix(name, "new")
	return dir == "../sheet/" || dir == "../word/" || dir == "../../cmd/kiosk/" && command
}

// writeCodes writes a table of some of the codes.
func writeCodes(b *strings.Builder, codes map[string][]coded, wanted func(coded) bool) {
	b.WriteString("\n| 代码 | 级别 | 说什么 |\n|---|---|---|\n")
	for _, code := range slices.Sorted(maps.Keys(codes)) {
		if c := codes[code][0]; wanted(c) {
			fmt.Fprintf(b, "| `%s` | %s | %s |\n", code, c.severity, strings.NewReplacer("|", "\\|", "\n", " ").Replace(c.template))
		}
	}
}

// TestCodesCovered: no file of the rooms makes a problem without a code.
func TestCodesCovered(t *testing.T) {
	bare := regexp.MustCompile(`diag\.Problem\{(?:\{)?\s*File: [^}]*Message:|\(.*"", (?:fmt\.Sprintf\()?"[^"]*\p{Han}`)
	for _, room := range codeRooms {
		names, _ := filepath.Glob(room + "/*.go")
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range bare.FindAllString(string(data), -1) {
				if !strings.HasSuffix(name, "_test.go") && !strings.Contains(m, "Code:") {
					t.Errorf("%s: %s", name, m)
				}
			}
		}
	}
}

// TestFaultsAreMended: of each of the page's faults all that is certain is mended at once, and mending again changes nothing.
func TestFaultsAreMended(t *testing.T) {
	mended := 0
	for _, part := range mishaps {
		for _, m := range part.all {
			p := newPlace(t)
			p.write(picA, dot(7, 0))
			p.write("notices/1.toml", notice("旧", picA))
			m.do(p)
			before := NewChecker(p.dir).Check()
			for _, f := range catalogue.Mend(before.Files) {
				p.write(f.Path, string(f.Data))
				mended++
			}
			after := NewChecker(p.dir).Check()
			if again := catalogue.Mend(after.Files); len(again) > 0 {
				t.Errorf("%s: %s is mended a second time", m.title, again[0].Path)
			}
			if len(after.Problems) > len(before.Problems) {
				t.Errorf("%s: %v became %v", m.title, before.Problems, after.Problems)
			}
		}
	}
	if mended < 10 {
		t.Errorf("only %d files are mended", mended)
	}
}
