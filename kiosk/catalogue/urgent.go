package catalogue

import (
	"time"

	"gongkai/kiosk/toml"
)

// urgentDays is how long a notice may be urgent: what stays longer is no alarm any more.
const urgentDays = 7

// urgent reports whether the notice is urgent. One without an end near enough, or that ends before it begins, is shown
// as a plain one.
func (f *noticeFile) urgent(c *checker) bool {
	if !f.Urgent.V || !f.Urgent.Given() {
		return false
	}
	begin := f.Date
	if f.Publish.Given() {
		begin = f.Publish
	}
	last := begin
	last.V.Wall = begin.V.Wall.AddDate(0, 0, urgentDays)
	switch {
	case !f.Expire.Given() && c.mistaken("expire"), !begin.Given():
	case !f.Expire.Given():
		c.partly("urgent-without-expire", f.Urgent.At, "“urgent”（紧急）的公告没有写“expire”（下屏时间），只当普通公告显示", "加上一行 expire = "+momentText(last.V)+" 或更早，写紧急到什么时候为止")
	case f.Expire.V.Wall.After(last.V.Wall):
		c.partly("urgent-long", f.Expire.At, "“urgent”（紧急）的公告最多显示 7 天，只当普通公告显示", "写成 expire = "+momentText(last.V)+" 或更早；不紧急就删去 urgent 这一行")
	case !f.Publish.Given() && !from(f.Date).Before(until(f.Expire)):
		c.partly("urgent-over-before", f.Expire.At, "“urgent”（紧急）的公告从“date”（日期）那天起显示，“expire”（下屏时间）却在那天之前，只当普通公告显示", "改正其中一个日期")
	default:
		return true
	}
	return false
}

// momentText returns a day, or a day with a time, as TOML writes it.
func momentText(m toml.Moment) string {
	if m.Day {
		return m.Wall.Format(time.DateOnly)
	}
	return m.Wall.Format("2006-01-02T15:04:05")
}
