package word

import (
	"strconv"
	"strings"
)

// numerals are the formats of numbers (ECMA-376 part 1, 17.18.59).
var numerals = map[string]func(int) string{
	"decimal":                      strconv.Itoa,
	"decimalZero":                  func(n int) string { return strings.Repeat("0", max(0, 2-len(strconv.Itoa(n)))) + strconv.Itoa(n) },
	"decimalFullWidth":             func(n int) string { return shifted(strconv.Itoa(n), '０') },
	"decimalFullWidth2":            func(n int) string { return shifted(strconv.Itoa(n), '０') },
	"decimalHalfWidth":             strconv.Itoa,
	"numberInDash":                 func(n int) string { return "- " + strconv.Itoa(n) + " -" },
	"decimalEnclosedCircle":        circled,
	"decimalEnclosedCircleChinese": circled,
	"decimalEnclosedParen":         func(n int) string { return within20(n, '⑴') },
	"decimalEnclosedFullstop":      func(n int) string { return within20(n, '⒈') },
	"ideographEnclosedCircle": func(n int) string {
		if n >= 1 && n <= 10 {
			return string('㊀' + rune(n-1))
		}
		return strconv.Itoa(n)
	},
	"upperLetter":                func(n int) string { return letters(n, 'A') },
	"lowerLetter":                func(n int) string { return letters(n, 'a') },
	"upperRoman":                 roman,
	"lowerRoman":                 func(n int) string { return strings.ToLower(roman(n)) },
	"chineseCounting":            counting,
	"chineseCountingThousand":    counting,
	"japaneseCounting":           counting,
	"taiwaneseCounting":          counting,
	"taiwaneseCountingThousand":  counting,
	"ideographDigital":           func(n int) string { return digits(n, "〇一二三四五六七八九") },
	"taiwaneseDigital":           func(n int) string { return digits(n, "〇一二三四五六七八九") },
	"japaneseDigitalTenThousand": func(n int) string { return digits(n, "〇一二三四五六七八九") },
	"chineseLegalSimplified":     func(n int) string { return hundreds(n, "零壹贰叁肆伍陆柒捌玖", "拾佰仟", false) },
	"ideographLegalTraditional":  func(n int) string { return hundreds(n, "零壹貳參肆伍陸柒捌玖", "拾佰仟", false) },
	"ideographTraditional":       func(n int) string { return cycle(n, "甲乙丙丁戊己庚辛壬癸") },
	"ideographZodiac":            func(n int) string { return cycle(n, "子丑寅卯辰巳午未申酉戌亥") },
	"none":                       func(int) string { return "" },
}

// numeral writes a number in a format; one that is unknown is written in digits.
func numeral(format string, n int) string {
	if write := numerals[format]; write != nil {
		return write(n)
	}
	return strconv.Itoa(n)
}

// shifted writes digits with those that begin at zero.
func shifted(number string, zero rune) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return zero + r - '0'
		}
		return r
	}, number)
}

// circled writes ① to ㊿.
func circled(n int) string {
	switch {
	case n >= 1 && n <= 20:
		return string('①' + rune(n-1))
	case n >= 21 && n <= 35:
		return string('㉑' + rune(n-21))
	case n >= 36 && n <= 50:
		return string('㊱' + rune(n-36))
	}
	return strconv.Itoa(n)
}

// within20 writes one of twenty characters.
func within20(n int, first rune) string {
	if n >= 1 && n <= 20 {
		return string(first + rune(n-1))
	}
	return strconv.Itoa(n)
}

// letters writes a, …, z, aa, bb, ….
func letters(n int, first rune) string {
	if n < 1 || n > 26*20 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(first+rune((n-1)%26)), (n-1)/26+1)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, r := range []struct {
		worth int
		sign  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= r.worth; n -= r.worth {
			b.WriteString(r.sign)
		}
	}
	return b.String()
}

// counting writes 一, 十, 十一, 二十一, 一百零一.
func counting(n int) string { return hundreds(n, "零一二三四五六七八九", "十百千", true) }

// hundreds writes a number up to 9999 with digits and the signs of ten, hundred and thousand; short: 十 instead of 一十 at the
// beginning.
func hundreds(n int, digits, units string, short bool) string {
	if n < 1 || n > 9999 {
		return strconv.Itoa(n)
	}
	digit, unit := []rune(digits), []rune(units)
	var out []rune
	for place, gap := 3, false; place >= 0; place-- {
		worth := [4]int{1, 10, 100, 1000}[place]
		switch d := n / worth % 10; {
		case d == 0:
			gap = len(out) > 0
		default:
			if gap {
				out, gap = append(out, digit[0]), false
			}
			if !(short && place == 1 && d == 1 && len(out) == 0) {
				out = append(out, digit[d])
			}
			if place > 0 {
				out = append(out, unit[place-1])
			}
		}
	}
	return string(out)
}

// digits writes a number's digits.
func digits(n int, signs string) string {
	sign := []rune(signs)
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return sign[r-'0']
		}
		return r
	}, strconv.Itoa(n))
}

// cycle writes one of some signs, and after the last one digits.
func cycle(n int, signs string) string {
	if sign := []rune(signs); n >= 1 && n <= len(sign) {
		return string(sign[n-1])
	}
	return strconv.Itoa(n)
}
