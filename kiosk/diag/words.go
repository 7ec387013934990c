package diag

import (
	"regexp"
	"strings"
)

// What is meant by a value without quotes depends on what its key takes: quotes are the mend of a text alone.

var (
	shortDate = regexp.MustCompile(`^(\d\d) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2}) ?[日号]?$`)
	oneNumber = regexp.MustCompile(`^\D*?(\d+(?:\.\d+)?)\D*$`)
)

// wordsFor is words for a key whose kind of value is known.
func (s *scanner) wordsFor(key, text string) (message, fix string) {
	fd, shown := s.field(key), Excerpt(text, 20)
	switch {
	case fd == nil || fd.sub != nil || fd.kind == textName && (!fd.many || s.entry.value != s.pos):
		return words(text)
	case fd.kind == textName:
		return fd.label() + "应是列表", "写成 " + fd.key + ` = ["` + listed(text) + `"]，一项一对英文双引号，中间用英文逗号隔开`
	case fd.kind == dayName:
		return "“" + shown + "”不是日期的写法", dayMend(text)
	case fd.kind == boolName:
		return "“" + shown + "”不是这里的写法", "改成 true 或 false"
	}
	return "“" + shown + "”不是数字的写法", numberMend(text)
}

// listed is a text as the only one of a list, … for what may be several.
func listed(text string) string {
	if Excerpt(text, 20) != text || strings.ContainsAny(text, `，、,；; "“”`) {
		return "…"
	}
	return text
}

func dayMend(text string) string {
	if m := shortDate.FindStringSubmatch(text); m != nil {
		m[1] = "20" + m[1]
		return "年份写四位，改成 " + isoDate(m)
	}
	if strings.ContainsAny(text, "点时:：") {
		return "写成 2026-03-01T08:30:00 这样的时间"
	}
	return "写成 2026-03-01 这样的日期"
}

func numberMend(text string) string {
	if m := oneNumber.FindStringSubmatch(text); m != nil && !meantNumber.MatchString(strings.Replace(text, m[1], "", 1)) {
		return "改成 " + m[1]
	}
	return "数字写成 6 这样的阿拉伯数字，不写单位"
}

// field is the field that a key is meant for: in its own table, or where it belongs.
func (s *scanner) field(key string) *field {
	for _, fs := range []fields{s.table, s.keys} {
		if f := fs.byKey(key); f != nil {
			return f
		}
	}
	for _, f := range s.keys {
		if sub := f.sub.byKey(key); sub != nil {
			return sub
		}
	}
	if f := s.table.byKey(s.table.meant(key)); f != nil {
		return f
	}
	return s.keys.byKey(s.keys.meant(key))
}
