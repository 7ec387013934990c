package catalogue

import (
	"fmt"
	"slices"
	"time"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// maxAir is how many spans a notice may have.
const maxAir = 20

// airFile is a table [[air]] as it stands.
type airFile struct {
	Place diag.Spot
	Days  toml.Text `toml:"days" zh:"星期"`
	From  toml.Text `toml:"from" zh:"开始"`
	To    toml.Text `toml:"to" zh:"结束"`
}

// onAir reports whether a span covers a wall-clock time; a notice without spans is always on air.
func (n *Notice) onAir(wall time.Time, days Calendar) bool {
	return n.Air == nil || slices.ContainsFunc(n.Air, func(a Span) bool { return a.covers(wall, days) })
}

// Shown reports whether the notice is shown at a time. publish, expire and air are meant in that time's own zone.
func (n *Notice) Shown(now time.Time, days Calendar) bool {
	wall := wallClock(now)
	return !wall.Before(n.Publish) && (n.Expire.IsZero() || wall.Before(n.Expire)) && n.onAir(wall, days)
}

// airHorizon is how far ahead NextChange follows the spans, in days.
const airHorizon = 400

// NextChange returns the first wall-clock time after now at which Shown may change; found is false if there is none.
// Where more than a year passes until then it returns a day from which to look further.
func (n *Notice) NextChange(now time.Time, days Calendar) (next time.Time, found bool) {
	wall := wallClock(now)
	switch {
	case wall.Before(n.Publish):
		return n.Publish, true
	case n.Expire.IsZero():
		return n.nextAir(wall, days)
	case !wall.Before(n.Expire):
		return time.Time{}, false
	}
	if next, found = n.nextAir(wall, days); found && next.Before(n.Expire) {
		return next, true
	}
	return n.Expire, true
}

// nextAir returns the first time after wall at which the notice goes on air or off.
func (n *Notice) nextAir(wall time.Time, days Calendar) (next time.Time, found bool) {
	ends := n.airEnds()
	if len(ends) == 0 {
		return next, false
	}
	on, today := n.onAir(wall, days), startOfDay(wall)
	last := today.AddDate(0, 0, 8) // a week repeats itself where no holiday lies in it
	if k := len(days.Holidays); k > 0 && days.Holidays[k-1].After(today.AddDate(0, 0, -1)) {
		last = days.Holidays[k-1].AddDate(0, 0, 8)
	}
	horizon := today.AddDate(0, 0, airHorizon)
	for day := today; !day.After(last); day = day.AddDate(0, 0, 1) {
		if day.After(horizon) {
			return horizon, true
		}
		for _, minute := range ends {
			if t := day.Add(time.Duration(minute) * time.Minute); t.After(wall) && n.onAir(t, days) != on {
				return t, true
			}
		}
	}
	return next, false
}

// airEnds returns the times of day at which spans begin and end, in order.
func (n *Notice) airEnds() []TimeOfDay {
	var all []TimeOfDay
	for _, a := range n.Air {
		all = append(all, a.From, a.To%midnight)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// dark reports whether the notice has hours on air, and the screen is off in all of them: in two weeks from its beginning, and
// on all days that differ from their weekday.
func (n *Notice) dark(c *Catalogue) bool {
	if n.Air == nil || c.Settings.Hours == nil {
		return false
	}
	ends := n.airEnds()
	for _, s := range c.Settings.Hours {
		ends = append(ends, s.From, s.To%midnight)
	}
	first := startOfDay(n.Publish)
	if n.Publish.IsZero() {
		first = n.Date
	}
	var days []time.Time
	for i := range 15 {
		days = append(days, first.AddDate(0, 0, i))
	}
	for _, day := range slices.Concat(c.Holidays.Holidays, c.Holidays.Workdays) {
		days = append(days, day, day.AddDate(0, 0, 1))
	}
	aired := false
	for _, day := range days {
		times := []time.Time{day, n.Publish}
		for _, end := range ends {
			times = append(times, day.Add(time.Duration(end)*time.Minute))
		}
		for _, t := range times {
			if n.Shown(t, c.Holidays) {
				if c.Lit(t) {
					return false
				}
				aired = true
			}
		}
	}
	return aired
}

// airedNotice is a notice with hours on air, and where they are written.
type airedNotice struct {
	notice Notice
	place  diag.Spot
}

// dark warns of notices that are on air only while the screen is off.
func (r *reading) dark(c *Catalogue) {
	for _, a := range r.aired {
		if a.notice.dark(c) {
			r.problems = append(r.problems, a.place.Problem(diag.Warning, "air-dark", "[[air]] 的时段里屏幕都关着，居民看不到这条公告",
				"改正“days”“from”“to”，或改 kiosk.toml 里 [screen] 的开屏时间"))
		}
	}
}

// air returns the notice's spans, and reports what is wrong with them.
func (f *noticeFile) air(c *checker) []Span {
	var all []Span
	for i := range f.Air {
		if i == maxAir {
			c.err("air-many", f.Air[i].Place, fmt.Sprintf("[[air]] 超过 %d 节", maxAir), "把时间一样的几天合成一节")
			return all
		}
		all = append(all, f.Air[i].span(c))
	}
	return all
}

// span returns the span that a table stands for.
func (f *airFile) span(c *checker) Span {
	a := Span{To: midnight}
	if !f.Days.Given() && !f.From.Given() && !f.To.Given() && !c.broken() {
		c.warn("air-empty", f.Place, "[[air]] 下面没有“days”“from”“to”，等于一直播出", "补上星期和时间，或删去这一节")
	}
	a.Days, a.Holidays, _ = c.days(&f.Days)
	ok := true
	if f.From.Given() {
		a.From, ok = c.hour("from", "开始", &f.From)
	}
	if f.To.Given() {
		to, right := c.end("to", "结束", &f.To)
		a.To, ok = to, ok && right
	}
	if ok && a.From == a.To {
		at := f.To.At
		if !f.To.Given() {
			at = f.From.At
		}
		c.err("air-same-time", at, "[[air]] 的“from”（开始）和“to”（结束）是同一个时间", "改正其中一个；整天播出就把两行都删去")
	}
	return a
}
