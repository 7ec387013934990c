package catalogue

import (
	"bytes"
	"slices"
)

// CutOff says whether a text has the keys of another but for the last ones: it may be that one's
// successor, of which a copy has brought only the beginning so far.
func CutOff(now, whole []byte) bool {
	some, all := heads(now), heads(whole)
	return len(some) < len(all) && slices.Equal(some, all[:len(some)])
}

// heads are the keys and tables that lines begin with, in order.
func heads(data []byte) (all []string) {
	inside := false // a text of several lines
	for line := range bytes.Lines(data) {
		if head := headOf(line); head != "" && !inside {
			all = append(all, head)
		}
		if (bytes.Count(line, []byte(`"""`))+bytes.Count(line, []byte(`'''`)))%2 == 1 {
			inside = !inside
		}
	}
	return all
}

// headOf is a line's key or table, "" if it has none.
func headOf(line []byte) string {
	line = bytes.TrimSpace(line)
	if bytes.HasPrefix(line, []byte("[")) {
		return string(line)
	}
	key, _, found := bytes.Cut(line, []byte("="))
	if !found || bytes.HasPrefix(line, []byte("#")) {
		return ""
	}
	return string(bytes.TrimSpace(key))
}
