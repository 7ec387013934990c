package typeset

import "strings"

// glueQuantity keeps the number at cluster i together with what is before it (第, ¥, 约, a
// name in capitals), with its measure word, and with a further number that it leads to
// (11—12月, 8:30—12:00, 2026年11月). It returns the end.
func (t *text) glueQuantity(i int) int {
	t.gluePrefix(i)
	end := t.glueDigits(i)
	return t.glueMeasure(end)
}

// glueDigits glues the digits from cluster i on and what joins them: points, colons,
// hyphens, spaces of a telephone number. It returns the end.
func (t *text) glueDigits(i int) int {
	begin := i
	for {
		for ; t.is(i, digit); i++ {
			if i > begin && t.is(i-1, digit) {
				t.glue(i, priceUnit)
			}
		}
		next := t.joint(begin, i)
		if next == i {
			return i
		}
		t.glueAll(i, next, priceJoint)
		if strings.ContainsRune(".．,，", t.char(next-1)) {
			t.glue(next, priceUnit)
		} else {
			t.join(next)
		}
		i = next
	}
}

// joint returns the cluster after what joins two numbers at i, or i. begin is where the
// first number begins.
func (t *text) joint(begin, i int) int {
	at := i
	for t.char(at) == ' ' {
		at++
	}
	c, spaced := t.char(at), at > i
	switch {
	case strings.ContainsRune(ranges, c) && t.clusters[at].width <= t.clusters[at].em:
		at++
		for t.char(at) == ' ' {
			at++
		}
	case !spaced && strings.ContainsRune(".．,:：/／'*", c), c == '转':
		at++
		for c == '转' && t.char(at) == ' ' {
			at++
		}
	case spaced && t.groups(begin, i, at):
	default:
		return i
	}
	if !t.is(at, digit) {
		return i
	}
	return at
}

// ranges are the marks between two numbers that are read as one term.
const ranges = "-‐‑–—－−~～〜〰×xX+＋"

// groups reports whether the digits that begin at begin and end at i, and those from next
// on, are groups of one number: +86 10 0000 0000, 0355 000 0000, 6222 0000 0000.
func (t *text) groups(begin, i, next int) bool {
	n, spaces := t.digitsFrom(next), 0
	for k := begin; k < i; k++ {
		if t.char(k) == ' ' {
			spaces++
		}
	}
	last := 0
	for k := i - 1; t.is(k, digit); k-- {
		last++
	}
	switch {
	case t.char(begin-1) == '+', t.char(begin-1) == '＋':
		return n >= 2
	case t.char(begin) == '0' && last >= 3, strings.ContainsRune("48", t.char(begin)) && last == 3 && t.char(begin+1) == '0' && t.char(begin+2) == '0':
		return n >= 3
	case t.is(begin-1, closing) && t.isAreaCode(begin-1): // （0355）722 0000
		return n >= 3
	case t.char(begin) == '1' && begin+3 == i && n == 8: // 138 00000000
		return true
	case t.char(begin) == '1' && begin+3 <= i && spaces < 2 && (last == 3 || last == 4 && spaces == 1):
		return n == 4
	}
	return last == 4 && n >= 3 && (spaces > 0 || n == 4 && t.char(next+4) == ' ' && t.digitsFrom(next+5) >= 3)
}

// digitsFrom returns how many digits begin at cluster i.
func (t *text) digitsFrom(i int) int {
	n := 0
	for t.is(i+n, digit) {
		n++
	}
	return n
}

// gluePrefix glues a number to what is before it.
func (t *text) gluePrefix(i int) {
	at := i - 1 // what is before a space
	for t.char(at) == ' ' {
		at--
	}
	c := t.char(at)
	switch {
	case c == '第', strings.ContainsRune("¥￥$＄€£￡№＃#±≥≤≧≦＜＞<>≈＝＋+−∽", c):
		t.glueAll(at+1, i+1, priceUnit)
	case at == i-1 && t.isAdverb(at):
		t.glue(i, priceJoint)
	case t.is(at, letter) && (at == i-1 || t.capitals(at)), c == '.' && t.char(at-1) == 'o' && t.char(at-2) == 'N':
		t.glueAll(at+1, i+1, priceUnit)
	case at == i-1 && t.is(at, closing) && t.isYear(at):
		t.glue(i, priceUnit)
	case t.is(at, closing) && t.isAreaCode(at):
		t.glueAll(at+1, i, priceJoint)
		t.join(i)
	}
}

// isAdverb reports whether cluster i is 约, 近 and the like, and not the end of a word such
// as 节约 and 附近.
func (t *text) isAdverb(i int) bool {
	if !strings.ContainsRune("约近逾超满", t.char(i)) {
		return false
	}
	return !t.endsWord(i)
}

// endsWord reports whether cluster i and the one before it are a word.
func (t *text) endsWord(i int) bool {
	if !t.is(i-1, han) {
		return false
	}
	return isListed(t.first(i-1), t.first(i))
}

// capitals reports whether the Latin word that ends with cluster i has capitals only, as
// names of standards have.
func (t *text) capitals(i int) bool {
	for ; t.is(i, letter) || t.char(i) == '/'; i-- {
		if c := t.char(i); c != '/' && (c < 'A' || 'Z' < c) {
			return false
		}
	}
	return true
}

// isYear reports whether the closing bracket at i ends 〔2006〕 or （2006）.
func (t *text) isYear(i int) bool {
	return t.is(i-5, opening) && t.is(i-4, digit) && t.is(i-3, digit) && t.is(i-2, digit) && t.is(i-1, digit)
}

// isAreaCode reports whether the closing bracket at i ends （0355）.
func (t *text) isAreaCode(i int) bool {
	n := 0
	for t.is(i-1-n, digit) {
		n++
	}
	return 3 <= n && n <= 4 && t.is(i-1-n, opening) && t.char(i-n) == '0'
}

// glueMeasure keeps the number that ends before cluster i with its measure word and what
// follows: a noun of one character, the day after the month, the end of a range. It
// returns the end.
func (t *text) glueMeasure(i int) int {
	at := i
	for strings.ContainsRune("十百千万亿余多来几", t.char(at)) {
		at++
	}
	word := at
	for t.char(word) == ' ' {
		word++
	}
	end := t.measureEnd(word)
	if end == word {
		t.glueAll(i, at, priceUnit)
		t.glueUnknown(at)
		return t.glueRange(at, priceJoint)
	}
	t.glueAll(i, end, priceUnit)
	if strings.ContainsRune("多余半整许", t.char(end)) {
		t.glue(end, priceUnit)
		end++
	}
	switch {
	case t.is(end, digit) && strings.ContainsRune("年月日", t.char(end-1)):
		t.glueDate(end)
		return end
	case t.is(end, digit): // 5天4夜
		t.glue(end, priceJoint)
		return end
	case t.char(end) == '/' && t.is(end+1, digit): // 220V/50Hz
		t.glueAll(end, end+2, priceJoint)
		return end + 1
	}
	if t.isShortNoun(end) {
		t.charge(end, priceSoft)
	}
	return t.glueRange(end, priceDate)
}

// glueDate keeps a month with its year (2026年11月); before a day the date may be parted, at
// a price.
func (t *text) glueDate(i int) {
	next := i + t.digitsFrom(i)
	if t.char(i-1) == '年' && t.char(next) == '月' && !t.is(next+1, digit) {
		t.glue(i, priceJoint)
		return
	}
	t.charge(i, priceDate)
}

// glueUnknown keeps a hanzi that no list has with the number before it, where it stands alone.
func (t *text) glueUnknown(i int) {
	switch {
	case !t.is(i, han) || !t.is(i-1, digit):
	case t.is(i+1, han):
		t.charge(i, priceSoft)
	default:
		t.glue(i, priceUnit)
	}
}

// isShortNoun reports whether a noun of one character begins at cluster i, judged by what
// follows: a mark, the end, or a particle.
func (t *text) isShortNoun(i int) bool {
	if !t.is(i, han) || strings.ContainsRune(particles, t.char(i)) {
		return false
	}
	return !t.is(i+1, han) || strings.ContainsRune(particles, t.char(i+1))
}

// particles are hanzi that stand between words.
const particles = "的和及与或等在为由是从以至并按对向中内外上下前后起止"

// glueRange continues with the number that a mark leads to, or at a price 至.
func (t *text) glueRange(i int, price int32) int {
	at := i
	for t.char(at) == ' ' {
		at++
	}
	c := t.char(at)
	switch {
	case at >= len(t.clusters):
		return i
	case strings.ContainsRune(ranges, c) && t.clusters[at].width <= t.clusters[at].em:
	case at == i && (c == '至' || c == '到'):
	default:
		return i
	}
	next := at + 1
	for t.char(next) == ' ' {
		next++
	}
	switch {
	case !t.is(next, digit) && !(t.is(next, han) && isNumeral(t.first(next))):
		return i
	case t.is(at, han) && price == priceDate:
		t.charge(at, priceDate)
		t.charge(next, priceDate)
	default:
		t.glueAll(i, next, priceJoint)
		t.join(next)
	}
	return next
}
