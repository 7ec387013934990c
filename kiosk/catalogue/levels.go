package catalogue

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// official are the columns that stand under 公开层级 in official tables. A table
// prints all of its columns whether a row ticks them or not, and the files name
// only the ticked ones, so the table is known by them.
var official = [][]string{
	{"县级", "乡镇", "社区"},
	{"县级", "乡级"},
	{"县级", "乡、村级"},
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
		for _, w := range wordsOf(t.V) {
			split = append(split, toml.Text{V: w})
		}
	}
	all := `["` + strings.Join(words(split), `", "`) + `"]`
	fix := "一级写一个，写成 levels = " + diag.Printable(all)
	if utf8.RuneCountInString(all) > longestList {
		fix = "一级写一个，一个一对英文双引号，中间用英文逗号隔开"
	}
	for i := range list {
		t := &list[i]
		switch shown := c.text("levels", t, maxTitle); {
		case !shown:
		case len(wordsOf(t.V)) > 1:
			mend := diag.Mend{}
			if len(list) > 0 && utf8.RuneCountInString(all) <= longestList {
				mend = toml.Between(&list[0], &list[len(list)-1], all[1:len(all)-1])
			}
			c.mended(mend, diag.Warning, false, "levels-joined", t.At, "“levels”（公开层级）里的“"+diag.Excerpt(t.V, 20)+"”写成了一个", fix)
		default:
			c.ditto("levels", t)
		}
	}
}

// longestList is how many characters of a list a fix repeats.
const longestList = 200

// joint is the ministries' own column for two levels, one word.
const joint = "乡、村级"

// wordsOf returns the words in a text of 公开层级.
func wordsOf(text string) []string {
	const mark = "\x00"
	words := strings.FieldsFunc(strings.ReplaceAll(squeeze(text), joint, mark), func(r rune) bool { return strings.ContainsRune("、，,；;/／ ", r) })
	for i := range words {
		words[i] = strings.ReplaceAll(words[i], mark, joint)
	}
	return words
}
