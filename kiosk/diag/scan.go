package diag

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// The scan walks over a file's text for what the TOML library doesn't tell:
// where each key stands, how deep things are nested (before the library's
// recursion sees them), and every slip of the pen, not only the first. It
// understands TOML's outline and no more: whether a file is valid is the
// library's word, and a fault found here counts only where the library refuses
// the file too. The exceptions are a key that stands twice (after a.b = 1 the
// library takes a = 2 and drops it without a word), and a text
// without its end, which the library takes to end at the quotes of one below it.
//
// After a fault the scan goes on at the next line that looks like the beginning
// of something. Of a file that the library refuses the scan is a guess: it knows
// the keys that the file may have, and takes for the end of a text without quotes
// what looks like the next of them.

// Bounds of one file.
const (
	// maxNesting is how deep tables, dotted names, lists and inline tables may go.
	maxNesting = 16
	// maxNodes is how many keys, tables and elements of lists there may be: a file of
	// nothing else would take the library seconds.
	maxNodes = 20_000
	// maxFaults is how many slips are looked for.
	maxFaults = MaxPerFile + 1
)

// node is a key, a table or a list's element, and where it stands.
type node struct {
	key   int // offset of the key, or of the element itself
	body  int // offset of the value, behind the quotes where it is a text
	form  form
	keys  map[string]*node
	items []*node // a list's elements, or the tables of one [[name]]
}

// form is how a node came to be; it decides what may be said twice.
type form uint8

const (
	valueForm   form = iota // key = value
	impliedForm             // a table that only a longer name speaks of
	tableForm               // [name]
	tablesForm              // [[name]]
)

// child is the node of a name in a table; nil where there is none.
func (n *node) child(name string) *node {
	if n == nil {
		return nil
	}
	return n.keys[name]
}

// fault is a slip of the pen: where, what, and the mend.
type fault struct {
	off          int
	message, fix string
	twice        bool // a key that stands twice
}

type scanner struct {
	src     string
	pos     int
	root    *node
	here    *node  // the table that the next pair belongs to
	level   int    // how deep here is
	section *field // what here is one of many of, nil if there is one only
	faults  []fault
	nodes   int
	beyond  bool // a bound: the scan stopped there, at its only fault

	guess       bool   // the library refuses the file
	keys, table fields // what the file and the table at hand may have; table of a guess only
	entry       entry
	statements  []statement
	patches     []patch
	broken      int // the faults that no patch mends

	swallowed bool // a text goes on over its end and the next key
}

// part is one name of a dotted key.
type part struct {
	name string
	off  int
}

func scan(src string, keys fields) *scanner {
	s := &scanner{src: src, keys: keys}
	return s.run()
}

// guess is the scan of a file that is wrong.
func guess(src string, keys fields) *scanner {
	s := &scanner{src: src, guess: true, keys: keys, table: keys}
	return s.run()
}

func (s *scanner) run() *scanner {
	s.root = &node{form: tableForm}
	s.here = s.root
	for s.skipBlank(); s.pos < len(s.src) && !s.beyond && len(s.faults) < maxFaults; s.skipBlank() {
		st, here, broken := statement{start: s.pos, header: s.has("[")}, s.here, s.broken
		if !s.statement() {
			s.recover()
		}
		st.end, st.broken = s.pos, s.broken > broken
		st.header = st.header || s.here != here
		s.statements = append(s.statements, st)
	}
	return s
}

// statement is one line's worth: [table], [[table]] or key = value.
func (s *scanner) statement() bool {
	switch {
	case s.has("＃"):
		return s.fault(s.pos, "说明前面的“＃”是全角的", "改成英文 #")
	case foreignNote.MatchString(s.src[s.pos:]):
		s.fault(s.pos, "说明前面的“"+foreignNote.FindString(s.src[s.pos:])+"”在这里不能用", "改成英文 #")
		s.pos += len(firstLine(s.src[s.pos:]))
		return true
	case s.guess && s.prose(firstLine(s.src[s.pos:])):
		return s.stray()
	case s.has("["):
		return s.header() && s.lineEnd()
	case s.has("［"), s.has("【"):
		return s.wideHeader()
	case s.guess && s.bareHeader(firstLine(s.src[s.pos:])):
		return false
	}
	s.entry = entry{}
	ok := s.pair(s.here, s.level) && s.lineEnd()
	return s.guess && !s.beyond && s.spread() || ok
}

// foreignNote begins a comment in other languages.
var foreignNote = regexp.MustCompile(`^(?://|/\*|<!--|;|；)`)

// header is [name] or [[name]].
func (s *scanner) header() bool {
	start, open, shut := s.pos, "[", "]"
	if s.has("[[") {
		open, shut = "[[", "]]"
	}
	if s.has(strings.Repeat("[", maxNesting+1)) {
		return s.tooDeep(start)
	}
	s.pos += len(open)
	name, ok := s.name()
	if !ok {
		return false
	}
	closed := s.has(shut)
	if closed {
		s.pos += len(shut)
	} else {
		whole := open + Excerpt(joined(name), 30)
		s.fault(s.pos, "“"+whole+"”后面缺少“"+shut+"”", "写成 "+whole+shut)
	}
	if len(name) > maxNesting {
		return s.tooDeep(start)
	}
	if !s.room(start) {
		return false
	}
	s.level = len(name)
	s.open(name, start, open == "[[")
	return closed
}

// wideHeader opens the table that ［name］ means.
func (s *scanner) wideHeader() bool {
	s.fault(s.pos, "方括号是全角的“"+s.rune()+"”", "改成英文方括号 [ ]")
	if m := headLine.FindStringSubmatch(firstLine(s.src[s.pos:])); m != nil {
		f := s.keys.byKey(s.keys.meant(m[1]))
		s.level = 1
		s.open([]part{{m[1], s.pos}}, s.pos, f != nil && f.many)
	}
	return false
}

// tableName is a line that has nothing but a word, and perhaps the sign of a value that isn't there.
var tableName = regexp.MustCompile(`^([^\s` + blanks + `=＝:：#"'\[\]]+)[ \t]*[=＝:：]?[ \t\r]*(?:#.*)?$`)

// bareHeader opens the table whose name the line is, without brackets; it is false for another line.
func (s *scanner) bareHeader(line string) bool {
	m := tableName.FindStringSubmatch(line)
	if m == nil {
		return false
	}
	f := s.keys.byKey(m[1])
	if f == nil {
		f = s.keys.byKey(s.keys.byLabel(m[1]))
	}
	if f == nil || f.sub == nil {
		return false
	}
	s.fault(s.pos, "“"+Excerpt(m[1], 30)+"”是一节的开头，没有写方括号", "改成 "+f.header())
	s.level = 1
	s.open([]part{{f.key, s.pos}}, s.pos, f.many)
	return true
}

// pair is key = value.
func (s *scanner) pair(into *node, level int) bool {
	name, ok := s.name()
	if !ok {
		return false
	}
	level += len(name)
	if level > maxNesting {
		return s.tooDeep(name[0].off)
	}
	if !s.room(name[0].off) {
		return false
	}
	n := s.define(into, name)
	if !s.equals(joined(name)) {
		return false
	}
	s.skipSpace()
	if into == s.here {
		s.entry = entry{joined(name), s.pos, len(s.faults)}
	}
	return s.value(n, level, joined(name))
}

// name reads a key with its dots.
func (s *scanner) name() ([]part, bool) {
	var name []part
	for {
		s.skipSpace()
		off := s.pos
		word, ok := s.word()
		if !ok {
			return nil, false
		}
		// One more than the limit is enough to know; the rest is only passed.
		if len(name) <= maxNesting {
			name = append(name, part{word, off})
		}
		s.skipSpace()
		if !s.has(".") {
			return name, true
		}
		s.pos++
	}
}

var (
	bareWord = regexp.MustCompile(`^[A-Za-z0-9_-]+`)
	// alienWord is what stands for a key where the key isn't one.
	alienWord = regexp.MustCompile(`^[^ ` + blanks + `\t\r\n=＝:：#.\[\]{},]+`)
)

// word reads one bare or quoted name.
func (s *scanner) word() (string, bool) {
	rest := s.src[s.pos:]
	if w := bareWord.FindString(rest); w != "" {
		s.pos += len(w)
		return w, true
	}
	if s.has(`"`) || s.has("'") {
		n := &node{}
		start := s.pos
		if !s.quoted(n, rest[:1]) {
			return "", false
		}
		return s.src[start+1 : s.pos-1], true
	}
	if w := alienWord.FindString(rest); w != "" {
		s.alien(w)
		s.pos += len(w)
		return w, true
	}
	return "", s.fault(s.pos, "这里应是一个键", "每一行写成 键 = 值，例如 title = \"…\"")
}

// equals reads the sign between key and value, or what stands in its place.
func (s *scanner) equals(key string) bool {
	s.skipSpace()
	switch {
	case s.has("=="):
		s.patch(s.pos, s.pos+len("=="), "=", "“"+Excerpt(key, 30)+"”后面写了两个等号", "只留一个“=”")
		s.pos += len("==")
	case s.has("="):
		s.pos++
	case s.has("＝"):
		s.patch(s.pos, s.pos+len("＝"), "=", "“"+Excerpt(key, 30)+"”后面的等号是全角的“＝”", "改成英文等号“=”")
		s.pos += len("＝")
	case s.has(":"), s.has("："):
		s.patch(s.pos, s.pos+len(s.rune()), "=", "“"+Excerpt(key, 30)+"”后面用了冒号", "改成英文等号“=”")
		s.pos += len(s.rune())
	default:
		return s.fault(s.pos, "“"+Excerpt(key, 30)+"”后面缺少等号", "写成 "+Excerpt(key, 30)+" = 值；大段文字要放在三个英文双引号 \"\"\" 之间")
	}
	return true
}

// lineEnd accepts a comment and the line's end behind a statement.
func (s *scanner) lineEnd() bool {
	s.skipSpace()
	rest := s.src[s.pos:]
	switch {
	case rest == "", rest[0] == '\n', rest[0] == '\r', rest[0] == '#':
		return true
	case s.guess && s.second(rest) >= 0:
		return s.another(s.pos + s.second(rest))
	case severalValues.MatchString(rest):
		return s.fault(s.pos, "几个值没有放在方括号里", `写成列表，例如 ["县级", "社区"]`)
	case strings.Contains(",，;；。、", s.rune()):
		return s.fault(s.pos, "行末多了“"+s.rune()+"”", "删去这个符号")
	}
	if s.src[s.pos-1] == '"' && strings.HasSuffix(strings.TrimRight(firstLine(rest), margins), `"`) {
		return s.quotesInside(strings.TrimRight(firstLine(rest), margins))
	}
	return s.fault(s.pos, "值的后面还有字“"+Excerpt(strings.TrimSpace(firstLine(rest)), 20)+"”",
		"要显示的字移到引号里面，里面的引号用中文引号“ ”；不显示的说明，前面加英文 #")
}

// quotesInside words a text in whose line more quotes stand than it begins and ends with; rest is behind
// the second of them.
func (s *scanner) quotesInside(rest string) bool {
	switch {
	case strings.Trim(rest, `"`) == "":
		return s.fault(s.pos, "结尾的引号写多了", `结尾只留一个英文引号 "`)
	case strings.HasSuffix(s.src[:s.pos], `= ""`), strings.HasSuffix(s.src[:s.pos], `=""`):
		return s.fault(s.pos-len(`""`), "开头的引号写了两个", `开头和结尾都只留一个英文引号 "`)
	}
	return s.fault(s.pos, "文字里面有英文引号，文字在这里就断了", "把里面的英文引号改成中文引号“ ”，开头和结尾的英文引号不动")
}

// severalValues is what goes on behind the first of several values.
var severalValues = regexp.MustCompile(`^[,，;；、][ \t]*["'“”]`)

// statementStart is what a line must look like for the scan to go on there
// after a fault. Chinese words count only before an equals sign: prose, which an
// unclosed text would bring here, has colons too.
var statementStart = regexp.MustCompile(`^[ \t]*(?:[A-Za-z0-9_.-]+[ \t]*[=＝:：]|[^\s=＝"'#]{1,40}[ \t]*[=＝]|[\[［])`)

// recover moves to the next line where a statement may begin.
func (s *scanner) recover() {
	for s.pos < len(s.src) {
		s.pos += len(firstLine(s.src[s.pos:]))
		if s.pos < len(s.src) {
			s.pos++
		}
		line := firstLine(s.src[s.pos:])
		if s.guess && s.begins(line) || !s.guess && statementStart.MatchString(line) {
			return
		}
	}
}

// fault notes a slip; it is always false, for a caller to return.
func (s *scanner) fault(off int, message, fix string) bool {
	s.note(fault{off: off, message: message, fix: fix})
	return false
}

func (s *scanner) note(f fault) {
	s.broken++
	if len(s.faults) < maxFaults {
		s.faults = append(s.faults, f)
	}
}

// patch is what stands in the place of a slip for the rest to be read.
type patch struct {
	off, end int
	text     string
}

// patch notes a slip that leaves its statement readable once text stands in its place.
func (s *scanner) patch(off, end int, text, message, fix string) {
	s.fault(off, message, fix)
	s.broken--
	s.patches = append(s.patches, patch{off, end, text})
}

func (s *scanner) alien(word string) {
	fix := "键要用英文，照其他文件的写法；要留作说明，就在这一行前面加英文 #"
	if k := s.table.meant(word); k != "" {
		fix = "改成“" + k + "”"
	} else if k := s.keys.meant(word); k != "" {
		fix = "改成“" + k + "”"
	}
	s.fault(s.pos, "键“"+Excerpt(word, 30)+"”不是英文", fix)
}

func (s *scanner) tooDeep(off int) bool {
	return s.bound(off, fmt.Sprintf("括号或键嵌套得太深，超过 %d 层", maxNesting), "照其他文件的写法，只用一层方括号")
}

// room counts one more node, and says whether there may be so many.
func (s *scanner) room(off int) bool {
	s.nodes++
	return s.nodes <= maxNodes || s.bound(off, fmt.Sprintf("键和列表里的项太多，超过 %d 个", maxNodes), "照其他文件的写法，一个文件只写一项")
}

// bound stops the scan: nothing else of the file counts.
func (s *scanner) bound(off int, message, fix string) bool {
	s.beyond = true
	s.faults = nil
	return s.fault(off, message, fix)
}

// skipBlank passes white space, line ends and comments.
func (s *scanner) skipBlank() {
	for s.pos < len(s.src) {
		switch s.src[s.pos] {
		case ' ', '\t', '\r', '\n':
			s.pos++
		case '#':
			s.pos += len(firstLine(s.src[s.pos:]))
		default:
			if !s.wideSpace() {
				return
			}
		}
	}
}

func (s *scanner) skipSpace() {
	for {
		switch {
		case s.has(" "), s.has("\t"):
			s.pos++
		case !s.wideSpace():
			return
		}
	}
}

// blanks are the spaces that look like nothing and are no TOML, in a class of a regular
// expression: the input method's, the web page's, and those that have no width at all.
const blanks = `\x{3000}\x{a0}\x{ad}\x{2000}-\x{200f}\x{202f}\x{205f}\x{2060}\x{feff}`

var (
	blankRun = regexp.MustCompile(`^[` + blanks + `]+`)
	noWidth  = regexp.MustCompile(`^[\x{ad}\x{200b}-\x{200f}\x{2060}\x{feff}]`)
)

// wideSpace passes blanks.
func (s *scanner) wideSpace() bool {
	found := blankRun.FindString(s.src[s.pos:])
	switch {
	case found == "":
		return false
	case len(s.faults) >= maxFaults:
	case noWidth.MatchString(found):
		r, _ := utf8.DecodeRuneInString(found)
		s.patch(s.pos, s.pos+len(found), "", fmt.Sprintf("这里有看不见的字符 %U", r), "删去这个字符，必要时把这一行重新打一遍")
	default:
		s.patch(s.pos, s.pos+len(found), "", "这里的空格不是半角空格", "删去这个空格，或改成半角空格")
	}
	s.pos += len(found)
	return true
}

func (s *scanner) has(prefix string) bool { return strings.HasPrefix(s.src[s.pos:], prefix) }

// rune is the character at hand, "" at the end.
func (s *scanner) rune() string { return firstRune(s.src[s.pos:]) }

// firstLine is s up to its first line feed.
func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

func joined(name []part) string {
	words := make([]string, len(name))
	for i, p := range name {
		words[i] = p.name
	}
	return strings.Join(words, ".")
}
