package catalogue

import (
	"bytes"
	"fmt"
	"slices"
	"unicode"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// Uncovered warns of each character in the files' texts that no font has, once a
// text, sorted by place; covers is asked of every character. Private-use ones are
// left out, as Parse has told them.
func Uncovered(files []File, covers func(rune) bool) []diag.Problem {
	texts, images := apart(files)
	texts = slices.DeleteFunc(texts, func(f File) bool { return allCovered(f.Data, covers) })
	sorted, _ := sortOut(texts)
	r := &reading{covers: covers, images: images}
	r.settings(sorted[settingsKind])
	r.items(r.rows(sorted[itemKind], nil))
	r.notices(sorted[noticeKind])
	diag.Sort(r.uncovered)
	return diag.Limit(r.uncovered)
}

// allCovered tells of most files that there is nothing to find in them: all their characters
// are covered, and none is written as an escape.
func allCovered(data []byte, covers func(rune) bool) bool {
	lacks := func(r rune) bool { return !covers(r) }
	return !toml.HasEscapes(data) && bytes.IndexFunc(data, lacks) < 0
}

// cover notes the characters of a text that no font has, if that is asked.
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
	for r, at := range first {
		message := fmt.Sprintf("“%s”里的“%s”（%U）没有字体能显示，屏幕上是写着代码的方框", key, diag.Printable(string(r)), r)
		if count[r] > 1 {
			message += fmt.Sprintf("（共 %d 处）", count[r])
		}
		fix := "换一个字符"
		if unicode.Is(unicode.Han, r) {
			fix = "换一个字，或在本机装上 fonts-hanazono，或在 config.toml 里用 fonts 指明字体目录"
		}
		c.uncovered = append(c.uncovered, toml.Inside(t, at).Problem(diag.Warning, message, fix))
	}
}
