package week

import (
	"fmt"
	"image"
	"math"
	"strings"
	"testing"
	"time"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// papersOf lays out a week whose small pictures are painted, in the usual colours.
func papersOf(w Week) []*page.Page {
	for i := range w.Slides {
		w.Slides[i].Picture = pictureOf(false)
	}
	for i := range w.Rows {
		w.Rows[i].Slide.Picture = pictureOf(true)
	}
	return Papers(w, &page.Normal, typeset.New())
}

func pictureOf(notice bool) catalogue.Image {
	size := PictureSize(image.Pt(1080, 1920), notice)
	return catalogue.Image{Name: "x.png", Hash: "x", Width: size.X, Height: size.Y}
}

// designed is the design's week: its notices, and the 15 rows that make 16 slides.
func designed(t *testing.T) Week {
	c := content(t, 15, []string{
		"pinned = true\npublish = 2026-03-09\nexpire = 2026-03-14", "publish = 2026-03-10\nexpire = 2026-03-20", "publish = 2026-03-06\nexpire = 2026-03-13",
		"publish = 2026-03-12\nexpire = 2026-03-18", "publish = 2026-02-26\nexpire = 2026-03-10", "publish = 2026-02-23\nexpire = 2026-03-09",
	})
	return of(c, monday)
}

// TestDesign compares the parts of a sheet with those of docs/design/week.png, which were measured in it, px.
func TestDesign(t *testing.T) {
	p := papersOf(designed(t))[0]
	for name, want := range map[string][][4]float64{
		"leaf":   {{0, 0, 118, 1754}},
		"ww":     {{190, 167, 2212, 15}},
		"day":    {{660, 182, 249, 161}, {909, 182, 249, 161}, {1158, 182, 249, 161}, {1407, 182, 248, 161}, {1655, 182, 249, 161}, {1904, 182, 249, 161}, {2153, 182, 249, 161}},
		"slide":  {{660, 370, 98, 174}, {769.6, 370, 98, 174}, {879.2, 370, 98, 174}, {988.8, 370, 98, 174}, {1098, 370, 98, 174}},
		"notice": {{190, 570, 2212, 156}, {190, 728, 2212, 156}, {190, 886, 2212, 156}, {190, 1044, 2212, 156}, {190, 1202, 2212, 156}, {190, 1360, 2212, 156}},
		"thumb":  {{190, 580, 76, 135}, {190, 738, 76, 135}},
		"bar":    {{660, 614, 1493, 70}, {909, 772, 1493, 70}, {660, 930, 1244, 70}, {1407, 1088, 995, 70}, {660, 1246, 498, 70}, {660, 1404, 249, 70}},
		"choice": {{190, 1602, 36, 36}, {190, 1664, 36, 36}},
		"sign":   {{496, 1697, 430, 3}, {970, 1697, 430, 3}, {1444, 1697, 300, 3}},
	} {
		var got []fixed.Rectangle26_6
		for _, b := range p.Boxes {
			if b.Name == name {
				got = append(got, b.Rect)
			}
		}
		if len(got) < len(want) {
			t.Fatalf("%s: %d boxes, want %d", name, len(got), len(want))
		}
		for i, w := range want {
			r := got[i]
			for k, v := range []fixed.Int26_6{r.Min.X, r.Min.Y, r.Max.X - r.Min.X, r.Max.Y - r.Min.Y} {
				if d := math.Abs(float64(v)/64 - w[k]); d > 1 {
					t.Errorf("%s %d: %v off by %.1f px from %v", name, i, r, d, w)
				}
			}
		}
	}
}

// textsOf returns the texts of a page in the order of its items.
func textsOf(p *page.Page) []string {
	var all []string
	for _, l := range p.Layers {
		for _, it := range l.Items {
			if text, ok := it.(*page.Text); ok {
				line := ""
				for _, s := range text.Spans {
					line += s.Text
				}
				all = append(all, strings.ReplaceAll(line, "\u00a0", " "))
			}
		}
	}
	return all
}

// TestWords: what a sheet reads, from its title to its proof.
func TestWords(t *testing.T) {
	w := of(content(t, 1, []string{"publish = 2026-03-10\npinned = true"}), monday)
	w.Catalogue.Revision = "sha256:3f9a2c71d0"
	got := strings.Join(textsOf(papersOf(w)[0]), "；")
	const want = "一周播出审批单；示例社区；2026年3月9日；星期一　至；3月15日；星期日；每天播什么；每张 15 秒，循环播放；9；周一；1 张　一圈 0分15秒；10；周二；2 张　一圈 0分30秒；11；周三；2 张　一圈 0分30秒；12；周四；2 张　一圈 0分30秒；" +
		"13；周五；2 张　一圈 0分30秒；14；周六；2 张　一圈 0分30秒；15；周日；2 张　一圈 0分30秒；目录　1 张；示例目录，七天都播；示例0；置顶；3月10日 上；一直播 →；" +
		"同意播出；修改后再报；编制人签字；审核人签字；日期；版本；3f9a2c71；2026年3月8日 16:20"
	if got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	for _, c := range []struct {
		name string
		week Week
		want []string
		page int
	}{
		{"a year's end", of(content(t, 1, nil), time.Date(2026, 12, 28, 0, 0, 0, 0, time.UTC)), []string{"2026年12月28日", "2027年1月3日", "这一周没有公告"}, 0},
		{"forty notices", of(content(t, 1, make([]string, 40)), monday), []string{"第 6 页　共 6 页", "示例39"}, 5},
		{"5,000 rows", of(content(t, 5000, nil), monday), []string{"目录　5001 张", "等 5001 张", "5001 张　一圈 20小时50分"}, 0},
	} {
		texts := textsOf(papersOf(c.week)[c.page])
		for _, want := range c.want {
			if !strings.Contains(strings.Join(texts, "；")+"；", want+"；") {
				t.Errorf("%s: no %q in %q", c.name, want, texts)
			}
		}
	}
	unknown := session.Step(session.Start(printed, false), printed, session.Content{Catalogue: content(t, 1, nil)})
	for _, text := range textsOf(papersOf(Of(unknown, monday, image.Pt(1080, 1920)))[0]) {
		if strings.Contains(text, "16:20") {
			t.Errorf("the time of an unknown clock is printed: %s", text)
		}
	}
}

// TestInside: whatever stands on a sheet lies on it, and no text in a place of the next one.
func TestInside(t *testing.T) {
	long := strings.Repeat("示例的名称很长", 9)
	hours := "[[screen.span]]\ndays = \"一二三四五\"\non = \"08:00\"\noff = \"12:00\"\n[[screen.span]]\ndays = \"一二三\"\non = \"14:00\"\noff = \"22:00\"\n"
	notices := []string{"urgent = true\npublish = 2026-03-12T12:10:00\nexpire = 2026-03-12T12:20:00", "publish = 2026-03-15T23:50:00", "expire = 2026-03-09T00:05:00"}
	for i := range 8 {
		notices = append(notices, fmt.Sprintf("[[air]]\nfrom = \"%02d:00\"\nto = \"23:59\"\n[[air]]\nfrom = \"00:10\"\nto = \"00:50\"\n[[air]]\nfrom = \"01:10\"\nto = \"02:00\"\n", 8+i))
	}
	c := content(t, 80, notices, "kiosk.toml", hours, "holidays.toml", "holidays = [2026-03-09, 2026-03-12, 2026-03-15]\n")
	c.Centre, c.Name, c.Notices[0].Title, c.Notices[4].Title = long+long, long, long, long
	for _, p := range papersOf(of(c, monday)) {
		bounds := page.Exact(image.Rectangle{Max: p.Size})
		for _, b := range p.Boxes {
			if b.Rect.Intersect(bounds) != b.Rect {
				t.Errorf("%s lies at %v", b.Name, b.Rect)
			}
		}
		for _, l := range p.Layers {
			for _, it := range l.Items {
				text, ok := it.(*page.Text)
				if !ok || text.Vertical {
					continue
				}
				for i, line := range text.Lines {
					y := fixed.I(text.Y) + fixed.Int26_6(i)*text.Pitch
					if end := fixed.I(text.X) + line.X + line.Width; text.X < side || end > fixed.I(right+2) || y < fixed.I(60) || y > fixed.I(footEnd+10) {
						t.Errorf("%s lies at %d, %v, and ends at %v", text.Spans[0].Text, text.X, y, end)
					}
				}
			}
		}
	}
}
