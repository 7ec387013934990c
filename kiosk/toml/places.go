package toml

import (
	"regexp"
	"strings"
)

// places walks over a file's text for what the TOML library doesn't report: where each
// key stands, how deep things are nested (before the library's recursion meets them), and
// how many there are. It understands TOML's outline and no more. Whether a file is valid is
// the library's decision: the walk passes a statement that it can't read without a fault, and
// goes on at the next line that looks like one, since the bounds hold for all of the file.
//
// Two faults are its own, since the library accepts them: a key that stands twice (after
// a.b = 1 the library takes a = 2 and drops it silently), and a text without its end,
// which for the library ends at the quotes of one below it.
type places struct {
	outline
	swallowed bool // a text goes on over its end and the next key
	passed    int  // statements that can't be read
}

func placesOf(src string, keys fields) *places {
	p := &places{outline: newOutline(src, keys)}
	for p.skipBlank(); p.more() && p.passed+len(p.faults) < maxFaults; p.skipBlank() {
		m := p.mark()
		if !p.statement() {
			p.recover()
		}
		p.closeStatement(m)
	}
	return p
}

// statement reads one line's worth: [table], [[table]] or key = value.
func (p *places) statement() bool {
	ok := false
	if p.has("[") {
		ok = p.header()
	} else {
		ok = p.pair(p.here, p.level)
	}
	p.skipSpace()
	return ok && p.atLineEnd()
}

// statementStart matches a line where a statement of TOML may begin: a bare key with its equals sign, or a header.
var statementStart = regexp.MustCompile(`^[ \t]*(?:[A-Za-z0-9_.-]+[ \t]*=|\[)`)

// recover moves to the next line where a statement may begin.
func (p *places) recover() {
	p.passed++
	for p.skipLine(); p.pos < len(p.src); p.skipLine() {
		// Most lines of prose have none of the signs, and cost no expression.
		if line := p.line(); strings.ContainsAny(line, "=[") && statementStart.MatchString(line) {
			return
		}
	}
}

// header reads [name] or [[name]].
func (p *places) header() bool {
	start := p.pos
	if p.has(tooManyBrackets) {
		return p.tooDeep(start)
	}
	shut, many := "]", p.has("[[")
	if many {
		shut = "]]"
	}
	p.pos += len(shut)
	name, ok := p.name()
	if !ok {
		return false
	}
	closed := p.take(shut)
	if len(name) > maxNesting {
		return p.tooDeep(start)
	}
	if !p.room(start) {
		return false
	}
	p.open(name, start, many)
	return closed
}

var tooManyBrackets = strings.Repeat("[", maxNesting+1)

// pair reads key = value.
func (p *places) pair(into *node, level int) bool {
	name, ok := p.name()
	if !ok {
		return false
	}
	n, ok := p.key(into, name, level)
	if !ok || !p.take("=") {
		return false
	}
	p.skipSpace()
	return p.value(n, level+len(name))
}

func (p *places) name() ([]part, bool) { return p.dotted(p.skipSpace, p.word) }

// word reads one bare or quoted name.
func (p *places) word() (string, bool) {
	if p.has(`"`) || p.has("'") {
		start := p.pos + 1
		end, ok := p.closing(start, p.char())
		if ok {
			p.pos = end + 1
		}
		return p.src[start:end], ok
	}
	w := bareWord(p.ahead())
	p.pos += len(w)
	return w, w != ""
}

// value reads one value, which is so many levels deep.
func (p *places) value(n *node, level int) bool {
	if level > maxNesting {
		return p.tooDeep(p.pos)
	}
	n.body, n.from = p.pos, p.pos
	ok := p.anyValue(n, level)
	n.to = p.pos
	return ok
}

func (p *places) anyValue(n *node, level int) bool {
	switch {
	case p.has(`"""`), p.has(`'''`):
		return p.longText(n)
	case p.has(`"`), p.has(`'`):
		n.body++
		_, ok := p.word()
		n.end = p.pos - 1
		return ok
	case p.has("["):
		return p.list(n, level+1)
	case p.has("{"):
		return p.inline(n, level) // its keys are the deeper level
	}
	return p.bare()
}

// longText reads a text between three quotes.
func (p *places) longText(n *node) bool {
	n.body = p.textStart()
	quotes := p.src[p.pos : p.pos+len(`"""`)]
	end, ok := p.closing(n.body, quotes)
	if !ok {
		p.pos = end
		return false
	}
	p.swallowed = p.swallowed || p.keys.swallowedBy(p.src[p.pos:end])
	p.pos = end + len(quotes)
	p.skipExtraQuotes(quotes)
	n.end = p.pos - len(quotes)
	return true
}

// skipExtraQuotes passes up to two more quotes behind the closing ones: they belong to the text itself.
func (c *cursor) skipExtraQuotes(quotes string) {
	for extra := 0; extra < 2 && c.take(quotes[:1]); extra++ {
	}
}

// list reads […], which may span lines.
func (p *places) list(n *node, level int) bool {
	p.pos++
	for {
		p.skipBlank()
		if p.take("]") {
			return true
		}
		e := &node{key: p.pos}
		if p.pos == len(p.src) || !p.room(p.pos) || !p.value(e, level) {
			return false
		}
		n.items = append(n.items, e)
		p.skipBlank()
		if !p.take(",") && !p.has("]") {
			return false
		}
	}
}

// inline reads {key = value, …}.
func (p *places) inline(n *node, level int) bool {
	p.pos++
	n.form = tableForm
	for {
		p.skipBlank()
		if p.take("}") {
			return true
		}
		if !p.pair(n, level) {
			return false
		}
		p.skipBlank()
		if !p.take(",") && !p.has("}") {
			return false
		}
	}
}

// bareEnd is what a value without quotes doesn't contain.
var bareEnd = regexp.MustCompile(`[,\]}#\r\n` + blanks + `]`)

// bare reads a value without quotes.
func (p *places) bare() bool {
	text := bareText(p.ahead())
	p.pos += len(text)
	return text != ""
}

// bareText returns the value without quotes at the beginning of s.
func bareText(s string) string {
	if end := bareEnd.FindStringIndex(s); end != nil {
		s = s[:end[0]]
	}
	return strings.TrimRight(s, " \t")
}
