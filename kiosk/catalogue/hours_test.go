package catalogue

import (
	"fmt"
	"strings"
	"testing"
)

// TestHours is the table of cases: when the screen is on. 2026-09-28 is a Monday, 2026-10-01 to 10-07 are holidays, Saturday 10-10 is worked.
func TestHours(t *testing.T) {
	const (
		daily   = "[screen]\non = \"07:30\"\noff = \"21:00\"\n"
		working = "[[screen.span]]\ndays = \"一二三四五\"\non = \"08:00\"\noff = \"12:00\"\n[[screen.span]]\ndays = \"一二三四五\"\non = \"14:00\"\noff = \"18:00\"\n"
		sunday  = "[[screen.span]]\ndays = \"日\"\non = \"10:00\"\noff = \"16:00\"\n"
		late    = "[[screen.span]]\ndays = \"三\"\non = \"20:00\"\noff = \"02:00\"\n"
		off     = "[screen]\nholidays = \"off\"\n"
		as      = "[screen]\nholidays = \"as-sunday\"\n"
	)
	for _, c := range []struct {
		what, settings string
		on, off        []string
	}{
		{"no hours", "", []string{"2026-09-28 03:00", "2026-10-01 12:00"}, nil},
		{"every day", daily, []string{"2026-09-28 07:30", "2026-10-01 20:59"}, []string{"2026-09-28 07:29", "2026-09-28 21:00"}},
		{"over midnight", "[screen]\non = \"20:00\"\noff = \"02:00\"\n", []string{"2026-09-28 20:00", "2026-09-29 01:59"}, []string{"2026-09-28 19:59", "2026-09-29 02:00"}},
		{"until 24:00", "[screen]\non = \"20:00\"\noff = \"24:00\"\n", []string{"2026-09-28 23:59"}, []string{"2026-09-29 00:00"}},
		{"two spans a day", working, []string{"2026-09-28 08:00", "2026-09-28 11:59", "2026-09-28 14:00"}, []string{"2026-09-28 12:00", "2026-09-28 13:59", "2026-09-28 18:00", "2026-09-27 09:00"}},
		{"a holiday matches no weekday", working + sunday, nil, []string{"2026-10-01 09:00", "2026-10-04 11:00"}},
		{"a span of holidays", working + strings.Replace(sunday, "日", "日节", 1), []string{"2026-10-01 11:00", "2026-09-27 11:00"}, []string{"2026-10-01 09:00"}},
		{"a worked Saturday is a Saturday", working, nil, []string{"2026-10-10 09:00"}},
		{"a night belongs to its first day", late, []string{"2026-09-23 23:00", "2026-09-24 01:59", "2026-10-01 01:00"}, []string{"2026-09-24 02:00", "2026-09-23 01:00", "2026-10-08 01:00"}},
		{"no days are all days", "[[screen.span]]\non = \"09:00\"\noff = \"10:00\"\n", []string{"2026-09-27 09:30", "2026-10-01 09:30"}, []string{"2026-09-27 10:00"}},
		{"off on holidays, every day else", off + "on = \"07:30\"\noff = \"21:00\"\n", []string{"2026-09-30 12:00", "2026-10-08 12:00"}, []string{"2026-10-01 12:00", "2026-09-30 21:00"}},
		{"off on holidays, always on else", off, []string{"2026-09-30 23:59", "2026-10-08 00:00"}, []string{"2026-10-01 00:00", "2026-10-07 23:59"}},
		{"off on holidays, with spans for all days", off + "[[screen.span]]\non = \"09:00\"\noff = \"10:00\"\n", []string{"2026-09-30 09:30"}, []string{"2026-10-01 09:30"}},
		{"holidays as Sundays", as + working + sunday, []string{"2026-10-01 10:00", "2026-09-27 15:59"}, []string{"2026-10-01 09:00", "2026-10-01 16:00"}},
		{"holidays as Sundays, on which it is off", as + working, nil, []string{"2026-10-01 09:00"}},
	} {
		cat, problems := Parse(dir("kiosk.toml", kioskToml+c.settings, "items/1.toml", item("1"), "holidays.toml", nationalDay))
		if len(problems) > 0 {
			t.Errorf("%s: %s", c.what, printed(t, problems))
		}
		for _, at := range c.on {
			if !cat.Lit(clockAt(t, at)) {
				t.Errorf("%s: off at %s", c.what, at)
			}
		}
		for _, at := range c.off {
			if cat.Lit(clockAt(t, at)) {
				t.Errorf("%s: on at %s", c.what, at)
			}
		}
	}
}

// TestHoursProblems: with wrong hours the screen is always on, and what was meant is in the fix.
func TestHoursProblems(t *testing.T) {
	const (
		span  = "[[screen.span]]\n"
		at    = "on = \"08:00\"\noff = \"12:00\"\n"
		named = "holidays = [2026-10-01]\n"
	)
	for _, c := range []struct{ in, holidays, want string }{
		{"[screen]\n" + at + span + at, named, "kiosk.toml:6:1: 错误：[screen] 的“on”“off”和 [[screen.span]] 不能都写；改法：每天一样就删去 [[screen.span]]，不一样就删去 [screen] 下面的“on”和“off”\n"},
		{span + "days = \"一\"\non = \"08:00\"\n", named, "kiosk.toml:3:1: 错误：[[screen.span]] 下面没有“off”；改法：补上 on 和 off 两行；整天不开就删去这一节\n"},
		{span + "days = \"一\"\n", named, "kiosk.toml:3:1: 错误：[[screen.span]] 下面没有“on”；改法：补上 on 和 off 两行；整天不开就删去这一节\n"},
		{span + "on = \"08:00\"\noff = \"08:00\"\n", named, "kiosk.toml:5:1: 错误：“on”和“off”是同一个时间；改法：整天开着就写 on = \"00:00\" 和 off = \"24:00\"\n"},
		{span + "on = \"8点\"\noff = \"12:00\"\n", named, "kiosk.toml:4:1: 错误：“on”（开屏时间）不是时间；改法：写成 on = \"08:00\"\n"},
		{span + "days = \"周一至周五\"\n" + at, named, "kiosk.toml:4:1: 错误：“days”（星期）里的“周”不是星期；改法：写成 days = \"一二三四五\"\n"},
		{span + "day = \"一\"\n" + at, named, "kiosk.toml:4:1: 错误：不认识的键“day”；改法：改成“days”\n"},
		{strings.Repeat(span+"days = \"一六\"\n"+at, 3), named, "kiosk.toml:11:1: 错误：“一”有 3 段开屏时间，一天最多 2 段；改法：把相连的时间合成一段，或改正“days”\n"},
		{"[screen]\nholidays = \"休息\"\n", named, "kiosk.toml:4:1: 错误：“holidays”（节假日）里的“休息”看不懂；改法：写成 holidays = \"off\"\n"},
		{"[screen]\nholidays = \"as sunday\"\n", named, "kiosk.toml:4:1: 错误：“holidays”（节假日）里的“as sunday”看不懂；改法：写成 holidays = \"as-sunday\"\n"},
		{"[screen]\nholidays = \"半天\"\n", named, "kiosk.toml:4:1: 错误：“holidays”（节假日）里的“半天”看不懂；改法：写成 \"off\"（节假日不开屏），或 \"as-sunday\"（和星期日一样）\n"},
		{"[screen]\nholidays = false\n", named, "kiosk.toml:4:1: 错误：“holidays”（节假日）不写 true 或 false；改法：写成 holidays = \"off\"（节假日不开屏），或 holidays = \"as-sunday\"（和星期日一样）\n"},
		{"[screen]\nholidays = \"off\"\n" + span + "days = \"日节\"\n" + at, named, "kiosk.toml:4:1: 错误：[[screen.span]] 的“days”里已经有“节”，“holidays”又写了一遍；改法：删去“holidays”这一行，或去掉“days”里的“节”\n"},
		{"[screen]\nholidays = \"off\"\n", "", "kiosk.toml:4:1: 提醒：“holidays”要靠 holidays.toml 才知道哪天是节假日，现在没有这个文件；改法：新建 holidays.toml，写上 holidays = [2026-10-01] 这样的日期；不用就删去“holidays”这一行\n"},
	} {
		files := []string{"kiosk.toml", kioskToml + c.in, "items/1.toml", item("1")}
		if c.holidays != "" {
			files = append(files, "holidays.toml", c.holidays)
		}
		cat, problems := Parse(dir(files...))
		if got := printed(t, problems); got != c.want {
			t.Errorf("%s\ngot\n%swant\n%s", c.in, got, c.want)
		}
		if cat == nil || c.holidays != "" && cat.Settings.Hours != nil {
			t.Errorf("%s: the hours are %+v", c.in, cat)
		}
	}
}

// FuzzHours: whatever stands in [screen], hours that are in use are times of day, and the fixes lead on.
func FuzzHours(f *testing.F) {
	for _, days := range []string{"", "一三五", "周一至周五", "节"} {
		f.Add(days, "08:30", "11:30", "off")
		f.Add(days, "上午8点半", "24:00", "休息")
		f.Add(days, "24:00", "00:00", "")
	}
	f.Fuzz(func(t *testing.T, days, on, off, holidays string) {
		screen := fmt.Sprintf("[screen]\nholidays = %s\n[[screen.span]]\ndays = %s\non = %s\noff = %s\n", quote(holidays), quote(days), quote(on), quote(off))
		files := dir("kiosk.toml", kioskToml+screen, "items/1.toml", item("1"), "holidays.toml", nationalDay)
		c, problems := Parse(files)
		for _, s := range c.Settings.Hours {
			if s.From < 0 || s.From >= midnight || s.To < 0 || s.To > midnight || s.From == s.To {
				t.Errorf("%s is %+v", screen, s)
			}
		}
		if len(Broken(problems)) == 0 {
			return
		}
		left, followed := mend(files)
		if on = strings.TrimSpace(on); on == "24:00" { // the fix may be the other end
			return
		}
		if c.Settings.Hours != nil || followed > 0 && len(Broken(left)) > 0 && len(left) >= len(problems) {
			t.Errorf("%s the fixes of\n%slead to\n%s", screen, printed(t, problems), printed(t, left))
		}
	})
}
