package layout

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/session"
)

// The posters that the design draws.
var tallPoster, widePoster = sampleImage("poster.png", 848, 1200), sampleImage("poster.png", 1600, 900)

// noticeScreens are the design's pictures of notices.
var drawnNoticeScreens = []designScreen{
	{"notices", noticeFixture(session.Notices, "", nil)},
	{"notices-empty", func(t *testing.T) session.State {
		return sample.At(sample.Rows(t, 14), session.Screen{Kind: session.Notices})
	}},
	{"notices-changed", changedNotices},
	{"notice", signedBy("1")}, {"notice-images", signedBy("3")},
	{"notice-short", among(1, "临时停水通知", "2026-03-10", "when = \"3月11日 8:00至12:00\"\nbody = \"示例文字：管道检修，请提前备水。\"\n")},
	{"notice-table", among(3, "志愿者名单和值班表", "2026-03-05", fmt.Sprintf("body = %q\n", drawnTable))},
}

// drawnTable is the body of the design's notice with columns and a table.
const drawnTable = "示例文字：本周志愿者名单如下。\n示例甲　示例乙　示例丙　示例丁　示例戊\n示例己　示例庚　示例辛　示例壬　示例癸\n示例文字：值班安排如下。\n" +
	"日期\t时段\t值班\n3月14日\t上午\t示例甲\n3月14日\t下午\t示例乙\n3月15日\t上午\t示例丙"

// among is the page of a notice at an index of five, between the design's first and second.
func among(at int, title, date, extra string) func(*testing.T) session.State {
	return func(t *testing.T) session.State {
		files := append(sample.Shipped(t), sampleNotice("at", title, date, extra+"issuer = \"社区工作站\"\n"))
		for i := range 5 {
			name, day := "周末便民\n志愿服务\n活动公告", "2026-03-12"
			if i > at {
				name, day = "春季全民\n健身活动报名", "2026-03-01"
			}
			if i != at {
				files = append(files, sampleNotice(fmt.Sprint(i), name, day, ""))
			}
		}
		return onAir(sample.Parse(t, files), session.Screen{Kind: session.Notice, Notice: "notices/at.toml"})
	}
}

// changedNotices is the list with a new notice and a changed one.
func changedNotices(t *testing.T) session.State {
	c := drawnNotices(t, nil)
	day := time.Date(2026, 3, 10, 0, 0, 0, 0, time.UTC)
	c.Notices[1].Seen.Appeared, c.Notices[2].Seen.Changed = day, day
	return onAir(c, session.Screen{Kind: session.Notices})
}

// signedBy is the page of a notice that the design's issuer signs.
func signedBy(notice string) func(*testing.T) session.State {
	return func(t *testing.T) session.State {
		files := drawnFiles(t, nil)
		for i, f := range files {
			if strings.HasPrefix(f.Path, "notices/") {
				files[i].Data = append(bytes.Clone(f.Data), "issuer = \"社区工作站\"\n"...)
			}
		}
		return onAir(sample.Parse(t, files), session.Screen{Kind: session.Notice, Notice: "notices/" + notice + ".toml"})
	}
}

const (
	sampleTag = "the tag that what is drawn is a sample: the content has no such field"
	besideTag = "it stands where the tag stood before it"
)

var noticeExceptions = []exception{
	{"*-notices", "text 示例", sampleTag}, {"*-notices-changed", "text 示例", sampleTag},
	{"*-notice", "text 示例", sampleTag}, {"*-notice-*", "text 示例", sampleTag},
	{"*-notices", "text 置顶", besideTag}, {"*-notices-changed", "text 置顶", besideTag}, {"*-notices-changed", "box mark", besideTag},
	{"*-notices-changed", "text 新", besideTag}, {"*-notices-changed", "text 改", besideTag},
	{"*-notices-changed", "text 〔*〕", "the mark and its brackets are one text"},
	{"*-notice-table", "box table", "the design names no box of tables and columns"}, {"*-notice-table", "box columns", "the same"},
	{"*-notice-images", "box thread*", bareSpine}, {"*-notice-images", "box neighbour", bareSpine}, {"*-notice-images", "text [24]", bareSpine},
}

const bareSpine = "the picture has an empty spine; section 6 gives every notice its neighbours"
