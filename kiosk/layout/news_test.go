package layout

import (
	"testing"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/record"
	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/session"
)

// TestNewsClock: with an unknown clock nothing is new.
func TestNewsClock(t *testing.T) {
	b := build.Draft{State: session.State{Clock: true, Now: sample.Noon}}
	seen := catalogue.Seen{Appeared: time.Date(sample.Noon.Year(), sample.Noon.Month(), sample.Noon.Day(), 0, 0, 0, 0, time.UTC)}
	if text, _ := record.MarkOf(&b, seen, time.Time{}); text != "新" {
		t.Errorf("the mark is %q", text)
	}
	b.State.Clock = false
	if text, _ := record.MarkOf(&b, seen, time.Time{}); text != "" {
		t.Errorf("with an unknown clock %q", text)
	}
}

// TestNoticeMarks: 〔新〕 and 〔改〕 in the list stand where the design has them, 示例 left away; with a pin they
// follow it, and the title keeps clear of them.
func TestNoticeMarks(t *testing.T) {
	for _, size := range [][2]int{{1080, 1920}, {1920, 1080}} {
		c := drawnNotices(t, nil)
		today := time.Date(sample.Noon.Year(), sample.Noon.Month(), sample.Noon.Day(), 0, 0, 0, 0, time.UTC)
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
