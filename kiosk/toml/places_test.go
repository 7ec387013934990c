package toml

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"gongkai/kiosk/diag"
)

// drawn returns an outline in one line: each key with the place of its key and of its value, tables in
// braces, lists and arrays of tables in brackets.
func drawn(src *diag.Source, n *node) string {
	at := func(off int) string {
		p := src.At(off).Problem(diag.Error, "", "", "")
		return fmt.Sprintf("%d:%d", p.Line, p.Column)
	}
	names := make([]string, 0, len(n.keys))
	for name := range n.keys {
		names = append(names, name)
	}
	slices.Sort(names)
	var all []string
	for _, name := range names {
		c := n.keys[name]
		s := name + " " + at(c.key)
		if c.form == valueForm || c.body > 0 {
			s += "=" + at(c.body)
		}
		if c.keys != nil || c.form == tableForm {
			s += " {" + drawn(src, c) + "}"
		}
		if c.items != nil {
			var items []string
			for _, item := range c.items {
				items = append(items, strings.TrimSpace(at(item.key)+" "+drawn(src, item)))
			}
			s += " [" + strings.Join(items, "; ") + "]"
		}
		all = append(all, s)
	}
	return strings.Join(all, ", ")
}

// TestPlaces holds where keys, values and elements stand in valid files.
func TestPlaces(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"keys and values", "number = 6\n title=\"a\"\n", "number 1:1=1:10, title 2:2=2:9"},
		{"comments and blank lines", "# 说明\n\nnumber = 6 # 六\n\r\n# 完", "number 3:1=3:10"},
		{"quoted keys", "\"标 题\" = 1\n'x.y' = 2\n", "x.y 2:1=2:9, 标 题 1:1=1:9"},
		{"dotted keys", "a.b . c = 1\na.\"d\" = 2\n", "a 1:1 {b 1:3 {c 1:7=1:11}, d 2:3=2:9}"},
		{"a raw text", "title = 'C:\\'\nx = 1\n", "title 1:1=1:10, x 2:1=2:5"},
		{"escaped quotes", `title = "a\"b\\"` + "\nx = 1\n", "title 1:1=1:10, x 2:1=2:5"},
		{"a text of several lines", "body = \"\"\"\n一\n\"二\"\n\"\"\"\nx = 1\n", "body 1:1=2:1, x 5:1=5:5"},
		{"one that begins on its first line", "body = \"\"\"一\n二\"\"\"\nx = 1\n", "body 1:1=1:11, x 3:1=3:5"},
		{"one with CRLF", "body = \"\"\"\r\n一\r\n\"\"\"\r\nx = 1\r\n", "body 1:1=2:1, x 4:1=4:5"},
		{"quotes at its end", "body = \"\"\"\n一\"\"\"\"\"\nx = 1\n", "body 1:1=2:1, x 3:1=3:5"},
		{"escaped quotes in it", "body = \"\"\"\n\\\"\"\"\n\"\"\"\nx = 1\n", "body 1:1=2:1, x 4:1=4:5"},
		{"a raw one", "body = '''\n\\'''\nx = 1\n", "body 1:1=2:1, x 3:1=3:5"},
		{"a list", "levels = [\"县级\", \"社区\"]\n", "levels 1:1=1:10 [1:11; 1:17]"},
		{"a list over lines", "levels = [ # 层级\n  \"县级\",\n\n  \"社区\", # 二\n]\nx = 1\n", "levels 1:1=1:10 [2:3; 4:3], x 6:1=6:5"},
		{"an empty list", "levels = []\nx = 1\n", "levels 1:1=1:10, x 2:1=2:5"},
		{"a list of lists", "a = [[1], [2, 3]]\n", "a 1:1=1:5 [1:6; 1:11]"},
		{"an inline table", "screen = {on = 1, off.x = 2}\n", "screen 1:1=1:10 {off 1:19 {x 1:23=1:27}, on 1:11=1:16}"},
		{"an empty one", "screen = {}\n", "screen 1:1=1:10 {}"},
		{"a list of tables", "guide = [{a = 1}, {a = 2}]\n", "guide 1:1=1:9 [1:10 a 1:11=1:15; 1:19 a 1:20=1:24]"},
		{"tables", "x = 1\n[screen]\non = 1\n[ a . b ]\nc = 2\n", "a 4:3 {b 4:1 {c 5:1=5:5}}, screen 2:1 {on 3:1=3:6}, x 1:1=1:5"},
		{"a table after its part", "[a.b]\n[a]\nc = 1\n", "a 1:2 {b 1:1 {}, c 3:1=3:5}"},
		{"an array of tables", "[[guide]]\na = 1\n[[guide]]\n[guide.x]\nb = 2\n", "guide 1:1 [1:1 a 2:1=2:5; 3:1 x 4:1 {b 5:1=5:5}]"},
		{"bare values", "a = -1_0.5e3\nb = 07:32:00\nc = 2026-03-01 08:30:00 # 早上\nd = true\n", "a 1:1=1:5, b 2:1=2:5, c 3:1=3:5, d 4:1=4:5"},
		{"no line end", "x = 1", "x 1:1=1:5"},
	} {
		if _, err := parse(c.in); err != nil {
			t.Errorf("%s isn't valid: %v", c.name, err)
		}
		p := placesOf(c.in, nil)
		if got := drawn(&diag.Source{Text: c.in}, p.root); got != c.want || len(p.faults) > 0 || p.passed > 0 || p.beyond || p.swallowed {
			t.Errorf("%s: got\n%s, want\n%s (%v)", c.name, got, c.want, p.faults)
		}
	}
}

// TestPlacesTwice: keys that stand twice are reported whether or not the library accepts them, with the fix
// for their kind.
func TestPlacesTwice(t *testing.T) {
	const same = sameKeyFix
	for _, c := range []struct {
		in   string
		at   int // line
		fix  string
		okay bool // for the library
	}{
		{"a = 1\na = 2\n", 2, same, false},
		{"a.b = 1\na = 2\n", 2, same, true},
		{"a = {b = 1}\na.b = 2\n", 2, same, false},
		{"x = {a = 1, a = 2}\n", 1, same, false},
		{"[a]\n[a]\n", 2, "把下面的键移到前一处下面，再删去这一行", false},
		{"a = 1\n[a]\n", 2, same, false},
		{"a = 1\n[[a]]\n", 2, same, false},
		{"[guide]\n[guide]\n", 2, "改成 [[guide]]", false},
		{"[guide]\n[[guide]]\n", 2, "把前一处也改成 [[guide]]", false},
		{"[[guide]]\nbody = 1\nbody = 2\n", 3, "是另一节，就在这一行前面加一行 [[guide]]；是同一节，就合成一处", false},
		{"[screen]\non = 1\non = 2\n", 3, same, false},
	} {
		p := placesOf(c.in, fieldsOf(new(document)))
		if len(p.faults) != 1 || p.doubles != 1 || lineOf(c.in, p.faults[0].off) != c.at || p.faults[0].fix != c.fix {
			t.Errorf("%q: %+v, want line %d, %s", c.in, p.faults, c.at, c.fix)
		}
		if _, err := parse(c.in); (err == nil) != c.okay {
			t.Errorf("%q: the library reports %v", c.in, err)
		}
	}
}

// TestPlacesPassOn: behind a statement that isn't TOML the bounds hold, and the next statement is read.
func TestPlacesPassOn(t *testing.T) {
	deep := strings.Repeat("[", maxNesting+2)
	for in, beyond := range map[string]bool{
		"title ＝ 1\nx = 1\n":                   false,
		"说明\nx = 1\n":                          false,
		"title = \"a\nx = 1\n":                 false,
		"[screen\nx = 1\n":                     false,
		"title ＝ 1\nx = " + deep:               true,
		"说明文字\n" + deep + "\nx = 1\n":          true,
		"title = \"\"\"\n没有结束\nx = " + deep:    false, // in a text without its end
		"levels = [\"a\" \"b\"]\ny = 1\n":      false,
		"screen = {on = 1 off = 2}\n[" + deep:  true,
		strings.Repeat("说明\n", 10) + "x = 1\n": false,
	} {
		if p := placesOf(in, nil); p.beyond != beyond {
			t.Errorf("%q: beyond a bound %t, want %t", in, p.beyond, beyond)
		}
	}
	if p := placesOf("说明\nx = 1\n", nil); p.root.child("x") == nil {
		t.Error("the statement behind a slip isn't read")
	}
}

// TestSwallowed: a text without its end takes in keys below it; one that only quotes a key doesn't.
func TestSwallowed(t *testing.T) {
	keys := fieldsOf(new(document))
	for _, c := range []struct {
		below string
		want  bool
	}{
		{"", false},
		{"补贴\n", false},
		{"补贴\nnumber = 6\n", false},
		{"补贴\nnumber = 6\nlevels = [\"a\"]\n", true},
		{"补贴\nnumber = 6\n另外\npinned = \"x\"\n", true},
		{"补贴\n\"\"\nnumber = 6\n", true},
		{"补贴\n”””\n\n# 说明\nnumber = 6\n", true},
		{"\"\n补贴\nnumber = 6\n", false}, // text between the quotes and the key
		{"x = 1\ny = 2\n", false},       // no keys of the file
		{"number = 六\ntitle = 补贴\n", false},
		{"heading = \"a\"\nbody =\n", true}, // keys of a table of the file
		{"number: 6\nscale: 1\n", false},
	} {
		if got := keys.swallowedBy("\"\"\"\n" + c.below); got != c.want {
			t.Errorf("%q: %t", c.below, got)
		}
	}
}
