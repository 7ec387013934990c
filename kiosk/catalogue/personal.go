package catalogue

import (
	"regexp"
	"strings"
	"time"

	"gongkai/kiosk/diag"
)

// A lobby screen is no place for somebody's identity, mobile or bank card
// number. A number counts only where its own check digit or shape says so, and
// a landline doesn't: an office's telephone is meant to be known.

// digits is a run of digits with the spaces and hyphens that people put in, unbroken a
// part of it without them.
var (
	digits   = regexp.MustCompile(`[0-9０-９](?:[ -]?[0-9０-９])*[XxＸ]?`)
	unbroken = regexp.MustCompile(`[^ -]+`)
)

// personal warns of each number of a person in a text. Two that have but a space between
// them are one run, and neither of them is lost.
func (c *checker) personal(key string, t *diag.Text) {
	for _, m := range digits.FindAllStringIndex(t.V, -1) {
		if c.number(key, t, m[0], m[1]) {
			continue
		}
		for _, g := range unbroken.FindAllStringIndex(t.V[m[0]:m[1]], -1) {
			c.number(key, t, m[0]+g[0], m[0]+g[1])
		}
	}
}

// number warns of a number that stands between two bytes of a text, if it is a person's.
func (c *checker) number(key string, t *diag.Text, start, end int) bool {
	number := plain(t.V[start:end])
	what := ""
	switch {
	case isIdentity(number):
		what = "身份证号"
	case isMobile(strings.TrimSuffix(number, "X")):
		what = "手机号"
	case isCard(strings.TrimSuffix(number, "X")):
		what = "银行卡号"
	default:
		return false
	}
	if !c.full() {
		masked := number[:3] + strings.Repeat("*", len(number)-7) + number[len(number)-4:]
		c.warn(diag.Inside(t, start), "“"+key+"”里像是有"+what+" "+masked, "公开前遮去个人信息；确实要公开就不用改")
	}
	return true
}

// plain is a run of digits without what stands between them, in ASCII.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ' || r == '-':
			return -1
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		case r == 'x' || r == 'Ｘ':
			return 'X'
		}
		return r
	}, s)
}

// isIdentity checks a citizen's number by GB 11643: 17 digits with a date of
// birth, and a check digit modulo 11.
func isIdentity(s string) bool {
	if len(s) != 18 || strings.Contains(s[:17], "X") {
		return false
	}
	if _, err := time.Parse("20060102", s[6:14]); err != nil {
		return false
	}
	sum, weight := 0, 1
	for i := 16; i >= 0; i-- {
		weight = weight * 2 % 11
		sum += int(s[i]-'0') * weight
	}
	return "10X98765432"[sum%11] == s[17]
}

// isMobile: 11 digits, 13 to 19 in front, or 86 before them.
func isMobile(s string) bool {
	if len(s) == 13 {
		s = strings.TrimPrefix(s, "86")
	}
	return len(s) == 11 && s[0] == '1' && s[1] >= '3'
}

// isCard checks a bank card's number: 16 to 19 digits that begin as the cards in
// use here do, with Luhn's check digit (ISO/IEC 7812).
func isCard(s string) bool {
	if len(s) < 16 || len(s) > 19 || !strings.Contains("3456", s[:1]) {
		return false
	}
	sum := 0
	for i := range len(s) {
		d := int(s[len(s)-1-i] - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}
