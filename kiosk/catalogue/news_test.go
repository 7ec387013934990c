package catalogue

import (
	"testing"
	"time"
)

// TestNews: what a mark says, of what the file dates and what the kiosk remembers.
func TestNews(t *testing.T) {
	ago := func(days int) time.Time {
		return time.Date(2026, 3, 12-days, 0, 0, 0, 0, time.UTC)
	}
	var never time.Time
	for _, c := range []struct {
		name                       string
		appeared, changed, updated time.Time
		text                       string
		day                        time.Time
	}{
		{"nothing known", never, never, never, "", never},
		{"updated today", never, never, ago(0), "改", ago(0)},
		{"updated a fortnight ago", never, never, ago(14), "", never},
		{"appeared", ago(13), never, never, "新", ago(13)},
		{"appeared long ago", ago(14), never, never, "", never},
		{"appeared, then changed", ago(3), ago(1), ago(1), "新", ago(3)},
		{"appeared long ago, then changed", ago(20), ago(1), never, "改", ago(1)},
		{"changed after the date in the file", never, ago(1), ago(5), "改", ago(1)},
		{"changed before the date in the file", never, ago(5), ago(1), "改", ago(1)},
		{"changed, with a date to come in the file", never, ago(2), ago(-3), "改", ago(2)},
		{"a clock set back since", ago(-2), ago(-2), never, "", never},
	} {
		for _, hour := range []int{0, 23} {
			now := time.Date(2026, 3, 12, hour, 59, 0, 0, time.FixedZone("", 8*60*60))
			text, day := News(Seen{Appeared: c.appeared, Changed: c.changed}, c.updated, now)
			if text != c.text || !day.Equal(c.day) {
				t.Errorf("%s: %q of %v, want %q of %v", c.name, text, day, c.text, c.day)
			}
		}
	}
}
