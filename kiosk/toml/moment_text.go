package toml

import (
	"strings"
	"time"

	"golang.org/x/text/width"
)

// MomentIn returns the day, or the day and time, that a text names in one of the ways that people write them: 2026/3/1,
// 2026年3月1日 下午3点半. ok is false for another text, and for a day that no calendar has.
func MomentIn(text string) (m Moment, ok bool) {
	text = strings.TrimSpace(width.Fold.String(text))
	layout, iso := time.DateOnly, ""
	if day := anyDate.FindStringSubmatch(text); day != nil {
		iso = isoDate(day)
	} else if iso, ok = isoMoment(text); ok {
		layout = "2006-01-02T15:04:05"
	}
	wall, err := time.Parse(layout, iso)
	return Moment{Wall: wall, Day: layout == time.DateOnly}, err == nil
}

// Literal returns the moment as TOML writes it.
func (m Moment) Literal() Literal {
	if m.Day {
		return Literal(m.Wall.Format(time.DateOnly))
	}
	return Literal(m.Wall.Format("2006-01-02T15:04:05"))
}
