package catalogue

import (
	"slices"
	"strings"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// notation warns of the first line of each kind that a text took in from the file's notation: the file is
// valid, and the screen shows the line.
func (c *checker) notation(key string, t *toml.Text) {
	if start, end, ok := toml.QuotesIn(t.V); ok {
		c.warn("quotes-in-text", toml.Inside(t, start), "“"+key+"”里有一行只有引号 "+diag.Excerpt(t.V[start:end], 10)+"，屏幕上会显示出来",
			`删去多出来的引号，开头和结尾都只写三个英文双引号 """`)
	}
	for _, n := range toml.NotationIn(t.V, maxSections) {
		if c.hasKey(n.Name) {
			line := strings.TrimSpace(t.V[n.Start:n.End])
			c.warn("key-in-text", toml.Inside(t, n.Start), "“"+key+"”里有一行“"+diag.Excerpt(line, 20)+"”，屏幕上会当作文字显示",
				`不是要显示的字，就移到这段文字结尾的 """ 下面；是就不用改`)
			return
		}
	}
}

// hasKey reports whether a word is a key of this kind of file, or of its sections.
func (c *checker) hasKey(word string) bool {
	in := kindOf(c.file)
	i := slices.IndexFunc(homes, func(h home) bool { return h.kind == in })
	below := map[kind][]string{
		itemKind:     slices.Concat(keysOf(guideFile{}), keysOf(contactFile{})),
		noticeKind:   keysOf(airFile{}),
		settingsKind: slices.Concat(keysOf(contactFile{}), keysOf(spanFile{})),
	}
	return i >= 0 && slices.Contains(homes[i].keys, word) || word != "" && slices.Contains(below[in], word)
}
