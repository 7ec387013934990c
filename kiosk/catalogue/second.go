package catalogue

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// second reports that another notice, or item, begins in a line of the file; its mend moves it into a file of its own.
func (c *checker) second(text string, line int, fix string) {
	start := lineStart(text, line)
	what := "公告"
	if kindOf(c.file) == itemKind {
		what = "事项"
	}
	p := diag.Problem{File: c.file, Line: line, Code: "two-in-file", Message: "一个文件里写了两个" + what + "，第二个从这一行开始", Fix: fix}
	p.Mend = diag.Mend{Start: start, End: len(text), NewFile: c.free(c.file)}
	c.add(p)
}

// lineStart returns the offset of a line, from 1, with the comments right above it.
func lineStart(text string, line int) int {
	lines := strings.SplitAfter(text, "\n")
	at := min(line-1, len(lines))
	for at > 0 && strings.HasPrefix(lines[at-1], "#") {
		at--
	}
	return len(strings.Join(lines[:at], ""))
}

// free returns a path beside a file that no file has.
func (c *checker) free(file string) string {
	ext := path.Ext(file)
	for n := 2; ; n++ {
		name := fmt.Sprintf("%s-第%d个%s", strings.TrimSuffix(file, ext), n, ext)
		if !c.there[name] {
			return name
		}
	}
}

// two replaces what Decode found from a key on that stands twice where it begins another notice or item: all that the kind
// requires stands before it, and from it on a second time.
func (c *checker) two() {
	k := kindOf(c.file)
	i := slices.IndexFunc(homes, func(h home) bool { return h.kind == k })
	if len(c.problems) == 0 || i < 0 || k != noticeKind && k != itemKind {
		return
	}
	text := strings.TrimLeft(string(c.data), "\ufeff")
	seen := make(map[string]bool)
	for _, h := range toml.Heads(c.data) {
		if h.IsTable() || !slices.Contains(homes[i].keys, h.Name) {
			continue // a table's own
		}
		if !seen[h.Name] {
			seen[h.Name] = true
			continue
		}
		if start := lineStart(text, h.Line); whole(c.file, text[:start]) && whole(c.file, text[start:]) {
			c.problems = slices.DeleteFunc(c.problems, func(p diag.Problem) bool { return p.Code == "key-twice" || p.Line >= h.Line })
			c.second(text, h.Line, "从这一行起剪切下来，另存为一个新文件，编码选“UTF-8”")
		}
		return
	}
}

// whole reports whether a text has all keys that its kind of file requires.
func whole(file, text string) bool {
	k := kindOf(file)
	i := slices.IndexFunc(homes, func(h home) bool { return h.kind == k })
	return i >= 0 && (k == noticeKind || k == itemKind) && has(toml.TopKeys([]byte(text)), homes[i].required)
}
