package catalogue

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm" // full-width letters and digits
)

// dayWords are what people write for the signs of days.
var dayWords = []struct{ word, signs string }{
	{"工作日", "一二三四五"}, {"周末", "六日"}, {"双休日", "六日"}, {"双休", "六日"}, {"节假日", "节"}, {"法定节日", "节"}, {"节日", "节"}, {"假日", "节"}, {"节", "节"},
	{"每天", spanDays}, {"每日", spanDays}, {"天天", spanDays}, {"全部", spanDays}, {"全天", spanDays}, {"daily", spanDays},
	{"一", "一"}, {"二", "二"}, {"三", "三"}, {"四", "四"}, {"五", "五"}, {"六", "六"}, {"日", "日"}, {"天", "日"}, {"末", "六日"},
	{"1", "一"}, {"2", "二"}, {"3", "三"}, {"4", "四"}, {"5", "五"}, {"6", "六"}, {"7", "日"}, {"0", "日"},
	{"monday", "一"}, {"tuesday", "二"}, {"wednesday", "三"}, {"thursday", "四"}, {"friday", "五"}, {"saturday", "六"}, {"sunday", "日"},
	{"mon", "一"}, {"tues", "二"}, {"tue", "二"}, {"wed", "三"}, {"thurs", "四"}, {"thur", "四"}, {"thu", "四"}, {"fri", "五"}, {"sat", "六"}, {"sun", "日"},
}

const (
	dayMarks  = "、,，;；.。/|&+和与及\"'“”" // between days
	dayRanges = "至到-~～–—－"            // from one day to another
	dayWeek   = "一二三四五六日"
)

// daysMeant returns days as their signs, in order, "" if it isn't clear which are meant.
func daysMeant(text string) string {
	rest, last, open := strings.ToLower(norm.NFKC.String(text)), "", false
	var meant string
	for rest != "" {
		sign, behind := cutDaySign(rest)
		switch {
		case sign == "":
			return ""
		case strings.Contains(dayMarks, sign) && !open:
		case strings.Contains(dayRanges, sign):
			if open || len(last) != len("一") {
				return ""
			}
			open = true
		default:
			if open {
				sign = dayRange(last, sign)
			}
			if sign == "" || strings.Contains(dayMarks, sign) {
				return ""
			}
			meant, last, open = meant+sign, sign, false
		}
		rest = behind
	}
	if open {
		return ""
	}
	return inOrder(meant)
}

// cutDaySign cuts one sign, mark or word from a text, and returns a word as its signs; "" for an unknown one.
func cutDaySign(text string) (sign, rest string) {
	for _, week := range []string{"星期", "礼拜", "周"} {
		if behind, ok := strings.CutPrefix(text, week); ok && !strings.HasPrefix(text, "周末") {
			text = behind
			break
		}
	}
	for _, w := range dayWords {
		if behind, ok := strings.CutPrefix(text, w.word); ok {
			return w.signs, behind
		}
	}
	if r, n := utf8.DecodeRuneInString(text); n > 0 && strings.ContainsRune(dayMarks+dayRanges, r) {
		return text[:n], text[n:]
	}
	return "", text
}

// dayRange returns the days from one to another of the same week, "" if there are none.
func dayRange(from, to string) string {
	i, k := strings.Index(dayWeek, from), strings.Index(dayWeek, to)
	if i < 0 || k <= i || len(to) != len("一") {
		return ""
	}
	return dayWeek[i : k+len(to)]
}

// inOrder returns signs in the week's order, each once.
func inOrder(signs string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(signs, r) {
			return r
		}
		return -1
	}, dayWeek+"节")
}
