package toml

import (
	"regexp"
	"strings"

	"gongkai/kiosk/diag"
)

// What is meant by a value without quotes depends on what its key takes: quotes are the fix of a text alone.

var (
	shortDate = regexp.MustCompile(`^(\d\d) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2}) ?[日号]?$`)
	oneNumber = regexp.MustCompile(`^\D*?(\d+(?:\.\d+)?)\D*$`)
)

// wordsFor reports a text that has no quotes, by the kind of value that its key takes.
func (g *guess) wordsFor(key, text string) (message, fix string) {
	fd, shown := g.field(key), diag.Excerpt(text, 20)
	switch {
	case fd == nil || fd.sub != nil || fd.kind == textName && (!fd.many || g.entry.value != g.pos):
		return words(text)
	case fd.kind == textName:
		return fd.label() + "应是列表", "写成 " + fd.key + ` = ["` + onlyElement(text) + `"]，一项一对英文双引号，中间用英文逗号隔开`
	case fd.kind == dayName:
		return "“" + shown + "”不是日期的写法", dayFix(text)
	case fd.kind == boolName:
		return "“" + shown + "”不是这里的写法", "改成 true 或 false"
	}
	return "“" + shown + "”不是数字的写法", numberFix(text)
}

// onlyElement returns a text as the only element of a list, … if it may be several.
func onlyElement(text string) string {
	if diag.Excerpt(text, 20) != text || strings.ContainsAny(text, `，、,；; "“”`) {
		return "…"
	}
	return text
}

func dayFix(text string) string {
	if m := shortDate.FindStringSubmatch(text); m != nil {
		m[1] = "20" + m[1]
		return "年份写四位，改成 " + isoDate(m)
	}
	if strings.ContainsAny(text, "点时:：") {
		return "写成 2026-03-01T08:30:00 这样的时间"
	}
	return "写成 2026-03-01 这样的日期"
}

func numberFix(text string) string {
	if m := oneNumber.FindStringSubmatch(text); m != nil && !numberPart.MatchString(strings.Replace(text, m[1], "", 1)) {
		return "改成 " + m[1]
	}
	return "数字写成 6 这样的阿拉伯数字，不写单位"
}
