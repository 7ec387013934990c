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
	if strings.HasPrefix(first, "#") || body < below {
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

// closingMend writes three quotes below the last line of a text.
func (g *guess) closingMend(r stretch, quotes string) diag.Mend {
	end := g.endOf(r)
	return g.unlessCut(diag.Mend{Start: end, End: end, Text: g.newLine() + quotes})
}

// endOf returns where the last line of a stretch ends.
func (g *guess) endOf(r stretch) int {
	return r.last + len(strings.TrimRight(firstLine(g.src[r.last:]), "\r"))
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
