package page

import (
	"testing"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
)

// TestNews: what a mark says, of what the file dates and what the kiosk remembers.
func TestNews(t *testing.T) {
	ago := func(days int) time.Time {
		return time.Date(noon.Year(), noon.Month(), noon.Day()-days, 0, 0, 0, 0, time.UTC)
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
			b := build{state: session.State{Clock: true}}
			b.state.Now = time.Date(noon.Year(), noon.Month(), noon.Day(), hour, 59, 0, 0, time.FixedZone("", 8*60*60))
			seen := catalogue.Seen{Appeared: c.appeared, Changed: c.changed}
			text, day := b.news(seen, c.updated)
			if text != c.text || !day.Equal(c.day) {
				t.Errorf("%s: %q of %v, want %q of %v", c.name, text, day, c.text, c.day)
			}
			b.state.Clock = false
			if text, _ = b.news(seen, c.updated); text != "" {
				t.Errorf("%s: with an unknown clock %q", c.name, text)
			}
		}
	}
}

// TestNoticeMarks: 〔新〕 and 〔改〕 in the list stand where the design has them, 示例 left away; with a pin they
// follow it, and the title keeps clear of them.
func TestNoticeMarks(t *testing.T) {
	for _, size := range [][2]int{{1080, 1920}, {1920, 1080}} {
		c := drawnNotices(t, nil)
		today := time.Date(noon.Year(), noon.Month(), noon.Day(), 0, 0, 0, 0, time.UTC)
		c.Notices[0].Seen.Appeared = today
		c.Notices[1].Seen.Appeared = today
		c.Notices[2].Seen.Changed = today
		p := pageOfNotice(c, session.Notices, size[0], size[1])
		marks, rows := boxed(p, "mark"), boxed(p, "list.item")
		if len(marks) != 3 {
			t.Fatalf("%d marks", len(marks))
		}
		for i, m := range marks {
			if row := rows[i]; m[0] < row[0] || m[1] < row[1] || m[0]+m[2] > row[0]+row[2] || m[1]+m[3] > row[1]+row[3] {
				t.Errorf("mark %d at %v is not in its row %v", i, m, row)
			}
		}
	}
}
