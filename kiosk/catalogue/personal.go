package catalogue

import (
	"regexp"
	"strings"
	"time"

	"gongkai/kiosk/toml"
)

// A lobby screen is no place for a person's identity, mobile or bank card number. A
// number counts only if its own check digit or shape proves it. A landline doesn't: an
// office's telephone is public.

// digits matches a run of digits with the spaces and hyphens that people put in, unbroken a
// part of it without them.
var (
	digits   = regexp.MustCompile(`[0-9０-９](?:[ -]?[0-9０-９])*[XxＸ]?`)
	unbroken = regexp.MustCompile(`[^ -]+`)
)

// mobile is the kind of number that an office may have too: contact's phone.
const mobile = "手机号"

// personal warns of each number of a person in a text.
func (c *checker) personal(key string, t *toml.Text) {
	eachPersonal(t.V, func(start, end int, what string) {
		if !c.full() && !(key == "phone" && what == mobile) {
			c.warn("personal-number", toml.Inside(t, start), "“"+key+"”里像是有"+what+" "+masked(plain(t.V[start:end])), "公开前遮去个人信息；确实要公开就不用改")
		}
	})
}

// Masked returns a file's text in which no number of a person can be read, each of its
// characters where it was: what a report may show of it.
func Masked(data []byte) []byte {
	var b strings.Builder
	text, last := string(data), 0
	eachPersonal(text, func(start, end int, _ string) {
		b.WriteString(text[last:start] + masked(text[start:end]))
		last = end
	})
	return []byte(b.String() + text[last:])
}

// masked replaces all digits of a number but the first three and the last four by *.
func masked(number string) string {
	i, all := 0, len(plain(number))
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' {
			return r
		}
		if i++; i > 3 && i <= all-4 {
			return '*'
		}
		return r
	}, number)
}

// eachPersonal calls found for each number of a person with the offsets of its ends, in bytes,
// and its kind. Two with only a space between them are one run of digits; both are found.
func eachPersonal(text string, found func(start, end int, what string)) {
	for _, m := range digits.FindAllStringIndex(text, -1) {
		if what := numberKind(text[m[0]:m[1]]); what != "" {
			found(m[0], m[1], what)
			continue
		}
		for _, g := range unbroken.FindAllStringIndex(text[m[0]:m[1]], -1) {
			if what := numberKind(text[m[0]+g[0] : m[0]+g[1]]); what != "" {
				found(m[0]+g[0], m[0]+g[1], what)
			}
		}
	}
}

// numberKind returns the kind of a person's number that a run of digits is, "" for another.
func numberKind(run string) string {
	number := plain(run)
	switch {
	case isIdentity(number):
		return "身份证号"
	case isMobile(strings.TrimSuffix(number, "X")):
		return mobile
	case isCard(strings.TrimSuffix(number, "X")):
		return "银行卡号"
	}
	return ""
}

// plain returns a run of digits without what stands between them, in ASCII.
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

// isIdentity reports whether s is a citizen's number by GB 11643: 17 digits with a
// date of birth, and a check digit modulo 11.
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

// isMobile reports whether s is a mobile number: 11 digits that begin with 13 to 19, with or
// without 86 in front.
func isMobile(s string) bool {
	if len(s) == 13 {
		s = strings.TrimPrefix(s, "86")
	}
	return len(s) == 11 && s[0] == '1' && s[1] >= '3'
}

// isCard reports whether s is a bank card's number: 16 to 19 digits that begin like the
// cards in use here, with Luhn's check digit (ISO/IEC 7812).
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
