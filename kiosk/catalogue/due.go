package catalogue

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// Due warns of what depends on the day, sorted by place: notices that have expired or whose
// date can't be right, and items whose information had to be public by an earlier day.
// now is in the zone of the kiosk.
//
// 政府信息公开条例 article 26 gives 20 working days from the day on which information
// is made or changed, which is an item's updated. An item's own deadline may name
// another number of working days (20个工作日, 七个工作日); one that names none (长期公开,
// 15日内) is not counted. A reviewed that is not before updated means that the item was
// checked since, and ends it. Broken files are skipped: Parse reports them.
func Due(files []File, now time.Time) []diag.Problem {
	texts, _ := splitImages(files)
	sorted, _ := sortOut(texts)
	r := &reading{}
	days := r.holidays(sorted[holidaysKind]).workdays()
	var problems []diag.Problem
	for _, file := range sorted[itemKind] {
		if !updatedKey.Mentioned(file.Data) {
			continue
		}
		var f itemFile
		c := r.decode(file, &f)
		if f.check(c); !c.broken() {
			problems = append(problems, f.overdue(days, wallClock(now))...)
		}
	}
	for _, file := range sorted[noticeKind] {
		if inItsYears(file.Data, now.Year()) {
			continue
		}
		var f noticeFile
		c := r.decode(file, &f)
		if f.check(c); !c.broken() {
			problems = append(problems, f.dated(wallClock(now))...)
		}
	}
	diag.Sort(problems)
	return problems
}

// dated warns of a notice that has expired, and of a date that can't be meant.
func (f *noticeFile) dated(now time.Time) (problems []diag.Problem) {
	date := "“date”（日期）是 " + f.Date.V.Wall.Format(time.DateOnly)
	switch day := f.Date.V.Wall; {
	case day.Year() < 2000:
		problems = append(problems, f.Date.At.Problem(diag.Warning, "date-early", date+"，在 2000 年以前", "看看年份写对没有"))
	case day.After(now.AddDate(1, 0, 0)):
		problems = append(problems, f.Date.At.Problem(diag.Warning, "date-late", date+"，还有一年多才到", "看看年份写对没有"))
	}
	if f.Expire.Given() && !now.Before(until(f.Expire)) {
		problems = append(problems, f.Expire.At.Problem(diag.Warning, "expired",
			"“expire”（下屏时间）已经过了，屏幕上不再显示这个公告", "不再需要就删去这个文件；还要显示就把下屏时间改晚"))
	}
	return problems
}

var updatedKey, dateKey, expireKey = toml.NewKey("updated"), toml.NewKey("date"), toml.NewKey("expire")

// inItsYears reports of most notices, without decoding them, that Due has nothing to warn of: they never
// expire, and their date is of a plausible year.
func inItsYears(data []byte, now int) bool {
	year, ok := dateKey.Year(data)
	return ok && !expireKey.Mentioned(data) && year >= 2000 && year <= now
}

// wallClock returns a local time as all wall-clock times here, in UTC.
func wallClock(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), time.UTC)
}

// overdue warns of an item whose working days have passed.
func (f *itemFile) overdue(calendar workdays, now time.Time) []diag.Problem {
	deadline, _ := line(f.Deadline.V)
	days := workingDays(deadline)
	reviewed := f.Reviewed.Given() && !f.Reviewed.V.Wall.Before(f.Updated.V.Wall)
	if !f.Updated.Given() || days == 0 || reviewed {
		return nil
	}
	last := calendar.after(f.Updated.V.Wall, days)
	if now.Before(last.AddDate(0, 0, 1)) {
		return nil
	}
	at, fix := f.Updated.At, "在这一行下面加上 reviewed = "
	if f.Reviewed.Given() {
		at, fix = f.Reviewed.At, "把 reviewed 改成 "
	}
	return []diag.Problem{at.Problem(diag.Warning, "deadline-passed",
		fmt.Sprintf("“updated”（更新日期）之后的 %d 个工作日到 %s 为止，公开时限已经过了", days, last.Format(time.DateOnly)),
		"核对公开的内容是不是最新的，核对后"+fix+now.Format(time.DateOnly))}
}

// statutory is article 26's number of working days.
const statutory = 20

// namesDays matches a number below a thousand, or a hundred in hanzi, that is no larger one's end.
var namesDays = regexp.MustCompile(`(?:^|[^0-9０-９一二两三四五六七八九十百千万])([0-9]{1,3}|[０-９]{1,3}|[一二三四五六七八九十]{1,3}|两)\s*个?\s*工作日`)

// workingDays returns how many working days a deadline allows: the most if it names several, the law's number
// if there is no deadline, 0 if it names none.
func workingDays(deadline string) (most int) {
	if deadline == "" {
		return statutory
	}
	for _, m := range namesDays.FindAllStringSubmatch(deadline, -1) {
		n, err := strconv.Atoi(plain(m[1]))
		if err != nil {
			n = chineseNumber(strings.Replace(m[1], "两", "二", 1))
		}
		most = max(most, n)
	}
	return most
}

// chineseNumber returns 一 to 九十九 as a number, 0 for anything else.
func chineseNumber(s string) int {
	digit := func(s string) int { return (strings.Index("一二三四五六七八九", s) + 3) / 3 }
	tens, ones, found := strings.Cut(s, "十")
	switch {
	case len(tens) > 3 || len(ones) > 3 || ones == "十":
		return 0
	case !found:
		return digit(s)
	case tens == "" && ones == "":
		return 10
	case tens == "":
		return 10 + digit(ones)
	case ones == "":
		return 10 * digit(tens)
	}
	return 10*digit(tens) + digit(ones)
}
