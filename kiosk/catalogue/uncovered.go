package catalogue

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// Script returns the Chinese name of the writing system that a character belongs to, and the package of a font that
// supplies it; "" for hanzi and for a character that no package has.
type Script func(r rune) (name, pack string)

// Uncovered warns of each character in the files' texts that no font has, once a
// text, and of a writing system that no font has once a file, sorted by place; covers
// reports whether a font has a character. Private-use ones and U+FFFD are left out, since Parse
// reports them.
func Uncovered(files []File, covers func(rune) bool, script Script) []diag.Problem {
	texts, images := splitImages(files)
	texts = slices.DeleteFunc(texts, func(f File) bool { return allCovered(f.Data, covers) })
	sorted, _ := sortOut(texts)
	r := &reading{covers: covers, script: script, images: images}
	r.settings(sorted[settingsKind])
	r.items(r.rows(sorted[itemKind], nil), Contact{})
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
	last := rune(0)
	for i, r := range t.V {
		before := last
		last = r
		if c.covers(r) || unicode.Is(unicode.Co, r) || r == unicode.ReplacementChar || c.composed(before, r) || c.lacks(key, t, i, r) {
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
		c.uncovered = append(c.uncovered, toml.Inside(t, first[r]).Problem(diag.Warning, "no-font", message, fix))
	}
}

// composed reports whether a combining mark is set with the letter before it, as one letter that a font has.
func (c *checker) composed(letter, mark rune) bool {
	if !unicode.Is(unicode.Mn, mark) {
		return false
	}
	one := []rune(norm.NFC.String(string([]rune{letter, mark})))
	return len(one) == 1 && c.covers(one[0])
}

// lack is a writing system that no font has, in one file.
type lack struct {
	name, pack string
	at         diag.Spot // of the first character
	key        string
	first      rune
	count      int
}

// lacks counts a character of a writing system that no font has, and reports whether it is one.
func (c *checker) lacks(key string, t *toml.Text, off int, r rune) bool {
	if c.script == nil {
		return false
	}
	name, pack := c.script(r)
	if name == "" {
		return false
	}
	i := slices.IndexFunc(c.lacking, func(l lack) bool { return l.name == name })
	if i < 0 {
		i = len(c.lacking)
		c.lacking = append(c.lacking, lack{name, pack, toml.Inside(t, off), key, r, 0})
	}
	c.lacking[i].count++
	return true
}

// uncoveredProblems returns the characters and the writing systems that no font has.
func (c *checker) uncoveredProblems() []diag.Problem {
	problems := c.uncovered
	for _, l := range c.lacking {
		message := fmt.Sprintf("“%s”里有%s，没有字体能显示，屏幕上是写着代码的方框（从“%s” %U 起，这个文件里共 %d 个字符）", l.key, l.name, diag.Printable(string(l.first)), l.first, l.count)
		problems = append(problems, l.at.Problem(diag.Warning, "no-font-script", message, "请管理员在屏幕这台机器上装字体包 "+l.pack))
	}
	return problems
}
