package catalogue

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"unicode"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// Uncovered warns of each character in the files' texts that no font has, once a
// text, sorted by place; covers reports whether a font has a character. Private-use
// ones are left out, since Parse reports them.
func Uncovered(files []File, covers func(rune) bool) []diag.Problem {
	texts, images := splitImages(files)
	texts = slices.DeleteFunc(texts, func(f File) bool { return allCovered(f.Data, covers) })
	sorted, _ := sortOut(texts)
	r := &reading{covers: covers, images: images}
	r.settings(sorted[settingsKind])
	r.items(r.rows(sorted[itemKind], nil))
	r.notices(sorted[noticeKind])
	diag.Sort(r.uncovered)
	return diag.Limit(r.uncovered)
}

// allCovered reports of most files, without decoding them, that there is nothing to find: all their
// characters are covered, and none is written as an escape.
func allCovered(data []byte, covers func(rune) bool) bool {
	lacks := func(r rune) bool { return !covers(r) }
	return !toml.HasEscapes(data) && bytes.IndexFunc(data, lacks) < 0
}

// cover notes the characters of a text that no font has, for Uncovered.
func (c *checker) cover(key string, t *toml.Text) {
	if c.covers == nil {
		return
	}
	first, count := map[rune]int{}, map[rune]int{}
	for i, r := range t.V {
		if c.covers(r) || unicode.Is(unicode.Co, r) {
			continue
		}
		if count[r]++; count[r] == 1 {
			first[r] = i
		}
	}
	for _, r := range slices.SortedFunc(maps.Keys(first), func(a, b rune) int { return first[a] - first[b] }) {
		message := fmt.Sprintf("“%s”里的“%s”（%U）没有字体能显示，屏幕上是写着代码的方框", key, diag.Printable(string(r)), r)
		if count[r] > 1 {
			message += fmt.Sprintf("（共 %d 处）", count[r])
		}
		fix := "换一个字符"
		if unicode.Is(unicode.Han, r) {
			fix = "换一个字，或在本机装上 fonts-hanazono，或在 config.toml 里用 fonts 指明字体目录"
		}
		c.uncovered = append(c.uncovered, toml.Inside(t, first[r]).Problem(diag.Warning, message, fix))
	}
}
