package diag

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// scalar is a Value of any type, as the filling sees it.
type scalar interface {
	set(src *source, n *node, v any) bool // false: v has another type
	want() want
}

// want is what a value should have been.
type want struct{ name, example string }

// Names of what a value may be.
const (
	textName = "文字"
	dayName  = "日期"
	boolName = " true 或 false"
)

func (v *Value[T]) want() want {
	switch any(v.V).(type) {
	case string:
		return want{textName, `"…"`}
	case int64:
		return want{"整数", "6"}
	case float64:
		return want{"数字", "1.3"}
	case bool:
		return want{boolName, "true"}
	}
	return want{dayName, "2026-03-01"}
}

// set takes the library's value. A whole number is a float's value too.
func (v *Value[T]) set(src *source, n *node, x any) bool {
	switch t := x.(type) {
	case time.Time:
		m, ok := moment(t)
		if !ok {
			return false
		}
		x = m
	case int64:
		if _, ok := any(v.V).(float64); ok {
			x = float64(t)
		}
	}
	t, ok := x.(T)
	if ok {
		v.V, v.At, v.body = t, src.at(n.key), n.body
	}
	return ok
}

// moment is a time without a zone; ok is false for another. The library marks
// what kind it read by the name of the zone.
func moment(t time.Time) (m Moment, ok bool) {
	y, mo, d := t.Date()
	h, mi, s := t.Clock()
	m.Wall = time.Date(y, mo, d, h, mi, s, 0, time.UTC)
	switch t.Location().String() {
	case "date-local":
		return Moment{m.Wall, true}, true
	case "datetime-local":
		return m, true
	}
	return m, false
}

// eightDigits is a day written as 20260301.
var eightDigits = regexp.MustCompile(`^(\d{4})(\d\d)(\d\d)$`)

// wrongType words a value of another type and shows it in the right one where
// that can be told.
func wrongType(fd *field, w want, v any) (message, fix string) {
	message = fd.label() + "应是" + w.name + "，这里写的是" + typeName(v)
	fix = "写成 " + fd.key + " = " + w.example
	s, isText := v.(string)
	s = strings.TrimSpace(s)
	iso, known := isoMoment(s)
	switch {
	case w.name == textName && literal(v) != "":
		fix = "加上英文双引号，写成 \"" + strings.Trim(literal(v), `"`) + "\""
	case isText && w.name == dayName && anyDate.MatchString(s):
		fix = "去掉引号，写成 " + isoDate(anyDate.FindStringSubmatch(s))
	case isText && w.name == dayName && known:
		fix = "去掉引号，写成 " + iso
	case w.name == dayName && eightDigits.MatchString(fmt.Sprint(v)):
		fix = "写成 " + isoDate(eightDigits.FindStringSubmatch(fmt.Sprint(v)))
	case isText && w.name != textName && isNumber.MatchString(s):
		fix = "去掉引号，写成 " + Excerpt(s, 20)
	case w.name == dayName:
		fix = "写成 2026-03-01 或 2026-03-01T09:00:00，不加引号，不写时区"
	}
	return message, fix
}

func typeName(v any) string {
	switch t := v.(type) {
	case string:
		return "文字"
	case int64:
		return "整数"
	case float64:
		return "小数"
	case bool:
		return " true 或 false"
	case time.Time:
		return timeName(t)
	case []any, []map[string]any:
		return "列表"
	}
	return "一节"
}

func timeName(t time.Time) string {
	switch t.Location().String() {
	case "date-local":
		return "日期"
	case "datetime-local":
		return "日期和时间"
	case "time-local":
		return "时间"
	}
	return "带时区的时间"
}

// literal is a short scalar as TOML writes it, "" for what is long or isn't one.
func literal(v any) string {
	s := ""
	switch t := v.(type) {
	case string:
		s = strconv.Quote(strings.TrimSpace(t))
		if Excerpt(t, 20) != t {
			s = `"…"`
		}
	case int64, float64, bool:
		s = fmt.Sprint(t)
	case time.Time:
		if m, _ := moment(t); m.Day {
			return m.Wall.Format("2006-01-02")
		} else if t.Location().String() == "time-local" {
			return m.Wall.Format("15:04")
		}
		s = t.Format("2006-01-02T15:04")
	}
	return s
}
