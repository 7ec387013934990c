package catalogue

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"gongkai/kiosk/diag"
)

// What Decode says of a value holds for any key. Where a key tells more of what was meant, its own words stand
// instead; it is known by its line, whatever Decode's words.

// optional are the days that may be absent, with the mend of one that is no day.
var optional = map[string]struct {
	of         kind
	label, fix string
}{
	"expire":   {noticeKind, "下屏时间", "没有期限就删去这一行；有期限写成 expire = 2026-12-31"},
	"publish":  {noticeKind, "上屏时间", "马上就上屏就删去这一行；不是就写成 publish = 2026-12-01"},
	"updated":  {itemKind, "更新日期", "没有日期就删去这一行；有就写成 updated = 2026-03-01"},
	"reviewed": {itemKind, "复核日期", "没有日期就删去这一行；有就写成 reviewed = 2026-03-01"},
}

// remend words anew what Decode has found at keys that tell more.
func (c *checker) remend() {
	if len(c.problems) == 0 {
		return
	}
	in := kindOf(c.file)
	lines := strings.Split(string(c.data), "\n")
	all := append(heads(c.data), head{line: len(lines) + 1})
	for i, h := range all[:len(all)-1] {
		if day, ok := optional[h.name]; ok && day.of == in && dayless(h.value) {
			c.instead(h.line, h.line, "“"+h.name+"”（"+day.label+"）不是日期", day.fix)
		}
		if days := twoDays.FindStringSubmatch(h.value); h.name == "publish" && in == noticeKind && days != nil {
			c.instead(h.line, h.line, "“publish”（上屏时间）里写了两个日子", "写成两行：publish = "+isoDay(days[1:4])+" 和 expire = "+isoDay(days[4:7]))
		}
		end := all[i+1].line - 1
		if text := strings.Join(lines[h.line-1:end], "\n"); h.name == "images" && in == noticeKind && strings.Contains(text, "{") {
			c.instead(h.line, end, "“images”（图片）里写了大括号", "写成 images = ["+strings.Join(namesIn(text), ", ")+"]")
		}
	}
}

const oneDay = `(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2}) ?[日号]?`

// twoDays are the first day and the last, and nothing of a time.
var twoDays = regexp.MustCompile(`^["“]?` + oneDay + ` ?(?:至|到|[-~～—–]+) ?` + oneDay + `["”]?$`)

// isoDay is 2026-03-01 for the parts of 2026/3/1.
func isoDay(m []string) string {
	pad := func(s string) string { return strings.Repeat("0", 2-len(s)) + s }
	return m[0] + "-" + pad(m[1]) + "-" + pad(m[2])
}

// instead puts one problem where there are some from a line to another.
func (c *checker) instead(from, to int, message, fix string) {
	there := func(p diag.Problem) bool { return p.Line >= from && p.Line <= to }
	i := slices.IndexFunc(c.problems, there)
	if i < 0 {
		return
	}
	c.problems[i].Message, c.problems[i].Fix = message, fix
	c.problems = append(c.problems[:i+1], slices.DeleteFunc(c.problems[i+1:], there)...)
}

// dayless tells of a value that it has no digit of a day, as "" and 长期 have none.
func dayless(value string) bool {
	value, _, _ = strings.Cut(value, "#")
	return strings.TrimSpace(value) != "" && !strings.Contains(value, "=") && !strings.ContainsFunc(value, unicode.IsDigit)
}

var inAnyQuotes = regexp.MustCompile(`["'“”]([^"'“”\n]+)["'“”]`)

// namesIn are the images that a text has in quotes, as a list has them: ten at most, an example if there are none.
func namesIn(text string) (names []string) {
	for _, m := range inAnyQuotes.FindAllStringSubmatch(text, 10) {
		if in := written(m[1]); WantsImage(in) && len(in) <= 200 {
			names = append(names, inQuotes(in))
		}
	}
	if len(names) == 0 {
		return []string{`"images/a.jpg"`}
	}
	return names
}
