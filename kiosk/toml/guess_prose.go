package toml

import (
	"fmt"
	"regexp"
	"strings"

	"gongkai/kiosk/diag"
)

// Official text reaches a file by copying, and its quotes go wrong more often than anything else. So the
// guess distinguishes lines that begin something (a key, a table) from prose that has lost its quotes:
// prose is reported once, with a fix that keeps it.

var (
	// wordSign is a line's first word, the sign behind it, and the character behind that.
	wordSign = regexp.MustCompile(`^([^\s` + blanks + `=＝:："'“”#,，\[\]{}]{1,40}|"[^"]*"|'[^']*')[ \t` + blanks + `]*(=|＝|:|：)[=\s` + blanks + `]*(.?)`)
	bareName = regexp.MustCompile(`^[A-Za-z0-9_.-]+$`)
	// headLine is a table's header, whatever its brackets.
	headLine = regexp.MustCompile(`^(?:\[\[?|［{1,2}|【{1,2})[ \t]*([^\s\[\]［］【】]+)`)
	bareHead = regexp.MustCompile(`^\[\[?[A-Za-z0-9_. "'-]+\]{0,2}\s*(?:#.*)?$`)
	// valueHead is what a value begins with.
	valueHead = regexp.MustCompile(`^["'“”‘’＂＇\[［{｛0-9０-９]`)
	firstWord = regexp.MustCompile(`^[^\s` + blanks + `=＝:：#.\[\]{},"'“”]+`)
	// keyless begins a line that has lost its key, or closes what spans lines.
	keyless = regexp.MustCompile(`^[=＝.,\]}]`)
	margins = " \t\r\u3000\u00a0\ufeff"
)

// longestHead is how much of a line is searched for what it begins, in bytes.
const longestHead = 500

// begins reports whether a line begins something, and is not prose.
func (g *guess) begins(line string) bool {
	line = strings.Trim(line[:min(len(line), longestHead)], margins)
	if m := headLine.FindStringSubmatch(line); m != nil {
		return bareHead.MatchString(line) || g.keys.anywhere(m[1])
	}
	m := wordSign.FindStringSubmatch(line)
	if m == nil {
		return false
	}
	word, _, _ := strings.Cut(strings.Trim(m[1], `"'`), ".")
	if m[2] == ":" || m[2] == "：" {
		return bareName.MatchString(m[1]) && (g.keys.exactly(word) || m[3] == `"`)
	}
	return bareName.MatchString(m[1]) || g.keys.anywhere(word) || valueHead.MatchString(m[3])
}

// prose reports whether a line is neither a statement nor meant as one.
func (g *guess) prose(line string) bool {
	m := wordSign.FindStringSubmatch(line)
	switch {
	case g.begins(line), keyless.MatchString(line), m != nil && (m[2] == "=" || m[2] == "＝"):
		return false
	}
	return isRow(line) || !g.keys.anywhere(firstWord.FindString(line))
}

// isRow reports whether a line is a row of a table: cells with tabs between.
func isRow(line string) bool {
	cells := 0
	for cell := range strings.SplitSeq(line, "\t") {
		if strings.Trim(cell, margins) != "" {
			cells++
		}
	}
	head, _, _ := strings.Cut(line, "\t")
	return cells > 2 || cells == 2 && isNumber.MatchString(head)
}

// stray reports prose between statements, and passes all of it.
func (g *guess) stray() {
	off, line := g.pos, g.line()
	text := strings.Trim(line, margins)
	r := g.reach(off + len(line))
	g.pos = r.end
	switch {
	case isRow(text):
		g.fault(off, "table-row", "这是从表格里粘贴来的一行，不是“键 = 值”的写法", `一格改成一行，写成 键 = "值"；一格里有好几行字的，放在 """ 和 """ 之间`)
	case onlyMarks.MatchString(text):
		g.fault(off, "quotes-alone", "这里的引号 "+text+" 前面没有开头", `它是一段文字的结尾，就把那段文字的开头也改成 """；前面的文字已经写完，就删去它`)
	default:
		message, notes := "“"+diag.Excerpt(text, 30)+"”", "前面加英文 #；都不是就删去这一行"
		if r.count > 0 {
			message += fmt.Sprintf("等 %d 行", r.count+1)
			notes = "每一行前面加英文 #；都不是就删去这几行"
		}
		g.fault(off, "prose", message+"不是“键 = 值”的写法", `要显示的字写进正文的 """ 和 """ 之间；不显示的说明，`+notes)
	}
}

// swallowedBy reports whether a text takes in keys of the file that stand below it: at least two with their
// values, or one behind a line of nothing but quotes. A single one may be a quotation.
func (fs fields) swallowedBy(text string) bool {
	_, below, _ := strings.Cut(text, "\n")
	marks, keys := false, 0
	for line := range strings.Lines(below) {
		line = strings.Trim(line, margins+"\n")
		switch {
		case line == "", line[0] == '#':
		case onlyMarks.MatchString(line):
			marks = true
		case fs.isEntry(line):
			keys++
			if marks || keys > 1 {
				return true
			}
		default:
			marks = false
		}
	}
	return false
}

// isEntry reports whether a line is a key of the file with its value.
func (fs fields) isEntry(line string) bool {
	m := wordSign.FindStringSubmatch(line[:min(len(line), longestHead)])
	return m != nil && m[2] == "=" && fs.exactly(m[1]) && (m[3] == "" || valueHead.MatchString(m[3]))
}
