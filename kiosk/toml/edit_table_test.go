package toml

import (
	"strings"
	"testing"
)

func TestSetIn(t *testing.T) {
	contact := Table{Name: "contact"}
	guide := func(i int) Table { return Table{Name: "guide", Many: true, Index: i} }
	order := []string{"heading", "body", "desk", "phone", "at"}
	for _, c := range []struct {
		name, in string
		table    Table
		key      string
		value    any
		want     string
	}{
		{"a key keeps its quotes", "a = 1\n[contact]\ndesk  = '旧' # 一楼\n", contact, "desk", "新", "a = 1\n[contact]\ndesk  = '新' # 一楼\n"},
		{"an absent key", "[contact]\n# 说明\ndesk  = \"甲\"\n[x]\n", contact, "phone", "乙", "[contact]\n# 说明\ndesk  = \"甲\"\nphone = \"乙\"\n[x]\n"},
		{"the first key of an empty table", "a = 1\n[contact]\n", contact, "phone", "乙", "a = 1\n[contact]\nphone = \"乙\"\n"},
		{"an absent table", "a = 1\n# [contact]", contact, "phone", "乙", "a = 1\n# [contact]\n\n[contact]\nphone = \"乙\"\n"},
		{"the second of several", "[[guide]]\nheading = \"甲\"\n[[guide]]\nheading = \"乙\"\n", guide(1), "heading", "丙", "[[guide]]\nheading = \"甲\"\n[[guide]]\nheading = \"丙\"\n"},
		{"a further one stands behind the others", "[[guide]]\r\nheading = \"甲\"\r\n[contact]\r\n", guide(1), "body", "乙\n丙", "[[guide]]\r\nheading = \"甲\"\r\n\r\n[[guide]]\r\nbody = \"\"\"\r\n乙\r\n丙\r\n\"\"\"\r\n[contact]\r\n"},
		{"a literal", "[contact]\nat = [0.1, 0.2] # 图\n", contact, "at", Literal("[0.4, 0.7]"), "[contact]\nat = [0.4, 0.7] # 图\n"},
		{"a table within another", "[screen]\non = \"07:30\"\n", Table{Name: "screen.span", Many: true}, "on", "08:00", "[screen]\non = \"07:30\"\n\n[[screen.span]]\non = \"08:00\"\n"},
	} {
		got, ok := SetIn([]byte(c.in), c.table, c.key, c.value, order)
		if !ok || string(got) != c.want {
			t.Errorf("%s: %v\ngot\n%s\nwant\n%s", c.name, ok, got, c.want)
		}
	}
	for _, in := range []string{"contact = { desk = '甲' }\n", "contact.desk = '甲'\n"} {
		if got, ok := SetIn([]byte(in), contact, "desk", "乙", order); ok || string(got) != in {
			t.Errorf("%s becomes %s", in, got)
		}
	}
}

func TestRemoveIn(t *testing.T) {
	in := "desk = \"外\"\n[contact]\ndesk = \"内\" # 一楼\nphone = \"\"\n"
	if got, ok := RemoveIn([]byte(in), Table{Name: "contact"}, "desk"); !ok || string(got) != "desk = \"外\"\n[contact]\n# 一楼\nphone = \"\"\n" {
		t.Errorf("%v, %s", ok, got)
	}
}

func TestRemoveTable(t *testing.T) {
	in := "a = 1\n\n[[guide]] # 一\nheading = \"甲\"\n# 说明\nbody = \"\"\"\n乙\n\"\"\"\n\n[[guide]]\nheading = \"丙\"\n"
	for i, want := range []string{"a = 1\n\n# 一\n# 说明\n\n[[guide]]\nheading = \"丙\"\n", "a = 1\n\n[[guide]] # 一\nheading = \"甲\"\n# 说明\nbody = \"\"\"\n乙\n\"\"\"\n", in} {
		if got, ok := RemoveTable([]byte(in), Table{Name: "guide", Many: true, Index: i}); !ok || string(got) != want {
			t.Errorf("%d: %v\ngot\n%s\nwant\n%s", i, ok, got, want)
		}
	}
}

// FuzzSetIn changes a key of a table of any file: all else keeps its value.
func FuzzSetIn(f *testing.F) {
	for _, in := range valid {
		f.Add([]byte(in), "新\n\"行\"")
	}
	f.Add([]byte("[[guide]]\nbody = '甲'\n[guide.x]\n[[guide]]\n[contact] # 一\nbody=1"), "甲")
	f.Fuzz(func(t *testing.T, data []byte, value string) {
		value = strings.ReplaceAll(strings.ToValidUTF8(value, "?"), "\r", "")
		for _, table := range []Table{{Name: "contact"}, {Name: "guide", Many: true, Index: 1}} {
			got, ok := SetIn(data, table, "body", value, nil)
			if !ok {
				continue
			}
			tree, err := parse(strings.TrimLeft(string(got), bom))
			if err != nil {
				t.Fatalf("%v:\n%q\nbecomes\n%q", err, data, got)
			}
			at, _ := tree["contact"].(map[string]any)
			if table.Many {
				all, _ := tree["guide"].([]map[string]any)
				if len(all) < 2 {
					continue
				}
				at = all[1]
			}
			text, _ := at["body"].(string)
			if strings.Trim(strings.ReplaceAll(text, "\r\n", "\n"), "\n") != strings.Trim(value, "\n") {
				t.Fatalf("%q in\n%q\nis read as %q from\n%q", value, data, text, got)
			}
		}
	})
}
