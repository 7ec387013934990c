package diag

import (
	"fmt"
	"regexp"
	"strings"
)

// Official text comes into a file by copying, and its quotes go wrong more often than anything else. A guess
// therefore tells apart which lines begin something (a key, a table) and which are prose that has lost its
// quotes: prose is told once, and its mend keeps it.

// entry is the key = value that the scan has read last: its name, where its value stands, and
// how many faults there were before the value.
type entry struct {
	key    string
	value  int
	faults int
}

var (
	// wordSign is a line's first word, the sign behind it, and the character behind that.
	wordSign = regexp.MustCompile(`^([^\s` + blanks + `=＝:："'“”#,，\[\]{}]{1,40}|"[^"]*"|'[^']*')[ \t` + blanks + `]*(=|＝|:|：)[=\s` + blanks + `]*(.?)`)
	bareName = regexp.MustCompile(`^[A-Za-z0-9_.-]+$`)
	headLine = regexp.MustCompile(`^(?:\[\[?|［{1,2}|【{1,2})[ \t]*([^\s\[\]［］【】]+)`)
	bareHead = regexp.MustCompile(`^\[\[?[A-Za-z0-9_. "'-]+\]{0,2}\s*(?:#.*)?$`)
	// valueHead is what a value begins with.
	valueHead = regexp.MustCompile(`^["'“”‘’＂＇\[［{｛0-9０-９]`)
	firstWord = regexp.MustCompile(`^[^\s` + blanks + `=＝:：#.\[\]{},"'“”]+`)
	// keyless begins a line that has lost its key, or closes what spans lines.
	keyless = regexp.MustCompile(`^[=＝.,\]}]`)
	margins = " \t\r\u3000\u00a0\ufeff"
)

// longestHead is how much of a line is looked at for what it begins.
const longestHead = 500

// begins tells that a line begins something, and is not prose.
func (s *scanner) begins(line string) bool {
	line = strings.Trim(line[:min(len(line), longestHead)], margins)
	if m := headLine.FindStringSubmatch(line); m != nil {
		return bareHead.MatchString(line) || s.keys.anywhere(m[1])
	}
	m := wordSign.FindStringSubmatch(line)
	if m == nil {
		return false
	}
	word, _, _ := strings.Cut(strings.Trim(m[1], `"'`), ".")
	if m[2] == ":" || m[2] == "：" {
		return bareName.MatchString(m[1]) && (s.keys.exactly(word) || m[3] == `"`)
	}
	return bareName.MatchString(m[1]) || s.keys.anywhere(word) || valueHead.MatchString(m[3])
}

// prose tells that the line at hand is neither a statement nor meant as one.
func (s *scanner) prose(line string) bool {
	m := wordSign.FindStringSubmatch(line)
	switch {
	case s.begins(line), keyless.MatchString(line), m != nil && (m[2] == "=" || m[2] == "＝"):
		return false
	}
	return isRow(line) || !s.keys.anywhere(firstWord.FindString(line))
}

// isRow tells a row of a table: cells with tabs between.
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

// stray tells of prose between statements, and passes all of it.
func (s *scanner) stray() bool {
	off, line := s.pos, firstLine(s.src[s.pos:])
	text := strings.Trim(line, margins)
	r := s.reach(off + len(line))
	s.pos = r.end
	switch {
	case isRow(text):
		s.fault(off, "这是从表格里粘贴来的一行，不是“键 = 值”的写法", `一格改成一行，写成 键 = "值"；一格里有好几行字的，放在 """ 和 """ 之间`)
	case onlyMarks.MatchString(text):
		s.fault(off, "这里的引号 "+text+" 前面没有开头", `它是一段文字的结尾，就把那段文字的开头也改成 """；前面的文字已经写完，就删去它`)
	default:
		message, notes := "“"+Excerpt(text, 30)+"”", "前面加英文 #；都不是就删去这一行"
		if r.count > 0 {
			message += fmt.Sprintf("等 %d 行", r.count+1)
			notes = "每一行前面加英文 #；都不是就删去这几行"
		}
		s.fault(off, message+"不是“键 = 值”的写法", `要显示的字写进正文的 """ 和 """ 之间；不显示的说明，`+notes)
	}
	return true
}

// second is where another statement begins behind a value in the same line, -1 where none does.
func (s *scanner) second(rest string) int {
	n := len(betweenTwo.FindString(rest))
	if s.begins(firstLine(rest[n:])) {
		return n
	}
	return -1
}

var (
	betweenTwo = regexp.MustCompile(`^[,，;；、。]?[ \t` + blanks + `]*`)
	wordAfter  = regexp.MustCompile(`[ \t]+([A-Za-z0-9_-]+)[ \t]*[=＝]`)
)

// beforeSecond cuts a bare value where another statement begins.
func (s *scanner) beforeSecond(text string) string {
	if !s.guess {
		return text
	}
	for _, m := range wordAfter.FindAllStringSubmatchIndex(text[:min(len(text), longestHead)], -1) {
		if s.begins(firstLine(s.src[s.pos+m[2]:])) {
			return text[:m[0]]
		}
	}
	return text
}

// another tells of a second statement in one line, which begins at off, and leaves the scan there.
func (s *scanner) another(off int) bool {
	name := s.src[off:]
	if end := strings.IndexAny(name, " \t\r\n=＝:："); end > 0 {
		name = name[:end]
	}
	fix := "从“" + Excerpt(name, 30) + "”起另起一行"
	if sign := strings.Trim(s.src[s.pos:off], margins); sign != "" {
		fix = "删去“" + sign + "”，" + fix
	}
	s.fault(off, "一行里写了两项", fix)
	if end := len(strings.TrimRight(s.src[:s.pos], " \t")); end < off {
		s.broken--
		s.patches = append(s.patches, patch{end, off, "\n"})
	}
	s.pos, s.entry = off, entry{}
	return true
}
