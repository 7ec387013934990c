package diag

import (
	"fmt"
	"regexp"
	"strings"
)

// stretch is a run of lines that begin nothing: a text, when the quotes around it are wrong.
type stretch struct {
	count   int    // its lines that are neither blank nor comments
	last    int    // offset of the last of them; of the line before the stretch where it has none
	end     int    // the line's end behind the stretch
	mark    string // what ends it in place of quotes
	markOff int
	alone   bool // the mark has a line of its own
}

var (
	onlyMarks = regexp.MustCompile(`^["'“”‘’＂＇]{1,4}[ \t]*[,，;；。]?$`)
	headMarks = regexp.MustCompile(`^["'“”‘’＂＇]{1,3}`)
)

// lines is the stretch behind a line's end: up to quotes, the next statement or the file's end.
func (s *scanner) lines(off int) stretch {
	r := stretch{last: strings.LastIndexByte(s.src[:off], '\n') + 1, end: off}
	for off < len(s.src) {
		off++
		line := firstLine(s.src[off:])
		text := strings.Trim(line, margins)
		switch {
		case onlyMarks.MatchString(text):
			r.mark, r.markOff, r.alone, r.end = text, off+strings.Index(line, text), true, off+len(line)
			return r
		case s.begins(line):
			return s.withEnd(r)
		case strings.HasSuffix(text, `"""`):
			r.count, r.last, r.end = r.count+1, off, off+len(line)
			return s.withEnd(r)
		case text != "" && text[0] != '#':
			r.count, r.last = r.count+1, off
		}
		off += len(line)
		r.end = off
	}
	return s.withEnd(r)
}

// withEnd looks for the mark at the end of the last line.
func (s *scanner) withEnd(r stretch) stretch {
	text := strings.TrimRight(firstLine(s.src[r.last:]), margins)
	if mark := endMark(text); r.count > 0 && mark != "" {
		r.mark, r.markOff = mark, r.last+len(text)-len(mark)
	}
	return r
}

// reach is lines, but for quotes in a line of their own that no statement follows: they are part of the text.
func (s *scanner) reach(off int) stretch {
	r := s.lines(off)
	for r.mark != "" && !s.ends(r) {
		next := s.lines(r.end)
		if next.count == 0 {
			next.last = r.last
		}
		next.count += r.count
		r = next
	}
	return r
}

// ends tells that the next statement or the file's end follows a stretch.
func (s *scanner) ends(r stretch) bool {
	for rest := s.src[r.end:]; rest != ""; {
		line := firstLine(rest)
		if text := strings.Trim(line, margins); text != "" && text[0] != '#' {
			return s.begins(line)
		}
		rest = rest[min(len(line)+1, len(rest)):]
	}
	return true
}

// endMark is the quotes at the end of a text's last line, "" for those that belong to the text itself.
func endMark(text string) string {
	for _, m := range []struct{ mark, open string }{{`"`, `"`}, {"'", "'"}, {"＂", "＂"}, {"”", "“"}, {"“", ""}, {"’", "‘"}} {
		n := len(text) - len(strings.TrimRight(text, m.mark))
		count, opened := strings.Count(text, m.mark), strings.Count(text, m.open)
		switch {
		case n == 0:
		case m.mark == m.open && n == len(m.mark) && count%2 == 0, m.open != m.mark && m.open != "" && count <= opened:
			return ""
		default:
			return text[len(text)-n:]
		}
	}
	return ""
}

// spread tells that the text of the entry at hand goes on in the lines below, where its quotes are none for
// several lines: all that is wrong with the value comes from that.
func (s *scanner) spread() bool {
	e := s.entry
	if fd := s.table.byKey(e.key); e.key == "" || fd != nil && (fd.kind != textName || fd.many) {
		return false
	}
	line := firstLine(s.src[e.value:])
	fix, some, ok := opening(strings.Trim(line, margins), len(s.faults) > e.faults)
	if !ok {
		return false
	}
	r := s.lines(e.value + len(line))
	if r.count == 0 && (r.mark == "" || !some) {
		return false
	}
	s.faults = s.faults[:min(e.faults, len(s.faults))]
	s.pos = r.end
	s.fault(e.value, "“"+Excerpt(e.key, 30)+`”的文字有好几行，要放在 """ 和 """ 之间`, fix+s.closing(r))
	return true
}

// yamlText opens a text of several lines in YAML.
var yamlText = regexp.MustCompile(`^[|>][+-]?$`)

// opening says what to change where a text of several lines begins, and whether some of it stands there.
// ok is false where no such text does. wrong tells that the value is none.
func opening(line string, wrong bool) (fix string, some, ok bool) {
	marks := headMarks.FindString(line)
	text := strings.Trim(line[len(marks):], margins)
	switch {
	case marks == `"""`, marks == "'''", strings.HasPrefix(line, "["), strings.HasPrefix(line, "{"):
		return "", false, false
	case strings.HasPrefix(line, "#"):
		return `把“#”和它后面的说明移到上一行，在“=”后面写上 """`, false, true
	case yamlText.MatchString(line):
		return "把 " + line + ` 改成 """`, false, true
	case marks == "":
		return `在“=”后面写上 """`, text != "", wrong
	case text != "" && closes(marks, text):
		return "", false, false
	}
	return "把开头的 " + marks + ` 改成 """`, text != "", true
}

// closes tells that a text that begins with these marks ends in its own line.
func closes(marks, text string) bool {
	if marks == `"` || marks == "'" {
		return strings.Count(text, marks)%2 == 1 || endMark(text) != ""
	}
	return endMark(text) != "" || text[0] == '#'
}

// closing says what to change where the text ends.
func (s *scanner) closing(r stretch) string {
	switch {
	case r.mark == `"""`:
		return ""
	case r.mark == "":
		return "，" + s.behindLast(r, `"""`)
	case r.alone:
		return fmt.Sprintf(`，把第 %d 行的 %s 改成 """`, s.line(r.markOff), r.mark)
	}
	return fmt.Sprintf(`，把第 %d 行末尾的 %s 改成 """`, s.line(r.markOff), r.mark)
}

func (s *scanner) behindLast(r stretch, quotes string) string {
	return fmt.Sprintf("在文字的最后一行（第 %d 行）后面另起一行，写上 %s", s.line(r.last), quotes)
}

func (s *scanner) line(off int) int { return strings.Count(s.src[:off], "\n") + 1 }

// unclosed words a text whose quotes never end. faults is how many there were before it.
func (s *scanner) unclosed(start, faults int, quotes string) bool {
	if !s.guess {
		s.pos = len(s.src)
		return s.fault(start, "三个引号 "+quotes+" 没有结束", "")
	}
	r := s.reach(start + len(firstLine(s.src[start:])))
	if r.mark != "" && r.mark != quotes {
		return s.wrongClose(r, faults, quotes)
	}
	s.forget(faults, r.end)
	s.pos = r.end
	return s.fault(start, "三个引号 "+quotes+" 没有结束", s.behindLast(r, quotes))
}

// wrongClose tells of what stands at a text's end in place of its quotes.
func (s *scanner) wrongClose(r stretch, faults int, quotes string) bool {
	s.forget(faults, r.markOff)
	s.pos = r.end
	name := `三个英文双引号 """`
	if quotes == "'''" {
		name = "三个英文单引号 '''"
	}
	return s.fault(r.markOff, "结尾的引号写成了 "+r.mark, "改成"+name)
}

// forget drops the faults from the given one on that stand behind off: the text that they were found in ends there.
func (s *scanner) forget(from, off int) {
	kept := s.faults[:from]
	for _, f := range s.faults[from:] {
		if f.off < off {
			kept = append(kept, f)
		}
	}
	s.faults = kept
}
