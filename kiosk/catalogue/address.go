package catalogue

import (
	"encoding/binary"
	"errors"
	"fmt"
	"net/netip"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	// Hosts beyond ASCII are looked up in Punycode, after the mapping of UTS 46.
	"golang.org/x/net/idna"
)

// site is a link taken apart as a browser does (WHATWG URL): the one form that is checked, shown and written into codes.
type site struct {
	scheme string     // http or https
	user   string     // what stands before the host, with its @; "" where nothing does
	host   string     // as the network looks it up, in ASCII and small letters; an IP address in its usual form
	ip     netip.Addr // not valid where the host is a name
	port   string     // with its colon; "" where absent
	rest   string     // from the path on, as written
}

// Reasons why a link can't be opened.
var (
	errNoLink = errors.New("不是完整的网址")
	errHost   = errors.New("的域名不合规则")
	errPort   = errors.New("的端口不是 1 到 65535 的数")
)

// siteOf takes a link apart. With an error, host and port are as written.
func siteOf(link string) (s site, err error) {
	scheme, rest, found := strings.Cut(strings.TrimSpace(link), "://")
	s.scheme = strings.ToLower(scheme)
	if !found || s.scheme != "http" && s.scheme != "https" {
		return s, errNoLink
	}
	end := strings.IndexAny(rest, "/?#")
	if end < 0 {
		end = len(rest)
	}
	at := strings.LastIndexByte(rest[:end], '@') + 1
	s.user, s.rest = rest[:at], rest[end:]
	s.host = rest[at:end]
	if colon := strings.LastIndexByte(s.host, ':'); colon > strings.LastIndexByte(s.host, ']') {
		s.host, s.port = s.host[:colon], s.host[colon+1:]
	}
	if s.host == "" {
		return s, errNoLink
	}
	host, ip, err := hostOf(s.host)
	if err != nil {
		return s, err
	}
	s.host, s.ip = host, ip
	if s.port != "" {
		n, err := strconv.ParseUint(s.port, 10, 16)
		if err != nil || n == 0 {
			return s, errPort
		}
		s.port = ":" + strconv.FormatUint(n, 10)
	}
	return s, nil
}

// String returns the link in ASCII: what RFC 3986 doesn't allow is percent-encoded, what is encoded already stays.
func (s site) String() string {
	return s.scheme + "://" + percent(s.user) + s.host + s.port + percent(s.rest)
}

// name returns the host in its own letters.
func (s site) name() string {
	if name, err := domains.ToUnicode(s.host); err == nil && !s.ip.IsValid() {
		return name
	}
	return s.host
}

// Address returns a link in ASCII, as a phone opens it. A link that no phone opens is an error.
func Address(link string) (string, error) {
	s, err := siteOf(link)
	if err != nil {
		return "", fmt.Errorf("链接%w；核对网址", err)
	}
	return s.String(), nil
}

// HostName returns a host in the form in which links' hosts are compared with it; false for what is no host.
func HostName(text string) (name string, ok bool) {
	host, ip, err := hostOf(strings.TrimSpace(text))
	return site{host: host, ip: ip}.name(), err == nil
}

var (
	// domains maps and checks a name as a browser does.
	domains = idna.New(idna.MapForLookup(), idna.BidiRule(), idna.CheckHyphens(false), idna.StrictDomainName(false))
	// domain is a mapped name: what mapping turns into a sign that ends a host, such as ／ or ℀, is none.
	domain = regexp.MustCompile(`^[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*$`)
)

// maxDomain limits a name (RFC 1035).
const maxDomain = 253

// hostOf returns a host as it is looked up; ip is valid for one that is an IP address.
func hostOf(text string) (host string, ip netip.Addr, err error) {
	if ip6, err := netip.ParseAddrPort(text + ":0"); err == nil && ip6.Addr().Is6() && ip6.Addr().Zone() == "" {
		return "[" + ip6.Addr().String() + "]", ip6.Addr().Unmap(), nil
	}
	if plain, err := url.PathUnescape(text); err == nil {
		text = plain
	}
	host, err = domains.ToASCII(text)
	host = strings.TrimSuffix(host, ".")
	if err != nil || !utf8.ValidString(text) || len(host) > maxDomain || !domain.MatchString(host) {
		return "", ip, errHost
	}
	if !numeric.MatchString(host) {
		return host, ip, nil
	}
	ip, ok := ipv4(host)
	if !ok {
		return "", ip, errHost
	}
	return ip.String(), ip, nil
}

// numeric matches a host that browsers read as an IPv4 address, perhaps in one of its old forms: 2130706433, 0x7f.1, 127.1.
var numeric = regexp.MustCompile(`^(?:.*\.)?(?:[0-9]+|0x[0-9a-f]*)$`)

// ipv4 reads an IPv4 address: up to four numbers, decimal, octal or hexadecimal, of which the last takes the bytes that are left.
func ipv4(host string) (ip netip.Addr, ok bool) {
	parts := strings.Split(host, ".")
	if len(parts) > 4 {
		return ip, false
	}
	var all uint64
	for i, part := range parts {
		base := 10
		if hex, ok := strings.CutPrefix(part, "0x"); ok {
			part, base = "0"+hex, 16
		} else if strings.HasPrefix(part, "0") {
			base = 8
		}
		bits := 8
		if i == len(parts)-1 {
			bits = 8 * (5 - len(parts))
		}
		n, err := strconv.ParseUint(part, base, bits)
		if err != nil {
			return ip, false
		}
		all = all<<bits | n
	}
	var bytes [4]byte
	binary.BigEndian.PutUint32(bytes[:], uint32(all))
	return netip.AddrFrom4(bytes), true
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
