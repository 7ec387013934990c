package catalogue

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// screenFile is the table [screen] as it stands.
type screenFile struct {
	On       toml.Text  `toml:"on" zh:"开屏时间"`
	Off      toml.Text  `toml:"off" zh:"关屏时间"`
	Holidays toml.Text  `toml:"holidays" zh:"节假日"`
	Spans    []spanFile `toml:"span" zh:"开屏时段"`
}

// spanFile is a table [[screen.span]] as it stands.
type spanFile struct {
	Place diag.Spot
	Days  toml.Text `toml:"days" zh:"星期"`
	On    toml.Text `toml:"on" zh:"开屏时间"`
	Off   toml.Text `toml:"off" zh:"关屏时间"`
}

// spansADay is how often the screen may be switched on in a day.
const spansADay = 2

// everyDay are the days of a span that names none.
var everyDay = Span{Days: [7]bool{true, true, true, true, true, true, true}, Holidays: true, To: midnight}

// Lit reports whether a time lies in the screen's hours.
func (c *Catalogue) Lit(now time.Time) bool {
	hours, wall := c.Settings.Hours, wallClock(now)
	return hours == nil || slices.ContainsFunc(hours, func(s Span) bool { return s.covers(wall, c.Holidays) })
}

// hours returns the spans in which the screen is on: on and off of every day, or those of [[screen.span]], as holidays has it on
// holidays. nil is always: so it is where anything is wrong.
func (f *screenFile) hours(c *checker) []Span {
	var hours []Span
	ok := true
	switch simple := f.On.Given() || f.Off.Given(); {
	case simple && len(f.Spans) > 0:
		c.err("hours-both", f.Spans[0].Place, "[screen] 的“on”“off”和 [[screen.span]] 不能都写", "每天一样就删去 [[screen.span]]，不一样就删去 [screen] 下面的“on”和“off”")
		return nil
	case len(f.Spans) > 0:
		hours, ok = f.spans(c)
	case simple:
		var s Span
		if s, ok = f.daily(c); ok {
			hours = []Span{s}
		}
	}
	if hours, right := f.onHolidays(c, hours); ok && right {
		return hours
	}
	return nil
}

// daily returns the span of every day that on and off name: both are there, and they are two times.
func (f *screenFile) daily(c *checker) (s Span, ok bool) {
	switch {
	case !f.On.Given() && c.mistaken("on") || !f.Off.Given() && c.mistaken("off"):
		return s, false
	case !f.Off.Given():
		c.err("hours-no-off", f.On.At, "[screen] 只写了“on”，没有“off”", "补上 off，或把 on 也删去")
		return s, false
	case !f.On.Given():
		c.err("hours-no-on", f.Off.At, "[screen] 只写了“off”，没有“on”", "补上 on，或把 off 也删去")
		return s, false
	}
	return everyDay.between(c, &f.On, &f.Off, "整天开着就把两行都删去")
}

// between returns the span with other times.
func (s Span) between(c *checker, on, off *toml.Text, always string) (Span, bool) {
	from, ok1 := c.hour("on", "开屏时间", on)
	to, ok2 := c.end("off", "关屏时间", off)
	if ok1 && ok2 && from == to {
		c.err("hours-same-time", off.At, "“on”和“off”是同一个时间", always)
	}
	s.From, s.To = from, to
	return s, ok1 && ok2 && from != to
}

// spans returns the spans of [[screen.span]], at most two a day.
func (f *screenFile) spans(c *checker) (hours []Span, ok bool) {
	var begun [8]int // on each day, by spanDays
	ok = true
	for i := range f.Spans {
		t := &f.Spans[i]
		s, right := t.span(c)
		ok = ok && right
		for k, sign := range []rune(spanDays) {
			if k < 7 && s.Days[k] || k == 7 && s.Holidays {
				begun[k]++
			}
			if begun[k] > spansADay {
				c.err("hours-many", t.Place, fmt.Sprintf("“%c”有 %d 段开屏时间，一天最多 %d 段", sign, begun[k], spansADay), "把相连的时间合成一段，或改正“days”")
				return nil, false
			}
		}
		hours = append(hours, s)
	}
	return hours, ok
}

// span returns the span that a table stands for.
func (t *spanFile) span(c *checker) (s Span, ok bool) {
	s = everyDay
	s.Days, s.Holidays, ok = c.days(&t.Days)
	ok = ok && (t.Days.Given() || !c.mistaken("days"))
	for _, k := range []struct {
		key  string
		text *toml.Text
	}{{"on", &t.On}, {"off", &t.Off}} {
		if !k.text.Given() {
			if !c.mistaken(k.key) {
				c.err("span-incomplete", t.Place, "[[screen.span]] 下面没有“"+k.key+"”", "补上 on 和 off 两行；整天不开就删去这一节")
			}
			return s, false
		}
	}
	s, right := s.between(c, &t.On, &t.Off, `整天开着就写 on = "00:00" 和 off = "24:00"`)
	return s, ok && right
}

// onHolidays returns the spans as holidays has them: none on holidays, or those of Sundays.
func (f *screenFile) onHolidays(c *checker, hours []Span) ([]Span, bool) {
	how := strings.TrimSpace(f.Holidays.V)
	if how == "" {
		return hours, true
	}
	named := func(t spanFile) bool { return strings.ContainsRune(t.Days.V, '节') }
	switch {
	case how != "off" && how != "as-sunday":
		fix := `写成 "off"（节假日不开屏），或 "as-sunday"（和星期日一样）`
		mend := diag.Mend{}
		if meant := holidaysMeant(how); meant != "" {
			fix, mend = `写成 holidays = "`+meant+`"`, f.Holidays.Replaced(meant)
		}
		c.mended(mend, diag.Error, false, "holidays-form", f.Holidays.At, "“holidays”（节假日）里的“"+diag.Excerpt(how, 20)+"”看不懂", fix)
		return nil, false
	case slices.ContainsFunc(f.Spans, named):
		c.err("holidays-twice", f.Holidays.At, "[[screen.span]] 的“days”里已经有“节”，“holidays”又写了一遍", "删去“holidays”这一行，或去掉“days”里的“节”")
		return nil, false
	case hours == nil:
		hours = []Span{everyDay}
	}
	for i := range hours {
		hours[i].Holidays = how == "as-sunday" && hours[i].Days[time.Sunday]
	}
	return hours, true
}

// holidaysMeant returns the value of holidays that people write in other words, "" if it is unclear.
func holidaysMeant(how string) string {
	how = strings.ToLower(strings.NewReplacer("_", "-", " ", "-").Replace(how))
	words := map[string][]string{
		"off":       {"关", "关屏", "关闭", "不开", "不开屏", "休息", "休", "closed", "close", "no", "none"},
		"as-sunday": {"周日", "星期日", "星期天", "礼拜天", "同周日", "按周日", "按星期日", "和星期日一样", "sunday", "sun", "as-sun", "like-sunday"},
	}
	for value, all := range words {
		if how == value || slices.Contains(all, how) {
			return value
		}
	}
	return ""
}

// unknownHolidays warns that nothing names the holidays on which the screen's hours depend.
func (r *reading) unknownHolidays(at diag.Spot) {
	r.problems = append(r.problems, at.Problem(diag.Warning, "holidays-unknown", "“holidays”要靠 holidays.toml 才知道哪天是节假日，现在没有这个文件",
		"新建 holidays.toml，写上 holidays = [2026-10-01] 这样的日期；不用就删去“holidays”这一行"))
}
