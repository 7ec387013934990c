package catalogue

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm" // full-width digits

	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// Span is a part of the day, on some days: a notice is on air in it, or the screen is on.
type Span struct {
	Days     [7]bool   // by time.Weekday
	Holidays bool      // on the days of holidays.toml
	From, To TimeOfDay // half open; From above To passes midnight and belongs to its first day
}

// midnight is the end of a day.
const midnight TimeOfDay = 24 * 60

// begins reports whether the span begins on a day. A holiday has no weekday, and a weekend's day that is worked its own.
func (s Span) begins(day time.Time, days Calendar) bool {
	if days.Holiday(day) {
		return s.Holidays
	}
	return s.Days[day.Weekday()]
}

// covers reports whether a wall-clock time lies in the span.
func (s Span) covers(wall time.Time, days Calendar) bool {
	today, at := startOfDay(wall), TimeOfDay(wall.Hour()*60+wall.Minute())
	if s.From < s.To {
		return s.From <= at && at < s.To && s.begins(today, days)
	}
	return at >= s.From && s.begins(today, days) || at < s.To && s.begins(today.AddDate(0, 0, -1), days)
}

// startOfDay returns the midnight with which a wall-clock time's day begins.
func startOfDay(wall time.Time) time.Time {
	y, m, d := wall.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// spanDays are the signs of days, by time.Weekday, and the one of holidays.
const spanDays = "日一二三四五六节"

// days returns the days that a table names, all of them where it names none; ok is false for other signs.
func (c *checker) days(t *toml.Text) (week [7]bool, holidays, ok bool) {
	text := unspaced(t.V)
	if text == "" {
		return everyDay.Days, everyDay.Holidays, true
	}
	signs := []rune(spanDays)
	for _, r := range text {
		switch i := slices.Index(signs, r); {
		case i == len(week):
			holidays = true
		case i >= 0:
			week[i] = true
		default:
			mend := diag.Mend{}
			fix := "只写 一二三四五六日节 里的字，中间不加标点，例如 days = \"一三五\"；节是节假日"
			if meant := daysMeant(text); meant != "" {
				fix, mend = "写成 days = \""+meant+"\"", t.Replaced(meant)
			}
			c.mended(mend, diag.Error, false, "days-form", t.At, "“days”（星期）里的“"+diag.Excerpt(string(r), 10)+"”不是星期", fix)
			return week, holidays, false
		}
	}
	return week, holidays, true
}

var clock = regexp.MustCompile(`^([01]\d|2[0-3]):([0-5]\d)$`)

func (c *checker) hour(key, label string, t *toml.Text) (TimeOfDay, bool) {
	m := clock.FindStringSubmatch(strings.TrimSpace(t.V))
	if m == nil {
		fix := `写成 "07:30" 这样，24 小时制，两位数字`
		meant, ok := toml.Clock(t.V)
		if !ok && strings.TrimSpace(t.V) == "24:00" {
			meant, ok = "00:00", true
		}
		mend := diag.Mend{}
		if ok {
			fix, mend = "写成 "+key+` = "`+meant+`"`, t.Replaced(meant)
		}
		c.mended(mend, diag.Error, false, "clock-form", t.At, "“"+key+"”（"+label+"）不是时间", fix)
		return 0, false
	}
	h, _ := strconv.Atoi(m[1])
	min, _ := strconv.Atoi(m[2])
	return TimeOfDay(h*60 + min), true
}

// isMidnight reports whether a text names the end of a day in another way.
func isMidnight(text string) bool {
	return slices.Contains([]string{"24", "2400", "24点", "24时", "24:0"}, norm.NFKC.String(unspaced(text)))
}

// end returns the time at which a span ends: 24:00 too.
func (c *checker) end(key, label string, t *toml.Text) (TimeOfDay, bool) {
	if strings.TrimSpace(t.V) == "24:00" {
		return midnight, true
	}
	if isMidnight(t.V) {
		c.mended(t.Replaced("24:00"), diag.Error, false, "midnight-form", t.At, "“"+key+"”（"+label+"）的半夜十二点写得不对", "写成 "+key+` = "24:00"`)
		return 0, false
	}
	return c.hour(key, label, t)
}
