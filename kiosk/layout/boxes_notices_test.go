package layout

import (
	"bytes"
	"testing"

	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/session"
)

// The posters that the design draws.
var tallPoster, widePoster = sampleImage("poster.png", 848, 1200), sampleImage("poster.png", 1600, 900)

// noticeScreens are the design's pictures of notices.
var drawnNoticeScreens = []designScreen{
	{"attract-notice", noticeFixture(session.Attract, "1", nil)},
	{"attract-poster", noticeFixture(session.Attract, "1", &tallPoster)},
	{"attract-poster-wide", noticeFixture(session.Attract, "1", &widePoster)},
	{"notices", noticeFixture(session.Notices, "", nil)},
	{"notices-empty", func(t *testing.T) session.State {
		return sample.At(sample.Rows(t, 14), session.Screen{Kind: session.Notices})
	}},
	{"notice", signedBy("1")}, {"notice-images", signedBy("3")},
}

// signedBy is the page of a notice of a centre that is called what the design's is signed with.
func signedBy(notice string) func(*testing.T) session.State {
	return func(t *testing.T) session.State {
		files := drawnFiles(t, nil)
		for i, f := range files {
			files[i].Data = bytes.Replace(f.Data, []byte("襄垣县朝阳社区"), []byte("社区工作站"), 1)
		}
		return onAir(sample.Parse(t, files), session.Screen{Kind: session.Notice, Notice: "notices/" + notice + ".toml"})
	}
}

const (
	sampleTag = "the tag that what is drawn is a sample: the content has no such field"
	signature = "notices are signed by the centre, whose name the strip has too"
)

var noticeExceptions = []exception{
	{"*-attract-notice", "text 示例", sampleTag}, {"*-attract-poster*", "text 示例", sampleTag},
	{"*-notices", "text 示例", sampleTag}, {"*-notice", "text 示例", sampleTag}, {"*-notice-images", "text 示例", sampleTag},
	{"*-notices", "text 置顶", "it stands where the tag stood before it"},
	{"*-notice", "text 襄垣县朝阳社区", signature}, {"*-notice-images", "text 襄垣县朝阳社区", signature},
	{"*-notice", "text 社区工作站", signature}, {"*-notice-images", "text 社区工作站", signature},
	{"portrait-attract-notice", "box text", pushedIn},
	{"portrait-attract-notice", "text 示例文字*", pushedIn},
}
