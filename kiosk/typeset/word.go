package typeset

// longestRun is the most hanzi that are split into words at once.
const longestRun = 64

// mostRuns is how many runs of hanzi are cached with their words.
const mostRuns = 4096

// split is what is known of a break before a cluster.
type split uint8

const (
	notTried split = iota
	betweenWords
	insideWord
)

// partsWord reports whether a break before cluster i parts a word of the dictionary. It
// splits the run of hanzi around i on the first call.
func (t *text) partsWord(i int) bool {
	c := &t.clusters[i]
	if c.split == notTried {
		t.splitRun(i)
	}
	return c.split == insideWord
}

// splitRun finds the words of the hanzi around cluster i, at most longestRun of them.
func (t *text) splitRun(i int) {
	if t.clusters[i].class != han || !t.is(i-1, han) {
		t.clusters[i].split = betweenWords
		return
	}
	from, to := i, i+1
	for from > 0 && i-from < longestRun/2 && t.clusters[from-1].class == han {
		from--
	}
	for to < len(t.clusters) && to-from < longestRun && t.clusters[to].class == han {
		to++
	}
	begins := t.wordBegins(t.runes[t.clusters[from].rune : int(t.clusters[to-1].rune)+1])
	for k := from; k < to; k++ {
		t.clusters[k].split = insideWord
		if begins&(1<<(k-from)) != 0 {
			t.clusters[k].split = betweenWords
		}
	}
}

// wordBegins returns the bits of a run's characters that begin a word. It caches them: a
// screen sets the same texts again and again.
func (t *text) wordBegins(run []rune) uint64 {
	t.runKey = t.runKey[:0]
	for _, r := range run {
		t.runKey = append(t.runKey, byte(r), byte(r>>8), byte(r>>16))
	}
	if begins, ok := t.runWords[string(t.runKey)]; ok {
		return begins
	}
	begins := uint64(1)
	for _, b := range looserThan(tieWord, run) {
		begins |= 1 << b
	}
	if t.runWords == nil || len(t.runWords) >= mostRuns {
		t.runWords = map[string]uint64{}
	}
	t.runWords[string(t.runKey)] = begins
	return begins
}
