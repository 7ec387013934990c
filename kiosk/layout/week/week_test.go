package week

import (
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
)

var zone = time.FixedZone("CST", 8*3600)

// printed is when the weeks of the tests are printed.
var printed = time.Date(2026, 3, 8, 16, 20, 0, 0, zone)

// monday begins the design's week.
var monday = time.Date(2026, 3, 9, 0, 0, 0, 0, time.UTC)

// content parses items 1 to n, notices, and further files of path and text.
func content(t testing.TB, n int, notices []string, more ...string) *catalogue.Catalogue {
	t.Helper()
	files := []catalogue.File{{Path: "kiosk.toml", Data: []byte("centre = \"示例社区\"\ncatalogue = \"示例目录\"\n")}}
	for i := 1; i <= n; i++ {
		files = append(files, catalogue.File{Path: fmt.Sprintf("items/%04d.toml", i), Data: fmt.Appendf(nil, "number = %d\ncategory = \"示例%d\"\ncontent = \"示例文字\"\nbasis = \"《示例》\"\n", i, i)})
	}
	for i, text := range notices {
		files = append(files, catalogue.File{Path: fmt.Sprintf("notices/%02d.toml", i), Data: fmt.Appendf(nil, "title = \"示例%d\"\nbody = \"示例文字\"\ndate = 2026-03-01\n%s", i, text)})
	}
	for i := 0; i < len(more); i += 2 {
		k := slices.IndexFunc(files, func(f catalogue.File) bool { return f.Path == more[i] })
		if k < 0 {
			files = append(files, catalogue.File{Path: more[i]})
			k = len(files) - 1
		}
		files[k].Data = append(files[k].Data, more[i+1]...)
	}
	c, problems := catalogue.Parse(files)
	for _, p := range problems {
		if strings.Contains(p.Message, "错误") || c == nil {
			t.Fatal(problems)
		}
	}
	return c
}

// of returns the week of a catalogue from a day on, on an upright screen.
func of(c *catalogue.Catalogue, from time.Time) Week {
	base := session.Step(session.Start(printed, true), printed, session.Content{Catalogue: c})
	return Of(base, from, image.Pt(1080, 1920))
}

// drawn returns a notice's bars in a notation of days and hours: [ and ] are black ends, < and > arrows.
func drawn(bars []Bar) string {
	var all []string
	for _, b := range bars {
		left, right, words := "[", "]", strings.Join(b.Hours, "/")
		if b.Before {
			left = "<"
		}
		if b.After {
			right = ">"
		}
		if b.Hours == nil {
			words = strings.TrimSuffix(b.Start+"|"+b.End, "|")
		}
		all = append(all, fmt.Sprintf("%v%s%s%s%v", b.From.Hours()/24, left, strings.ReplaceAll(words, "\u00a0", " "), right, b.To.Hours()/24))
	}
	return strings.Join(all, " ")
}

// TestBars: when a notice is on air in the week of the 9th, day or night, and what its bars read.
func TestBars(t *testing.T) {
	const none = ""
	for _, c := range []struct{ notice, want string }{
		{"publish = 2026-03-09\nexpire = 2026-03-14", "0[3月9日 上|3月14日 下]6"},
		{"publish = 2026-03-10\nexpire = 2026-03-20", "1[3月10日 上|播到 3月20日>7"},
		{"publish = 2026-03-06\nexpire = 2026-03-13", "0<接上周|3月13日 下]5"},
		{"publish = 2026-02-24\nexpire = 2026-03-09", "0<3月9日 下]1"},
		{"publish = 2026-03-15", "6[3月15日 上>7"},
		{"publish = 2026-03-15\nexpire = 2026-03-15", "6[只在 3月15日]7"},
		{"publish = 2026-03-09\nexpire = 2026-03-15", "0[3月9日 上|3月15日 下]7"},
		{"", "0<接上周|一直播>7"},
		{"expire = 2026-03-16T08:00:00", "0<接上周|播到 3月16日 8:00>7"},
		{"publish = 2026-03-10T06:00:00\nexpire = 2026-03-12T18:00:00", "1.25[3月10日 6:00 上|3月12日 18:00 下]3.75"},
		{"publish = 2026-03-10T06:00:00\nexpire = 2026-03-10T18:00:00", "1.25[3月10日 6:00—18:00]1.75"},
		{"publish = 2026-03-10T06:00:00\nexpire = 2026-03-10", "1.25[3月10日 6:00—24:00]2"},
		{"publish = 2026-03-16", none},
		{"expire = 2026-03-08", none},
		{"expire = 2026-03-09T00:00:00", none},
		{"urgent = true\npublish = 2026-03-11T06:00:00\nexpire = 2026-03-12T06:00:00", "2.25[3月11日 6:00 上|3月12日 6:00 下]3.25"},
		{"[[air]]\ndays = \"一三\"\nfrom = \"09:00\"\nto = \"11:00\"", "0[9:00—11:00]1"},
		{"[[air]]\ndays = \"一\"\nfrom = \"09:00\"\nto = \"11:00\"\n[[air]]\ndays = \"一\"\nfrom = \"14:00\"\nto = \"24:00\"", "0[9:00—11:00/14:00—24:00]1"},
		{"publish = 2026-03-10T10:00:00\nexpire = 2026-03-11T10:00:00\n[[air]]\nfrom = \"09:00\"\nto = \"11:00\"", "1[10:00—11:00]2 2[9:00—10:00]3"},
		{"[[air]]\ndays = \"一二四\"", "0[全天]2 3[全天]4"},
		{"[[air]]\ndays = \"六日一\"", "0<全天]1 5[全天>7"},
		{"[[air]]\ndays = \"日\"\nfrom = \"22:00\"\nto = \"06:00\"", "0[0:00—6:00]1 6[22:00—次日6:00]7"},
		{"[[air]]\ndays = \"五六日\"\nfrom = \"18:00\"\nto = \"24:00\"\n[[air]]\ndays = \"六日\"", "4[18:00—24:00]5 5[全天]7"},
		{"[[air]]\ndays = \"一\"\nfrom = \"18:00\"\n[[air]]\ndays = \"二\"\nto = \"20:00\"\n[[air]]\ndays = \"二\"\nfrom = \"21:00\"\nto = \"22:00\"", "0[18:00—24:00]1 1[0:00—20:00/21:00—22:00]2"},
		{"[[air]]\ndays = \"日\"\nfrom = \"12:00\"\n[[air]]\ndays = \"一\"\nto = \"13:00\"", "0[0:00—13:00]1 6[12:00—24:00]7"},
		{"[[air]]\ndays = \"节\"", "2[全天]3"},
	} {
		w := of(content(t, 1, []string{c.notice}, "holidays.toml", "holidays = [2026-03-11]\n"), monday)
		got := none
		for _, r := range w.Rows {
			got += drawn(r.Bars)
		}
		if got != c.want {
			t.Errorf("%s:\n%s, want\n%s", c.notice, got, c.want)
		}
	}
}

// TestBarsOfADarkScreen: the hours of a notice are those in which the screen is on too, and a day without any says so.
func TestBarsOfADarkScreen(t *testing.T) {
	nights := "[[screen.span]]\ndays = \"一二三四五\"\non = \"22:00\"\noff = \"06:00\"\n[[screen.span]]\ndays = \"六日\"\non = \"08:00\"\noff = \"24:00\"\n"
	for _, c := range []struct{ hours, notice, want string }{
		{nights, "[[air]]\ndays = \"五\"\nfrom = \"08:00\"\nto = \"13:00\"", "4[屏幕关着]5"},
		{nights, "[[air]]\ndays = \"五六\"\nfrom = \"20:00\"\nto = \"23:00\"", "4[22:00—23:00]5 5[20:00—23:00]6"},
		{nights, "[[air]]\ndays = \"六\"", "5[0:00—6:00/8:00—24:00]6"},
		{nights, "publish = 2026-03-10T08:00:00\nexpire = 2026-03-10T18:00:00", "1.3333333333333333[屏幕关着]1.75"},
		{nights, "publish = 2026-03-10\nexpire = 2026-03-11", "1[3月10日 上|3月11日 下]3"},
		{"[screen]\non = \"08:00\"\noff = \"18:00\"\n", "[[air]]\ndays = \"一\"\nfrom = \"17:00\"\nto = \"20:00\"\n[[air]]\ndays = \"二\"\nfrom = \"18:00\"", "0[17:00—18:00]1 1[屏幕关着]2"},
	} {
		got := ""
		for _, r := range of(content(t, 1, []string{c.notice}, "kiosk.toml", c.hours), monday).Rows {
			got += drawn(r.Bars)
		}
		if got != c.want {
			t.Errorf("%s:\n%s, want\n%s", c.notice, got, c.want)
		}
	}
}

// TestDays: the heads of the week's days.
func TestDays(t *testing.T) {
	dusk := "[[air]]\nfrom = \"18:00\"\nto = \"20:00\""
	for _, c := range []struct {
		name    string
		notices []string
		more    []string
		want    []string
	}{
		{"bare", nil, nil, []string{"3 张　一圈 0分45秒"}},
		{"a notice of a day", []string{"publish = 2026-03-10\nexpire = 2026-03-10"}, nil, []string{"3 张　一圈 0分45秒", "4 张　一圈 1分00秒", "3 张　一圈 0分45秒"}},
		{"an hour's", []string{dusk}, nil, []string{"3—4 张 一圈最长 1分00秒"}},
		{"an hour's while the screen is off", []string{dusk}, []string{"kiosk.toml", "[screen]\non = \"08:00\"\noff = \"18:00\"\n"}, []string{"3 张　一圈 0分45秒"}},
		{"hours", nil, []string{"kiosk.toml", "[[screen.span]]\ndays = \"一二\"\non = \"08:00\"\noff = \"12:00\"\n[[screen.span]]\ndays = \"一\"\non = \"20:00\"\noff = \"02:00\"\n"},
			[]string{"3 张　一圈 0分45秒 8:00—12:00 20:00—24:00 开屏", "3 张　一圈 0分45秒 0:00—2:00 8:00—12:00 开屏", "关屏"}},
		{"holidays", nil, []string{"kiosk.toml", "[screen]\nholidays = \"off\"\n", "holidays.toml", "holidays = [2026-03-09]\nworkdays = [2026-03-14]\n"},
			[]string{"节假日 关屏", "3 张　一圈 0分45秒 0:00—24:00 开屏", "3 张　一圈 0分45秒 0:00—24:00 开屏", "3 张　一圈 0分45秒 0:00—24:00 开屏", "3 张　一圈 0分45秒 0:00—24:00 开屏", "调休 3 张　一圈 0分45秒 0:00—24:00 开屏"}},
		{"urgent", []string{"urgent = true\npublish = 2026-03-09T12:00:00\nexpire = 2026-03-10T00:00:00"}, nil, []string{"1—3 张 一圈最长 0分45秒 有紧急公告时只播它", "3 张　一圈 0分45秒"}},
	} {
		p := paper{Week: of(content(t, 2, c.notices, c.more...), monday)}
		below := p.more()
		for i, want := range c.want {
			d := p.Days[i]
			if got := strings.TrimSpace(d.special() + " " + strings.Join(append([]string{d.count()}, below[i]...), " ")); got != want {
				t.Errorf("%s, day %d: %q, want %q", c.name, i, got, want)
			}
		}
	}
}

// TestMonday: the week of a moment begins on its Monday, over a year's end too, by the centre's own clock.
func TestMonday(t *testing.T) {
	for now, want := range map[string]string{
		"2026-03-09T00:00:00+08:00": "2026-03-09", "2026-03-15T23:59:00+08:00": "2026-03-09",
		"2027-01-01T12:00:00+08:00": "2026-12-28", "2024-03-03T12:00:00+08:00": "2024-02-26",
	} {
		at, err := time.Parse(time.RFC3339, now)
		if err != nil {
			t.Fatal(err)
		}
		if got := Monday(at).Format(time.DateOnly); got != want {
			t.Errorf("%s: %s, want %s", now, got, want)
		}
	}
}

// TestRoom: how many of the catalogue's slides are on the sheet, and on how many sheets its notices are.
func TestRoom(t *testing.T) {
	for n, want := range map[int]int{1: 1, 15: 16, 16: 15, 60: 15, 5000: 15} {
		w := of(content(t, n, nil), monday)
		if len(w.Slides) != want || w.Own < n {
			t.Errorf("%d rows: %d slides of %d, want %d", n, len(w.Slides), w.Own, want)
		}
	}
	for n, want := range map[int]int{0: 1, 1: 1, 6: 1, 7: 2, 13: 2, 14: 3, 40: 6} {
		w := of(content(t, 1, make([]string, n)), monday)
		if got := len(papersOf(w)); got != want {
			t.Errorf("%d notices: %d sheets, want %d", n, got, want)
		}
	}
}
