package toml

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"gongkai/kiosk/diag"
)

// What is meant by a value without quotes depends on what its key takes: quotes are the fix of a text alone.

var (
	shortDate = regexp.MustCompile(`^(\d\d) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2}) ?[日号]?$`)
	oneNumber = regexp.MustCompile(`^\D*?(\d+(?:\.\d+)?)\D*$`)
)

// wordsFor reports a text that has no quotes, by the kind of value that its key takes.
func (g *guess) wordsFor(key, text string) flaw {
	fd, shown := g.field(key), diag.Excerpt(text, 20)
	switch {
	case fd == nil || fd.sub != nil || fd.kind == textName && (!fd.many || g.entry.value != g.pos):
		return words(text)
	case fd.kind == textName:
		elements := elementsOf(text)
		wrong := flaw{"list-no-quotes", fd.label() + "应是列表", "写成 " + fd.key + ` = ["…"]，一项一对英文双引号，中间用英文逗号隔开`, ""}
		if elements != "" {
			wrong.value = "[" + elements + "]"
			wrong.fix = "写成 " + fd.key + " = " + wrong.value + "，一项一对英文双引号，中间用英文逗号隔开"
		}
		return wrong
	case fd.kind == dayName:
		fix, value := dayFix(text)
		return flaw{"day-words", "“" + shown + "”不是日期的写法", fix, value}
	case fd.kind == boolName:
		return flaw{"true-or-false", "“" + shown + "”不是这里的写法", "改成 true 或 false", ""}
	}
	fix, value := numberFix(text)
	return flaw{"number-words", "“" + shown + "”不是数字的写法", fix, value}
}

// elementsOf returns words without quotes, or in other quotes and brackets, as the elements of a list; "" if it isn't clear
// which they are.
func elementsOf(text string) string {
	if utf8.RuneCountInString(text) > longestShown {
		return ""
	}
	var all []string
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("，、,；;", r) }) {
		word = strings.Trim(strings.TrimSpace(word), "()（）［］【】 ")
		word = strings.Trim(word, anyQuotes)
		if word == "" || strings.ContainsAny(word, `\"()（）[]［］【】#`+anyQuotes) {
			return ""
		}
		all = append(all, `"`+word+`"`)
	}
	return strings.Join(all, ", ")
}

// dayFix returns how to write a day, and the day itself where it is clear.
func dayFix(text string) (fix, value string) {
	if m := shortDate.FindStringSubmatch(text); m != nil {
		m[1] = "20" + m[1]
		return "年份写四位，改成 " + isoDate(m), isoDate(m)
	}
	if strings.ContainsAny(text, "点时:：") {
		return "写成 2026-03-01T08:30:00 这样的时间", ""
	}
	return "写成 2026-03-01 这样的日期", ""
}

// numberFix returns how to write a number, and the number itself where it is clear.
func numberFix(text string) (fix, value string) {
	if m := oneNumber.FindStringSubmatch(text); m != nil && !numberPart.MatchString(strings.Replace(text, m[1], "", 1)) {
		return "改成 " + m[1], m[1]
	}
	return "数字写成 6 这样的阿拉伯数字，不写单位", ""
}
