package main

import (
	"bytes"
	"io"
	"regexp"
	"strings"
	"unicode"

	"github.com/alecthomas/kong"
)

// helpTranslations translate the library's own words in a help text.
var helpTranslations = []struct {
	english *regexp.Regexp
	chinese string
}{
	{regexp.MustCompile(`(?m)^Usage: `), "用法："},
	{regexp.MustCompile(`(?m)^Arguments:$`), "参数："},
	{regexp.MustCompile(`(?m)^Flags:$`), "选项："},
	{regexp.MustCompile(`(?m)^Commands:$`), "命令："},
	{regexp.MustCompile(`(?m)^(用法：.*)\[flags\]$`), "$1[选项]"},
	{regexp.MustCompile(`(?m)^(用法：.*)<command>$`), "$1<命令>"},
	{regexp.MustCompile(`Show context-sensitive help\.`), "显示这份说明。"},
	{regexp.MustCompile(`(?m)^Run "(\S+) <command> --help" for more information on a command\.$`), "每个命令的说明：$1 <命令> --help"},
}

// twoColumns matches a row of a name and its meaning.
var twoColumns = regexp.MustCompile(`^( +\S.*?  )( *)(\S.*)$`)

// printHelp prints the library's help with its words in Chinese.
func printHelp(options kong.HelpOptions, ctx *kong.Context) error {
	var text bytes.Buffer
	out := ctx.Stdout
	ctx.Stdout = &text
	err := kong.DefaultHelpPrinter(options, ctx)
	ctx.Stdout = out
	if err != nil {
		return err
	}
	_, err = io.WriteString(out, translateHelp(text.String()))
	return err
}

func translateHelp(english string) string {
	for _, w := range helpTranslations {
		english = w.english.ReplaceAllString(english, w.chinese)
	}
	lines := strings.Split(english, "\n")
	for i := range lines {
		lines[i] = alignColumns(lines[i])
	}
	return strings.Join(lines, "\n")
}

// alignColumns removes surplus spaces between two columns: the library counts a hanzi as
// one column.
func alignColumns(row string) string {
	m := twoColumns.FindStringSubmatch(row)
	if m == nil {
		return row
	}
	wide := 0
	for _, r := range m[1] {
		if unicode.Is(unicode.Han, r) {
			wide++
		}
	}
	return m[1] + m[2][min(wide, len(m[2])):] + m[3]
}
