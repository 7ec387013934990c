package catalogue

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm" // full-width letters and digits
)

// airWords are what people write for the signs of days.
var airWords = []struct{ word, signs string }{
	{"工作日", "一二三四五"}, {"周末", "六日"}, {"双休日", "六日"}, {"双休", "六日"}, {"节假日", "节"}, {"法定节日", "节"}, {"节日", "节"}, {"假日", "节"}, {"节", "节"},
	{"每天", airDays}, {"每日", airDays}, {"天天", airDays}, {"全部", airDays}, {"全天", airDays}, {"daily", airDays},
	{"一", "一"}, {"二", "二"}, {"三", "三"}, {"四", "四"}, {"五", "五"}, {"六", "六"}, {"日", "日"}, {"天", "日"}, {"末", "六日"},
	{"1", "一"}, {"2", "二"}, {"3", "三"}, {"4", "四"}, {"5", "五"}, {"6", "六"}, {"7", "日"}, {"0", "日"},
	{"monday", "一"}, {"tuesday", "二"}, {"wednesday", "三"}, {"thursday", "四"}, {"friday", "五"}, {"saturday", "六"}, {"sunday", "日"},
	{"mon", "一"}, {"tues", "二"}, {"tue", "二"}, {"wed", "三"}, {"thurs", "四"}, {"thur", "四"}, {"thu", "四"}, {"fri", "五"}, {"sat", "六"}, {"sun", "日"},
}

const (
	airMarks  = "、,，;；.。/|&+和与及\"'“”" // between days
	airRanges = "至到-~～–—－"            // from one day to another
	airWeek   = "一二三四五六日"
)

// airDaysMeant returns days as their signs, in order, "" if it isn't clear which are meant.
func airDaysMeant(text string) string {
	rest, last, open := strings.ToLower(norm.NFKC.String(text)), "", false
	var meant string
	for rest != "" {
		sign, behind := cutAirSign(rest)
		switch {
		case sign == "":
			return ""
		case strings.Contains(airMarks, sign) && !open:
		case strings.Contains(airRanges, sign):
			if open || len(last) != len("一") {
				return ""
			}
			open = true
		default:
			if open {
				sign = airRange(last, sign)
			}
			if sign == "" || strings.Contains(airMarks, sign) {
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

// cutAirSign cuts one sign, mark or word from a text, and returns a word as its signs; "" for an unknown one.
func cutAirSign(text string) (sign, rest string) {
	for _, week := range []string{"星期", "礼拜", "周"} {
		if behind, ok := strings.CutPrefix(text, week); ok && !strings.HasPrefix(text, "周末") {
			text = behind
			break
		}
	}
	for _, w := range airWords {
		if behind, ok := strings.CutPrefix(text, w.word); ok {
			return w.signs, behind
		}
	}
	if r, n := utf8.DecodeRuneInString(text); n > 0 && strings.ContainsRune(airMarks+airRanges, r) {
		return text[:n], text[n:]
	}
	return "", text
}

// airRange returns the days from one to another of the same week, "" if there are none.
func airRange(from, to string) string {
	i, k := strings.Index(airWeek, from), strings.Index(airWeek, to)
	if i < 0 || k <= i || len(to) != len("一") {
		return ""
	}
	return airWeek[i : k+len(to)]
}

// inOrder returns signs in the week's order, each once.
func inOrder(signs string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(signs, r) {
			return r
		}
		return -1
	}, airWeek+"节")
}
