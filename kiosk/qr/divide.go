package qr

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxHead is the length of a title, in bytes, up to which each part repeats it in full.
const maxHead = 300

// divide distributes atoms over as few parts as possible, at most maxParts. It returns the title as each part repeats
// it, and whether the text had to be truncated.
func divide(atoms []atom, head string) (portions [][]atom, short string, cut bool) {
	short = head
	if len(head) > maxHead {
		short = head[:boundary(head, maxHead)] + "…"
		atoms = append([]atom{{text: head}}, atoms...)
	}
	portions = fill(atoms, room(short, single))
	if len(portions) > few {
		portions = fill(atoms, room(short, widest))
	}
	if len(portions) > maxParts {
		return shorten(portions, room(short, widest)), short, true
	}
	return portions, short, false
}

// room returns the bytes that a part's heading leaves of its budget.
func room(head string, budget int) int {
	return budget - len(fmt.Sprintf("%s（%d/%d）\n", head, maxParts, maxParts))
}

// fill puts atoms into parts in order, as many as fit into each.
func fill(atoms []atom, room int) [][]atom {
	var all [][]atom
	var current []atom
	used := 0
	for _, whole := range atoms {
		for _, a := range pieces(whole, room) {
			if n := len(a.lead) + len(a.text); current != nil && used+n <= room {
				current, used = append(current, a), used+n
				continue
			}
			if current != nil {
				all = append(all, current)
			}
			current, used = []atom{a}, len(a.open)+len(a.text)
		}
	}
	return append(all, current)
}

// pieces cuts an atom that is too long for a whole part.
func pieces(a atom, room int) []atom {
	limit := room - max(len(a.open), len(a.next))
	var all []atom
	for len(a.text) > limit {
		at := sentence(a.text, limit)
		rest := a.text[at:]
		a.text = a.text[:at]
		all = append(all, a)
		a.lead, a.open, a.text = "", a.next, rest
	}
	return append(all, a)
}

// shorten keeps maxParts parts. The last one ends with …… in place of what was left out, and with the centre and the
// date.
func shorten(portions [][]atom, room int) [][]atom {
	end := []atom{{text: "……"}}
	for _, atoms := range portions[maxParts:] {
		for _, a := range atoms {
			if a.foot && len(a.text) <= room/4 {
				end = append(end, a)
			}
		}
	}
	portions = portions[:maxParts]
	last := portions[maxParts-1]
	for len(last) > 0 {
		over := len(body(last, true)) + len(body(end, false)) - room
		if over <= 0 {
			break
		}
		tail := &last[len(last)-1]
		keep := len(tail.text) - over
		if keep <= 0 {
			last = last[:len(last)-1]
			continue
		}
		tail.text = tail.text[:boundary(tail.text, keep)]
	}
	portions[maxParts-1] = append(last, end...)
	return portions
}

// sentence returns where to cut a text before a byte: after the last sentence in its second half, else after a comma
// there, else between two characters.
func sentence(s string, limit int) int {
	for _, marks := range []string{"。！？；…", "，、：）》"} {
		if at := strings.LastIndexAny(s[:boundary(s, limit)], marks); at >= limit/2 {
			_, n := utf8.DecodeRuneInString(s[at:])
			return at + n
		}
	}
	return boundary(s, limit)
}

// boundary returns the last offset up to limit, less than len(s), where a character begins, together with its combining
// marks and variation selectors. A text of nothing but these is cut between them.
func boundary(s string, limit int) int {
	at := limit
	for at > max(0, limit-utf8.UTFMax) && !utf8.RuneStart(s[at]) {
		at--
	}
	for i := at; i > limit/2; i-- {
		if r, _ := utf8.DecodeRuneInString(s[i:]); utf8.RuneStart(s[i]) && !unicode.Is(unicode.M, r) {
			return i
		}
	}
	return at
}
