package catalogue

import (
	"strings"
	"testing"
	"time"
)

// The days around the holidays of a made-up autumn: 1 to 8 October off, Sunday 27 September and
// Saturday 10 October worked.
const autumn = "holidays = [2026-10-01, 2026-10-02, 2026-10-05, 2026-10-06, 2026-10-07, 2026-10-08]\nworkdays = [2026-09-27, 2026-10-10]\n"

func TestWorkingDaysAfter(t *testing.T) {
	files := dir("holidays.toml", autumn)
	days := new(reading).holidays(files).workdays()
	for _, c := range []struct {
		from time.Time
		n    int
		want time.Time
	}{
		{day(2026, 3, 2), 1, day(2026, 3, 3)},
		{day(2026, 3, 6), 1, day(2026, 3, 9)},   // over a weekend
		{day(2026, 3, 7), 1, day(2026, 3, 9)},   // from a weekend
		{day(2026, 3, 2), 20, day(2026, 3, 30)}, // four weeks
		{day(2026, 9, 25), 1, day(2026, 9, 27)}, // a Sunday that is worked
		{day(2026, 9, 30), 1, day(2026, 10, 9)}, // over the holidays
		{day(2026, 9, 30), 2, day(2026, 10, 10)},
		{day(2026, 9, 14), 20, day(2026, 10, 16)},
	} {
		if got := days.after(c.from, c.n); !got.Equal(c.want) {
			t.Errorf("%d working days after %v: %v, want %v", c.n, c.from, got, c.want)
		}
	}
}

func TestWorkingDaysOf(t *testing.T) {
	for deadline, want := range map[string]int{
		"": 20,
		"信息形成或者变更之日起20个工作日内":   20,
		"自信息形成之日起７个工作日内":       7,
		"公开事项信息形成或变更之日起 2 工作日": 2,
		"十五个工作日内":              15, "十个工作日": 10, "二十个工作日": 20, "二十五个工作日": 25, "五个工作日": 5,
		"两个工作日": 2, "20 个 工作日": 20, "公示期不少于5个工作日，公示后20个工作日内": 20,
		"一百二十个工作日": 0, "1000个工作日": 0, "两百个工作日": 0,
		"长期公开": 0, "15日内": 0, "十十个工作日": 0, "十二三个工作日": 0, "0个工作日": 0,
	} {
		if got := workingDays(deadline); got != want {
			t.Errorf("%s: %d, want %d", deadline, got, want)
		}
	}
}

func TestDue(t *testing.T) {
	shanghai := time.FixedZone("CST", 8*3600)
	updated := "items/1.toml:5:1: 提醒：“updated”（更新日期）之后的 20 个工作日到 2026-10-16 为止，公开时限已经过了；改法：核对公开的内容是不是最新的，核对后在这一行下面加上 reviewed = 2026-10-17\n"
	looked := strings.NewReplacer(":5:1:", ":6:1:", "在这一行下面加上 reviewed =", "把 reviewed 改成").Replace(updated)
	expired := "notices/a.toml:3:1: 提醒：“expire”（下屏时间）已经过了，屏幕上不再显示这个公告；改法：不再需要就删去这个文件；还要显示就把下屏时间改晚\n"
	for _, c := range []struct{ item, notice, at, want string }{
		{"updated = 2026-09-14\n", "", "2026-10-16 23:59", ""},
		{"updated = 2026-09-14\n", "", "2026-10-17 00:00", updated},
		{"updated = 2026-09-14\nreviewed = 2026-09-13\n", "", "2026-10-17 00:00", looked},
		{"updated = 2026-09-14\nreviewed = 2026-09-14\n", "", "2026-10-17 00:00", ""},
		{"updated = 2026-09-14\ndeadline = \"\"\"\n30个\n工作日\n\"\"\"\n", "", "2026-10-17 00:00", ""},
		{"updated = 2026-09-14\ndeadline = \"长期公开\"\n", "", "2027-10-17 00:00", ""},
		{"updated = 2026-09-14T10:00:00\n", "", "2026-10-16 00:00", ""}, // an error already
		{"# updated\n", "", "2027-10-17 00:00", ""},
		{"updated = 2026/9/14\n", "expire = “2026-09-14”\n", "2027-10-17 00:00", ""}, // reported by Parse
		{"", "expire = 2026-10-16\n", "2026-10-16 23:59", ""},
		{"", "expire = 2026-10-16\n", "2026-10-17 00:00", expired},
		{"", "expire = 2026-10-16T09:30:00\n", "2026-10-16 09:29", ""},
		{"", "expire = 2026-10-16T09:30:00\n", "2026-10-16 09:30", expired},
	} {
		at, err := time.ParseInLocation("2006-01-02 15:04", c.at, shanghai)
		if err != nil {
			t.Fatal(err)
		}
		files := dir("kiosk.toml", kioskToml, "items/1.toml", item("1")+c.item, "holidays.toml", autumn,
			"notices/a.toml", "title = \"示例\"\ndate = 2026-09-01\n"+c.notice)
		if got := printed(t, Due(files, at)); got != c.want {
			t.Errorf("%s%sat %s\ngot\n%swant\n%s", c.item, c.notice, c.at, got, c.want)
		}
	}
}

// The counting takes a bounded time, whatever the files contain.
func TestDueIsBounded(t *testing.T) {
	off := "holidays = [" + strings.Repeat("2026-09-15,", 90_000) + "]\n"
	files := dir("items/1.toml", item("1")+"updated = 2026-09-14\ndeadline = \"999个工作日\"\n", "holidays.toml", off)
	if got := Due(files, day(2040, 1, 1)); len(got) != 1 {
		t.Errorf("%v", got)
	}
}

// TestOddDate: a notice's date more than a year ahead, or of another century, is warned of.
func TestOddDate(t *testing.T) {
	for date, want := range map[string]string{
		"2027-11-20": "", "2000-01-01": "", "2026-01-01T10:00:00": "",
		"2027-11-21": "notices/a.toml:2:1: 提醒：“date”（日期）是 2027-11-21，还有一年多才到；改法：看看年份写对没有\n",
		"2062-11-20": "notices/a.toml:2:1: 提醒：“date”（日期）是 2062-11-20，还有一年多才到；改法：看看年份写对没有\n",
		"1999-12-31": "notices/a.toml:2:1: 提醒：“date”（日期）是 1999-12-31，在 2000 年以前；改法：看看年份写对没有\n",
	} {
		if got := printed(t, Due(dir("notices/a.toml", "title = \"示例\"\ndate = "+date+"\n"), day(2026, 11, 20).Add(10*time.Hour))); got != want {
			t.Errorf("%s\ngot\n%swant\n%s", date, got, want)
		}
	}
}
