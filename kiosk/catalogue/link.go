package catalogue

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// link checks an address: http or https, with a host that is a domain name which a resident can read and a phone can reach.
func (c *checker) link(t *toml.Text) {
	text := strings.TrimSpace(t.V)
	if text == "" {
		return
	}
	s, bad := siteOf(text)
	switch address := s.String(); {
	case len(text) > maxLink:
		c.err("link-long", t.At, fmt.Sprintf("“link”（链接）有 %d 字节，超过 %d", len(text), maxLink), "换一个短的网址")
	case strings.ContainsAny(text, " \t\r\n"):
		c.err("link-spaces", t.At, "“link”（链接）里有空格或换行", "一个链接只写一个网址")
	case errors.Is(bad, errNoLink):
		c.err("link-form", t.At, "“link”（链接）不是网址", "写以 https:// 或 http:// 开头的完整网址")
	case errors.Is(bad, errPort):
		c.err("link-port", t.At, "“link”（链接）的域名后面，冒号右边的“"+diag.Excerpt(s.port, 20)+"”不是 1 到 65535 的数", "核对网址，最好从浏览器的地址栏里复制")
	case bad != nil:
		c.err("link-host", t.At, "“link”（链接）里的域名“"+diag.Excerpt(s.host, 30)+"”不合规则，手机打不开，做不成二维码", "核对网址，最好从浏览器的地址栏里复制")
	case len(address) > maxCode:
		c.err("link-code", t.At, fmt.Sprintf("“link”（链接）写进二维码有 %d 字节（一个汉字占 9 字节），超过 %d，装不下", len(address), maxCode), "换一个短的网址")
	default:
		c.host(t, s)
		c.characters("link", t)
	}
}

// host checks where a link that is an address leads to.
func (c *checker) host(t *toml.Text, s site) {
	host := s.name()
	shown := "“" + diag.Excerpt(host, 40) + "”"
	switch {
	case s.user != "":
		c.err("link-user", t.At, "“link”（链接）的 @ 前面写了别的字，真正的网站是"+shown, "删去 @ 和它前面、// 后面的字")
	case host == "localhost" || strings.HasSuffix(host, ".localhost") || s.ip.IsLoopback() || s.ip.IsUnspecified():
		c.err("link-this-machine", t.At, "“link”（链接）指到"+shown+"，就是打开它的那台手机自己", "换成网站的网址")
	case mixed(host):
		c.err("link-mixed", t.At, "“link”（链接）的域名"+shown+"里混着几种文字的字母，看着像别的网站", "从浏览器的地址栏里重新复制网址")
	case len(c.hosts) > 0 && !slices.ContainsFunc(c.hosts, func(allowed string) bool { return within(host, allowed) }):
		c.err("link-not-allowed", t.At, "“link”（链接）的网站"+shown+"不在这台机器准许的网站里", "换成准许的网站："+diag.Printable(strings.Join(c.hosts, "、"))+"；要加上它，请管理员改 config.toml 的 link_hosts")
	case s.ip.IsValid():
		c.warn("link-bare-address", t.At, "“link”（链接）的网站写成了 IP 地址"+shown+"，居民看不出是哪里", "写网站的域名；只有 IP 地址就不用改")
	case !strings.Contains(host, ".") || slices.ContainsFunc(insideOnly, func(end string) bool { return strings.HasSuffix(host, end) }):
		c.warn("link-inside", t.At, "“link”（链接）的网站"+shown+"只有单位内部打得开，居民的手机打不开", "写居民也打得开的网址")
	case foreignLetters(host):
		c.warn("link-foreign", t.At, "“link”（链接）的域名"+shown+"里有中文和英文以外的字母", "从浏览器的地址栏里重新复制网址；确实是这个网站就不用改")
	}
}

// insideOnly are the ends of names that only a network of its own knows (RFC 6762, RFC 8375, ICANN's .internal).
var insideOnly = []string{".local", ".lan", ".internal", ".home.arpa", ".intranet", ".corp"}

// Host returns the host of a link as the screen shows it, below its code: a domain name in its own letters if they are
// Chinese or Latin, else as the network writes it. "" is for no link.
func Host(link string) string {
	s, err := siteOf(link)
	if err != nil {
		return ""
	}
	name := s.name()
	if foreignLetters(name) || mixed(name) {
		name = s.host
	}
	return name + s.port
}

// within reports whether a host is an allowed one or belongs to it.
func within(host, allowed string) bool {
	return host == allowed || strings.HasSuffix(host, "."+allowed)
}

// scriptsOf returns the scripts of a name's letters. Hanzi, kana, bopomofo and hangul are written together, and with Latin ones.
func scriptsOf(name string) (latin, eastern bool, others map[string]bool) {
	others = make(map[string]bool)
	for _, r := range name {
		switch {
		case !unicode.IsLetter(r) || unicode.In(r, unicode.Common, unicode.Inherited):
		case unicode.Is(unicode.Latin, r):
			latin = true
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo, unicode.Hangul):
			eastern = true
		default:
			for script, table := range unicode.Scripts {
				if unicode.Is(table, r) {
					others[script] = true
				}
			}
		}
	}
	return latin, eastern, others
}

// mixed reports whether a label of a host has letters of scripts that aren't written together (UTS 39, highly restrictive).
func mixed(host string) bool {
	return slices.ContainsFunc(strings.Split(host, "."), func(label string) bool {
		latin, eastern, others := scriptsOf(label)
		return len(others) > 1 || len(others) == 1 && (latin || eastern)
	})
}

// foreignLetters reports whether a host has letters that are neither Chinese nor Latin, or Latin ones beyond English that look
// like those.
func foreignLetters(host string) bool {
	_, _, others := scriptsOf(host)
	return len(others) > 0 || strings.IndexFunc(host, func(r rune) bool { return r >= 0x80 && unicode.Is(unicode.Latin, r) }) >= 0
}
