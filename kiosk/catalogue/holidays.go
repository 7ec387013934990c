package catalogue

import (
	"time"

	"gongkai/kiosk/diag"
)

// Calendar is what holidays.toml says, as midnights in UTC.
type Calendar struct {
	Holidays []time.Time // 节假日: days off that are not a weekend's
	Workdays []time.Time // 调休: weekend days that are worked
}

type holidaysFile struct {
	Holidays []diag.Value[diag.Moment] `toml:"holidays" zh:"节假日"`
	Workdays []diag.Value[diag.Moment] `toml:"workdays" zh:"调休"`
}

// holidays reads holidays.toml; a broken or absent one says nothing. It is no
// part of the revision: it changes how deadlines are counted, not what is shown.
func (r *reading) holidays(files []File) Calendar {
	if len(files) == 0 {
		return Calendar{}
	}
	var f holidaysFile
	c := r.decode(files[0], &f)
	var cal Calendar
	for _, list := range []struct {
		key  string
		days []diag.Value[diag.Moment]
		into *[]time.Time
	}{{"holidays", f.Holidays, &cal.Holidays}, {"workdays", f.Workdays, &cal.Workdays}} {
		for i := range list.days {
			c.day(list.key, &list.days[i])
			*list.into = append(*list.into, list.days[i].V.Wall)
		}
	}
	r.problems = append(r.problems, c.problems...)
	if c.broken() {
		return Calendar{}
	}
	return cal
}
