package main

import "regexp"

// wrongUsage is what the command line's library says of bad usage, and how that is said
// to staff. What it says otherwise stands as it is.
var wrongUsage = []struct {
	said *regexp.Regexp
	word string
}{
	{regexp.MustCompile(`^unknown flag ([^,]+), did you mean "([^"]+)"\?$`), "没有叫 $1 的选项，是不是 $2"},
	{regexp.MustCompile(`^unknown flag ([^,]+).*$`), "没有叫 $1 的选项"},
	{regexp.MustCompile(`^unexpected argument (.+)$`), "不认识“$1”"},
	{regexp.MustCompile(`^missing flags: (.+)$`), "缺少选项 $1"},
	{regexp.MustCompile(`^expected "([^"]+)"$`), "缺少 $1"},
	{regexp.MustCompile(`^(--\S+): expected .+ but got "EOL".*$`), "$1 后面没有值"},
	{regexp.MustCompile(`^(--\S+): expected a valid .*int but got "(.*)"$`), "$1 应是整数，不是“$2”"},
	{regexp.MustCompile(`^(--\S+): bool value must be .+ but got "(.*)"$`), "$1 后面不写“=$2”"},
	{regexp.MustCompile(`^(--\S+) must be one of (.+) but got "(.*)"$`), "$1 只能是 $2，不是“$3”"},
}

// inWords is a usage error as staff read it.
func inWords(err error) string {
	said := err.Error()
	for _, w := range wrongUsage {
		if w.said.MatchString(said) {
			return w.said.ReplaceAllString(said, w.word)
		}
	}
	return said
}
