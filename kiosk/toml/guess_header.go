package toml

import (
	"regexp"

	"gongkai/kiosk/diag"
)

// header reads [name] or [[name]].
func (g *guess) header() bool {
	start, open, shut := g.pos, "[", "]"
	if g.has(tooManyBrackets) {
		return g.tooDeep(start)
	}
	if g.has("[[") {
		open, shut = "[[", "]]"
	}
	g.pos += len(open)
	name, ok := g.name()
	if !ok {
		return false
	}
	closed := g.take(shut)
	if !closed {
		whole := open + diag.Excerpt(joined(name), 30)
		g.mended(diag.Mend{Start: g.pos, End: g.pos + len(bracketsAhead.FindString(g.ahead())), Text: shut}, g.pos, "header-unclosed", "“"+whole+"”后面缺少“"+shut+"”", "写成 "+whole+shut)
	}
	if len(name) > maxNesting {
		return g.tooDeep(start)
	}
	if !g.room(start) {
		return false
	}
	g.open(name, start, open == "[[")
	return closed
}

func (g *guess) open(name []part, off int, many bool) {
	g.table = g.keys.below(name)
	g.outline.open(name, off, many)
}

// wideHeader opens the table that ［name］ means.
func (g *guess) wideHeader() {
	g.mended(g.wideHeaderMend(), g.pos, "header-wide", "方括号是全角的“"+g.char()+"”", "改成英文方括号 [ ]")
	if m := headLine.FindStringSubmatch(g.line()); m != nil {
		f := g.keys.byKey(g.keys.meant(m[1]))
		g.open([]part{{m[1], g.pos}}, g.pos, f != nil && f.many)
	}
}

// tableName is a line that has nothing but a word, and perhaps the sign of a value that isn't there.
var tableName = regexp.MustCompile(`^([^\s` + blanks + `=＝:：#"'\[\]]+)[ \t]*[=＝:：]?[ \t\r]*(?:#.*)?$`)

// bareHeader opens the table that the line names without brackets, and reports whether there is one.
func (g *guess) bareHeader(line string) bool {
	m := tableName.FindStringSubmatch(line)
	if m == nil {
		return false
	}
	f := g.keys.byKey(m[1])
	if f == nil {
		f = g.keys.byKey(g.keys.byLabel(m[1]))
	}
	if f == nil || f.sub == nil {
		return false
	}
	g.mended(diag.Mend{Start: g.pos, End: g.pos + len(m[1]) + len(headerSign.FindString(line[len(m[1]):])), Text: f.header()}, g.pos, "header-bare", "“"+diag.Excerpt(m[1], 30)+"”是一节的开头，没有写方括号", "改成 "+f.header())
	g.open([]part{{f.key, g.pos}}, g.pos, f.many)
	return true
}
