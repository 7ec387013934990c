package search

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"
)

// longest is how many characters a query may have; a longer one finds nothing.
const longest = 31

// letterSet is a set of the letters A to Z.
type letterSet uint32

// letter is the set of one lower-case letter, empty for any other character.
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

// query is a query made ready for the voices of one catalogue.
type query struct {
	n      int    // characters
	moves  []move // of voice v in a state: moves[v*stride+state]
	stride int
	voices []voice
	begins []bool // by voice: a match may begin with it
	digits bool   // the query has digits, so that none may be passed over
}

// state says how far a query is used up: twice the number of its characters, and one
// more once a hanzi stood for its initial alone. From there on none is spelled out:
// CANJ and CANJIR are ways to type 残疾人, CJI and CJREN are not, so that on the way
// through CJRBT only the initials that lead on are lit.
type state = int

// states is a set of states, one bit each.
type states uint64

// end is the states in which the query is used up.
func (q *query) end() states { return 3 << (2 * q.n) }

// move is what one character of a text can take from a query in one state.
type move struct {
	first states    // reached by its first reading
	all   states    // reached by any
	pure  bool      // its first reading's initial, or the character itself, is next in the query
	done  bool      // the query may end with it complete: the next letter is another character's
	open  letterSet // the query may end inside its syllable, and these go on with it
}

// compile makes a query ready; not ok means that nothing can match. A query that holds
// nothing to search for has length 0.
func (t *tables) compile(text string) (q *query, ok bool) {
	var typed []rune
	for _, r := range strings.TrimFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }) {
		if r, ok := sounding(r); ok {
			typed = append(typed, r)
		}
	}
	q = &query{n: len(typed), stride: 2 * len(typed), voices: t.voices}
	if q.n > longest {
		return q, false
	}
	q.digits = slices.ContainsFunc(typed, unicode.IsNumber)
	q.moves = make([]move, 0, len(t.voices)*q.stride)
	q.begins = make([]bool, len(t.voices))
	for v := range t.voices {
		for s := range q.stride {
			q.moves = append(q.moves, t.voices[v].move(typed, s))
		}
		q.begins[v] = q.n > 0 && q.of(uint16(v))[0].all != 0
	}
	return q, true
}

// of is the moves of a voice, by state.
func (q *query) of(v uint16) []move { return q.moves[int(v)*q.stride:][:q.stride] }

// move is what the voice can take from a query in a state.
func (v *voice) move(typed []rune, from state) (m move) {
	rest := typed[from/2:]
	if v.char == rest[0] {
		m.pure, m.done = true, len(rest) == 1
		m.first = 1 << (from + 2)
		m.all = m.first
	}
	for k, s := range v.syllables {
		for used := 1; used <= min(len(s), len(rest)) && rest[used-1] == rune(s[used-1]); used++ {
			to := spell(s, used, from, used == len(rest))
			m.all |= to
			if k < v.firsts {
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

// spell is the states reached by so many letters of a syllable: as an initial, as the
// whole or, at the query's end, as a beginning.
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

// end adds what may follow when the query ends after so many letters of a syllable.
func (m *move) end(s string, used int, from state) {
	spelled := from%2 == 0
	m.done = m.done || initial(s[:used]) || spelled && used == len(s)
	if used < len(s) && (spelled || initial(s[:used+1])) {
		m.open |= letter(rune(s[used]))
	}
}

// initial tells whether letters may stand for a syllable that begins with them.
func initial(s string) bool {
	return len(s) == 1 || s == "zh" || s == "ch" || s == "sh"
}
