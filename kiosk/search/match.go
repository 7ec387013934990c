package search

import "math/bits"

// How a match reads the characters, the best first.
const (
	byInitials = iota // of first readings: a letter a character
	byFirst           // by first readings, some spelled out
	byOther           // some by another reading
)

// hit is where a query is found in a text, in characters that sound.
type hit struct {
	from, to int
	how      int
	whole    bool
}

// find looks for the best match: the best reading, of those the earliest.
func (q *query) find(text []uint16) (best hit, ok bool) {
	best.how = byOther + 1
	for i, v := range text {
		if !q.begins[v] {
			continue
		}
		if to, how := q.from(text, i); how < best.how {
			best = hit{i, to, how, i == 0 && to == len(text)}
			if how == byInitials {
				break
			}
		}
	}
	return best, best.how <= byOther
}

// passes tells whether the query passes over the voice.
func (q *query) passes(v uint16) bool { return !q.digits && q.voices[v].digit }

// from matches at one place, and gives the end of the match and how it reads; how
// is beyond byOther where there is none. The states after each character are kept
// as sets, so that no query costs more than another of its length.
func (q *query) from(text []uint16, i int) (to, how int) {
	how = byOther + 1
	pure, first, all := 0, states(1), states(1)
	for ; i < len(text) && all != 0; i++ {
		if q.passes(text[i]) {
			continue
		}
		moves := q.of(text[i])
		if pure >= 0 && moves[2*pure].pure {
			pure++
		} else {
			pure = -1
		}
		first, all = reach(moves, first, all)
		switch {
		case pure == q.n:
			return i + 1, byInitials
		case first&q.end() != 0 && how > byFirst:
			to, how = i+1, byFirst
		case all&q.end() != 0 && how > byOther:
			to, how = i+1, byOther
		}
		first, all = first&^q.end(), all&^q.end()
	}
	return to, how
}

// reach is the states after one more character.
func reach(moves []move, first, all states) (nextFirst, nextAll states) {
	for ; all != 0; all &= all - 1 {
		s := bits.TrailingZeros64(uint64(all))
		nextAll |= moves[s].all
		if first>>s&1 != 0 {
			nextFirst |= moves[s].first
		}
	}
	return nextFirst, nextAll
}

// leads gives the letters with which the query, and one of them, are still found in a text.
func (q *query) leads(text []uint16) (letters letterSet) {
	for i, v := range text {
		if q.begins[v] {
			letters |= q.leadsFrom(text, i)
		}
	}
	return letters
}

func (q *query) leadsFrom(text []uint16, i int) (letters letterSet) {
	all, ended := states(1), false
	for ; i < len(text) && (all != 0 || ended); i++ {
		if q.passes(text[i]) {
			continue
		}
		if ended {
			letters |= q.voices[text[i]].initials
			ended = false
		}
		moves := q.of(text[i])
		next := states(0)
		for ; all != 0; all &= all - 1 {
			m := &moves[bits.TrailingZeros64(uint64(all))]
			next |= m.all
			letters |= m.open
			ended = ended || m.done
		}
		all = next &^ q.end()
	}
	return letters
}
