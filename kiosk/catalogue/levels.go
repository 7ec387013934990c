package catalogue

import (
	"slices"
	"strings"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// official are the columns that stand under 公开层级 in official tables. A table
// prints all of its columns whether a row ticks them or not, and the files name
// only the ticked ones, so the table is known by them.
var official = [][]string{
	{"县级", "乡镇", "社区"},
	{"县级", "乡级"},
}

// columns returns the columns of 公开层级: those of the first official table that has
// every word the items tick, or else the words in the order of first use. There are
// none if no item ticks anything.
func columns(items []Item) []string {
	var used []string
	seen := make(map[string]bool)
	for _, it := range items {
		for _, l := range it.Levels {
			if !seen[l] {
				seen[l] = true
				used = append(used, l)
			}
		}
	}
	if len(used) == 0 {
		return nil
	}
	for _, table := range official {
		if !slices.ContainsFunc(used, func(l string) bool { return !slices.Contains(table, l) }) {
			return slices.Clone(table)
		}
	}
	return used
}

// levels checks the words of 公开层级, and warns of several in one.
func (c *checker) levels(list []toml.Text) {
	var split []toml.Text
	for _, t := range list {
		for _, w := range strings.FieldsFunc(t.V, func(r rune) bool { return strings.ContainsRune("、，,；;/／", r) }) {
			split = append(split, toml.Text{V: w})
		}
	}
	all := `["` + strings.Join(words(split), `", "`) + `"]`
	for i := range list {
		t := &list[i]
		if c.text("levels", t, maxTitle) && strings.ContainsAny(strings.Trim(t.V, "、，,；;/／ "), "、，,；;/／") {
			c.warn(t.At, "“levels”（公开层级）里的“"+diag.Excerpt(t.V, 20)+"”写成了一个", "一级写一个："+diag.Excerpt(all, 60))
		}
	}
}
