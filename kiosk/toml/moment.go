package toml

import (
	"cmp"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/text/width" // full-width digits and their ASCII twins
)

// oneDay is a day: 2026/3/1, 2026年3月1日.
const oneDay = `(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2}) ?[日号]?`

var (
	anyDate = regexp.MustCompile(`^` + oneDay + `$`)
	// twoDays matches the first day and the last, and nothing of a time.
	twoDays = regexp.MustCompile(`^["“]?` + oneDay + ` ?(?:至|到|[-~～—–]+) ?` + oneDay + `["”]?$`)
)

// TwoDays returns the two days that a value names, as TOML writes them; ok is false for another value.
func TwoDays(value string) (first, last string, ok bool) {
	m := twoDays.FindStringSubmatch(value)
	if m == nil {
		return "", "", false
	}
	return isoDate(m), isoDate(m[3:]), true
}

// anyMoment matches a day with a time behind it: 8:30, 8点30分, 下午3点半.
var anyMoment = regexp.MustCompile(`^(\d{4} ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2})(?:(?: ?[日号] *|[ Tt]+)(` + dayParts + `)?|(` + dayParts + `))` +
	` *(\d{1,2}) ?(?:[:：](\d\d)(?:[:：](\d\d))?|[点时] ?(?:(\d{1,2}) ?分?|([半整]))?)$`)

const dayParts = `凌晨|早上|上午|中午|下午|晚上`

// isoDate returns 2026-03-01 for the parts of 2026/3/1.
func isoDate(m []string) string {
	month, _ := strconv.Atoi(m[2])
	day, _ := strconv.Atoi(m[3])
	return fmt.Sprintf("%s-%02d-%02d", m[1], month, day)
}

// isoMoment returns 2026-12-01T08:30:00 for 2026-12-01 8:30, or another way to write both; ok is false if the hour isn't clear.
func isoMoment(text string) (iso string, ok bool) {
	m := anyMoment.FindStringSubmatch(text)
	if m == nil {
		return "", false
	}
	number := func(s string) int { n, _ := strconv.Atoi(s); return n }
	minute := number(m[5] + m[7])
	if m[8] == "半" {
		minute = 30
	}
	hour, ok := hourOf(m[2]+m[3], number(m[4]))
	return fmt.Sprintf("%sT%02d:%02d:%02d", isoDate(anyDate.FindStringSubmatch(m[1])), hour, minute, number(m[6])), ok && minute < 60
}

// ISO returns a day, or a day with a time, that a text names in another way, as TOML writes it; ok is false if it isn't clear.
func ISO(text string) (iso string, ok bool) {
	text = strings.TrimSpace(width.Fold.String(text))
	if m := anyDate.FindStringSubmatch(text); m != nil {
		return isoDate(m), true
	}
	return isoMoment(text)
}

// onlyDigits is a time of day without a sign in it: 8, 830, 1130.
var onlyDigits = regexp.MustCompile(`^(\d{1,2})([0-5]\d)?$`)

// Clock returns the time of day that a text names in another way, as 15:04; ok is false if it isn't clear.
func Clock(text string) (clock string, ok bool) {
	text = strings.TrimSpace(width.Fold.String(text))
	if m := onlyDigits.FindStringSubmatch(text); m != nil {
		text = m[1] + ":" + cmp.Or(m[2], "00")
	}
	iso, ok := isoMoment("2000-01-01 " + text)
	if !ok || !strings.HasSuffix(iso, ":00") {
		return "", false
	}
	return iso[len("2000-01-01T"):len("2000-01-01T15:04")], true
}

// hourOf returns the hour of 24 that a part of the day has; ok is false for one that may be another day's.
func hourOf(part string, hour int) (h int, ok bool) {
	switch part {
	case "下午", "晚上":
		if hour < 12 {
			hour += 12
		} else if part == "晚上" && hour == 12 {
			return hour, false
		}
	case "中午":
		if hour < 6 {
			hour += 12
		}
	case "凌晨":
		return hour, hour < 12
	}
	return hour, hour < 24
}
