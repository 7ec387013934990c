package toml

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"gongkai/kiosk/diag"
)

// eightDigits matches a day written as 20260301.
var eightDigits = regexp.MustCompile(`^(\d{4})(\d\d)(\d\d)$`)

// wrongType reports a value of another type, and shows it in the right one if what
// was meant is clear. spelled is the value as the file has it.
func wrongType(fd *field, w want, v any, spelled string) flaw {
	message := fd.label() + "应是" + w.name + "，这里写的是" + typeName(v)
	fix, value := "写成 "+fd.key+" = "+w.example, ""
	if fd.many {
		fix = "这一项改成" + w.name
	}
	s, isText := v.(string)
	s = strings.TrimSpace(s)
	iso, known := isoMoment(s)
	switch {
	case w.name == textName && literal(v) != "":
		value = `"` + asText(v, spelled) + `"`
		fix = "加上英文双引号，写成 " + value
	case w.name == textName && textOf(v) != "":
		value = textOf(v)
		fix = "写成 " + fd.key + " = " + value
	case isText && w.name == dayName && anyDate.MatchString(s):
		value = isoDate(anyDate.FindStringSubmatch(s))
		fix = "去掉引号，写成 " + value
	case isText && w.name == dayName && known:
		value, fix = iso, "去掉引号，写成 "+iso
	case w.name == dayName && eightDigits.MatchString(fmt.Sprint(v)):
		value = isoDate(eightDigits.FindStringSubmatch(fmt.Sprint(v)))
		fix = "写成 " + value
	case isText && w.name == boolName && (s == "true" || s == "是"):
		value, fix = "true", "写成 "+fd.key+" = true"
	case isText && w.name == boolName && (s == "false" || s == "否"):
		value, fix = "false", "写成 "+fd.key+" = false"
	case isText && w.name != textName && isNumber.MatchString(s):
		value, fix = s, "去掉引号，写成 "+diag.Excerpt(s, 20)
	case w.name == dayName:
		fix = "写成 2026-03-01 或 2026-03-01T09:00:00，不加引号，不写时区"
	}
	if wrong := wrongMoment(value); w.name == dayName && value != "" && wrong.message != "" {
		value, fix = "", wrong.fix
		if fd.key == "expire" {
			value = wrong.value
		}
	}
	return flaw{"wrong-type", message, fix, value}
}

// asText returns a value that isn't a text as one: as the file has it, a time without its seconds if they are none.
func asText(v any, spelled string) string {
	short := literal(v)
	if spelled == "" || spelled == short+":00" {
		return short
	}
	return spelled
}

// textOf returns the text that a list of a single one, or of single characters, stands for, "" for another value.
func textOf(v any) string {
	list, _ := v.([]any)
	whole := ""
	for _, e := range list {
		s, ok := e.(string)
		if s = strings.TrimSpace(s); !ok || len(list) > 1 && utf8.RuneCountInString(s) != 1 {
			return ""
		}
		whole += s
	}
	if whole == "" || literal(whole) == `"…"` {
		return ""
	}
	return literal(whole)
}

// numberParts separates the numbers of a text.
var numberParts = regexp.MustCompile(`[\s,，、;；/]+`)

// numbers returns a text of numbers as the elements of a list of numbers, "" for another value or field.
func (f *field) numbers(v any) string {
	s, ok := v.(string)
	parts := numberParts.Split(strings.Trim(s, "[]()（） "), -1)
	if !ok || f.kind == textName || f.kind == dayName || slices.ContainsFunc(parts, func(p string) bool { return !isNumber.MatchString(p) }) || len(s) > longestShown {
		return ""
	}
	return strings.Join(parts, ", ")
}

func typeName(v any) string {
	switch t := v.(type) {
	case string:
		return textName
	case int64:
		return "整数"
	case float64:
		return "小数"
	case bool:
		return boolName
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
		return dayName
	case "datetime-local":
		return "日期和时间"
	case "time-local":
		return "时间"
	}
	return "带时区的时间"
}

// literal returns a short scalar as TOML writes it, "" for another value; a long text is "…".
func literal(v any) string {
	s := ""
	switch t := v.(type) {
	case string:
		s = strconv.Quote(strings.TrimSpace(t))
		if diag.Excerpt(t, longestShown) != t {
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
