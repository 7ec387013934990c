package catalogue

import (
	"strings"
	"time"
)

// Letter is the text of a letter, taken apart: what it reads, who signs it, and its day.
type Letter struct {
	Body string // without the signature, unless that is Within
	Sign Signature
	Day  time.Time // midnight in UTC; zero: the letter has no whole date of its own
}

// ReadLetter takes a letter apart whose date isn't known beforehand. The day is that of its signature; a letter without
// one keeps its whole text.
func ReadLetter(text string) Letter {
	text = prose(text)
	lines := strings.Split(text, "\n")
	for i := len(lines) - 1; i >= max(0, len(lines)-maxAnnex); i-- {
		name, day := nameAndDay(lines[i])
		date, whole := dayOf(day)
		if !whole || name != "" && !(signer{date: date}).signs(lines[i], name) {
			continue
		}
		rest, sign := signature(text, "", date)
		if sign.Day == "" && !sign.Within {
			continue // a day within the text
		}
		return Letter{rest, sign, date}
	}
	rest, sign := signature(text, "", time.Time{})
	return Letter{Body: rest, Sign: sign}
}

// Typed returns the lines of the body that are the signature, as they were typed.
func (s Signature) Typed() string { return s.typed }

// ReadDay reads a day as a letter has it: 2026年3月12日, 2026.3.12, 二〇二六年三月十二日.
func ReadDay(text string) (day time.Time, ok bool) { return dayOf(strings.TrimSpace(text)) }
