package toml

import (
	"fmt"
	"strings"
	"testing"
)

var editOrder = []string{"number", "category", "title", "content", "levels"}

func TestSet(t *testing.T) {
	for _, c := range []struct {
		name, in, key string
		value         any
		want          string
	}{
		{"a text keeps its quotes and its alignment", "number    = 6\ntitle     = \"旧\"\n", "title", "新", "number    = 6\ntitle     = \"新\"\n"},
		{"a raw text", "title = '旧'\n", "title", `新\n`, "title = '新\\n'\n"},
		{"a raw text that can't hold the new one", "title = '旧'\n", "title", "it's", "title = \"it's\"\n"},
		{"a comment behind the value stays", "number = 6 # 序号\n", "number", 7, "number = 7 # 序号\n"},
		{"a text of several lines", "content = \"\"\"\n甲、\n乙\n\"\"\"\nlevels = [\"社区\"]\n", "content", "甲、\n  丙", "content = \"\"\"\n甲、\n  丙\n\"\"\"\nlevels = [\"社区\"]\n"},
		{"one line between three quotes keeps them", "content = \"\"\"\n甲\n\"\"\"\n", "content", "乙", "content = \"\"\"\n乙\n\"\"\"\n"},
		{"one line grows to several", "content = \"甲\"\n", "content", "甲\n乙", "content = \"\"\"\n甲\n乙\n\"\"\"\n"},
		{"line ends and a byte order mark", "\ufeffcontent = \"\"\"\r\n甲\r\n\"\"\"\r\n# 末\r\n", "content", "甲\n乙", "\ufeffcontent = \"\"\"\r\n甲\r\n乙\r\n\"\"\"\r\n# 末\r\n"},
		{"a list", "levels = ['社区']\n", "levels", []string{"县级", "社区"}, "levels = [\"县级\", \"社区\"]\n"},
		{"comments within a list", "levels = [\n  \"社区\", # 本级\n  # 末\n]\n", "levels", []string{"县级"}, "# 本级\n# 末\nlevels = [\"县级\"]\n"},
		{"an absent key stands in its place", "number   = 6\ncategory = \"助残\" # 一级\n# 说明\ncontent  = \"甲\"\n[[guide]]\nbody = \"乙\"\n", "title", "补贴", "number   = 6\ncategory = \"助残\" # 一级\ntitle    = \"补贴\"\n# 说明\ncontent  = \"甲\"\n[[guide]]\nbody = \"乙\"\n"},
		{"an absent key before all others", "# 说明\ntitle = \"甲\"\n", "number", 6, "# 说明\nnumber = 6\ntitle = \"甲\"\n"},
		{"no line feed at the end", "number = 6", "title", "甲", "number = 6\ntitle  = \"甲\""},
		{"a key of a table isn't meant", "number = 6\n[contact]\ntitle = \"甲\"\n", "title", "乙", "number = 6\ntitle  = \"乙\"\n[contact]\ntitle = \"甲\"\n"},
		{"quotes and marks", "title = \"甲\"\n", "title", "\"乙\"\\\t\x01", "title = \"\\\"乙\\\"\\\\\t\\u0001\"\n"},
		{"three quotes in a long text", "content = \"\"\"\n甲\n\"\"\"\n", "content", "a\"\"\"\"b\n", "content = \"\"\"\na\"\"\\\"\"b\n\"\"\"\n"},
		{"a quoted key", "\"title\"='甲'\n", "title", "乙", "\"title\"='乙'\n"},
	} {
		got, ok := Set([]byte(c.in), c.key, c.value, editOrder)
		if !ok || string(got) != c.want {
			t.Errorf("%s: %v\ngot\n%s\nwant\n%s", c.name, ok, got, c.want)
		}
	}
}

func TestRemove(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"number = 6\ntitle = \"\"\"\n甲\n乙\n\"\"\"\ncontent = \"丙\"\n", "number = 6\ncontent = \"丙\"\n"},
		{"title = [ # 一\n] # 二\nnumber = 6\n", "# 一\n# 二\nnumber = 6\n"},
		{"number = 6\ntitle = \"甲\"", "number = 6\n"},
		{"number = 6\n[contact]\ntitle = \"甲\"\n", "number = 6\n[contact]\ntitle = \"甲\"\n"},
	} {
		if got, ok := Remove([]byte(c.in), "title"); !ok || string(got) != c.want {
			t.Errorf("%v\ngot\n%s\nwant\n%s", ok, got, c.want)
		}
	}
}

// TestEditRefuses: what can't be read isn't edited.
func TestEditRefuses(t *testing.T) {
	for _, in := range []string{"", "title = “甲”\n", "title = \"甲\"\ntitle = \"乙\"\n", "\xb2\xd0", "title = \"甲\n"} {
		if got, ok := Set([]byte(in), "title", "乙", editOrder); ok || string(got) != in {
			t.Errorf("%q becomes %q", in, got)
		}
	}
}

func TestFormat(t *testing.T) {
	got := Format([]Pair{{"number", 6}, {"title", "甲"}, {"content", "甲、\n乙"}, {"levels", []string{"社区"}}, {"basis", "丙"}}, func(key string) bool { return key == "basis" })
	want := "number  = 6\ntitle   = \"甲\"\ncontent = \"\"\"\n甲、\n乙\n\"\"\"\nlevels  = [\"社区\"]\nbasis   = \"\"\"\n丙\n\"\"\"\n"
	if string(got) != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// FuzzSet changes one key of any file: the others keep their values, and the comments stand.
func FuzzSet(f *testing.F) {
	for _, in := range valid {
		f.Add([]byte(in), "新\n\"行\"")
	}
	f.Add([]byte("a = [ # 一\n 'x#', # 二\n]\ntitle = '甲' # 三\r\n"), "'")
	f.Fuzz(func(t *testing.T, data []byte, value string) {
		before, _ := parse(strings.TrimLeft(string(data), bom))
		value = strings.ReplaceAll(strings.ToValidUTF8(value, "?"), "\r", "")
		edited, ok := Set(data, "title", value, editOrder)
		if !ok || before == nil {
			return
		}
		after, err := parse(strings.TrimLeft(string(edited), bom))
		if err != nil {
			t.Fatalf("%v\n%q\n%q", err, data, edited)
		}
		got, _ := after["title"].(string)
		if got = strings.ReplaceAll(got, "\r\n", "\n"); got != value && got != value+"\n" && got+"\n" != value {
			t.Fatalf("the value is %q, not %q: %q", got, value, edited)
		}
		delete(before, "title")
		delete(after, "title")
		if fmt.Sprint(before) != fmt.Sprint(after) {
			t.Fatalf("another key changed\n%q\n%q", data, edited)
		}
		if gone, _ := Remove(edited, "title"); strings.Count(string(gone), "#") < strings.Count(string(edited), "#")-strings.Count(value, "#") {
			t.Fatalf("a comment is gone\n%q\n%q", edited, gone)
		}
	})
}
