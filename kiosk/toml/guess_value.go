package toml

import (
	"regexp"
	"strings"

	"gongkai/kiosk/diag"
)

// value reads one value, which is so many levels deep; key is the name that messages use.
func (g *guess) value(n *node, level int, key string) bool {
	if level > maxNesting {
		return g.tooDeep(g.pos)
	}
	g.skipSpace()
	n.body = g.pos
	switch {
	case g.has(`"""`), g.has(`'''`):
		return g.longText(n)
	case g.has(`"`), g.has(`'`):
		return g.quoted(n, g.char())
	case g.has("["):
		return g.list(n, level+1, key)
	case g.has("{"):
		return g.inline(n, level) // its keys are the deeper level
	}
	return g.bare(key)
}

// quoted reads a text that ends on its own line.
func (g *guess) quoted(n *node, quote string) bool {
	start := g.pos
	n.body = start + 1
	end, ok := g.closing(n.body, quote)
	if mark := g.wrongEnd(g.src[n.body:end], ok); mark != "" {
		end = n.body + strings.Index(g.src[n.body:end], mark)
		g.pos = end + len(mark)
		m := diag.Mend{Start: end, End: g.pos, Text: quote}
		if !g.endsHere(false) {
			m = diag.Mend{}
		}
		g.mended(m, end, "quote-end", "结尾的引号不是英文的，是"+named(mark), "改成英文引号 "+quote)
		return true
	}
	g.escapes(n.body, end, quote)
	if !ok {
		g.pos = end
		return g.unquoted(start, quote)
	}
	g.pos = end + 1
	return true
}

var (
	// endAhead matches a text of a line whose closing quotes are not TOML's, with what may follow them there.
	endAhead = regexp.MustCompile(`^[^"“‘]*?([”“＂’‘＇])[ \t]*(?:[\]］】}#].*|)$`)
	// endInList matches one whose quotes are those of the next element.
	endInList = regexp.MustCompile(`^[^"“‘]*?([”“＂’‘＇])[ \t]*[,，、;；][ \t]*(?:["“”＂].*)?$`)
)

// wrongEnd returns the mark that ends a text in place of its quotes, "" if there is none; closed is whether quotes follow.
func (g *guess) wrongEnd(raw string, closed bool) string {
	raw = strings.TrimRight(raw, "\r")
	if m := endInList.FindStringSubmatch(raw); m != nil && g.inList() {
		return m[1]
	}
	if m := endAhead.FindStringSubmatch(raw); m != nil && !closed && (g.inList() || raw == strings.TrimRight(raw, "]］】}")) {
		return m[1]
	}
	return ""
}

// inList reports whether the value of the entry at hand is a list.
func (g *guess) inList() bool {
	return g.entry.key != "" && strings.HasPrefix(g.src[g.entry.value:], "[")
}

// unquoted reports a text whose line ends before its quotes do.
func (g *guess) unquoted(start int, quote string) bool {
	tail := strings.TrimRight(g.src[start:g.pos], " \t\r")
	for _, wrong := range []string{"”", "“", "＂", "’", "‘", "＇"} {
		if head, ok := strings.CutSuffix(tail, wrong); ok {
			return g.mended(diag.Mend{Start: start + len(head), End: start + len(tail), Text: quote}, start+len(head), "quote-end", "结尾的引号不是英文的，是"+named(wrong), "改成英文引号 "+quote)
		}
	}
	if head, ok := strings.CutSuffix(tail, `\"`); ok && quote == `"` && !strings.HasSuffix(head, `\`) {
		return g.fault(start+len(head), "backslash-end", "末尾的反斜杠“\\”把后面的引号变成了文字", "把这个“\\”写成“/”，或者删去")
	}
	if head := strings.TrimRight(tail, "] \t"); g.inList() && head != tail && len(head) > 1 {
		return g.mended(diag.Mend{Start: start + len(head), End: start + len(head), Text: quote}, start, "quote-unclosed-in-list", "引号在“]”前面没有结束", "在“]”前面补上英文引号 "+quote)
	}
	m := diag.Mend{Start: start + len(tail), End: start + len(tail), Text: quote}
	if strings.Contains(tail, "#") || g.entryIn(tail) || g.numberBelow() {
		m = diag.Mend{} // a comment may have been meant, or another entry
	}
	return g.mended(m, start, "quote-unclosed", "引号没有结束", "在这一行的末尾补上英文引号 "+quote)
}

// escapes checks what follows the backslashes of a text, if it is one that has escapes. A path with several is one
// slip. Outside paths, the digits of \u and the white space behind a line's last backslash are left to the library.
func (g *guess) escapes(off, end int, quotes string) {
	if quotes[0] != '"' {
		return
	}
	raw := g.src[off:end]
	paths, told := pathsOf(raw), 0
	for _, e := range escapesOf(raw) {
		i := at(paths, e.off)
		switch char := firstChar(raw[e.off+1:]); {
		case e.known, e.off < told, i < 0 && strings.Contains("uU \t\r\n", char):
		case i < 0:
			g.fault(off+e.off, "escape-unknown", escapeMessage(char), "要写反斜杠本身就写两个“\\\\”，网址和路径用“/”")
		default:
			path := Path{raw[paths[i].start:paths[i].end], off + paths[i].start}
			told = paths[i].end
			g.fault(path.stray(), "path-escape", path.Message(), path.Fix())
		}
	}
}

// longText reads a text between three quotes.
func (g *guess) longText(n *node) bool {
	start, faults := g.pos, len(g.faults)
	quotes := g.src[start : start+len(`"""`)]
	n.body = g.textStart()
	end, ok := g.closing(n.body, quotes)
	g.escapes(n.body, end, quotes)
	if !ok {
		return g.unclosed(start, faults, quotes)
	}
	return g.close(start, end, faults, quotes)
}

// keyBefore is a line's beginning up to a key's opening quotes.
var keyBefore = regexp.MustCompile(`^[ \t]*[A-Za-z0-9_-]+[ \t]*[=＝][ \t]*$`)

// close ends a text at the quotes found. It was never closed if they open the next key's text
// (key = """), and it was closed before them if other quotes have a line of their own ahead of
// the next key. faults is how many there were before the text.
func (g *guess) close(start, end, faults int, quotes string) bool {
	text := g.src[start:end]
	if nl := strings.LastIndexByte(text, '\n'); nl >= 0 {
		if g.keys.swallowedBy(text) || keyBefore.MatchString(text[nl+1:]) {
			return g.unclosed(start, faults, quotes)
		}
		if r := g.lines(g.pos + len(g.line())); r.mark != "" && r.markOff < end && g.ends(r) {
			return g.wrongClose(r, faults, quotes)
		}
	}
	g.pos = end + len(quotes)
	g.skipExtraQuotes(quotes)
	return true
}

// list reads […], which may span lines.
func (g *guess) list(n *node, level int, key string) bool {
	start := g.pos
	g.pos++
	for {
		g.skipBlank()
		switch {
		case g.take("]"):
			return true
		case g.listBroken():
			g.backTo(start)
			return g.fault(start, "list-unclosed", "方括号没有结束", "在列表的末尾补上英文方括号 ]")
		}
		e := &node{key: g.pos}
		if !g.room(g.pos) || !g.value(e, level, key) {
			return false
		}
		n.items = append(n.items, e)
		g.skipBlank()
		if !g.separator(start, "]", "方括号") {
			return false
		}
	}
}

// listBroken reports whether the file ends or the next key or table begins inside a list.
func (g *guess) listBroken() bool {
	if head := headLine.FindStringSubmatch(g.line()); head != nil && g.keys.byKey(head[1]) != nil {
		return true
	}
	return g.pos == len(g.src) || g.keyAhead() != ""
}

// keyAhead returns the bare key that begins an entry at the cursor, "" if none does.
func (g *guess) keyAhead() string {
	word := bareWord(g.ahead())
	if !strings.HasPrefix(strings.TrimLeft(g.ahead()[len(word):], " \t"), "=") {
		return ""
	}
	return word
}

// inlineBroken reports whether the file ends inside an inline table, or a line begins that can't be part of it: a
// table, or an entry of the table at hand or of the file. Behind a missing comma it is any that begins something.
func (g *guess) inlineBroken(comma bool) bool {
	line := g.src[strings.LastIndexByte(g.src[:g.pos], '\n')+1 : g.pos]
	switch key := g.keyAhead(); {
	case g.pos == len(g.src):
		return true
	case strings.Trim(line, margins) != "":
		return false
	case key != "" && comma:
		return g.table.outside(g.entry.key, key) || g.keys.outside(g.entry.key, key)
	}
	return (g.has("[") || !comma) && g.begins(g.line())
}

// outside reports whether a key is one of a table, and not one of the table of the given name in it.
func (fs fields) outside(table, key string) bool {
	f := fs.byKey(table)
	return fs.byKey(key) != nil && (f == nil || f.sub.byKey(key) == nil)
}

// backTo moves to the end of the line before, so that the walk goes on with what begins here, but not before off.
func (g *guess) backTo(off int) {
	if nl := strings.LastIndexByte(g.src[:g.pos], '\n'); nl > off {
		g.pos = nl
	}
}

// inline reads {key = value, …}.
func (g *guess) inline(n *node, level int) bool {
	start := g.pos
	g.pos++
	n.form = tableForm
	for {
		g.skipBlank()
		switch {
		case g.take("}"):
			return true
		case g.inlineBroken(true):
			g.backTo(start)
			return g.fault(start, "braces-unclosed", "大括号没有结束", "在末尾补上英文大括号 }")
		}
		if !g.pair(n, level) {
			return false
		}
		g.skipBlank()
		if !g.separator(start, "}", "大括号") {
			return false
		}
	}
}

// elementHead matches the beginning of what can only be an element of a list.
var elementHead = regexp.MustCompile(`^["'“＂\[{0-9]`)

// separator reads the comma between two elements; the closing bracket stays ahead.
func (g *guess) separator(start int, shut, bracket string) bool {
	if g.take(",") || g.has(shut) {
		return true
	}
	switch char := g.char(); {
	case char == "，", char == "、", char == "；", char == ";":
		return g.mended(diag.Mend{Start: g.pos, End: g.pos + len(char), Text: ","}, g.pos, "list-mark", "列表里用了“"+char+"”", "改成英文逗号“,”")
	case char == "］", char == "】", char == "｝":
		return g.mended(diag.Mend{Start: g.pos, End: g.pos + len(char), Text: shut}, g.pos, "bracket-wide-end", "结尾的括号是全角的“"+char+"”", "改成英文的“"+shut+"”")
	case char == "", shut == "]" && g.listBroken(), shut == "}" && g.inlineBroken(false):
		g.backTo(start)
		return g.fault(start, "bracket-unclosed", bracket+"没有结束", "在末尾补上英文的“"+shut+"”")
	}
	m := diag.Mend{Start: g.pos, End: g.pos, Text: ", "}
	if shut == "]" && !elementHead.MatchString(g.ahead()) {
		m = diag.Mend{} // it may be the middle of a text with quotes in it
	}
	return g.mended(m, g.pos, "comma-missing", "列表里的两项之间缺少逗号", "用英文逗号“,”隔开")
}
