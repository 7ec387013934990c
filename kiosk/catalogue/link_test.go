package catalogue

import (
	"net/url"
	"strings"
	"testing"
)

// TestLinkHosts: where a link may lead, by the code of the problem; "" for none.
func TestLinkHosts(t *testing.T) {
	for link, want := range map[string]string{
		"https://example.org/a":                            "",
		"https://www.示例.中国/办事":                             "",
		"https://xn--fsq270a.xn--fiqs8s/":                  "",
		"https://政务abc.中国/":                                "",
		"http://example.org:8080/":                         "",
		"https://gov.cn@example.org/":                      "link-user",
		"https://user:pass@example.org/":                   "link-user",
		"https://localhost/":                               "link-this-machine",
		"https://a.localhost:80/":                          "link-this-machine",
		"http://127.0.0.1/":                                "link-this-machine",
		"http://[::1]/":                                    "link-this-machine",
		"http://0.0.0.0/":                                  "link-this-machine",
		"http://2130706433/":                               "link-this-machine",
		"http://0x7f.1/":                                   "link-this-machine",
		"http://192.168.1.8/":                              "link-bare-address",
		"http://10.1.2.3:8080/a":                           "link-bare-address",
		"http://[2001:db8::1]/":                            "link-bare-address",
		"http://3232235777/":                               "link-bare-address",
		"http://oa/":                                       "link-inside",
		"http://server.local/":                             "link-inside",
		"https://gоv.cn/":                                  "link-mixed", // a Cyrillic о
		"https://xn--gv-emc.cn/":                           "link-mixed",
		"https://аррӏе.com/":                               "link-foreign", // Cyrillic alone
		"https://bücher.example.org/":                      "link-foreign",
		"ftp://example.org/":                               "link-form",
		"javascript:alert(1)":                              "link-form",
		"https://":                                         "link-form",
		"https://example.org／.gov.cn/":                     "link-host", // signs that mapping turns into the end of a host
		"https://example.org＃.gov.cn/":                     "link-host",
		"https://example.org？.gov.cn/":                     "link-host",
		"https://example.org＠www.gov.cn/":                  "link-host",
		"https://example.org℀.gov.cn/":                     "link-host",
		"https://example.org：80/":                          "link-host",
		"https://example.org%2F.gov.cn/":                   "link-host",
		"https://example..org/":                            "link-host",
		"https://1.2.3.4.5/":                               "link-host",
		"https://example.org:99999/":                       "link-port",
		"https://example.org:0/":                           "link-port",
		"https://example.org:八十/":                          "link-port",
		"https://example.org\\\\@example.com/":             "link-user",
		"https://www。example。org/":                         "",
		"https://ｗｗｗ.ｅｘａｍｐｌｅ.org./":                        "",
		"https://a_b.example.org:/":                        "",
		"https://１２７.0.0.1/":                               "link-this-machine",
		"https://127。0。0。1/":                               "link-this-machine",
		"https://ＬＯＣＡＬＨＯＳＴ/":                               "link-this-machine",
		"https://loc\u00adalhost/":                         "link-this-machineunseen-character",
		"https://017700000001/":                            "link-this-machine",
		"https://127.1./":                                  "link-this-machine",
		"https://[::ffff:127.0.0.1]/":                      "link-this-machine",
		"https://example.org/ b":                           "link-spaces",
		"https://example.org/" + strings.Repeat("a", 2000): "link-long",
	} {
		_, problems := Parse(dir("kiosk.toml", kioskToml, "items/01.toml", item("1")+"link = \""+link+"\"\n", "items/02.toml", item("2")))
		got := ""
		for _, p := range problems {
			got += p.Code
		}
		if got != want {
			t.Errorf("%s: %q, want %q", link, got, want)
		}
	}
}

// TestHost: what the screen shows of a link.
func TestHost(t *testing.T) {
	for link, want := range map[string]string{
		"https://www.example.org/a?b#c":   "www.example.org",
		"HTTP://WWW.Example.ORG.:8080":    "www.example.org:8080",
		"https://xn--fsq270a.xn--fiqs8s/": "实例.中国",
		"https://例子.中国/":                  "例子.中国",
		"https://аррӏе.com/":              "xn--80ak6aa92e.com",
		"https://bücher.example.org/":     "xn--bcher-kva.example.org",
		"https://ＷＷＷ。example。org./":       "www.example.org",
		"http://0x7f.1:080/":              "127.0.0.1:80",
		"http://[2001:DB8:0::1]:80/":      "[2001:db8::1]:80",
		"https://example.org／.gov.cn":     "",
		"":                                "",
	} {
		if got := Host(link); got != want {
			t.Errorf("%s: %q, want %q", link, got, want)
		}
	}
}

// FuzzAddress: a link's code leads to the host that the screen shows, by another reading of addresses than ours, and is its own
// code.
func FuzzAddress(f *testing.F) {
	for _, seed := range []string{"https://www.gov.cn/a?b#c", "https://evil.com／.gov.cn", "http://a@b:80/", "HTTP://[::1]:8/", "https://0x7f.1", "https://示例.中国./%zz"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, link string) {
		address, err := Address(link)
		if err != nil {
			return
		}
		if again, err := Address(address); err != nil || again != address {
			t.Fatalf("%q: %q, then %q, %v", link, address, again, err)
		}
		scheme, rest, _ := strings.Cut(address, "://")
		authority, _, _ := strings.Cut(strings.NewReplacer("?", "/", "#", "/").Replace(rest), "/")
		u, err := url.Parse(scheme + "://" + authority[strings.LastIndexByte(authority, '@')+1:])
		if err != nil {
			t.Fatalf("%q: %q: %v", link, address, err)
		}
		host, shown := u.Host, Host(link)
		if name, err := domains.ToUnicode(u.Hostname()); shown != host && (err != nil || shown != strings.TrimSuffix(name+":"+u.Port(), ":")) {
			t.Fatalf("%q: the screen shows %q, the code leads to %q", link, shown, host)
		}
	})
}

func hostName(text string) string {
	name, _ := HostName(text)
	return name
}

// TestPins: content of another centre, and links to other hosts, are errors of their files.
func TestPins(t *testing.T) {
	files := dir("kiosk.toml", kioskToml, "items/01.toml", item("1")+"link = \"https://zw.example.org/\"\n", "items/02.toml", item("2")+"link = \"https://badexample.org/\"\n")
	for _, c := range []struct {
		name  string
		pins  Pins
		items int // -1: nothing is shown
		want  string
	}{
		{"none", Pins{}, 2, ""},
		{"as the content", Pins{Centre: "示例社区", Name: "政务公开事项标准目录"}, 2, ""},
		{"another centre", Pins{Centre: "别的社区"}, -1, "pinned-name nothing-shown"},
		{"another catalogue", Pins{Name: "别的目录"}, -1, "nothing-shown pinned-name"},
		{"a host and its own", Pins{Hosts: []string{"example.org"}}, 1, "link-not-allowed"},
		{"a host in another form", Pins{Hosts: []string{hostName("ZW。Example.ORG.")}}, 1, "link-not-allowed"},
		{"another host", Pins{Hosts: []string{"gov.cn"}}, -1, "no-items link-not-allowed link-not-allowed"},
	} {
		p := Parser{Pins: c.pins}
		got, problems := p.Parse(files)
		var codes []string
		for _, p := range problems {
			codes = append(codes, p.Code)
		}
		items := -1
		if got != nil {
			items = len(got.Items)
		}
		if all := strings.Join(codes, " "); all != c.want || items != c.items {
			t.Errorf("%s: %d items, %q, want %q", c.name, items, all, c.want)
		}
	}
}

// TestWithdrawn: a withdrawn notice is not shown, and its images are in use.
func TestWithdrawn(t *testing.T) {
	files := append(dir("kiosk.toml", kioskToml, "items/01.toml", item("1"), "notices/1.toml", noticeHead+"withdrawn = true\nimages = [\"images/a.png\"]\n", "notices/2.toml", "title = \"二\"\ndate = 2026-11-21\nwithdrawn = false\n"),
		shown("images/a.png", Fact{Width: 1, Height: 1, Hash: "a"}))
	c, problems := Parse(files)
	if len(problems) != 1 || problems[0].Code != "withdrawn" || len(c.Notices) != 1 || c.Notices[0].Title != "二" {
		t.Errorf("%+v %v", c.Notices, problems)
	}
}
