package toml

import "testing"

// TestMeantKeys: the key that a word stands for, and the table that has it.
func TestMeantKeys(t *testing.T) {
	keys := fieldsOf(new(document))
	for _, c := range []struct {
		word, meant, home string
		anywhere, exactly bool
	}{
		{"title", "title", "", true, true},
		{"titel", "title", "", true, false},
		{"标题", "title", "", true, false}, // the second of its names
		{"二级事项", "title", "", true, false},
		{"ｔｉｔｌｅ", "title", "", true, false},
		{"Title", "title", "", true, false},
		{"heading", "", "[[guide]]", true, true},
		{"headin", "", "", true, false},
		{"正文", "", "", true, false},
		{"on", "", "[screen]", true, true},
		{"开屏时间", "", "", true, false},
		{"guide", "guide", "", true, true},
		{"办事指南", "guide", "", true, false},
		{"xyzzy", "", "", false, false},
		{"", "", "", false, false},
	} {
		meant, home, anywhere, exactly := keys.meant(c.word), "", keys.anywhere(c.word), keys.exactly(c.word)
		if f := keys.home(c.word); f != nil {
			home = f.header()
		}
		if meant != c.meant || home != c.home || anywhere != c.anywhere || exactly != c.exactly {
			t.Errorf("%s: %q, %q, %t, %t, want %+v", c.word, meant, home, anywhere, exactly, c)
		}
	}
}

// TestKeysBelow: the keys of a table, and the array that a table is one of.
func TestKeysBelow(t *testing.T) {
	keys := fieldsOf(new(document))
	name := func(words ...string) (parts []part) {
		for _, w := range words {
			parts = append(parts, part{name: w})
		}
		return parts
	}
	if below := keys.below(name("guide")); below.byKey("heading") == nil || below.byKey("title") != nil {
		t.Errorf("guide has %v", below.keys())
	}
	if keys.below(name("xyzzy")) != nil || keys.below(name("screen", "on")) != nil {
		t.Error("a table that the struct hasn't has keys")
	}
	for word, many := range map[string]bool{"guide": true, "screen": false, "levels": false, "xyzzy": false} {
		if got := keys.section(name(word)) != nil; got != many {
			t.Errorf("%s is an array of tables: %t", word, got)
		}
	}
	if keys.section(name("guide", "x")) != nil {
		t.Error("a table inside an array's is an array")
	}
}
