package catalogue

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// surnames are the hundred most common ones, and the first characters of those of two.
const surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎闫余潘杜戴夏钟汪田任姜范石姚谭廖邹熊陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文欧司诸葛慕尉皇"

var (
	// beside matches what a list has beside a name: a number, and behind it 女 or what a person does.
	beside = regexp.MustCompile(`^[\d０-９]{1,3}[.．、)）]|[（(]\p{Han}{1,6}[）)]$`)
	// weekday matches what begins like a name and is none.
	weekday = regexp.MustCompile(`^周[一二三四五六日末]`)
)

// isName reports whether a word reads as a person's name.
func isName(w string) bool {
	name := []rune(beside.ReplaceAllString(unspaced(w), ""))
	han := !slices.ContainsFunc(name, func(r rune) bool { return r != '·' && !unicode.Is(unicode.Han, r) })
	if i := slices.Index(name, '·'); i > 0 {
		return han && i+1 < len(name)
	}
	return han && len(name) >= 2 && len(name) <= 4 && (strings.ContainsRune(surnames, name[0]) || slices.Contains(name, '某')) &&
		!headWords[string(name)] && !weekday.MatchString(string(name))
}

// people reports whether cells are names of persons, so that the first row is no head: two of three and half of the
// first row read as such, and the others could be some.
func people(rows [][]string) bool {
	names, others := 0, 0
	for y, r := range rows {
		for _, c := range filled(r) {
			switch {
			case isName(c):
				names++
			case headWords[unspaced(c)] || strings.ContainsFunc(c, func(r rune) bool { return !unicode.Is(unicode.Han, r) }) || width(c) > widestName:
				return false
			default:
				others++
			}
		}
		if y == 0 && names < others {
			return false
		}
	}
	return names > 2 && names >= 2*others
}

// widestName is the width of a name whose surname is not known, in halves of an em.
const widestName = 8
