package catalogue

import "slices"

// CutOff says whether a text has the keys of another but for the last ones: it may be that one's
// successor, of which a copy has brought only the beginning so far.
func CutOff(now, whole []byte) bool {
	some, all := heads(now), heads(whole)
	sameName := func(a, b head) bool { return a.name == b.name }
	return len(some) < len(all) && slices.EqualFunc(some, all[:len(some)], sameName)
}
