package typeset

// The prices of a break that a rule opposes, in quarters of em² (see optimal). What is
// glued is parted only where the measure leaves no other way, at the cheapest place.
const (
	priceSoft  = 4       // a noun of one character after its number: 5个|村
	priceDate  = 16      // 2026年|11月: dearer than a line that lacks 1.3 em
	priceJoint = 1 << 13 // the joints of a long number: 0355-|0000000, 80～|89岁
	priceUnit  = 1 << 15 // a number and its measure word, a word with a hyphen, a box and its label
)

// glueTerms keeps together what is misread when it is parted: each rule is a file.
func (t *text) glueTerms() {
	for i := 0; i < len(t.clusters); {
		i = max(i+1, t.glueAt(i))
	}
}

// glueAt applies the rule for what begins with cluster i, and returns its end.
func (t *text) glueAt(i int) int {
	c := &t.clusters[i]
	switch c.class {
	case han:
		switch r := t.first(i); {
		case isNumeral(r):
			return t.glueNumeral(i)
		case r == '口':
			t.glueBox(i)
		}
	case digit:
		return t.glueQuantity(i)
	case letter:
		if end := t.glueLink(i); end > i {
			return end
		}
		t.glueWord(i)
	case closing, pause, stop:
		t.glueMarker(i)
	case other:
		t.glueBox(i)
		t.glueMarker(i)
	}
	return i
}

// glueWord keeps a word with hyphens whole (Wi-Fi), a name in capitals with its
// number (GB/T 15834), and a letter that counts with its measure word (第A组).
func (t *text) glueWord(i int) {
	p := t.char(i - 1)
	if p == '第' {
		end := i
		for t.is(end, letter) {
			end++
		}
		t.glue(i, priceUnit)
		t.glueAll(end, t.measureEnd(end), priceUnit)
	}
	if p == '-' || p == '/' && (t.capitals(i-2) || t.latinUnit(i) > i) {
		t.glue(i, priceUnit)
	}
}

// first returns cluster i's first rune.
func (t *text) first(i int) rune { return t.runes[t.clusters[i].rune] }

// char returns cluster i's first rune, or 0 where there is no such cluster.
func (t *text) char(i int) rune {
	if i < 0 || i >= len(t.clusters) {
		return 0
	}
	return t.first(i)
}

// is reports whether cluster i is of a class.
func (t *text) is(i int, c class) bool {
	return i >= 0 && i < len(t.clusters) && t.clusters[i].class == c
}

// glue keeps cluster i on the line of the one before it, at a price.
func (t *text) glue(i int, price int32) {
	if i <= 0 || i >= len(t.clusters) {
		return
	}
	if c := &t.clusters[i]; c.before == free || c.before == glued {
		c.before, c.price = glued, max(c.price, price)
	}
}

// join glues cluster i at the price of a joint even where UAX #14 forbids a break: in a
// number longer than the measure, that is the better place.
func (t *text) join(i int) {
	if i > 0 && i < len(t.clusters) && t.clusters[i].before != forced {
		t.clusters[i].before, t.clusters[i].price = glued, priceJoint
	}
}

// glueAll glues the clusters from to to.
func (t *text) glueAll(from, to int, price int32) {
	for i := from; i < to; i++ {
		t.glue(i, price)
	}
}

// charge makes a break before cluster i cost a price, without forbidding it.
func (t *text) charge(i int, price int32) {
	if i > 0 && i < len(t.clusters) {
		t.clusters[i].price = max(t.clusters[i].price, price)
	}
}
