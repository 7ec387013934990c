package toml

import (
	"fmt"
	"strings"

	"gongkai/kiosk/diag"
)

// Bounds of one file.
const (
	// maxNesting is how deep tables, dotted names, lists and inline tables may be nested.
	maxNesting = 16
	// maxNodes is how many keys, tables and elements of lists a file may have: one of
	// nothing else would take the library seconds.
	maxNodes = 20_000
	// maxFaults is how many faults of a file are sought.
	maxFaults = diag.MaxPerFile + 1
)

// outline is the tree of a file's keys, as far as a walker has read the file, and what
// the walker noted about it. Tables and array tables land where TOML puts them, so that a
// value of the library's tree finds its place by the same names.
type outline struct {
	cursor
	keys       fields // what the file may have
	root       *node
	here       *node  // the table that the next pair belongs to
	level      int    // how deep here is
	section    *field // the array of tables that here belongs to, or nil
	nodes      int
	statements []statement
	name       []part // the key or the header of the statement at hand, nil if it has none
	faults     []fault
	beyond     bool // a bound was reached: the walk stopped there, and that is its only fault

	// How many faults were noted in all, even if they were dropped again; how many of them a patch
	// repairs, and how many are keys that stand twice.
	slips, patched, doubles int
}

// node is a key, a table or a list's element, and where it stands.
type node struct {
	key   int // offset of the key, or of the element itself
	body  int // offset of the value, behind the quotes of a text
	from  int // offset of the value itself, and of what follows it
	to    int
	end   int // of a text: offset of the quotes that close it
	form  form
	keys  map[string]*node
	items []*node // a list's elements, or the tables of one [[name]]
}

// form is how a node was written; it decides what may be written twice.
type form uint8

const (
	valueForm   form = iota // key = value
	impliedForm             // a table that only a longer name mentions
	tableForm               // [name]
	tablesForm              // [[name]]
)

// statement is a part of the file that a walker read in one go.
type statement struct {
	start, end int
	name       []part // its key or its header, as far as it can be read
	header     bool   // [table]; what follows is in it
	faulty     bool   // it has a fault
	broken     bool   // it has a fault that no patch repairs
	twice      bool   // its only faults are keys that stand twice
}

// key returns the first name of a statement's key, "" if it has none.
func (st statement) key() string {
	if st.name == nil {
		return ""
	}
	return st.name[0].name
}

// fault is a slip of the pen: where, what, and the fix.
type fault struct {
	off                int
	code, message, fix string
	mend               diag.Mend
}

func newOutline(src string, keys fields) outline {
	root := &node{form: tableForm}
	return outline{cursor: cursor{src: src}, keys: keys, root: root, here: root}
}

// more reports whether the walk goes on.
func (o *outline) more() bool {
	return o.pos < len(o.src) && !o.beyond && len(o.faults) < maxFaults
}

// mark is the state of an outline before a statement.
type mark struct {
	start, slips, patched, doubles int
	header                         bool
	here                           *node
}

func (o *outline) mark() mark {
	o.name = nil
	return mark{o.pos, o.slips, o.patched, o.doubles, o.has("["), o.here}
}

// closeStatement notes the statement that was read since m.
func (o *outline) closeStatement(m mark) {
	slips := o.slips - m.slips
	o.statements = append(o.statements, statement{
		start: m.start, end: o.pos, name: o.name, header: m.header || o.here != m.here,
		faulty: slips > 0, broken: slips > o.patched-m.patched, twice: slips > 0 && slips == o.doubles-m.doubles,
	})
}

// note keeps a fault.
func (o *outline) note(f fault) {
	o.slips++
	if len(o.faults) < maxFaults {
		o.faults = append(o.faults, f)
	}
}

// key adds the node of a key in a table which is so many levels deep; ok is false beyond a bound.
func (o *outline) key(into *node, name []part, level int) (n *node, ok bool) {
	if level+len(name) > maxNesting {
		return nil, o.tooDeep(name[0].off)
	}
	if !o.room(name[0].off) {
		return nil, false
	}
	if o.name == nil {
		o.name = name
	}
	return o.define(into, name), true
}

// define makes the node of key = value in a table.
func (o *outline) define(into *node, name []part) *node {
	for _, p := range name[:len(name)-1] {
		into = into.step(p)
	}
	last := name[len(name)-1]
	n := &node{key: last.off}
	if old := into.keys[last.name]; old != nil {
		if into != o.here || o.section == nil {
			o.twice("key-twice", last, old, sameKeyFix)
			return n
		}
		// The key begins another section, whose header is missing.
		o.twice("section-no-header", last, old, "是另一节，就在这一行前面加一行 "+o.section.header()+"；是同一节，就合成一处")
		o.here = &node{key: last.off, form: tableForm}
		into = o.here
	}
	into.put(last.name, n)
	return n
}

// open makes the table of [name], or [[name]] if there are many, the one that pairs go into.
func (o *outline) open(name []part, off int, many bool) {
	o.name = name
	into := o.root
	for _, p := range name[:len(name)-1] {
		into = into.step(p)
	}
	o.level = len(name)
	o.section = o.keys.section(name)
	last := name[len(name)-1]
	n := into.keys[last.name]
	if many {
		o.openNext(into, n, last, off)
		return
	}
	if n == nil {
		n = &node{key: off}
		into.put(last.name, n)
	} else if n.form != impliedForm {
		fix := sameKeyFix
		switch {
		case o.section != nil:
			fix = "改成 " + o.section.header()
		case n.form == tableForm:
			fix = "把下面的键移到前一处下面，再删去这一行"
		}
		o.twice("table-twice", last, n, fix)
		n = &node{key: off}
	}
	n.form = tableForm
	o.here = n
}

// openNext makes the next table of [[name]] the one that pairs go into; n is the name's node, nil if it is new.
func (o *outline) openNext(into, n *node, name part, off int) {
	if n == nil {
		n = &node{key: off, form: tablesForm}
		into.put(name.name, n)
	}
	o.here = &node{key: off, form: tableForm}
	n.items = append(n.items, o.here)
	switch {
	case n.form == tableForm && o.section != nil:
		o.twice("table-and-tables", name, n, "把前一处也改成 "+o.section.header())
	case n.form != tablesForm:
		o.twice("key-and-tables", name, n, sameKeyFix)
	}
}

// sameKeyFix is the fix of a key that stands twice: either value may be one that is needed.
const sameKeyFix = "内容一样就删去一处；不一样就把写错的那个键改对"

func (o *outline) twice(code string, p part, old *node, fix string) {
	o.doubles++
	o.note(fault{off: p.off, code: code, fix: fix, message: fmt.Sprintf("“%s”写了两次，前一处在第 %d 行", diag.Excerpt(p.name, 30), lineOf(o.src, old.key))})
}

func (o *outline) tooDeep(off int) bool {
	return o.bound("nested-deep", off, fmt.Sprintf("括号或键嵌套得太深，超过 %d 层", maxNesting), "照其他文件的写法，只用一层方括号")
}

// room counts one more node, and reports whether there may be so many.
func (o *outline) room(off int) bool {
	o.nodes++
	return o.nodes <= maxNodes || o.bound("keys-many", off, fmt.Sprintf("键和列表里的项太多，超过 %d 个", maxNodes), "照其他文件的写法，一个文件只写一项")
}

// bound stops the walk: nothing else in the file counts. It returns false, for a caller to return.
func (o *outline) bound(code string, off int, message, fix string) bool {
	o.beyond = true
	o.faults = nil
	o.note(fault{off: off, code: code, message: message, fix: fix})
	return false
}

// step returns a table's table of a name, and makes it if there is none; of several
// tables of one [[name]] the last is meant.
func (n *node) step(p part) *node {
	next := n.keys[p.name]
	if next == nil {
		next = &node{key: p.off, form: impliedForm}
		n.put(p.name, next)
	}
	if next.form == tablesForm {
		return next.items[len(next.items)-1]
	}
	return next
}

func (n *node) put(name string, child *node) {
	if n.keys == nil {
		n.keys = make(map[string]*node)
	}
	n.keys[name] = child
}

// child returns the node of a name in a table, nil if there is none.
func (n *node) child(name string) *node {
	if n == nil {
		return nil
	}
	return n.keys[name]
}

// item returns the node of a list's element, or the list itself where the walk has none.
func (n *node) item(i int) *node {
	if i < len(n.items) {
		return n.items[i]
	}
	return n
}

// lineOf returns the line of an offset, from 1.
func lineOf(src string, off int) int { return strings.Count(src[:off], "\n") + 1 }
