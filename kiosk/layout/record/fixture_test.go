package record

import "strings"

// unspaced is a text without its spaces.
func unspaced(s string) string { return strings.Join(strings.Fields(s), "") }
