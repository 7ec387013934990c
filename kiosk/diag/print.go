package diag

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxPerFile is how many problems of one file are reported; a file of another kind
// altogether would otherwise drown the rest.
const MaxPerFile = 100

// String returns the line that staff read: "items/06.toml:3:1: 错误：…；改法：… [unknown-key]", with
// 提醒 for a warning and 提示 for a hint. It never holds a line break.
func (p Problem) String() string {
	place := Printable(p.File)
	if p.Line > 0 {
		place += ":" + strconv.Itoa(p.Line)
		if p.Column > 0 {
			place += ":" + strconv.Itoa(p.Column)
		}
	}
	line := fmt.Sprintf("%s: %s：%s", place, p.Severity, p.Message)
	if p.Fix != "" {
		line += "；改法：" + p.Fix
	}
	if p.Code != "" {
		line += " [" + p.Code + "]"
	}
	return line
}

// MarshalJSON writes file, line, column, severity, message, fix and code, always all seven.
func (p Problem) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		File     string   `json:"file"`
		Line     int      `json:"line"`
		Column   int      `json:"column"`
		Severity Severity `json:"severity"`
		Message  string   `json:"message"`
		Fix      string   `json:"fix"`
		Code     string   `json:"code"`
	}{Printable(p.File), p.Line, p.Column, p.Severity, p.Message, p.Fix, p.Code})
}

// WriteText prints the problems, a line each. The error is the writer's.
func WriteText(w io.Writer, problems []Problem) error {
	b := bufio.NewWriter(w)
	for _, p := range problems {
		b.WriteString(p.String())
		b.WriteByte('\n')
	}
	return b.Flush()
}

// Sort orders problems by file, line and column, errors before warnings at one
// place. It is stable.
func Sort(problems []Problem) {
	slices.SortStableFunc(problems, func(a, b Problem) int {
		return cmp.Or(
			strings.Compare(a.File, b.File),
			cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Severity, b.Severity))
	})
}

// Fresh returns the problems that were not among the earlier ones. Those of a file that changed elsewhere are the
// same, though their mends lie at other offsets.
func Fresh(problems, before []Problem) []Problem {
	known := make(map[Problem]bool, len(before))
	for _, p := range before {
		known[p.withoutMend()] = true
	}
	return slices.DeleteFunc(slices.Clone(problems), func(p Problem) bool { return known[p.withoutMend()] })
}

func (p Problem) withoutMend() Problem {
	p.Mend = Mend{}
	return p
}

// Limit keeps the first MaxPerFile problems of each file and adds one that reports
// the cut. If none of those breaks the file, it also keeps the first one behind the
// cut that does. Accepted problems are limited by themselves. The problems must be sorted.
func Limit(problems []Problem) []Problem {
	if open, accepted := Open(problems); len(accepted) > 0 {
		all := append(Limit(open), limitFiles(accepted)...)
		Sort(all)
		return all
	}
	return limitFiles(problems)
}

// limitFiles applies Limit to problems that are all accepted, or none.
func limitFiles(problems []Problem) []Problem {
	var kept []Problem
	for len(problems) > 0 {
		n := slices.IndexFunc(problems, func(p Problem) bool { return p.File != problems[0].File })
		if n < 0 {
			n = len(problems)
		}
		kept = append(kept, limitFile(problems[:n])...)
		problems = problems[n:]
	}
	return kept
}

// limitFile applies Limit to the problems of one file.
func limitFile(problems []Problem) []Problem {
	if len(problems) <= MaxPerFile {
		return problems
	}
	cut := problems[MaxPerFile]
	cut.Whole, cut.Code, cut.Mend = true, "more-problems", Mend{}
	cut.Message = fmt.Sprintf("这个文件的问题太多，只列出前 %d 处", MaxPerFile)
	cut.Fix = "先改好上面列出的，再检查一次"
	kept := append(slices.Clone(problems[:MaxPerFile]), cut)
	if first := slices.IndexFunc(problems, Problem.Breaks); first > MaxPerFile {
		kept = append(kept, problems[first])
	}
	return kept
}

// Printable escapes everything in s that can't be seen (line breaks, control and
// direction characters, bytes that are not UTF-8), so that a file's name can't forge
// a line of a report.
func Printable(s string) string {
	if strings.IndexFunc(s, unseen) < 0 {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		switch {
		case r == utf8.RuneError && n == 1:
			fmt.Fprintf(&b, `\x%02x`, s[0])
		case unseen(r):
			b.WriteString(strings.Trim(strconv.QuoteRuneToASCII(r), "'"))
		default:
			b.WriteString(s[:n])
		}
		s = s[n:]
	}
	return b.String()
}

// unseen reports whether a character leaves nothing to see; an ideographic space counts as visible.
func unseen(r rune) bool {
	return r == utf8.RuneError || !unicode.IsPrint(r) && r != '\u3000'
}

// Excerpt returns the beginning of s, printable, at most n characters, and …… if it
// was cut. Messages quote the author's own words with it.
func Excerpt(s string, n int) string {
	count := 0
	for i := range s {
		if count == n {
			return Printable(s[:i]) + "……"
		}
		count++
	}
	return Printable(s)
}
