package week

import (
	"fmt"
	"slices"
	"time"

	"gongkai/kiosk/catalogue"
)

// Bar is a stretch of a notice on air, as it is drawn on the week.
type Bar struct {
	From, To      time.Duration // from the week's first midnight, within the week
	Before, After bool          // it goes on beyond the week's edge
	Start, End    string        // words at its ends: 3月9日 上, 3月14日 下
	Hours         []string      // or the hours of its one day, a line each
}

// dark stands on a bar in which a notice is on air and the screen is off.
const dark = "屏幕关着"

// bars returns the bars of a notice: where it has no hours one for each stretch in which it is on air, else one for each day
// with the hours in which it is, and the screen is on.
func bars(n *catalogue.Notice, from time.Time, air, lit []stretch) []Bar {
	if n.Air != nil {
		return append(hourly(from, lit), darkDays(from, air, lit)...)
	}
	end := from.AddDate(0, 0, Length)
	var bars []Bar
	for _, s := range air {
		b := unbroken(n, from, end, s)
		if !overlap(s, lit) {
			b.Start, b.End = dark, ""
		}
		bars = append(bars, b)
	}
	return bars
}

// hourly returns a bar for each day that has stretches, with its hours; whole days are one bar.
func hourly(from time.Time, all []stretch) (bars []Bar) {
	end := from.AddDate(0, 0, Length)
	for _, s := range daily(all) {
		if !s.to.After(from) || !s.from.Before(end) {
			continue
		}
		b := Bar{Before: s.from.Before(from), After: s.to.After(end)}
		s.from = later(s.from, from)
		first := midnight(s.from).Sub(from)
		if s.to.Sub(s.from) >= day {
			b.From, b.To, b.Hours = first, earlier(s.to, end).Sub(from), []string{"全天"}
			bars = append(bars, b)
		} else if k := len(bars) - 1; k >= 0 && bars[k].From == first {
			bars[k].Hours = append(bars[k].Hours, hoursOf(s))
		} else {
			bars = append(bars, Bar{From: first, To: first + day, Hours: []string{hoursOf(s)}})
		}
	}
	return bars
}

// darkDays returns a bar for each day on which a notice is on air only while the screen is off.
func darkDays(from time.Time, air, lit []stretch) (bars []Bar) {
	for i := range Length {
		d := stretch{from.AddDate(0, 0, i), from.AddDate(0, 0, i+1)}
		if overlap(d, air) && !overlap(d, lit) {
			bars = append(bars, Bar{From: d.from.Sub(from), To: d.to.Sub(from), Hours: []string{dark}})
		}
	}
	return bars
}

// overlap reports whether a stretch has a time in common with others.
func overlap(s stretch, others []stretch) bool {
	return slices.ContainsFunc(others, func(o stretch) bool { return s.from.Before(o.to) && o.from.Before(s.to) })
}

// daily returns the stretches with those cut at midnight that last a day or longer, so that each is a part of one day,
// perhaps of its night too, or made of whole days.
func daily(all []stretch) []stretch {
	var parts []stretch
	for _, s := range all {
		if s.to.Sub(s.from) < day {
			parts = append(parts, s)
			continue
		}
		first, last := midnight(s.from), midnight(s.to)
		if !s.from.Equal(first) {
			first = first.Add(day)
			parts = append(parts, stretch{s.from, first})
		}
		if first.Before(last) {
			parts = append(parts, stretch{first, last})
		}
		if last.Before(s.to) {
			parts = append(parts, stretch{last, s.to})
		}
	}
	return parts
}

// unbroken returns the bar of a stretch with its ends in words.
func unbroken(n *catalogue.Notice, from, end time.Time, s stretch) Bar {
	b := Bar{Before: s.from.Before(from), After: s.to.After(end)}
	b.From, b.To = later(s.from, from).Sub(from), earlier(s.to, end).Sub(from)
	short := midnight(from.Add(b.From)).Equal(midnight(from.Add(b.To - 1)))
	switch last := lastOf(s.to); {
	case short && !b.Before && !b.After:
		b.Start = "只在 " + dayOf(s.from)
		if s.to.Sub(s.from) < day {
			b.Start = dayOf(s.from) + " " + hoursOf(s)
		}
		return b
	case b.Before && b.After:
		b.Start, b.End = "接上周", goesOn(n)
	case b.After:
		b.Start, b.End = momentOf(s.from)+"\u00a0上", goesOn(n)
	case b.Before:
		b.Start, b.End = "接上周", last+"\u00a0下"
	default:
		b.Start, b.End = momentOf(s.from)+"\u00a0上", last+"\u00a0下"
	}
	if short && b.Before {
		b.Start, b.End = b.End, ""
	}
	if short && b.After {
		b.End = ""
	}
	return b
}

// goesOn returns how long a notice stays on air beyond the week.
func goesOn(n *catalogue.Notice) string {
	switch {
	case n.Expire.IsZero():
		return "一直播"
	case n.Air != nil:
		return ""
	}
	return "播到 " + lastOf(n.Expire)
}

// dayOf returns 3月9日.
func dayOf(t time.Time) string { return fmt.Sprintf("%d月%d日", t.Month(), t.Day()) }

// momentOf returns a time's day, with the time of day unless that is midnight.
func momentOf(t time.Time) string {
	if t.Equal(midnight(t)) {
		return dayOf(t)
	}
	return dayOf(t) + " " + clockOf(t)
}

// lastOf returns the last moment before an end: at midnight the day before.
func lastOf(t time.Time) string {
	if t.Equal(midnight(t)) {
		return dayOf(t.AddDate(0, 0, -1))
	}
	return momentOf(t)
}

// clockOf returns 9:00.
func clockOf(t time.Time) string { return fmt.Sprintf("%d:%02d", t.Hour(), t.Minute()) }

// hoursOf returns 9:00—11:00, 22:00—次日6:00, 14:00—24:00.
func hoursOf(s stretch) string {
	to := clockOf(s.to)
	switch first := midnight(s.from); {
	case s.to.Equal(first.Add(day)):
		to = "24:00"
	case s.to.After(first.Add(day)):
		to = "次日" + to
	}
	return clockOf(s.from) + "—" + to
}
