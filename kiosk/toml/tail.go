package toml

import (
	"regexp"
	"strings"

	"gongkai/kiosk/diag"
)

// What stands behind a number or a day may be a note, which can go, or a part of what was meant: a time, a
// last day, a unit. No fix drops the latter.

// leading is a number or a day at the beginning of a value.
var leading = regexp.MustCompile(`^(\d{4}-\d\d-\d\d|[+-]?\d+(?:\.\d+)?)[ \t]*(\D.*)$`)

// tailOf returns what stands behind the number or the day of a key's value, "" if the key takes a text.
func (fs fields) tailOf(key, text string) string {
	f := fs.byKey(key)
	m := leading.FindStringSubmatch(text)
	if f == nil || m == nil || f.sub != nil || (f.kind == dayName) != strings.Contains(m[1][1:], "-") || f.kind == textName {
		return ""
	}
	_, isTime := isoMoment(text)
	if wrongBare(m[1]).message != "" || isTime {
		return ""
	}
	return m[2]
}

var (
	// dayPart and numberPart occur in what belongs to a day, or to a number.
	dayPart    = regexp.MustCompile(`[0-9０-９一二三四五六七八九十点时至到~～—–]|凌晨|早上|上午|中午|下午|晚`)
	numberPart = regexp.MustCompile(`[0-9０-９一二三四五六七八九十百千万亿半%％‰分时天]`)
	// weekday occurs in many a day's note.
	weekday = regexp.MustCompile(`(?:周|星期|礼拜)[一二三四五六日天]`)
)

// wrongTail reports what stands behind a value of the field.
func (f *field) wrongTail(tail string) flaw {
	message := "值的后面还有字“" + diag.Excerpt(tail, 20) + "”"
	switch {
	case f.kind == dayName && !dayPart.MatchString(weekday.ReplaceAllString(tail, "")):
		return flaw{"note-behind-day", "值的后面还有多余的字“" + diag.Excerpt(tail, 20) + "”", "删去日期后面的字", ""}
	case f.kind == dayName && f.many:
		return flaw{"days-several", message, "每一天写一项，中间用英文逗号隔开，例如 2026-10-01, 2026-10-02", ""}
	case f.kind == dayName:
		return flaw{"time-behind-day", message, "一个键只写一个时间：带时刻写成 2026-12-01T08:30:00，另一个日子写到它自己的键里；不显示的说明，前面加英文 #", ""}
	case numberPart.MatchString(tail):
		return flaw{"unit-behind-number", message, "只写一个数，不写单位；单位不一样，先换算再写", ""}
	}
	return flaw{"note-behind-number", "值的后面还有多余的字“" + diag.Excerpt(tail, 20) + "”", "删去数字后面的字", ""}
}
