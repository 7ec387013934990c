package typeset

// Phrases returns where the phrases of a title begin, except the first, in runes: the
// places where a line may begin without splitting a word, a term of several words, a
// number and its measure word, or a function word from what it belongs to.
func Phrases(title string) []int { return looserThan(tieTerm, []rune(title)) }

// Words returns where the words of a title begin, except the first, in runes: those of
// its terms too.
func Words(title string) []int { return looserThan(tieWord, []rune(title)) }

// looserThan returns the runes, except the first, whose tie is looser than most.
func looserThan(most tie, title []rune) []int {
	var begins []int
	for i, t := range tiesOf(title) {
		if i > 0 && t < most {
			begins = append(begins, i)
		}
	}
	return begins
}

// lattice has the words of the list that lie in a title.
type lattice struct {
	title []rune
	found []listed
	first []int // of found, for each rune, and at the end
}

// newLattice looks up all words of a title.
func newLattice(title []rune) *lattice {
	l := &lattice{title: title, found: make([]listed, 0, 2*len(title)), first: make([]int, 0, len(title)+1)}
	for i := range title {
		l.first = append(l.first, len(l.found))
		l.found = appendListed(l.found, title[i:])
	}
	l.first = append(l.first, len(l.found))
	return l
}

// at returns the words that begin with rune i.
func (l *lattice) at(i int) []listed { return l.found[l.first[i]:l.first[i+1]] }

// words splits a title into words and returns where each but the first begins. Marks
// stay with the word that they close or open, runs of other characters stay whole.
func (l *lattice) words() []int {
	var bounds []int
	for a := 0; a < len(l.title); {
		b := a + 1
		kin := wordKind(l.title[a])
		for b < len(l.title) && wordKind(l.title[b]) == kin {
			b++
		}
		if a > 0 {
			bounds = appendBound(bounds, l.title, a)
		}
		if kin == han {
			bounds = append(bounds, l.cut(a, b, longestWord)...)
		}
		a = b
	}
	return bounds
}

// cut finds the likeliest split of the hanzi a to b into words of at most longest
// characters (Viterbi over their costs) and returns where the words begin, except the
// first.
func (l *lattice) cut(a, b, longest int) []int {
	cost := make([]int, b-a+1) // of the way from a+i to b
	length := make([]int, b-a) // of its first word
	for i := b - 1; i >= a; i-- {
		cost[i-a], length[i-a] = strangeCost+cost[i-a+1], 1
		for _, w := range l.at(i) {
			if w.length > longest || i+w.length > b {
				break
			}
			if c := w.cost + cost[i-a+w.length]; c < cost[i-a] {
				cost[i-a], length[i-a] = c, w.length
			}
		}
	}
	var begins []int
	for i := a + length[0]; i < b; i += length[i-a] {
		begins = append(begins, i)
	}
	return begins
}

// wordKind returns the class by which runs are formed: hanzi, marks, spaces, and the rest.
func wordKind(r rune) class {
	switch c := classOf(r); {
	case c == han, c.mark(), c == space:
		return c
	}
	return other
}

// appendBound adds a bound before rune i unless a mark joins both sides.
func appendBound(bounds []int, title []rune, i int) []int {
	a, b := classOf(title[i-1]), classOf(title[i])
	if GB.notFirst(b) || GB.notLast(a) || b == space {
		return bounds
	}
	return append(bounds, i)
}
