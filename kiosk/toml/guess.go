package toml

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"gongkai/kiosk/diag"
)

// guess walks over a file that the library refuses, and reports every slip of the pen in it,
// not only the first. It knows the keys that the file may have, and takes for the end of a text
// without quotes what looks like the next of them. After a slip it goes on at the next line that
// looks like the beginning of a statement.
type guess struct {
	outline
	table   fields // what the table at hand may have
	entry   entry
	patches []patch
}

// entry is the key = value that was read last: its name, where its value stands, and how many
// faults there were before the value.
type entry struct {
	key    string
	value  int
	faults int
}

// patch is what replaces a slip so that the rest can be read.
type patch struct {
	off, end int
	text     string
}

func guessOf(src string, keys fields) *guess {
	g := &guess{outline: newOutline(src, keys), table: keys}
	for g.skipBlank(); g.more(); g.skipBlank() {
		m := g.mark()
		if !g.statement() {
			g.recover()
		}
		g.closeStatement(m)
	}
	return g
}

// statement reads one line's worth: [table], [[table]] or key = value, or what stands in its place.
func (g *guess) statement() bool {
	switch {
	case g.has("＃"):
		m := diag.Mend{Start: g.pos, End: g.pos + len("＃"), Text: "#"}
		if numbered.MatchString(g.ahead()) {
			m = diag.Mend{} // ＃2号楼 is a text
		}
		return g.mended(m, g.pos, "note-wide", "说明前面的“＃”是全角的", "改成英文 #")
	case foreignNote.MatchString(g.ahead()):
		sign := foreignNote.FindString(g.ahead())
		g.mended(diag.Mend{Start: g.pos, End: g.pos + len(sign), Text: "#"}, g.pos, "note-sign", "说明前面的“"+sign+"”在这里不能用", "改成英文 #")
		g.pos += len(g.line())
		return true
	case g.prose(g.line()):
		g.stray()
		return true
	case g.has("["):
		return g.header() && g.lineEnd()
	case g.has("［"), g.has("【"):
		g.wideHeader()
		return false
	case g.bareHeader(g.line()):
		return false
	}
	g.entry = entry{}
	ok := g.pair(g.here, g.level) && g.lineEnd()
	return !g.beyond && g.spread() || ok
}

// numbered is a comment that may be a text's line: it begins with a number, as #2号楼 does, or closes quotes.
var numbered = regexp.MustCompile(`^[ \t]*[#＃](?:[0-9０-９]|.*["”＂’][ \t\r]*(?:\n|$))`)

// foreignNote begins a comment in other languages.
var foreignNote = regexp.MustCompile(`^(?://|/\*|<!--|;|；)`)

// recover moves to the next line where a statement may begin.
func (g *guess) recover() {
	for g.skipLine(); g.pos < len(g.src) && !g.begins(g.line()); g.skipLine() {
	}
}

// fault notes a slip; it returns false, for a caller to return.
func (g *guess) fault(off int, code, message, fix string) bool {
	return g.mended(diag.Mend{}, off, code, message, fix)
}

// mended notes a slip as fault does, with what mends it.
func (g *guess) mended(m diag.Mend, off int, code, message, fix string) bool {
	g.note(fault{off, code, message, fix, m})
	return false
}

// patch notes a slip whose statement can be read once text stands in its place.
func (g *guess) patch(off, end int, text, code, message, fix string) {
	m := diag.Mend{Start: off, End: end, Text: text}
	if text == "" && code == "space-wide" {
		m.Text = " "
	}
	g.mended(m, off, code, message, fix)
	g.addPatch(off, end, text)
}

// addPatch adds a patch that repairs the slip noted last.
func (g *guess) addPatch(off, end int, text string) {
	g.patched++
	g.patches = append(g.patches, patch{off, end, text})
}

// skipBlank passes white space, line ends and comments, and notes spaces that aren't TOML's.
func (g *guess) skipBlank() {
	for g.cursor.skipBlank(); g.wideSpace(); g.cursor.skipBlank() {
	}
}

// skipSpace passes spaces and tabs, and notes other spaces.
func (g *guess) skipSpace() {
	for g.cursor.skipSpace(); g.wideSpace(); g.cursor.skipSpace() {
	}
}

// blanks are the spaces that look like nothing and are no TOML, in a class of a regular
// expression: the input method's, the web page's, and those that have no width at all.
const blanks = `\x{3000}\x{a0}\x{ad}\x{2000}-\x{200f}\x{202f}\x{205f}\x{2060}\x{feff}`

var (
	blankRun = regexp.MustCompile(`^[` + blanks + `]+`)
	noWidth  = regexp.MustCompile(`^[\x{ad}\x{200b}-\x{200f}\x{2060}\x{feff}]`)
)

// wideSpace passes blanks, and reports whether there were any.
func (g *guess) wideSpace() bool {
	found := blankRun.FindString(g.ahead())
	switch {
	case found == "":
		return false
	case len(g.faults) >= maxFaults:
	case noWidth.MatchString(found):
		r, _ := utf8.DecodeRuneInString(found)
		g.patch(g.pos, g.pos+len(found), "", "unseen", fmt.Sprintf("这里有看不见的字符 %U", r), "删去这个字符，必要时把这一行重新打一遍")
	default:
		g.patch(g.pos, g.pos+len(found), "", "space-wide", "这里的空格不是半角空格", "删去这个空格，或改成半角空格")
	}
	g.pos += len(found)
	return true
}

// field returns the field that a key is meant for: in its own table, or in the one that it belongs to.
func (g *guess) field(key string) *field {
	if table, sub, dotted := strings.Cut(key, "."); dotted {
		if f := g.keys.byKey(table); f != nil {
			return f.sub.byKey(sub)
		}
	}
	for _, fs := range []fields{g.table, g.keys} {
		if f := fs.byKey(key); f != nil {
			return f
		}
	}
	for _, f := range g.keys {
		if sub := f.sub.byKey(key); sub != nil {
			return sub
		}
	}
	if f := g.table.byKey(g.table.meant(key)); f != nil {
		return f
	}
	return g.keys.byKey(g.keys.meant(key))
}
