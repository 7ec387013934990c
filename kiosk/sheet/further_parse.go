package sheet

import (
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"gongkai/kiosk/toml"
)

// parse returns the value that a cell's text is; expected names what it should have been where it is none.
func (c furtherColumn) parse(text string) (v Value, expected string) {
	switch c.kind {
	case dayKind, momentKind:
		m, ok := toml.MomentIn(text)
		switch {
		case !ok || !m.Day && c.kind == dayKind:
			return v, map[kind]string{dayKind: "日期，像 2026-03-01", momentKind: "时间，像 2026-03-01 或 2026-03-01 18:00"}[c.kind]
		}
		return Value{Time: m.Wall, Day: m.Day}, ""
	case tickKind:
		switch tickOf(text) {
		case ticked:
			return Value{Text: checkMark}, ""
		case unticked:
			return v, ""
		}
		return v, "勾，打 √ 或空着"
	case numberKind:
		n, err := strconv.ParseFloat(narrowed(text), 64)
		if err != nil {
			return v, "数字"
		}
		return Value{Text: plainNumber(n)}, ""
	case placeKind:
		return parsePlace(text)
	case spansKind:
		return parseSpans(text)
	case holidaysKind:
		for _, word := range onHolidays {
			if squeeze(text) == word {
				return Value{Text: word}, ""
			}
		}
		return v, "“不开屏”或“和星期日一样”"
	case listKind:
		var all []string
		for line := range strings.Lines(text) {
			if line = strings.TrimSpace(line); line != "" {
				all = append(all, line)
			}
		}
		return Value{Text: strings.Join(all, "\n")}, ""
	}
	return Value{Text: written(text)}, ""
}

// plainNumber returns a number without an exponent.
func plainNumber(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

// parsePlace parses two shares: 0.4, 0.7.
func parsePlace(text string) (v Value, expected string) {
	words := strings.FieldsFunc(narrowed(text), func(r rune) bool { return strings.ContainsRune(",;、[]() \n\t", r) })
	for i, w := range words {
		n, err := strconv.ParseFloat(w, 64)
		if err != nil {
			words = nil
			break
		}
		words[i] = plainNumber(n)
	}
	if len(words) != 2 {
		return v, "两个数，像 0.4, 0.7"
	}
	return Value{Text: strings.Join(words, ", ")}, ""
}

// spanLine matches a span: 一三五 08:30-11:30, with days alone or times alone too.
var spanLine = regexp.MustCompile(`^(每天|[一二三四五六日节]+)?\s*(?:(\d{1,2}:\d\d)\s*(?:-|—|–|~|至|到)+\s*(\d{1,2}:\d\d))?$`)

// parseSpans parses spans, a line each.
func parseSpans(text string) (v Value, expected string) {
	var all []string
	for line := range strings.Lines(narrowed(text)) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		m := spanLine.FindStringSubmatch(line)
		if m == nil {
			return v, "星期和时间，像 一三五 08:30-11:30，一行一段"
		}
		days := m[1]
		if days == "" {
			days = everyDays
		}
		if m[2] != "" {
			days += " " + hourOf(m[2]) + "-" + hourOf(m[3])
		}
		all = append(all, days)
	}
	return Value{Text: strings.Join(all, "\n")}, ""
}

// hourOf returns a time of day with two digits for its hour.
func hourOf(clock string) string {
	if len(clock) == len("8:30") {
		return "0" + clock
	}
	return clock
}

// narrowed returns a text with its letters, digits and marks of half width.
func narrowed(text string) string { return norm.NFKC.String(strings.TrimSpace(text)) }

// literal returns a value as a file has it; spans are tables, and no value.
func (c furtherColumn) literal(v Value) any {
	switch {
	case !v.Time.IsZero():
		return toml.Moment{Wall: v.Time, Day: v.Day}.Literal()
	case c.kind == tickKind:
		return toml.Literal("true")
	case c.kind == numberKind:
		return toml.Literal(v.Text)
	case c.kind == placeKind:
		return toml.Literal("[" + v.Text + "]")
	case c.kind == listKind:
		return strings.Split(v.Text, "\n")
	case c.kind == holidaysKind:
		for value, word := range onHolidays {
			if word == v.Text {
				return value
			}
		}
	case c.kind == ownKind && v.Text == hidden:
		return ""
	}
	return v.Text
}
