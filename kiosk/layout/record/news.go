package record

import (
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
)

// MarkOf returns the mark of an item or a notice, "" for none, and the day of the change. Without a
// trusted clock there is none.
func MarkOf(b *build.Draft, seen catalogue.Seen, updated time.Time) (mark string, day time.Time) {
	if !b.State.Clock {
		return "", time.Time{}
	}
	return catalogue.News(seen, updated, b.State.Now)
}
