package record

import (
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
)

// MarkOf returns the mark of an item or a notice, "" for none: while the clock is unknown nothing is new.
func MarkOf(b *build.Draft, seen catalogue.Seen, updated time.Time) (mark string, day time.Time) {
	if !b.State.Clock {
		return "", time.Time{}
	}
	return catalogue.News(seen, updated, b.State.Now)
}
