package catalogue

import (
	"strings"
	"testing"
)

// TestSum checks what counts as another text, and what doesn't.
func TestSum(t *testing.T) {
	base := "number = 1\ncategory = \"示例\"\ntitle = \"标题\"\ncontent = \"\"\"\n甲、\n乙\n\"\"\"\nbasis = \"《示例》\"\nlink = \"https://example.org\"\nupdated = 2026-03-01\n[[guide]]\nheading = \"条件\"\nbody = \"示例\"\n"
	sumOf := func(text string) string {
		c, problems := Parse(dir("kiosk.toml", kioskToml, "items/1.toml", text))
		if c == nil {
			t.Fatalf("%s\n%v", text, problems)
		}
		return c.Items[0].Sum()
	}
	for _, c := range []struct {
		old, new string
		same     bool
	}{
		{"甲、\n乙", "甲、\n  乙 ", true},
		{"甲、\n乙", "甲、乙", true},
		{"number = 1", "number = 9", true},
		{"2026-03-01", "2026-04-01", true},
		{"category", "icon = \"\"\ncategory", true},
		{"甲", "丙", false},
		{"标题", "题标", false},
		{"title = \"标题\"\n", "", false},
		{"条件", "条", false},
		{"body = \"示例\"", "body = \"示例。\"", false},
		{"example.org", "example.com", false},
		{"《示例》", "", false},
	} {
		text := strings.Replace(base, c.old, c.new, 1)
		if text == base {
			t.Fatalf("%q is not in the text", c.old)
		}
		if same := sumOf(text) == sumOf(base); same != c.same {
			t.Errorf("%q to %q: the same is %v", c.old, c.new, same)
		}
	}
}

// TestSumOfOptional: a summary, an item's own contact and a notice's time and place are part of its text, and nothing else of the
// optional keys is; an absent one leaves the hash as it is.
func TestSumOfOptional(t *testing.T) {
	sums := func(settings, it, n string) (of [2]string) {
		c, problems := Parse(append(dir("kiosk.toml", kioskToml+settings, "items/1.toml", item("1")+it, "notices/a.toml", noticeHead+n), picture("images/a.png")))
		if c == nil || len(c.Notices) != 1 {
			t.Fatal(printed(t, problems))
		}
		return [2]string{c.Items[0].Sum(), c.Notices[0].Sum()}
	}
	base := sums("", "", "")
	for _, c := range []struct {
		settings, item, notice string
		changed                [2]bool
	}{
		{"", "summary = \"示例\"\n", "when = \"示例\"\n", [2]bool{true, true}},
		{"", "[contact]\nphone = \"110\"\n", "where = \"示例\"\n", [2]bool{true, true}},
		{"", "[contact]\nphone = \"\"\n", "", [2]bool{true, false}},
		{"[contact]\nphone = \"110\"\n", "ask = \"怎么办\"\n", "urgent = true\nexpire = 2026-11-21\n[[air]]\ndays = \"一\"\n", [2]bool{}},
		{"", "summary = \"\"\n[contact]\nmap = \"images/a.png\"\n", "when = \" \"\n", [2]bool{}},
	} {
		got := sums(c.settings, c.item, c.notice)
		if changed := [2]bool{got[0] != base[0], got[1] != base[1]}; changed != c.changed {
			t.Errorf("%s%s%s: %v", c.settings, c.item, c.notice, changed)
		}
	}
	if when, where := sums("", "", "when = \"示例\"\n"), sums("", "", "where = \"示例\"\n"); when[1] == where[1] {
		t.Error("a time and a place have one hash")
	}
}
