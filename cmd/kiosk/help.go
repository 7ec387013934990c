package main

import (
	"bytes"
	"io"
	"regexp"
	"strings"
	"unicode"

	"github.com/alecthomas/kong"
)

// helpWords are the library's own words in a help text, and what staff read instead.
var helpWords = []struct {
	said *regexp.Regexp
	word string
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

// twoColumns is a row of what there is and what it means.
var twoColumns = regexp.MustCompile(`^( +\S.*?  )( *)(\S.*)$`)

// printHelp is the library's help with its words in Chinese.
func printHelp(options kong.HelpOptions, ctx *kong.Context) error {
	var text bytes.Buffer
	out := ctx.Stdout
	ctx.Stdout = &text
	err := kong.DefaultHelpPrinter(options, ctx)
	ctx.Stdout = out
	if err != nil {
		return err
	}
	_, err = io.WriteString(out, helpInWords(text.String()))
	return err
}

func helpInWords(said string) string {
	for _, w := range helpWords {
		said = w.said.ReplaceAllString(said, w.word)
	}
	lines := strings.Split(said, "\n")
	for i := range lines {
		lines[i] = aligned(lines[i])
	}
	return strings.Join(lines, "\n")
}

// aligned takes the spaces out between two columns that the library put there because it
// counts a hanzi as one column.
func aligned(row string) string {
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
