package catalogue

import (
	"regexp"
	"slices"
	"strings"

	"gongkai/kiosk/diag"
)

// A text between three quotes may take in what is the file's own notation: one quote too many on each side, a key
// that was written above the closing quotes. The file is right then, and the screen shows the notation.

var (
	// lineNotation are a text's lines that look like a key with its value, or like a section's header.
	lineNotation = regexp.MustCompile(`(?m)^[ \t]*((?:([a-z_]+)[ \t]*=[ \t]*(?:["'“\[{0-9]|true|false)|\[\[?([a-z_]+)\]\]?[ \t]*\r?$).*)`)
	lineQuotes   = regexp.MustCompile(`(?m)^[ \t]*(["'＂]+)[ \t]*\r?$`)
)

// notation warns of the first such line of each kind in a text.
func (c *checker) notation(key string, t *diag.Text) {
	if m := lineQuotes.FindStringSubmatchIndex(t.V); m != nil {
		c.warn(diag.Inside(t, m[2]), "“"+key+"”里有一行只有引号 "+diag.Excerpt(t.V[m[2]:m[3]], 10)+"，屏幕上会显示出来",
			`删去多出来的引号，开头和结尾都只写三个英文双引号 """`)
	}
	for _, m := range lineNotation.FindAllStringSubmatchIndex(t.V, maxSections) {
		if c.knows(t.V[max(m[4], m[6]):max(m[5], m[7])]) {
			line := strings.TrimSpace(t.V[m[2]:m[3]])
			c.warn(diag.Inside(t, m[2]), "“"+key+"”里有一行“"+diag.Excerpt(line, 20)+"”，屏幕上会当作文字显示",
				`不是要显示的字，就移到这段文字结尾的 """ 下面；是就不用改`)
			return
		}
	}
}

// knows tells of a word that it is a key of this kind of file, or of its sections.
func (c *checker) knows(word string) bool {
	in := kindOf(c.file)
	i := slices.IndexFunc(homes, func(h home) bool { return h.kind == in })
	return i >= 0 && slices.Contains(homes[i].keys, word) || in == itemKind && slices.Contains(keysOf(guideFile{}), word)
}
