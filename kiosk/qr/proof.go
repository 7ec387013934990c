package qr

import (
	"fmt"
	"strings"
	"time"

	"rsc.io/qr/coding"
)

// Proof returns the code by which a photograph proves what was on the glass: an item's number (0 if none is shown), the
// first eight digits of the catalogue's revision and the minute, as GONGKAI n REVISION YYYYMMDDhhmm. Its version is
// always 2, its level M: 25 modules, which hold 38 characters of the alphanumeric mode and so any number of seven
// digits. At the zero time, while the clock isn't trusted, the minute is left out.
func Proof(n int, revision string, at time.Time) (Code, error) {
	return draw(2, M, coding.Alpha(proofText(n, revision, at)))
}

func proofText(n int, revision string, at time.Time) string {
	_, digits, found := strings.Cut(revision, ":")
	if !found {
		digits = revision
	}
	text := fmt.Sprintf("GONGKAI %d %.8s", n, strings.ToUpper(digits))
	if !at.IsZero() {
		text += at.Format(" 200601021504")
	}
	return text
}
