package main

import "regexp"

// usageTranslations translate the command line library's usage errors. Other errors stay
// as they are.
var usageTranslations = []struct {
	english *regexp.Regexp
	chinese string
}{
	{regexp.MustCompile(`^unknown flag ([^,]+), did you mean "([^"]+)"\?$`), "没有叫 $1 的选项，是不是 $2"},
	{regexp.MustCompile(`^unknown flag ([^,]+).*$`), "没有叫 $1 的选项"},
	{regexp.MustCompile(`^unexpected argument (.+)$`), "不认识“$1”"},
	{regexp.MustCompile(`^missing flags: (.+)$`), "缺少选项 $1"},
	{regexp.MustCompile(`^expected "([^"]+)"$`), "缺少 $1"},
	{regexp.MustCompile(`^expected one of (.+)$`), "后面还要写一个词：$1"},
	{regexp.MustCompile(`^(--\S+): expected .+ but got "EOL".*$`), "$1 后面没有值"},
	{regexp.MustCompile(`^(--\S+): expected \S+ value but got "(.*?)" \(\w+ flag\).*$`), "$1 后面的值“$2”以减号开头，要连着写：$1=$2"},
	{regexp.MustCompile(`^(--\S+): expected a valid .*int but got "(.*)"$`), "$1 应是整数，不是“$2”"},
	{regexp.MustCompile(`^(--\S+): bool value must be .+ but got "(.*)"$`), "$1 后面不写“=$2”"},
	{regexp.MustCompile(`^(--\S+) must be one of (.+) but got "(.*)"$`), "$1 只能是 $2，不是“$3”"},
}

// translateUsage returns a usage error in Chinese.
func translateUsage(err error) string {
	english := err.Error()
	for _, w := range usageTranslations {
		if w.english.MatchString(english) {
			return w.english.ReplaceAllString(english, w.chinese)
		}
	}
	return english
}
