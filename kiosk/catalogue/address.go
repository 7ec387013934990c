package catalogue

import (
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"

	// Hosts beyond ASCII are looked up in Punycode, after the mapping of UTS 46.
	"golang.org/x/net/idna"
)

// Address returns a link in ASCII, as a phone opens it: its host as browsers look it up,
// and everything else that RFC 3986 doesn't allow percent-encoded. What is encoded already
// stays. A host that is no domain name is an error.
func Address(link string) (string, error) {
	scheme, rest, found := strings.Cut(strings.TrimSpace(link), "://")
	if !found {
		return "", fmt.Errorf("“%s”不是网址；写以 https:// 或 http:// 开头的完整网址", link)
	}
	end := strings.IndexAny(rest, "/?#")
	if end < 0 {
		end = len(rest)
	}
	at := strings.LastIndexByte(rest[:end], '@') + 1
	host, err := asciiHost(rest[at:end])
	if err != nil {
		return "", fmt.Errorf("链接的域名“%s”：%w；核对网址", rest[at:end], err)
	}
	return scheme + "://" + percent(rest[:at]) + host + percent(rest[end:]), nil
}

// domains maps and checks a name as a browser does, but accepts an underscore.
var domains = idna.New(idna.MapForLookup(), idna.StrictDomainName(false))

// asciiHost returns a host, with its port if it has one, in ASCII.
func asciiHost(host string) (string, error) {
	if plain, err := url.PathUnescape(host); err == nil {
		host = plain
	}
	if isASCII(host) {
		return host, nil
	}
	name, port, found := strings.Cut(host, ":")
	name, err := domains.ToASCII(name)
	if found {
		name += ":" + port
	}
	return name, err
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

// percent encodes what an address may not contain.
func percent(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c >= 0x7f || strings.IndexByte("\"<>\\^`{|}", c) >= 0 {
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
