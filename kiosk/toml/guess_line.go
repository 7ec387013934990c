package toml

import (
	"regexp"
	"strings"

	"gongkai/kiosk/diag"
)

// lineEnd accepts a comment and the line's end behind a statement.
func (g *guess) lineEnd() bool {
	g.skipSpace()
	if g.atLineEnd() {
		return true
	}
	rest := strings.TrimRight(g.line(), margins)
	switch off := g.second(); {
	case off >= 0:
		g.another(off)
		return true
	case severalValues.MatchString(g.ahead()):
		return g.fault(g.pos, "list-no-brackets", "几个值没有放在方括号里", `写成列表，例如 ["县级", "社区"]`)
	case severalNumbers.MatchString(g.ahead()):
		return g.fault(g.pos, "numbers-no-brackets", "几个值没有放在方括号里", "在第一个的前面加上 [，最后一个的后面加上 ]，中间用英文逗号 , 隔开")
	case strings.Contains(",，;；。、", g.char()):
		return g.mended(g.lastMark(), g.pos, "line-mark", "行末多了“"+g.char()+"”", "删去这个符号")
	case g.src[g.pos-1] == '"' && strings.HasSuffix(rest, `"`):
		return g.quotesInside(rest)
	}
	return g.fault(g.pos, "words-behind", "值的后面还有字“"+diag.Excerpt(strings.TrimSpace(g.line()), 20)+"”",
		"要显示的字移到引号里面，里面的引号用中文引号“ ”；不显示的说明，前面加英文 #")
}

// severalValues is what goes on behind the first of several values.
var severalValues = regexp.MustCompile(`^[,，;；、][ \t]*["'“”]`)

// severalNumbers is what goes on behind the first of several numbers or days.
var severalNumbers = regexp.MustCompile(`^[,，;；、][ \t]*[-+.]?[0-9]`)

// quotesInside reports a text in whose line more quotes stand than it begins and ends with; rest is
// behind the second of them.
func (g *guess) quotesInside(rest string) bool {
	before := g.src[:g.pos]
	switch {
	case strings.Trim(rest, `"`) == "":
		return g.mended(diag.Mend{Start: g.pos, End: g.pos + len(rest)}, g.pos, "quotes-end-many", "结尾的引号写多了", `结尾只留一个英文引号 "`)
	case strings.HasSuffix(before, `= ""`), strings.HasSuffix(before, `=""`):
		return g.mended(diag.Mend{Start: g.pos - 1, End: g.pos}, g.pos-len(`""`), "quotes-begin-many", "开头的引号写了两个", `开头和结尾都只留一个英文引号 "`)
	}
	return g.mended(g.innerQuotes(rest), g.pos, "quotes-inside", "文字里面有英文引号，文字在这里就断了", "把里面的英文引号改成中文引号“ ”，开头和结尾的英文引号不动")
}

// second returns where another statement begins behind a value in the same line, -1 if none does.
func (g *guess) second() int {
	off := g.pos + len(betweenTwo.FindString(g.ahead()))
	if g.begins(firstLine(g.src[off:])) {
		return off
	}
	return -1
}

var (
	betweenTwo = regexp.MustCompile(`^[,，;；、。]?[ \t` + blanks + `]*`)
	wordAfter  = regexp.MustCompile(`[ \t]+([A-Za-z0-9_-]+)[ \t]*[=＝]`)
)

// beforeSecond cuts a value without quotes where another statement begins.
func (g *guess) beforeSecond(text string) string {
	for _, m := range wordAfter.FindAllStringSubmatchIndex(text[:min(len(text), longestHead)], -1) {
		if g.begins(firstLine(g.src[g.pos+m[2]:])) {
			return text[:m[0]]
		}
	}
	return text
}

// another reports a second statement in one line, which begins at off, and moves there.
func (g *guess) another(off int) {
	name := g.src[off:]
	if end := strings.IndexAny(name, " \t\r\n=＝:："); end > 0 {
		name = name[:end]
	}
	fix := "从“" + diag.Excerpt(name, 30) + "”起另起一行"
	if sign := strings.Trim(g.src[g.pos:off], margins); sign != "" {
		fix = "删去“" + sign + "”，" + fix
	}
	end := len(strings.TrimRight(g.src[:g.pos], " \t"))
	m := diag.Mend{Start: end, End: off, Text: "\n"}
	if !g.isKey(name) {
		m = diag.Mend{} // the words before the equals sign may be part of a text
	}
	g.mended(m, off, "two-in-line", "一行里写了两项", fix)
	if end < off {
		g.addPatch(end, off, "\n")
	}
	g.pos, g.entry = off, entry{}
}
