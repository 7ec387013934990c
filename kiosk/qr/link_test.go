package qr

import (
	"strings"
	"testing"
)

func TestLink(t *testing.T) {
	for _, c := range []struct{ address, want string }{
		{"https://www.xiangyuan.gov.cn/", "https://www.xiangyuan.gov.cn/"},
		{"http://a.cn", "http://a.cn"},
		{"https://a.cn/zwgk?id=6&b=%E6%94%BF#top", "https://a.cn/zwgk?id=6&b=%E6%94%BF#top"},
		{"https://a.cn/政务公开/6?q=残疾人#补贴", "https://a.cn/%E6%94%BF%E5%8A%A1%E5%85%AC%E5%BC%80/6?q=%E6%AE%8B%E7%96%BE%E4%BA%BA#%E8%A1%A5%E8%B4%B4"},
		{"https://政务.中国", "https://xn--zfr164b.xn--fiqs8s"},
		{"https://www.政务.中国:8443/a", "https://www.xn--zfr164b.xn--fiqs8s:8443/a"},
		{"https://政务。中国?a", "https://xn--zfr164b.xn--fiqs8s?a"},
		{"https://%E6%94%BF%E5%8A%A1.cn/", "https://xn--zfr164b.cn/"},
		{"https://a_b.政务.cn/", "https://a_b.xn--zfr164b.cn/"},
		{"https://人@政务.cn/", "https://%E4%BA%BA@xn--zfr164b.cn/"},
		{"https://[2001:db8::1]:80/政", "https://[2001:db8::1]:80/%E6%94%BF"},
		{`https://a.cn/{"x"|y}` + "`^\\<>", "https://a.cn/%7B%22x%22%7Cy%7D%60%5E%5C%3C%3E"},
		{"https://a.cn/100%", "https://a.cn/100%"},
		{" https://a.cn/ ", "https://a.cn/"},
	} {
		code, err := Link(c.address)
		if err != nil {
			t.Errorf("%s: %v", c.address, err)
			continue
		}
		scanned(t, code, c.want, "M", 4, 5, 6, 8)
	}
}

func TestLongLink(t *testing.T) {
	for _, c := range []struct {
		n           int
		level, fail string
	}{{2331, "M", ""}, {2332, "L", ""}, {2953, "L", ""}, {2954, "", "缩短"}} {
		address := "https://a.cn/"
		address += strings.Repeat("x", c.n-len(address))
		code, err := Link(address)
		switch {
		case c.fail == "" && err == nil:
			if text, level := scan(t, render(code, 1), true); text != address || level != c.level {
				t.Errorf("%d bytes: level %s, %s", c.n, level, text)
			}
		case c.fail == "" || err == nil || !strings.Contains(err.Error(), c.fail):
			t.Errorf("%d bytes: %v", c.n, err)
		}
	}
}

func TestNoLink(t *testing.T) {
	for _, address := range []string{"", "政务公开", "//a.cn", "https://政务\u200e.cn\u0001/"} {
		if code, err := Link(address); err == nil || code != (Code{}) || !strings.Contains(err.Error(), "网址") {
			t.Errorf("%q: %v", address, err)
		}
	}
}
