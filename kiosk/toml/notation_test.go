package toml

import (
	"fmt"
	"strings"
	"testing"
)

func TestNotationIn(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"办理依据", ""},
		{"images = [\"a.jpg\"]", "images:images = [\"a.jpg\"]"},
		{"一\r\n  pinned = true\r\n二", "pinned:pinned = true\r"},
		{"[[guide]]\n[screen]", "guide:[[guide]] screen:[screen]"},
		{"number=6\nx = “一”\ny = {a = 1}", "number:number=6 x:x = “一” y:y = {a = 1}"},
		{"金额 = 3\nbody 见附件\n[示例]\na = b\na[1]", ""},
		{"x = 1\ny = 2\nz = 3\nw = 4", "x:x = 1 y:y = 2 z:z = 3"}, // three at most
	} {
		var got []string
		for _, n := range NotationIn(c.in, 3) {
			got = append(got, n.Name+":"+c.in[n.Start:n.End])
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q: %q, want %q", c.in, s, c.want)
		}
	}
}

func TestQuotesIn(t *testing.T) {
	for in, want := range map[string]string{
		"一\n\"\n二":      "4-5",
		"\"\"\"":        "0-3",
		"一\r\n \"\" \r": "6-8",
		"＂＂\n''":        "0-6",
		"一\n\"二\"\n“":   "",
		"":              "",
	} {
		got := ""
		if start, end, ok := QuotesIn(in); ok {
			got = fmt.Sprintf("%d-%d", start, end)
		}
		if got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

func TestTwoDays(t *testing.T) {
	for in, want := range map[string]string{
		"2026-12-01至2026-12-31":           "2026-12-01 2026-12-31",
		"\"2026年12月1日到2026年12月31日\"":      "2026-12-01 2026-12-31",
		"“2026/12/1 ～ 2027.1.9”":          "2026-12-01 2027-01-09",
		"2026-12-1号—2026-12-2号":           "2026-12-01 2026-12-02",
		"2026-12-01":                      "",
		"2026-12-01 8:00至2026-12-01 9:00": "",
		"2026-12-01至12-31":                "",
	} {
		first, last, ok := TwoDays(in)
		if got := strings.TrimSpace(first + " " + last); got != want || ok != (want != "") {
			t.Errorf("%s: %q, %t, want %q", in, got, ok, want)
		}
	}
}
