package search

import "math/bits"

// How a match reads the characters, from the best to the worst.
const (
	byInitials = iota // of first readings: one letter for each character
	byFirst           // by first readings, some spelled out
	byOther           // some by another reading
)

// hit is where a query matches a text, counted in characters that count (fold).
type hit struct {
	from, to int
	how      int
	whole    bool
}

// find returns the best match: the best reading, of equal ones the earliest.
func (q *query) find(text []uint16) (best hit, ok bool) {
	best.how = byOther + 1
	for i, v := range text {
		if !q.begins[v] {
			continue
		}
		if to, how := q.matchAt(text, i); how < best.how {
			best = hit{i, to, how, i == 0 && to == len(text)}
			if how == byInitials {
				break
			}
		}
	}
	return best, best.how <= byOther
}

// skips reports whether the query skips a character: one of strokes all that is no hanzi, another one digits.
func (q *query) skips(code uint16) bool {
	c := &q.chars[code]
	if q.strokes {
		return c.strokes == 0 && c.rune != clauseEnd
	}
	return !q.digits && c.digit
}

// matchAt matches at one position, and returns the end of the match and how it reads; how is beyond byOther without a
// match. It keeps the states after each character as sets, so that queries of the same length cost the same.
func (q *query) matchAt(text []uint16, i int) (to, how int) {
	how = byOther + 1
	pure, first, all := 0, states(1), states(1)
	for ; i < len(text) && all != 0; i++ {
		if q.skips(text[i]) {
			continue
		}
		moves := q.of(text[i])
		if pure >= 0 && moves[2*pure].pure {
			pure++
		} else {
			pure = -1
		}
		first, all = step(moves, first, all)
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

// step returns the states after one more character.
func step(moves []move, first, all states) (nextFirst, nextAll states) {
	for ; all != 0; all &= all - 1 {
		s := bits.TrailingZeros64(uint64(all))
		nextAll |= moves[s].all
		if first>>s&1 != 0 {
			nextFirst |= moves[s].first
		}
	}
	return nextFirst, nextAll
}

// next returns the keys that begin a character, letters or strokes like the query's.
func (q *query) next(code uint16) letterSet {
	if q.strokes {
		return letterSet(q.chars[code].strokes)
	}
	return q.chars[code].initials
}

// leads returns the letters, or the strokes, that may follow the query so that it is still found in a text.
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
		if q.skips(text[i]) {
			continue
		}
		if ended {
			letters |= q.next(text[i])
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
