package catalogue

import (
	"slices"

	"gongkai/kiosk/toml"
)

// CutOff reports whether a text has the keys of another except for the last ones: it may be that one's
// successor, of which only the beginning was copied so far.
func CutOff(now, whole []byte) bool {
	some, all := toml.Heads(now), toml.Heads(whole)
	sameName := func(a, b toml.Head) bool { return a.Name == b.Name }
	return len(some) < len(all) && slices.EqualFunc(some, all[:len(some)], sameName)
}
