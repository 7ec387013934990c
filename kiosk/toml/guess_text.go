package toml

import (
	"fmt"
	"regexp"
	"strings"

	"gongkai/kiosk/diag"
)

// stretch is a run of lines that begin nothing: a text, where the quotes around it are wrong.
type stretch struct {
	count   int    // its lines that are neither blank nor comments
	last    int    // offset of the last of them; of the line before the stretch if it has none
	end     int    // the line's end behind the stretch
	mark    string // what ends it in place of quotes
	markOff int
	alone   bool // the mark has a line of its own
}

var (
	onlyMarks = regexp.MustCompile(`^["'“”‘’＂＇]{1,4}[ \t]*[,，;；。]?$`)
	headMarks = regexp.MustCompile(`^["'“”‘’＂＇]{1,3}`)
)

// lines returns the stretch behind a line's end: up to quotes, the next statement or the file's end.
func (g *guess) lines(off int) stretch {
	r := stretch{last: strings.LastIndexByte(g.src[:off], '\n') + 1, end: off}
	for off < len(g.src) {
		off++
		line := firstLine(g.src[off:])
		text := strings.Trim(line, margins)
		switch {
		case onlyMarks.MatchString(text):
			r.mark, r.markOff, r.alone, r.end = text, off+strings.Index(line, text), true, off+len(line)
			return r
		case g.begins(line):
			return g.withEnd(r)
		case strings.HasSuffix(text, `"""`):
			r.count, r.last, r.end = r.count+1, off, off+len(line)
			return g.withEnd(r)
		case text != "" && text[0] != '#':
			r.count, r.last = r.count+1, off
		}
		off += len(line)
		r.end = off
	}
	return g.withEnd(r)
}

// withEnd looks for the mark at the end of the last line.
func (g *guess) withEnd(r stretch) stretch {
	text := strings.TrimRight(firstLine(g.src[r.last:]), margins)
	if mark := endMark(text); r.count > 0 && mark != "" {
		r.mark, r.markOff = mark, r.last+len(text)-len(mark)
	}
	return r
}

// reach returns the stretch behind a line's end, as lines does; but quotes in a line of their own that no
// statement follows are part of the text.
func (g *guess) reach(off int) stretch {
	r := g.lines(off)
	for r.mark != "" && !g.ends(r) {
		next := g.lines(r.end)
		if next.count == 0 {
			next.last = r.last
		}
		next.count += r.count
		r = next
	}
	return r
}

// ends reports whether the next statement or the file's end follows a stretch.
func (g *guess) ends(r stretch) bool {
	for rest := g.src[r.end:]; rest != ""; {
		line := firstLine(rest)
		if text := strings.Trim(line, margins); text != "" && text[0] != '#' {
			return g.begins(line)
		}
		rest = rest[min(len(line)+1, len(rest)):]
	}
	return true
}

// endMark returns the quotes at the end of a text's last line, "" for those that belong to the text itself.
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

// spread reports whether the text of the entry at hand goes on in the lines below with quotes that don't
// allow several lines. Everything that is wrong with the value follows from that, so it is the only fault noted.
func (g *guess) spread() bool {
	e := g.entry
	if fd := g.table.byKey(e.key); e.key == "" || fd != nil && (fd.kind != textName || fd.many) {
		return false
	}
	line := firstLine(g.src[e.value:])
	fix, some, ok := opening(strings.Trim(line, margins), len(g.faults) > e.faults)
	if !ok {
		return false
	}
	r := g.lines(e.value + len(line))
	if r.count == 0 && (r.mark == "" || !some) {
		return false
	}
	g.faults = g.faults[:min(e.faults, len(g.faults))]
	g.pos = r.end
	g.mended(g.spreadMend(e, line, r), e.value, "text-spread", "“"+diag.Excerpt(e.key, 30)+`”的文字有好几行，要放在 """ 和 """ 之间`, fix+g.closingFix(r))
	return true
}

// yamlText opens a text of several lines in YAML.
var yamlText = regexp.MustCompile(`^[|>][+-]?$`)

// opening returns what to change where a text of several lines begins, and whether some of it stands in that
// line. ok is false if no such text begins there. wrong is whether the line's value has faults.
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

// closes reports whether a text that begins with these marks ends in its own line.
func closes(marks, text string) bool {
	if marks == `"` || marks == "'" {
		return strings.Count(text, marks)%2 == 1 || endMark(text) != ""
	}
	return endMark(text) != "" || text[0] == '#'
}

// closingFix returns what to change where the text ends.
func (g *guess) closingFix(r stretch) string {
	switch {
	case r.mark == `"""`:
		return ""
	case r.mark == "":
		return "，" + g.belowLast(r, `"""`)
	case r.alone:
		return fmt.Sprintf(`，把第 %d 行的 %s 改成 """`, lineOf(g.src, r.markOff), r.mark)
	}
	return fmt.Sprintf(`，把第 %d 行末尾的 %s 改成 """`, lineOf(g.src, r.markOff), r.mark)
}

func (g *guess) belowLast(r stretch, quotes string) string {
	return fmt.Sprintf("在文字的最后一行（第 %d 行）后面另起一行，写上 %s", lineOf(g.src, r.last), quotes)
}

// unclosed reports a text whose quotes never end. faults is how many there were before it.
func (g *guess) unclosed(start, faults int, quotes string) bool {
	r := g.reach(start + len(firstLine(g.src[start:])))
	if r.mark != "" && r.mark != quotes {
		return g.wrongClose(r, faults, quotes)
	}
	g.forget(faults, r.end)
	g.pos = r.end
	return g.mended(g.closingMend(r, quotes), start, "text-unclosed", "三个引号 "+quotes+" 没有结束", g.belowLast(r, quotes))
}

// wrongClose reports what stands at a text's end in place of its quotes.
func (g *guess) wrongClose(r stretch, faults int, quotes string) bool {
	g.forget(faults, r.markOff)
	g.pos = r.end
	name := `三个英文双引号 """`
	if quotes == "'''" {
		name = "三个英文单引号 '''"
	}
	return g.mended(diag.Mend{Start: r.markOff, End: r.markOff + len(r.mark), Text: quotes}, r.markOff, "text-end", "结尾的引号写成了 "+r.mark, "改成"+name)
}

// forget drops the faults from the given one on that stand behind off: the text that they were found in ends there.
func (g *guess) forget(from, off int) {
	kept := g.faults[:from]
	for _, f := range g.faults[from:] {
		if f.off < off {
			kept = append(kept, f)
		}
	}
	g.faults = kept
}
