package search

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"

	"gongkai/kiosk/catalogue"
)

// longest is the length of a query, in characters, beyond which it finds nothing.
const longest = 31

// letterSet is a set of the letters A to Z.
type letterSet uint32

// letter returns the set of one lower-case letter, empty for any other character.
func letter(r rune) letterSet {
	if r < 'a' || r > 'z' {
		return 0
	}
	return 1 << (r - 'a')
}

func (s letterSet) list() (l [26]bool) {
	for ; s != 0; s &= s - 1 {
		l[bits.TrailingZeros32(uint32(s))] = true
	}
	return l
}

// query is a query compiled for the characters of one catalogue.
type query struct {
	n       int    // characters
	moves   []move // of a character in a state: moves[code*stride+state]
	stride  int
	chars   []char
	begins  []bool // by code: a match may begin with it
	digits  bool   // the query has digits, so none may be skipped
	strokes bool   // the query has strokes, each of which stands for a hanzi
}

// state is how much of a query is consumed: twice the number of characters, plus one once a hanzi was typed by its
// initial alone. After that none is spelled out: CANJ and CANJIR are ways to type 残疾人, CJI and CJREN are not, so
// that while CJRBT is typed only the initials that lead on are lit.
type state = int

// states is a set of states, one bit each.
type states uint64

// end returns the states in which the query is consumed.
func (q *query) end() states { return 3 << (2 * q.n) }

// move is what one character of a text can consume of a query in one state.
type move struct {
	first states    // reached by its first reading
	all   states    // reached by any reading
	pure  bool      // its first reading's initial, its first stroke, or the character itself, is next in the query
	done  bool      // the query may end with it complete: the next letter is another character's
	open  letterSet // the query may end inside its syllable, and these continue it
}

// compile compiles a query; ok is false if nothing can match, as where strokes are mixed with other characters. A query
// without letters, digits and strokes has length 0.
func (t *tables) compile(text string) (q *query, ok bool) {
	var typed []rune
	strokes := 0
	for _, r := range strings.TrimFunc(text, isMark) {
		if strokeKey(r) != 0 {
			strokes++
			typed = append(typed, r)
		} else if r, ok := fold(r); ok {
			typed = append(typed, r)
		}
	}
	q = &query{n: len(typed), stride: 2 * len(typed), chars: t.chars, strokes: strokes > 0}
	if q.n > longest || q.strokes && strokes < q.n {
		return q, false
	}
	q.digits = slices.ContainsFunc(typed, unicode.IsNumber)
	q.moves = make([]move, 0, len(t.chars)*q.stride)
	q.begins = make([]bool, len(t.chars))
	for code := range t.chars {
		for s := range q.stride {
			q.moves = append(q.moves, t.chars[code].move(typed, s))
		}
		q.begins[code] = q.n > 0 && q.of(uint16(code))[0].all != 0
	}
	return q, true
}

// isMark reports whether a character is neither a letter nor a digit nor a stroke.
func isMark(r rune) bool {
	r = catalogue.Plain(r)
	return strokeKey(r) == 0 && !unicode.IsLetter(r) && !unicode.IsNumber(r)
}

// of returns a character's moves, by state.
func (q *query) of(code uint16) []move { return q.moves[int(code)*q.stride:][:q.stride] }

// move returns what the character can consume of a query in a state.
func (c *char) move(typed []rune, from state) (m move) {
	rest := typed[from/2:]
	if c.rune == rest[0] || c.strokes&strokeKey(rest[0]) != 0 {
		m.pure, m.done = true, len(rest) == 1
		m.first = 1 << (from + 2)
		m.all = m.first
	}
	for k, s := range c.syllables {
		for used := 1; used <= min(len(s), len(rest)) && rest[used-1] == rune(s[used-1]); used++ {
			to := spell(s, used, from, used == len(rest))
			m.all |= to
			if k < c.firsts {
				m.first |= to
				m.pure = true
			}
			if used == len(rest) {
				m.end(s, used, from)
			}
		}
	}
	return m
}

// spell returns the states reached by that many letters of a syllable: as an initial, as the whole syllable or, at the
// query's end, as its beginning.
func spell(s string, used int, from state, last bool) (to states) {
	at := from&^1 + 2*used
	if initial(s[:used]) {
		to |= 1 << (at + 1)
	}
	if from%2 == 0 && (last || used == len(s)) {
		to |= 1 << at
	}
	return to
}

// end adds what may follow a query that ends after that many letters of a syllable.
func (m *move) end(s string, used int, from state) {
	spelled := from%2 == 0
	m.done = m.done || initial(s[:used]) || spelled && used == len(s)
	if used < len(s) && (spelled || initial(s[:used+1])) {
		m.open |= letter(rune(s[used]))
	}
}

// initial reports whether the letters are an initial, and so may stand for a syllable that begins with them.
func initial(s string) bool {
	return len(s) == 1 || s == "zh" || s == "ch" || s == "sh"
}
