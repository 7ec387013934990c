package toml

import (
	"bytes"
	"regexp"
	"strconv"
)

// Key finds a key in a file's text without decoding it: quickly, and even if the file isn't
// valid. A text that quotes the key may mislead it.
type Key struct {
	name    []byte
	integer *regexp.Regexp // a line that has nothing but the key and a whole number
	day     *regexp.Regexp // the key and the year of a day
}

// NewKey returns the Key of a name, which is a bare key.
func NewKey(name string) Key {
	return Key{
		name:    []byte(name),
		integer: regexp.MustCompile(`(?m)^[ \t]*` + name + `[ \t]*=[ \t]*([0-9]{1,9})[ \t]*(?:#.*)?\r?$\n?`),
		day:     regexp.MustCompile(`\b` + name + `\s*=\s*([0-9]{4})-`),
	}
}

// Mentioned reports whether the key's name occurs anywhere.
func (k Key) Mentioned(data []byte) bool { return bytes.Contains(data, k.name) }

// Integer returns the first whole number, of nine digits at most, that the key has on a line of its own.
func (k Key) Integer(data []byte) (n int, ok bool) {
	m := k.integer.FindSubmatch(data)
	if m == nil {
		return 0, false
	}
	n, err := strconv.Atoi(string(m[1]))
	return n, err == nil
}

// WithoutInteger returns the text without any line that has nothing but the key and a whole number, however many there are.
func (k Key) WithoutInteger(data []byte) string { return string(k.integer.ReplaceAll(data, nil)) }

// Year returns the year of the key's day; ok is false if there isn't exactly one.
func (k Key) Year(data []byte) (year int, ok bool) {
	m := k.day.FindAllSubmatch(data, 2)
	if len(m) != 1 {
		return 0, false
	}
	year, err := strconv.Atoi(string(m[0][1]))
	return year, err == nil
}

// HasEscapes reports whether a text may write characters by their numbers, as \u4E00.
func HasEscapes(data []byte) bool {
	return bytes.Contains(data, []byte(`\u`)) || bytes.Contains(data, []byte(`\U`))
}
