package toml

import (
	"regexp"
	"slices"
)

// Uncomment returns a file's text with the # taken off the first line of it that shows a key with a value, as the samples
// do; without such a line the text is unchanged.
func Uncomment(data []byte, key string) []byte {
	line := regexp.MustCompile(`(?m)^# ?(` + regexp.QuoteMeta(key) + `[ \t]*=)`)
	at := line.FindSubmatchIndex(data)
	if at == nil {
		return data
	}
	return slices.Concat(data[:at[0]], data[at[2]:])
}
