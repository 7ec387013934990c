package toml

import (
	"regexp"
	"strings"
)

// People who don't write TOML write labels: 标题：停水通知, 【日期】2026年12月1日, or 正文 on a line of its own.

// labelLine is a line with a label, and what stands behind it.
var labelLine = regexp.MustCompile(`^[ \t\x{3000}]*[【\[（(〔]?([^：:】\]）)〕=＝"“”，,。]{1,16})([】\]）)〕][ \t\x{3000}]*[：:]?|[ \t\x{3000}]*[：:]|[ \t\x{3000}]*$)[ \t\x{3000}]*(.*)$`)

// Label returns a line's label without its white space, and what stands behind it; "" for any other line. alone is whether the
// label is the whole line, without a mark.
func Label(line string) (label, behind string, alone bool) {
	m := labelLine.FindStringSubmatch(line)
	if m == nil {
		return "", "", false
	}
	return strings.Join(strings.Fields(m[1]), ""), m[3], strings.TrimSpace(m[2]) == ""
}

// Quoted reports whether a text is a value in quotes.
func Quoted(text string) bool { return strings.HasPrefix(text, `"`) }
