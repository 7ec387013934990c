package week

import (
	"fmt"
	"slices"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
)

// Day is a day of the carousel.
type Day struct {
	Date        time.Time     // its midnight
	Holiday     bool          // by holidays.toml
	Worked      bool          // a weekend's day that is worked
	Hours       []stretch     // in which the screen is on; none: 关屏
	Least, Most session.Round // with the fewest and the most slides while the screen is on
	Urgent      bool          // urgent notices have the carousel to themselves, for a while at least
}

// stretch is a time from from up to, not including, to.
type stretch struct{ from, to time.Time }

// whole reports whether the screen is on all day.
func (d Day) whole() bool {
	return len(d.Hours) == 1 && d.Hours[0] == stretch{d.Date, d.Date.Add(day)}
}

// rounds computes a catalogue's rounds, each once.
type rounds struct {
	catalogue *catalogue.Catalogue
	known     map[string]session.Round
}

// at returns the round at a time.
func (r rounds) at(wall time.Time) session.Round {
	var on []int
	for i := range r.catalogue.Notices {
		if r.catalogue.Notices[i].Shown(wall, r.catalogue.Holidays) {
			on = append(on, i)
		}
	}
	key := fmt.Sprint(on)
	round, ok := r.known[key]
	if !ok {
		round = session.RoundOf(r.catalogue, on)
		r.known[key] = round
	}
	return round
}

// day returns the day that begins at a midnight.
func (r rounds) day(date time.Time) Day {
	c := r.catalogue
	_, worked := slices.BinarySearchFunc(c.Holidays.Workdays, date, time.Time.Compare)
	d := Day{Date: date, Holiday: c.Holidays.Holiday(date), Worked: worked}
	var ends []catalogue.Span
	ends = append(ends, c.Settings.Hours...)
	for i := range c.Notices {
		ends = append(ends, c.Notices[i].Air...)
	}
	at := edges(date, date.Add(day), ends)
	for i := range c.Notices {
		at = append(at, c.Notices[i].Publish, c.Notices[i].Expire)
	}
	at = within(at, date, date.Add(day))
	for i, from := range at {
		if !c.Lit(from) {
			continue
		}
		to := date.Add(day)
		if i+1 < len(at) {
			to = at[i+1]
		}
		d.Hours = joined(d.Hours, stretch{from, to})
		d.add(r.at(from))
	}
	return d
}

// add adds a round that the day has.
func (d *Day) add(r session.Round) {
	if d.Least.Slides == 0 || r.Length < d.Least.Length {
		d.Least = r
	}
	if r.Length > d.Most.Length {
		d.Most = r
	}
	d.Urgent = d.Urgent || r.Urgent
}

// stretches returns when a notice is on air between two midnights, and when of that the screen is on.
func stretches(n *catalogue.Notice, c *catalogue.Catalogue, from, to time.Time) (air, lit []stretch) {
	at := within(append(edges(from, to, slices.Concat(n.Air, c.Settings.Hours)), n.Publish, n.Expire), from, to)
	for i, t := range at {
		end := to
		if i+1 < len(at) {
			end = at[i+1]
		}
		if !n.Shown(t, c.Holidays) {
			continue
		}
		air = joined(air, stretch{t, end})
		if c.Lit(t) {
			lit = joined(lit, stretch{t, end})
		}
	}
	return air, lit
}

// edges returns the times between two midnights at which days and spans begin and end.
func edges(from, to time.Time, spans []catalogue.Span) []time.Time {
	var all []time.Time
	for d := from; d.Before(to); d = d.Add(day) {
		all = append(all, d)
		for _, s := range spans {
			all = append(all, d.Add(time.Duration(s.From)*time.Minute), d.Add(time.Duration(s.To)*time.Minute))
		}
	}
	return all
}

// within returns the times from from up to to, sorted, each once.
func within(all []time.Time, from, to time.Time) []time.Time {
	all = slices.DeleteFunc(all, func(t time.Time) bool { return t.Before(from) || !t.Before(to) })
	slices.SortFunc(all, time.Time.Compare)
	return slices.CompactFunc(all, time.Time.Equal)
}

// joined appends a stretch, to the last one if they touch.
func joined(all []stretch, s stretch) []stretch {
	if k := len(all) - 1; k >= 0 && all[k].to.Equal(s.from) {
		all[k].to = s.to
		return all
	}
	return append(all, s)
}
