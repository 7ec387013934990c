package typeset

import "strings"

// The prices of breaks in an address: a break in the middle of a name is the last resort.
const (
	priceDot = 1
	priceCut = 1 << 14
)

// longestLink is the most characters of an address.
const longestLink = 2000

// glueLink sets where the address of a page or a mailbox that begins with cluster i may
// break: before / ? & = # . - _ @ and after ://, with two letters at least on both sides
// (The Chicago Manual of Style 7.46). It returns its end, or i where there is none.
func (t *text) glueLink(i int) int {
	if t.is(i-1, letter) || t.is(i-1, digit) {
		return i
	}
	end := i
	for end < min(i+longestLink, len(t.clusters)) && isLinkRune(t.first(end)) {
		end++
	}
	for end > i && strings.ContainsRune(".,;:!?)]'", t.first(end-1)) {
		end--
	}
	host := t.linkHost(i, end)
	if host < 0 {
		return i
	}
	for k := i + 1; k < end; k++ {
		t.breakLink(i, host, k, end)
	}
	return end
}

// isLinkRune reports whether a character can be part of an address.
func isLinkRune(r rune) bool {
	return '!' <= r && r <= '~' && !strings.ContainsRune("\"<>\\^`{|}", r)
}

// linkHost returns where the host of an address begins, or -1 where clusters a to b are none.
func (t *text) linkHost(a, b int) int {
	const shortest = 6
	if b-a < shortest {
		return -1
	}
	text := make([]byte, 0, 64)
	for i := a; i < b; i++ {
		text = append(text, byte(t.first(i)))
	}
	s := string(text)
	if at := strings.Index(s, "://"); at > 0 {
		return a + at + len("://")
	}
	name, _, path := strings.Cut(s, "/")
	dot := strings.LastIndexByte(name, '.')
	switch {
	case strings.HasPrefix(s, "www."), strings.IndexByte(name, '@') > 0 && dot > strings.IndexByte(name, '@'):
		return a
	case dot > 0 && isTopDomain(name[dot+1:]), dot > 0 && path && strings.Count(name, ".") > 1:
		return a
	}
	return -1
}

// isTopDomain reports whether a name is a top-level domain that is met in China.
func isTopDomain(name string) bool {
	port, _, _ := strings.Cut(name, ":")
	switch strings.ToLower(port) {
	case "cn", "com", "net", "org", "gov", "edu", "info", "vip", "top", "site", "io", "hk", "mo", "tw":
		return true
	}
	return false
}

// breakLink sets whether a line may begin with cluster k of the address a to end.
func (t *text) breakLink(a, host, k, end int) {
	c := &t.clusters[k]
	if c.before == forced {
		return
	}
	before, after := t.wordBehind(a, k), t.wordAhead(k, end)
	mark := strings.ContainsRune("/?&=#.-_@~%+:", t.first(k))
	rest := 0
	for i := k; i < end && rest < 2; i++ {
		if t.is(i, letter) || t.is(i, digit) {
			rest++
		}
	}
	switch {
	case k < host && k > a, rest < 2:
		c.before = never
	case k == host:
		c.before, c.price = free, 0
	case mark && before >= 2:
		c.before, c.price = free, 0
		if strings.ContainsRune(".-_:+", t.first(k)) {
			c.price = priceDot
		}
	case mark && before == 1:
		c.before, c.price = glued, priceJoint
	case before >= 2 && after >= 2:
		c.before, c.price = glued, priceCut
	default:
		c.before = never
	}
}

// wordBehind returns how many letters and digits end before cluster k of an address that
// begins with a.
func (t *text) wordBehind(a, k int) int {
	n := 0
	for k-1-n >= a && (t.is(k-1-n, letter) || t.is(k-1-n, digit)) {
		n++
	}
	return n
}

// wordAhead returns how many letters and digits begin at cluster k.
func (t *text) wordAhead(k, end int) int {
	n := 0
	for k+n < end && (t.is(k+n, letter) || t.is(k+n, digit)) {
		n++
	}
	return n
}
