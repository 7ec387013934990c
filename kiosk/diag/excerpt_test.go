package diag

import (
	"strings"
	"testing"
)

func TestExcerptOfALine(t *testing.T) {
	han := strings.Repeat("残疾人", 20)
	kept := han[len(han)-20*len("残"):] // 40 columns
	for _, c := range []struct {
		name, line string
		column     int
		want       string
	}{
		{"at the beginning", "titel = \"a\"", 1, "    titel = \"a\"\n    ^\n"},
		{"behind hanzi, two columns each", "title = \"残疾人”", 13, "    title = \"残疾人”\n                   ^\n"},
		{"full-width marks and a space", "［一］　＝", 5, "    ［一］　＝\n            ^\n"},
		{"quotes of either width count as one", "“甲”乙", 4, "    “甲”乙\n        ^\n"},
		{"tabs stay", "\ta\t= ６", 5, "    \ta\t= ６\n    \t \t ^\n"},
		{"at the end", "title =", 8, "    title =\n           ^\n"},
		{"a column that is not there", "ab", 9, "    ab\n      ^\n"},
		{"what can't be seen", "a\u202eb\x1b[2Jc", 4, "    a\\u202eb\\x1b[2Jc\n            ^\n"},
		{"a broken byte", "a\xb2\xd0b", 4, "    a\\xb2\\xd0b\n             ^\n"},
		{"a mark above a letter", "e\u0301x", 3, "    e\u0301x\n     ^\n"},
		{"a long line", han + "“" + han, 61, "    ..." + kept + "“" + han[:45] + "...\n    " + strings.Repeat(" ", 43) + "^\n"},
		{"the end of a long line", han, 61, "    ..." + kept + "\n    " + strings.Repeat(" ", 43) + "^\n"},
	} {
		if got := excerpt(c.line, c.column); got != c.want {
			t.Errorf("%s\ngot\n%swant\n%s", c.name, got, c.want)
		}
	}
}

// A line is printed below each problem that has a place in it, and below no other.
func TestWriteLines(t *testing.T) {
	files := map[string]string{
		"a.toml": "\ufefftitle = \"甲\"\r\ntitel = 1\r\n",
		"b.toml": "\tnumber ＝ 6",
	}
	problems := []Problem{
		{File: "a.toml", Line: 1, Column: 1, Whole: true, Message: "一", Fix: "改"},
		{File: "a.toml", Line: 1, Column: 9, Message: "二", Fix: "改"},
		{File: "a.toml", Line: 2, Column: 1, Message: "三", Fix: "改"},
		{File: "a.toml", Line: 3, Column: 1, Message: "四", Fix: "改"},
		{File: "a.toml", Line: 4, Column: 1, Message: "no such line", Fix: "改"},
		{File: "a.toml", Line: 1, Message: "no column", Fix: "改"},
		{File: "b.toml", Line: 1, Column: 9, Severity: Warning, Message: "五", Fix: "改"},
		{File: "c.toml", Line: 1, Column: 1, Message: "六", Fix: "改"},
		{File: "c.toml", Message: "七", Fix: "改"},
	}
	var b strings.Builder
	if err := WriteLines(&b, problems, func(file string) []byte { return []byte(files[file]) }); err != nil {
		t.Fatal(err)
	}
	want := `a.toml:1:1: 错误：一；改法：改
a.toml:1:9: 错误：二；改法：改
    title = "甲"
            ^
a.toml:2:1: 错误：三；改法：改
    titel = 1
    ^
a.toml:3:1: 错误：四；改法：改
a.toml:4:1: 错误：no such line；改法：改
a.toml:1: 错误：no column；改法：改
b.toml:1:9: 提醒：五；改法：改
    	number ＝ 6
    	       ^
c.toml:1:1: 错误：六；改法：改
c.toml: 错误：七；改法：改
`
	if got := b.String(); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if WriteLines(full{}, problems, func(string) []byte { return nil }) == nil {
		t.Error("no error from a full disk")
	}
}
