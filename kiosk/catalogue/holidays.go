package catalogue

import (
	"slices"
	"time"

	"gongkai/kiosk/toml"
)

// Calendar is the content of holidays.toml, as midnights in UTC, in order.
type Calendar struct {
	Holidays []time.Time // 节假日: days off that are not a weekend's
	Workdays []time.Time // 调休: weekend days that are worked
}

type holidaysFile struct {
	Holidays []toml.Value[toml.Moment] `toml:"holidays" zh:"节假日"`
	Workdays []toml.Value[toml.Moment] `toml:"workdays" zh:"调休"`
}

// Holiday reports whether a day, a midnight in UTC, is one of the holidays, and not worked all the same.
func (c Calendar) Holiday(day time.Time) bool {
	_, off := slices.BinarySearchFunc(c.Holidays, day, time.Time.Compare)
	_, worked := slices.BinarySearchFunc(c.Workdays, day, time.Time.Compare)
	return off && !worked
}

// holidays reads holidays.toml; a broken or absent one gives an empty calendar.
func (r *reading) holidays(files []File) Calendar {
	if len(files) == 0 {
		return Calendar{}
	}
	var f holidaysFile
	c := r.decode(files[0], &f)
	var cal Calendar
	for _, list := range []struct {
		key  string
		days []toml.Value[toml.Moment]
		into *[]time.Time
	}{{"holidays", f.Holidays, &cal.Holidays}, {"workdays", f.Workdays, &cal.Workdays}} {
		for i := range list.days {
			c.day(list.key, &list.days[i])
			*list.into = append(*list.into, list.days[i].V.Wall)
		}
		slices.SortFunc(*list.into, time.Time.Compare)
	}
	if !r.done(files[0], c) {
		return Calendar{}
	}
	return cal
}

// workdays are the exceptions from the working week, by Unix time: true for a day that
// is worked.
type workdays map[int64]bool

func (c Calendar) workdays() workdays {
	days := make(workdays)
	for _, d := range c.Holidays {
		days[d.Unix()] = false
	}
	for _, d := range c.Workdays {
		days[d.Unix()] = true
	}
	return days
}

// after returns the n-th working day after a day. A year that holidays.toml doesn't cover
// counts by its weeks.
func (w workdays) after(day time.Time, n int) time.Time {
	for n > 0 {
		day = day.AddDate(0, 0, 1)
		worked, known := w[day.Unix()]
		if known && worked || !known && day.Weekday() != time.Saturday && day.Weekday() != time.Sunday {
			n--
		}
	}
	return day
}
