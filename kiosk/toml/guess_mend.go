package toml

import (
	"regexp"
	"strings"

	"gongkai/kiosk/diag"
)

// What mends a slip that takes more than one character. A mend is made only where it is certain: it drops no letter of
// a text, and closes nothing at the end of a file that may have been cut.

// newLine returns the line end that the file uses.
func (c *cursor) newLine() string {
	if strings.Contains(c.src, "\r\n") {
		return "\r\n"
	}
	return "\n"
}

// spreadMend puts a text of several lines between three quotes; line is the one that it begins in.
func (g *guess) spreadMend(e entry, line string, r stretch) diag.Mend {
	first := strings.Trim(line, margins)
	text := strings.Trim(first[len(headMarks.FindString(first)):], margins)
	end := g.endOf(r)
	body, shut := end, g.newLine()+`"""`
	if r.mark != "" {
		body, end, shut = r.markOff, r.markOff+len(r.mark), `"""`
	}
	below := e.value + len(strings.TrimRight(line, "\r"))
	quoted := headMarks.MatchString(first) && r.mark != "" && !strings.ContainsAny(g.src[g.lineStart(e.value):e.value], ":：")
	if strings.HasPrefix(first, "#") || body < below || r.mark == "" && strings.ContainsAny(text, `"#`) || g.folds(g.src[below:body], quoted) || g.entryIn(first) {
		return diag.Mend{}
	}
	if yamlText.MatchString(first) {
		text = ""
	}
	text += g.src[below:body]
	if strings.Contains(text, `"""`) || strings.Contains(text, `\`) || strings.HasSuffix(text, `"`) {
		return diag.Mend{}
	}
	return g.unlessCut(diag.Mend{Start: e.value, End: end, Text: `"""` + text + shut})
}

// folds reports whether lines that would become part of a text may have been meant as something else: another key, by
// its name or its label, or a comment. In a text that has quotes, a label that names no key is its own.
func (g *guess) folds(lines string, quoted bool) bool {
	for line := range strings.Lines(lines) {
		line = strings.Trim(line, margins+"\n")
		label, _, alone := Label(line)
		switch {
		case line == "":
		case line[0] == '#' && !quoted, g.keys.exactly(bareWord(line)):
			return true
		case label == "":
		case g.keys.byLabel(label) != "" || g.table.byLabel(label) != "":
			return true
		case !quoted && !alone:
			return true
		}
	}
	return false
}

// closingMend writes three quotes below the last line of a text.
func (g *guess) closingMend(r stretch, quotes string) diag.Mend {
	end := g.endOf(r)
	if g.folds(g.src[g.pos:max(g.pos, end)], true) || numberedLine.MatchString(g.src[end:max(end, r.end)]) {
		return diag.Mend{}
	}
	return g.unlessCut(diag.Mend{Start: end, End: end, Text: g.newLine() + quotes})
}

// endOf returns where the last line of a stretch ends.
func (g *guess) endOf(r stretch) int {
	return r.last + len(strings.TrimRight(firstLine(g.src[r.last:]), "\r"))
}

// lineStart returns where the line begins that an offset is in.
func (c *cursor) lineStart(off int) int { return strings.LastIndexByte(c.src[:off], '\n') + 1 }

// isKey reports whether a word is a key that the table at hand or the file may have, or another name of one.
func (g *guess) isKey(word string) bool {
	for _, fs := range []fields{g.table, g.keys} {
		if fs.exactly(word) || fs.byLabel(word) != "" {
			return true
		}
	}
	return false
}

// entryIn reports whether another key with an equals sign stands within a line.
func (g *guess) entryIn(line string) bool {
	for _, m := range keyWithin.FindAllStringSubmatch(line, -1) {
		if g.isKey(m[1]) {
			return true
		}
	}
	return false
}

// numberedLine matches a line that numbered does.
var numberedLine = regexp.MustCompile(`(?m)^[ \t]*[#＃][0-9０-９]`)

// keyWithin matches a word with an equals sign behind other characters.
var keyWithin = regexp.MustCompile(`.[ \t,，;；]([A-Za-z0-9_-]+)[ \t]*[=＝]`)

// takesText reports whether the value at the cursor is a text, or a list of texts, by its key.
func (g *guess) takesText(key string) bool {
	fd := g.field(key)
	return fd != nil && fd.sub == nil && fd.kind == textName
}

// endsHere reports whether the value before the cursor is all that its writer can have meant by it. Words without quotes
// may go on behind a #, as 3#楼 does; a bounded value ends there if there is a space between.
func (g *guess) endsHere(bounded bool) bool {
	rest := strings.Trim(g.line(), margins)
	inside := g.entry.key != "" && strings.ContainsAny(firstChar(g.src[g.entry.value:]), "[{")
	switch {
	case rest == "":
		return inside || bounded || !g.numberBelow()
	case rest[0] == '#':
		return bounded && !g.has("#") && !strings.ContainsAny(rest, anyQuotes)
	case inside || strings.ContainsAny(firstChar(rest), "］】"):
		return strings.ContainsAny(firstChar(rest), ",，、；;]］】}｝")
	}
	off := g.second()
	return off >= 0 && g.isKey(bareWord(g.src[off:]))
}

// numberBelow reports whether the next line is none but for its first character: a text that begins as #2号楼 does.
func (g *guess) numberBelow() bool {
	_, below, _ := strings.Cut(g.ahead(), "\n")
	return numbered.MatchString(below)
}

// noteFix returns what to do with a note that stands behind a text without quotes, "" if there is none.
func (g *guess) noteFix() string {
	if !strings.HasPrefix(strings.TrimLeft(g.line(), margins), "#") {
		return ""
	}
	return "；“#”后面的字也要显示，就一起放进引号里"
}

// unlessCut drops a mend at the end of a file without a line end there: more may be on its way.
func (g *guess) unlessCut(m diag.Mend) diag.Mend {
	if strings.TrimRight(g.src[m.End:], margins) == "" && !strings.HasSuffix(g.src, "\n") {
		return diag.Mend{}
	}
	return m
}

var (
	bracketsAhead = regexp.MustCompile(`^[\]］】]*`)
	// headerSign stands behind a table's name that has no brackets.
	headerSign = regexp.MustCompile(`^[ \t]*[=＝:：]`)
	// wideHeader is a header in full-width brackets that has nothing else in its line.
	wideHeader = regexp.MustCompile(`^((?:［{1,2}|【{1,2})[ \t]*([^\s\[\]［］【】]+)[ \t]*[\]］】]+)[ \t\r]*(?:$|#)`)
)

// wideHeaderMend writes a table's header with TOML's brackets.
func (g *guess) wideHeaderMend() diag.Mend {
	m := wideHeader.FindStringSubmatch(g.line())
	if m == nil {
		return diag.Mend{}
	}
	f := g.keys.byKey(g.keys.meant(m[2]))
	if f == nil || f.sub == nil {
		return diag.Mend{}
	}
	return diag.Mend{Start: g.pos, End: g.pos + len(m[1]), Text: f.header()}
}

// equalsMend writes the equals sign in front of a value that needs nothing else.
func (g *guess) equalsMend() diag.Mend {
	if !wholeValue.MatchString(strings.Trim(g.line(), margins)) {
		return diag.Mend{}
	}
	return diag.Mend{Start: g.pos, End: g.pos, Text: "= "}
}

// lastMark drops a mark that is the last character of its line.
func (g *guess) lastMark() diag.Mend {
	char := g.char()
	if rest := strings.Trim(g.line()[len(char):], margins); rest != "" && rest[0] != '#' {
		return diag.Mend{}
	}
	return diag.Mend{Start: g.pos, End: g.pos + len(char)}
}

// innerQuotes writes the quotes inside a text of one line as a text's own.
func (g *guess) innerQuotes(rest string) diag.Mend {
	start, end := g.entry.value+1, g.pos+len(rest)-1
	if g.entry.key == "" || g.src[g.entry.value] != '"' || end <= start {
		return diag.Mend{}
	}
	inner := g.src[start:end]
	if n := strings.Count(inner, `"`); n == 0 || n%2 == 1 || strings.ContainsAny(inner, "\\#,\n") {
		return diag.Mend{}
	}
	var b strings.Builder
	for i, part := range strings.Split(inner, `"`) {
		if i > 0 {
			b.WriteString([]string{"“", "”"}[(i-1)%2])
		}
		b.WriteString(part)
	}
	return diag.Mend{Start: start, End: end, Text: b.String()}
}
