package toml

import (
	"cmp"
	"regexp"
	"strings"

	"gongkai/kiosk/diag"
)

// pair reads key = value.
func (g *guess) pair(into *node, level int) bool {
	name, ok := g.name()
	if !ok {
		return false
	}
	n, ok := g.key(into, name, level)
	if !ok || !g.equals(joined(name)) {
		return false
	}
	g.skipSpace()
	if into == g.here {
		g.entry = entry{joined(name), g.pos, len(g.faults)}
	}
	return g.value(n, level+len(name), joined(name))
}

func (g *guess) name() ([]part, bool) { return g.dotted(g.skipSpace, g.word) }

// alienWord is what stands for a key that isn't one.
var alienWord = regexp.MustCompile(`^[^ ` + blanks + `\t\r\n=＝:：#.\[\]{},]+`)

// word reads one bare or quoted name.
func (g *guess) word() (string, bool) {
	if w := bareWord(g.ahead()); w != "" {
		g.pos += len(w)
		return w, true
	}
	if g.has(`"`) || g.has("'") {
		start := g.pos
		if !g.quoted(&node{}, g.char()) {
			return "", false
		}
		return g.src[start+1 : g.pos-1], true
	}
	if w := alienWord.FindString(g.ahead()); w != "" {
		g.alien(w)
		g.pos += len(w)
		return w, true
	}
	return "", g.fault(g.pos, "key-expected", "这里应是一个键", "每一行写成 键 = 值，例如 title = \"…\"")
}

// alien reports a key that isn't English.
func (g *guess) alien(word string) {
	m := diag.Mend{Start: g.pos, End: g.pos + len(word)}
	fix := "键要用英文，照其他文件的写法；要留作说明，就在这一行前面加英文 #"
	m.Text = cmp.Or(g.table.meant(word), g.keys.meant(word))
	if m.Text != "" {
		fix = "改成“" + m.Text + "”"
	}
	if m.Text == "" || g.here.child(m.Text) != nil {
		m = diag.Mend{} // the key is there already
	}
	g.mended(m, g.pos, "key-not-english", "键“"+diag.Excerpt(word, 30)+"”不是英文", fix)
}

// equals reads the sign between key and value, or what stands in its place.
func (g *guess) equals(key string) bool {
	key = diag.Excerpt(key, 30)
	g.skipSpace()
	switch sign := g.char(); {
	case g.has("=="):
		g.patch(g.pos, g.pos+len("=="), "=", "equals-twice", "“"+key+"”后面写了两个等号", "只留一个“=”")
		g.pos += len("==")
	case sign == "=":
		g.pos += len(sign)
	case sign == "＝":
		g.patch(g.pos, g.pos+len(sign), "=", "equals-wide", "“"+key+"”后面的等号是全角的“＝”", "改成英文等号“=”")
		g.pos += len(sign)
	case sign == ":", sign == "：":
		g.patch(g.pos, g.pos+len(sign), "=", "colon", "“"+key+"”后面用了冒号", "改成英文等号“=”")
		g.pos += len(sign)
	default:
		return g.mended(g.equalsMend(), g.pos, "equals-missing", "“"+key+"”后面缺少等号", g.missingEquals(key))
	}
	return true
}

// wholeValue matches a value that needs nothing but its key and the equals sign.
var wholeValue = regexp.MustCompile(`^(?:"[^"\\]*"|'[^']*'|\[[^\[\]]*\]|[+-]?[0-9]+|\d{4}-\d\d-\d\d|true|false)$`)

// missingEquals returns the fix of a key without an equals sign: the whole statement if its value stands in the line.
func (g *guess) missingEquals(key string) string {
	name := key
	if f := g.field(key); f != nil {
		name = f.key
	}
	value := strings.Trim(g.line(), margins)
	if wholeValue.MatchString(value) && diag.Excerpt(value, longestShown) == value {
		return "写成 " + name + " = " + value
	}
	return "写成 " + name + " = 值；大段文字要放在三个英文双引号 \"\"\" 之间"
}
