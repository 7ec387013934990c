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
