package catalogue

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/diag"
)

// cst is a zone without daylight saving time, as China's is.
var cst = time.FixedZone("CST", 8*3600)

// clockAt parses a time in China.
func clockAt(t *testing.T, s string) time.Time {
	t.Helper()
	at, err := time.ParseInLocation("2006-01-02 15:04", s, cst)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// nationalDay is a calendar: 2026-10-01 (a Thursday) to 10-07 are holidays, Saturday 10-10 is worked.
const nationalDay = "holidays = [2026-10-07, 2026-10-01, 2026-10-02, 2026-10-03, 2026-10-04, 2026-10-05, 2026-10-06]\nworkdays = [2026-10-10]\n"

// airing parses a notice with spans in that calendar.
func airing(t *testing.T, spans string) (*Notice, Calendar) {
	t.Helper()
	c, problems := Parse(dir("kiosk.toml", kioskToml, "items/1.toml", item("1"), "notices/a.toml", noticeHead+spans, "holidays.toml", nationalDay))
	if len(problems) > 0 || len(c.Notices) != 1 {
		t.Fatalf("%s\n%s", spans, printed(t, problems))
	}
	return &c.Notices[0], c.Holidays
}

// TestAir is the table of cases: when a notice with spans is on air. 2026-09-28 is a Monday.
func TestAir(t *testing.T) {
	const (
		morning = "[[air]]\ndays = \"一二三四五\"\nfrom = \"08:30\"\nto = \"11:30\"\n"
		night   = "[[air]]\ndays = \"三\"\nfrom = \"20:00\"\nto = \"06:00\"\n"
		feast   = "[[air]]\ndays = \"节\"\nfrom = \"20:00\"\nto = \"06:00\"\n"
	)
	for _, c := range []struct {
		what, spans string
		on, off     []string
	}{
		{"no span", "", []string{"2026-09-28 00:00", "2026-10-01 12:00"}, nil},
		{"the beginning counts, the end doesn't", morning,
			[]string{"2026-09-28 08:30", "2026-09-28 11:29"}, []string{"2026-09-28 08:29", "2026-09-28 11:30"}},
		{"other days", morning, []string{"2026-10-09 09:00"}, []string{"2026-09-27 09:00", "2026-09-26 09:00"}},
		{"a holiday has no weekday", morning, []string{"2026-09-30 09:00", "2026-10-08 09:00"}, []string{"2026-10-01 09:00", "2026-10-07 09:00"}},
		{"a worked Saturday is a Saturday", morning, nil, []string{"2026-10-10 09:00"}},
		{"a worked Saturday is a Saturday", "[[air]]\ndays = \"六\"\n", []string{"2026-10-10 09:00"}, []string{"2026-10-03 09:00"}},
		{"midnight belongs to the first day", night,
			[]string{"2026-09-23 20:00", "2026-09-23 23:59", "2026-09-24 00:00", "2026-09-24 05:59"},
			[]string{"2026-09-23 05:00", "2026-09-23 19:59", "2026-09-24 06:00", "2026-09-24 20:00", "2026-09-22 23:00"}},
		{"from Wednesday into the holiday", night, []string{"2026-09-30 23:00", "2026-10-01 05:59"}, []string{"2026-10-01 06:00", "2026-10-01 20:00"}},
		{"the night of a Wednesday that is a holiday", night, nil, []string{"2026-10-07 20:00", "2026-10-08 00:00", "2026-10-08 05:59"}},
		{"the nights of holidays", feast,
			[]string{"2026-10-01 20:00", "2026-10-02 05:59", "2026-10-07 23:59", "2026-10-08 00:00", "2026-10-08 05:59"},
			[]string{"2026-09-30 20:00", "2026-10-01 00:00", "2026-10-01 05:59", "2026-10-08 06:00", "2026-10-08 20:00"}},
		{"a weekday and holidays", "[[air]]\ndays = \"四节\"\n", []string{"2026-09-24 12:00", "2026-10-01 12:00", "2026-10-06 12:00", "2026-10-08 00:00"}, []string{"2026-09-30 23:59", "2026-10-09 00:00"}},
		{"empty days are all days", "[[air]]\ndays = \"\"\nfrom = \"08:30\"\n", []string{"2026-09-28 08:30", "2026-10-01 23:59", "2026-10-10 12:00"}, []string{"2026-09-28 08:29", "2026-10-02 00:00"}},
		{"no days are all days", "[[air]]\nto = \"08:30\"\n", []string{"2026-09-28 00:00", "2026-10-01 08:29"}, []string{"2026-10-01 08:30", "2026-10-01 23:59"}},
		{"to 24:00", "[[air]]\ndays = \"一\"\nfrom = \"22:00\"\nto = \"24:00\"\n", []string{"2026-09-28 22:00", "2026-09-28 23:59"}, []string{"2026-09-29 00:00", "2026-09-28 21:59", "2026-09-28 00:00"}},
		{"to 00:00 is the same", "[[air]]\ndays = \"一\"\nfrom = \"22:00\"\nto = \"00:00\"\n", []string{"2026-09-28 22:00", "2026-09-28 23:59"}, []string{"2026-09-29 00:00", "2026-09-28 21:59", "2026-09-28 00:00"}},
		{"a whole day", "[[air]]\ndays = \"一\"\nfrom = \"00:00\"\nto = \"24:00\"\n", []string{"2026-09-28 00:00", "2026-09-28 23:59"}, []string{"2026-09-27 23:59", "2026-09-29 00:00"}},
		{"two spans", morning + "[[air]]\ndays = \"五五一\"\nfrom = \"11:30\"\nto = \"12:00\"\n", []string{"2026-09-28 11:30", "2026-09-25 11:59"}, []string{"2026-09-29 11:30", "2026-09-28 12:00"}},
		{"overlapping nights", night + "[[air]]\ndays = \"四\"\nfrom = \"05:00\"\nto = \"07:00\"\n", []string{"2026-09-24 05:30", "2026-09-24 06:30"}, []string{"2026-09-24 07:00"}},
		{"publish and expire hold too", "publish = 2026-09-29\nexpire = 2026-09-30T09:00:00\n" + morning, []string{"2026-09-29 08:30", "2026-09-30 08:59"}, []string{"2026-09-28 09:00", "2026-09-30 09:00", "2026-09-29 12:00"}},
	} {
		n, days := airing(t, c.spans)
		for _, at := range c.on {
			if !n.Shown(clockAt(t, at), days) {
				t.Errorf("%s: off air at %s", c.what, at)
			}
		}
		for _, at := range c.off {
			if n.Shown(clockAt(t, at), days) {
				t.Errorf("%s: on air at %s", c.what, at)
			}
		}
	}
}

// TestNextChange: the next time is the first at which the notice goes on air or off, found by trying every minute.
func TestNextChange(t *testing.T) {
	for _, spans := range []string{
		"", "[[air]]\n", "[[air]]\nfrom = \"08:30\"\n", "[[air]]\ndays = \"一\"\nfrom = \"20:00\"\nto = \"06:00\"\n", "[[air]]\ndays = \"节\"\n",
		"[[air]]\ndays = \"三节\"\nto = \"09:00\"\n", "[[air]]\nto = \"12:00\"\n[[air]]\nfrom = \"12:00\"\n", "[[air]]\ndays = \"一二三四五\"\nfrom = \"22:00\"\nto = \"24:00\"\n[[air]]\ndays = \"二三四五六\"\nto = \"01:00\"\n",
		"publish = 2026-09-30T10:00:00\nexpire = 2026-10-09\n[[air]]\ndays = \"一二三四五\"\nfrom = \"08:30\"\nto = \"11:30\"\n",
	} {
		c, problems := Parse(dir("kiosk.toml", kioskToml, "items/1.toml", item("1"), "notices/a.toml", noticeHead+spans, "holidays.toml", nationalDay))
		if len(c.Notices) != 1 {
			t.Fatal(printed(t, problems))
		}
		n, days := &c.Notices[0], c.Holidays
		now, end := clockAt(t, "2026-09-26 00:00"), clockAt(t, "2026-10-20 00:00")
		for now.Before(end) {
			next, found := n.NextChange(now, days)
			want, changes := now, false
			for want.Before(end) && !changes {
				want = want.Add(time.Minute)
				changes = n.Shown(want, days) != n.Shown(now, days)
			}
			if wall := wallClock(want); changes != found && next.Before(wallClock(end)) && found || changes && !next.Equal(wall) {
				// publish and expire are named even where a span decides.
				if !found || !next.Equal(n.Publish) && !next.Equal(n.Expire) {
					t.Fatalf("%s\nafter %s: %s, %t, want %s, %t", spans, now, next, found, wall, changes)
				}
			}
			if !found {
				break
			}
			now = time.Date(next.Year(), next.Month(), next.Day(), next.Hour(), next.Minute(), 0, 0, cst)
		}
	}
	n, days := airing(t, "[[air]]\ndays = \"节\"\n")
	if next, found := n.NextChange(clockAt(t, "2026-10-09 00:00"), days); found {
		t.Errorf("a change after the last holiday: %s", next)
	}
	if next, found := n.NextChange(clockAt(t, "2025-01-01 00:00"), days); !found || !next.Equal(day(2026, 2, 5)) {
		t.Errorf("holidays beyond a year: %s, %t", next, found)
	}
}

// TestAirProblems: a wrong span keeps the notice off the screen; what was meant is in the fix.
func TestAirProblems(t *testing.T) {
	const place = "notices/a.toml:4:1: 错误："
	for _, c := range []struct{ in, want string }{
		{"days = \"周一、周三\"", place + "“days”（星期）里的“周”不是星期；改法：写成 days = \"一三\"\n"},
		{"days = \"星期一至星期五\"", place + "“days”（星期）里的“星”不是星期；改法：写成 days = \"一二三四五\"\n"},
		{"days = \"一至五\"", place + "“days”（星期）里的“至”不是星期；改法：写成 days = \"一二三四五\"\n"},
		{"days = \"六天\"", place + "“days”（星期）里的“天”不是星期；改法：写成 days = \"六日\"\n"},
		{"days = \"1-5\"", place + "“days”（星期）里的“1”不是星期；改法：写成 days = \"一二三四五\"\n"},
		{"days = \"６７\"", place + "“days”（星期）里的“６”不是星期；改法：写成 days = \"六日\"\n"},
		{"days = \"Mon, Wed-Fri\"", place + "“days”（星期）里的“M”不是星期；改法：写成 days = \"一三四五\"\n"},
		{"days = \"周末和节假日\"", place + "“days”（星期）里的“周”不是星期；改法：写成 days = \"六日节\"\n"},
		{"days = \"每天\"", place + "“days”（星期）里的“每”不是星期；改法：写成 days = \"一二三四五六日节\"\n"},
		{"days = \"工作日\"", place + "“days”（星期）里的“工”不是星期；改法：写成 days = \"一二三四五\"\n"},
		{"days = \"双周五\"", place + "“days”（星期）里的“双”不是星期；改法：只写 一二三四五六日节 里的字，中间不加标点，例如 days = \"一三五\"；节是节假日\n"},
		{"days = \"五至一\"", place + "“days”（星期）里的“至”不是星期；改法：只写 一二三四五六日节 里的字，中间不加标点，例如 days = \"一三五\"；节是节假日\n"},
		{"from = \"8:30\"", place + "“from”（开始）不是时间；改法：写成 from = \"08:30\"\n"},
		{"from = \"上午8点半\"", place + "“from”（开始）不是时间；改法：写成 from = \"08:30\"\n"},
		{"to = \"17：00\"", place + "“to”（结束）不是时间；改法：写成 to = \"17:00\"\n"},
		{"to = \"下午５点\"", place + "“to”（结束）不是时间；改法：写成 to = \"17:00\"\n"},
		{"to = \"25:00\"", place + "“to”（结束）不是时间；改法：写成 \"07:30\" 这样，24 小时制，两位数字\n"},
		{"from = \"24:00\"", place + "“from”（开始）不是时间；改法：写成 from = \"00:00\"\n"},
		{"to = \"24:00\"", ""},
		{"from = \"08:00\"\nto = \"08:00\"", "notices/a.toml:5:1: 错误：[[air]] 的“from”（开始）和“to”（结束）是同一个时间；改法：改正其中一个；整天播出就把两行都删去\n"},
		{"to = \"00:00\"", place + "[[air]] 的“from”（开始）和“to”（结束）是同一个时间；改法：改正其中一个；整天播出就把两行都删去\n"},
		{"", "notices/a.toml:3:1: 提醒：[[air]] 下面没有“days”“from”“to”，等于一直播出；改法：补上星期和时间，或删去这一节\n"},
	} {
		_, got := about(t, noticeHead+"[[air]]\n"+c.in+"\n")
		if got != c.want {
			t.Errorf("%s\ngot\n%swant\n%s", c.in, got, c.want)
		}
	}
	c, got := about(t, noticeHead+strings.Repeat("[[air]]\ndays = \"一\"\n", maxAir+1))
	if want := fmt.Sprintf("notices/a.toml:%d:1: 错误：[[air]] 超过 20 节；改法：把时间一样的几天合成一节\n", 3+2*maxAir); got != want || len(c.Notices) != 0 {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestCalendar: holidays are found in any order, and one that is worked is none.
func TestCalendar(t *testing.T) {
	c, _ := Parse(dir("kiosk.toml", kioskToml, "items/1.toml", item("1"), "holidays.toml", "holidays = [2026-10-02, 2026-10-01, 2026-10-03]\nworkdays = [2026-10-10, 2026-10-03]\n"))
	for d, want := range map[int]bool{1: true, 2: true, 3: false, 4: false, 10: false} {
		if got := c.Holidays.Holiday(day(2026, 10, d)); got != want {
			t.Errorf("10-%d: %t", d, got)
		}
	}
}

// FuzzAir: whatever stands in a span, a notice that is shown has spans that are times of day, the fix that names days or an hour
// is right, and the next change lies ahead.
func FuzzAir(f *testing.F) {
	for _, days := range []string{"", "一三五", "周一至周五", "1-5", "Mon", "每天", "节", "双周"} {
		f.Add(days, "08:30", "11:30", int64(1_790_000_000))
		f.Add(days, "上午8点半", "24:00", int64(1_791_000_000))
	}
	f.Fuzz(func(t *testing.T, days, from, to string, at int64) {
		span := fmt.Sprintf("[[air]]\ndays = %s\nfrom = %s\nto = %s\n", quote(days), quote(from), quote(to))
		files := dir("kiosk.toml", kioskToml, "items/1.toml", item("1"), "notices/a.toml", noticeHead+span, "holidays.toml", nationalDay)
		c, problems := Parse(files)
		if len(c.Notices) == 0 {
			if left, followed := mend(files); followed > 0 && len(Broken(left)) > 0 && len(left) >= len(problems) {
				t.Errorf("%s the fixes of\n%slead to\n%s", span, printed(t, problems), printed(t, left))
			}
			return
		}
		n, now := &c.Notices[0], time.Unix(at%4_000_000_000, 0).In(cst)
		for _, a := range n.Air {
			if a.From < 0 || a.From >= midnight || a.To < 0 || a.To > midnight || a.From == a.To {
				t.Errorf("%s is %+v", span, a)
			}
		}
		if next, found := n.NextChange(now, c.Holidays); found && !next.After(wallClock(now)) {
			t.Errorf("%s after %s comes %s", span, now, next)
		}
	})
}

// quote returns a text as TOML writes it.
func quote(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r == '\ufffd' {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// TestAirInTheDark: hours on air that lie in none of the screen's are a warning, unless a day with other hours has some.
func TestAirInTheDark(t *testing.T) {
	nights := "[screen]\non = \"22:00\"\noff = \"06:00\"\n"
	working := "[screen]\nholidays = \"off\"\n[[screen.span]]\ndays = \"一二三四五\"\non = \"08:00\"\noff = \"18:00\"\n"
	for _, c := range []struct {
		screen, air, more string
		want              bool
	}{
		{nights, "[[air]]\nfrom = \"08:00\"\nto = \"13:00\"\n", "", true},
		{nights, "[[air]]\nfrom = \"08:00\"\nto = \"22:01\"\n", "", false},
		{nights, "publish = 2026-11-21T05:00:00\nexpire = 2026-11-21T05:30:00\n[[air]]\nto = \"06:00\"\n", "", false},
		{nights, "publish = 2026-11-21T06:00:00\nexpire = 2026-11-21T07:30:00\n[[air]]\nto = \"07:00\"\n", "", true},
		{nights, "", "", false},
		{"", "[[air]]\nfrom = \"08:00\"\nto = \"13:00\"\n", "", false},
		{working, "[[air]]\ndays = \"六\"\n", "", true},
		{working, "[[air]]\ndays = \"六\"\n", "workdays = [2027-10-09]\n", true},
		{working, "[[air]]\ndays = \"节\"\n", "holidays = [2027-10-01]\n", true},
		{working, "[[air]]\ndays = \"日\"\n[[air]]\ndays = \"一\"\nfrom = \"17:00\"\n", "", false},
	} {
		_, problems := Parse(dir("kiosk.toml", kioskToml+c.screen, "items/01.toml", item("1"), "holidays.toml", "holidays = []\n"[:14*b2i(c.more == "")]+c.more, "notices/1.toml", noticeHead+c.air))
		if got := slices.ContainsFunc(problems, func(p diag.Problem) bool { return p.Code == "air-dark" }); got != c.want {
			t.Errorf("%s%s%s: %v, %v", c.screen, c.air, c.more, got, problems)
		}
	}
}
