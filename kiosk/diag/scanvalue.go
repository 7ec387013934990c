package diag

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// value reads one value and leaves the scan behind it. key is the name that
// messages use.
func (s *scanner) value(n *node, level int, key string) bool {
	if level > maxNesting {
		return s.tooDeep(s.pos)
	}
	s.skipSpace()
	n.body = s.pos
	switch {
	case s.has(`"""`), s.has(`'''`):
		return s.multiline(n, s.src[s.pos:s.pos+3])
	case s.has(`"`), s.has(`'`):
		return s.quoted(n, s.src[s.pos:s.pos+1])
	case s.has("["):
		return s.list(n, level+1, key)
	case s.has("{"):
		return s.inline(n, level) // its keys are the deeper level
	case s.pos == len(s.src), s.has("\n"), s.has("\r"), s.has("#"):
		return s.fault(s.pos, "“"+Excerpt(key, 30)+"”后面没有值", "补上值；不需要这个键就删去这一行")
	}
	return s.bare(key)
}

// quoted reads a text that ends on its own line.
func (s *scanner) quoted(n *node, quote string) bool {
	start := s.pos
	n.body = start + 1
	for i := start + 1; i < len(s.src); i++ {
		switch s.src[i] {
		case quote[0]:
			s.pos = i + 1
			return true
		case '\n':
			return s.unquoted(start, i, quote)
		case '\\':
			if quote == `"` {
				s.escape(i)
				if !strings.HasPrefix(s.src[i+1:], "\n") {
					i++
				}
			}
		}
	}
	return s.unquoted(start, len(s.src), quote)
}

// unquoted words a text whose line ends before its quotes do.
func (s *scanner) unquoted(start, end int, quote string) bool {
	s.pos = end
	tail := strings.TrimRight(s.src[start:end], " \t\r")
	for _, wrong := range []string{"”", "“", "＂", "’", "‘", "＇"} {
		if head, ok := strings.CutSuffix(tail, wrong); ok {
			return s.fault(start+len(head), "结尾的引号不是英文的，是"+mark(wrong), "改成英文引号 "+quote)
		}
	}
	return s.fault(start, "引号没有结束", "在这一行的末尾补上英文引号 "+quote)
}

// escape checks what follows the backslash at off; the hexadecimal digits of \u
// and the white space behind a line's last backslash are left to the library.
func (s *scanner) escape(off int) {
	r, size := utf8.DecodeRuneInString(s.src[off+1:])
	if size == 0 || strings.ContainsRune("btnfre\"\\xuU \t\r\n", r) {
		return
	}
	s.fault(off, "反斜杠“\\"+Printable(string(r))+"”在英文双引号里有特别的意思", "要写反斜杠本身就写两个“\\\\”，网址和路径用“/”")
}

// keyBefore is a line's beginning up to a key's opening quotes.
var keyBefore = regexp.MustCompile(`^[ \t]*[A-Za-z0-9_-]+[ \t]*[=＝][ \t]*$`)

// multiline reads a text between three quotes.
func (s *scanner) multiline(n *node, quotes string) bool {
	start := s.pos
	i := start + 3
	for _, nl := range []string{"\r\n", "\n"} {
		if strings.HasPrefix(s.src[i:], nl) {
			i += len(nl)
			break
		}
	}
	n.body = i
	faults := len(s.faults)
	for {
		next := strings.IndexAny(s.src[i:], quotes[:1]+`\`)
		if next < 0 {
			return s.unclosed(start, faults, quotes)
		}
		i += next
		switch {
		case s.src[i] == '\\':
			if quotes == `"""` {
				s.escape(i)
				i++
			}
			i++
		case strings.HasPrefix(s.src[i:], quotes):
			return s.close(start, i, faults, quotes)
		default:
			i++
		}
		i = min(i, len(s.src))
	}
}

// swallows tells that a text takes in what is below it: it has keys of the file with their values, two at
// least or one behind a line of nothing but quotes. One alone may be quoted.
func (s *scanner) swallows(text string) bool {
	_, below, _ := strings.Cut(text, "\n")
	marks, keys := false, 0
	for line := range strings.Lines(below) {
		line = strings.Trim(line, margins+"\n")
		switch {
		case line == "", line[0] == '#':
		case onlyMarks.MatchString(line):
			marks = true
		case s.isKey(line):
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

// isKey tells that a line is a key of the file with its value.
func (s *scanner) isKey(line string) bool {
	m := wordSign.FindStringSubmatch(line[:min(len(line), longestHead)])
	return m != nil && m[2] == "=" && s.keys.exactly(m[1]) && (m[3] == "" || valueHead.MatchString(m[3]))
}

// close ends a text at the quotes found. In a guess it was never closed where they
// open the next key's text (key = """), and before them where other quotes stand
// in a line of their own ahead of the next key. faults is how many there were before the text.
func (s *scanner) close(start, at, faults int, quotes string) bool {
	text := s.src[start:at]
	swallows := s.swallows(text)
	s.swallowed = s.swallowed || swallows
	if nl := strings.LastIndexByte(text, '\n'); s.guess && nl >= 0 {
		if swallows || keyBefore.MatchString(text[nl+1:]) {
			return s.unclosed(start, faults, quotes)
		}
		if r := s.lines(s.pos + len(firstLine(s.src[s.pos:]))); r.mark != "" && r.markOff < at && s.ends(r) {
			return s.wrongClose(r, faults, quotes)
		}
	}
	s.pos = at + 3
	// Two more quotes may belong to the text itself.
	for extra := 0; extra < 2 && s.has(quotes[:1]); extra++ {
		s.pos++
	}
	return true
}

// list reads […], over as many lines as it takes.
func (s *scanner) list(n *node, level int, key string) bool {
	start := s.pos
	s.pos++
	for {
		s.skipBlank()
		switch {
		case s.has("]"):
			s.pos++
			return true
		case s.listBroken():
			s.backTo(start)
			return s.fault(start, "方括号没有结束", "在列表的末尾补上英文方括号 ]")
		}
		e := &node{key: s.pos}
		if !s.room(s.pos) || !s.value(e, level, key) {
			return false
		}
		n.items = append(n.items, e)
		s.skipBlank()
		if ok := s.separator(start, "]", "方括号"); !ok {
			return false
		}
	}
}

// listBroken tells that the file ends or the next key or table begins inside a list.
func (s *scanner) listBroken() bool {
	rest := s.src[s.pos:]
	word := bareWord.FindString(rest)
	if head := headLine.FindStringSubmatch(firstLine(rest)); head != nil && s.guess && s.keys.byKey(head[1]) != nil {
		return true
	}
	return rest == "" || word != "" && strings.HasPrefix(strings.TrimLeft(rest[len(word):], " \t"), "=")
}

// backTo leaves the scan at the end of the line before, so that it goes on with what begins here, but not before off.
func (s *scanner) backTo(off int) {
	if nl := strings.LastIndexByte(s.src[:s.pos], '\n'); nl > off {
		s.pos = nl
	}
}

// inline reads {key = value, …}.
func (s *scanner) inline(n *node, level int) bool {
	start := s.pos
	s.pos++
	n.form = tableForm
	for {
		s.skipBlank()
		switch {
		case s.has("}"):
			s.pos++
			return true
		case s.pos == len(s.src):
			return s.fault(start, "大括号没有结束", "在末尾补上英文大括号 }")
		}
		if !s.pair(n, level) {
			return false
		}
		s.skipBlank()
		if ok := s.separator(start, "}", "大括号"); !ok {
			return false
		}
	}
}

// separator reads the comma between two elements and lets the closing bracket stand.
func (s *scanner) separator(start int, shut, bracket string) bool {
	switch {
	case s.has(","):
		s.pos++
		return true
	case s.has(shut):
		return true
	case s.has("，"), s.has("、"), s.has("；"), s.has(";"):
		return s.fault(s.pos, "列表里用了“"+s.rune()+"”", "改成英文逗号“,”")
	case s.has("］"), s.has("】"), s.has("｝"):
		return s.fault(s.pos, "结尾的括号是全角的“"+s.rune()+"”", "改成英文的“"+shut+"”")
	case s.pos == len(s.src), shut == "]" && s.listBroken():
		s.backTo(start)
		return s.fault(start, bracket+"没有结束", "在末尾补上英文的“"+shut+"”")
	}
	return s.fault(s.pos, "列表里的两项之间缺少逗号", "用英文逗号“,”隔开")
}
