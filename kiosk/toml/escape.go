package toml

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gongkai/kiosk/diag"
)

// In a text between double quotes a backslash begins an escape. People write Windows' paths there: of D:\news the
// language makes D:, a line feed and ews. Where the spelling can only be a path, its backslashes are taken as such.

// escape is a backslash in a text's spelling, with what belongs to it.
type escape struct {
	off, end int
	text     string // what it stands for
	known    bool   // the language has it
}

// char returns the letter behind the backslash.
func (e escape) char(raw string) byte { return raw[e.off+1] }

var (
	shortEscapes = map[byte]string{'b': "\b", 't': "\t", 'n': "\n", 'f': "\f", 'r': "\r", 'e': "\x1b", '"': `"`, '\\': `\`}
	longEscapes  = map[byte]int{'x': 2, 'u': 4, 'U': 8}
	// lineJoin is a backslash at a line's end, with the white space up to the next text.
	lineJoin = regexp.MustCompile(`^\\[ \t]*\r?\n[ \t\r\n]*`)
)

// escapesOf returns the escapes of a text that stands between double quotes, as it is spelled there.
func escapesOf(raw string) []escape {
	var all []escape
	for off := 0; ; {
		next := strings.IndexByte(raw[off:], '\\')
		if next < 0 || off+next+1 == len(raw) {
			return all
		}
		e := escapeAt(raw, off+next)
		all = append(all, e)
		off = e.end
	}
}

// escapeAt returns the escape that begins at an offset, which isn't the last one.
func escapeAt(raw string, off int) escape {
	if join := lineJoin.FindString(raw[off:]); join != "" {
		return escape{off, off + len(join), "", true}
	}
	letter := raw[off+1]
	if text, ok := shortEscapes[letter]; ok {
		return escape{off, off + len(`\n`), text, true}
	}
	if digits := longEscapes[letter]; digits > 0 && off+2+digits <= len(raw) {
		if n, err := strconv.ParseUint(raw[off+2:off+2+digits], 16, 32); err == nil && utf8.ValidRune(rune(n)) {
			return escape{off, off + 2 + digits, string(rune(n)), true}
		}
	}
	_, size := utf8.DecodeRuneInString(raw[off+1:])
	return escape{off, off + 1 + size, raw[off : off+1+size], false}
}

// decoded is a text with, for each of its bytes, the offset in its spelling that the byte is from.
type decoded struct {
	text    []byte
	offsets []int
}

func (d *decoded) add(text string, off, step int) {
	for i := range len(text) {
		d.text, d.offsets = append(d.text, text[i]), append(d.offsets, off+i*step)
	}
}

// decodeEscapes decodes a text's spelling, with the backslashes of paths as they stand.
func decodeEscapes(raw string) decoded {
	var d decoded
	paths := pathsOf(raw)
	off := 0
	for _, e := range escapesOf(raw) {
		d.add(raw[off:e.off], off, 1)
		switch {
		case at(paths, e.off) < 0:
			d.add(e.text, e.off, 0)
		case e.char(raw) == '\\' && !begins(paths, raw, e.off):
			d.add(`\`, e.off, 0)
		default:
			d.add(raw[e.off:e.end], e.off, 1)
		}
		off = e.end
	}
	d.add(raw[off:], off, 1)
	return d
}

// span is a part of a text's spelling, in bytes.
type span struct{ start, end int }

// at returns the index of the span that an offset is in, -1 if there is none; spans are sorted, and don't overlap.
func at(spans []span, off int) int {
	i, _ := slices.BinarySearchFunc(spans, off, func(s span, off int) int { return cmp.Compare(s.end, off+1) })
	if i == len(spans) || off < spans[i].start {
		return -1
	}
	return i
}

// begins reports whether a path that begins at an offset has the two backslashes of a server's name there, not doubled.
func begins(paths []span, raw string, off int) bool {
	i := at(paths, off)
	return i >= 0 && paths[i].start == off && strings.HasPrefix(raw[off:], `\\`) && !strings.HasPrefix(raw[off:], `\\\\`)
}

var (
	// drivePath begins with a drive's letter, serverPath with a server's name. Q:\n and A:\n begin questions and answers.
	drivePath  = regexp.MustCompile(`(?:^|[^A-Za-z0-9])([B-PR-Zb-pr-z][:：](?:\\{1,2}` + pathWord + `)+(?:\\\\)?)`)
	serverPath = regexp.MustCompile(`(?:^|[^\\A-Za-z0-9])(\\{2,4}[A-Za-z0-9.-]+(?:\\{1,2}` + pathWord + `)+)`)
	// filePath and wordsPath end with a file's ending; in wordsPath, which may be of hanzi, a backslash must be no escape
	// at all. folderPath has folders whose first letters differ: lines of a text all begin with \n.
	filePath   = regexp.MustCompile(`(?:^|[^A-Za-z0-9_~.\\-])((?:[A-Za-z0-9_~-]+\\{1,2})+[A-Za-z0-9_~()-]+` + fileEnding)
	wordsPath  = regexp.MustCompile(`((?:` + pathWord + `\\{1,2})+` + pathWord + fileEnding)
	folderPath = regexp.MustCompile(`(?:^|[^A-Za-z0-9_\\])((?:\\[a-z][a-z0-9_-]{2,}){2,})`)
)

const fileEnding = `\.(?i:jpe?g?|jfif|png|webp|gif|bmp|tiff?|hei[cf]|docx?|wps|xlsx?|et|pptx?|pdf|ofd|txt|csv|toml|zip|rar|exe|mp[34]))(?:$|[^A-Za-z0-9.])`

const pathWord = `[^\s\\/:*?"<>|，。；、！？（）《》“”]+`

// maxPaths limits how many paths of a form are sought in a text.
const maxPaths = 100

// pathsOf returns the parts of a text's spelling that can only be paths whose backslashes were not doubled.
func pathsOf(raw string) []span {
	if !strings.Contains(raw, `\`) {
		return nil
	}
	var found []span
	taken := func(s span) bool {
		return slices.ContainsFunc(found, func(f span) bool { return s.start < f.end && f.start < s.end })
	}
	for _, form := range pathForms {
		for _, m := range form.is.FindAllStringSubmatchIndex(raw, maxPaths) {
			s := span{m[2], m[3]}
			if path := raw[s.start:s.end]; !taken(s) && strays(path) && (form.only == nil || form.only(path)) {
				found = append(found, s)
			}
		}
	}
	slices.SortFunc(found, func(a, b span) int { return a.start - b.start })
	return found
}

// strays reports whether a path has a backslash that begins an escape by mistake: one of a character beyond ASCII
// may be meant.
func strays(path string) bool {
	return slices.ContainsFunc(escapesOf(path), func(e escape) bool {
		char := e.char(path)
		return char != '\\' && (!e.known || char != 'u' && char != 'U' || e.text[0] < utf8.RuneSelf)
	})
}

// pathForms are the forms of paths, with what else a path of the form must be.
var pathForms = []struct {
	is   *regexp.Regexp
	only func(path string) bool
}{{drivePath, nil}, {serverPath, nil}, {filePath, nil}, {folderPath, differ}, {wordsPath, unknown}}

// differ reports whether the letters behind a path's backslashes differ.
func differ(path string) bool { return strings.Count(path, path[:2]) != strings.Count(path, `\`) }

// unknown reports whether a path has a backslash that the language has no escape for.
func unknown(path string) bool {
	return slices.ContainsFunc(escapesOf(path), func(e escape) bool { return !e.known })
}

// withPaths returns the file's text with slashes for the backslashes of paths: some are no escapes of the language.
func (p *places) withPaths() string {
	if !strings.Contains(p.src, `\`) {
		return p.src
	}
	text := []byte(p.src)
	p.root.each(func(n *node) {
		if n.end <= n.body || p.src[n.end] != '"' {
			return
		}
		raw := p.src[n.body:n.end]
		for _, path := range pathsOf(raw) {
			for _, e := range escapesOf(raw[path.start:path.end]) {
				if off := n.body + path.start + e.off; p.src[off+1] != '\\' {
					text[off] = '/'
				}
			}
		}
	})
	return string(text)
}

// each calls do for a node and all below it.
func (n *node) each(do func(*node)) {
	do(n)
	for _, child := range n.keys {
		child.each(do)
	}
	for _, item := range n.items {
		item.each(do)
	}
}

// Path is a part of a text that was spelled as a path without doubled backslashes, and is taken as one.
type Path struct {
	spelled string
	off     int // in the file
}

// longestShown is how many characters of a path a fix repeats.
const longestShown = 100

// stray returns the offset in the file of the first backslash that is an escape by mistake.
func (p Path) stray() int {
	for _, e := range escapesOf(p.spelled) {
		if e.char(p.spelled) != '\\' {
			return p.off + e.off
		}
	}
	return p.off
}

// Message returns what is wrong with the path.
func (p Path) Message() string { return escapeMessage(firstChar(p.spelled[p.stray()-p.off+1:])) }

// Fix returns how to write the path: with slashes, which are no escapes and which Windows takes too.
func (p Path) Fix() string {
	if diag.Excerpt(p.spelled, longestShown) != p.spelled {
		return "这个路径里的“\\”都写成“/”"
	}
	path := strings.ReplaceAll(p.spelled, `\\`, `\`)
	if begins([]span{{0, len(p.spelled)}}, p.spelled, 0) {
		path = `\` + path
	}
	return "把“" + diag.Printable(p.spelled) + "”写成 " + diag.Printable(strings.ReplaceAll(path, `\`, "/"))
}

// Problem returns the problem of a path in a text that can be read.
func (p Path) Problem(t *Text) diag.Problem {
	return t.At.Source().At(p.stray()).Problem(diag.Warning, "path-backslash", p.Message(), p.Fix())
}

// Paths returns the paths in a text whose backslashes would be escapes.
func Paths(t *Text) []Path {
	raw, escaped := t.spelling()
	if !escaped {
		return nil
	}
	var all []Path
	for _, s := range pathsOf(raw) {
		all = append(all, Path{raw[s.start:s.end], t.body + s.start})
	}
	return all
}

// Spelled returns a text with each of its backslashes as the file has it, for a value in which no escape makes sense.
func Spelled(t *Text) string {
	raw, escaped := t.spelling()
	if !escaped {
		return t.V
	}
	return strings.ReplaceAll(raw, `\\`, `\`)
}

// spelling returns what the file has between the quotes of a text; escaped is false if no backslash there begins an
// escape.
func (v *Value[T]) spelling() (raw string, escaped bool) {
	src := v.At.Source()
	if src == nil || v.end <= v.body || v.end >= len(src.Text) || src.Text[v.end] != '"' {
		return "", false
	}
	raw = src.Text[v.body:v.end]
	return raw, strings.Contains(raw, `\`)
}

// escapeMessage returns what is wrong with a backslash before a character.
func escapeMessage(char string) string {
	return `反斜杠“\` + diag.Printable(char) + `”在英文双引号里有特别的意思`
}
