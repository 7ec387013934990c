package diag

import "fmt"

// The outline is the tree of nodes that the scan builds: tables and array
// tables land where TOML puts them, so that a value of the library's tree finds
// its place by the same names.

// define makes the node of key = value in a table.
func (s *scanner) define(into *node, name []part) *node {
	for _, p := range name[:len(name)-1] {
		into = step(into, p)
	}
	last := name[len(name)-1]
	n := &node{key: last.off}
	if old := into.keys[last.name]; old != nil {
		if into != s.here || s.section == nil {
			s.twice(last, old, sameKeyFix)
			return n
		}
		// What follows it is another section's, which has lost its header.
		s.twice(last, old, "是另一节，就在这一行前面加一行 "+s.section.header()+"；是同一节，就合成一处")
		s.here = &node{key: last.off, form: tableForm}
		into = s.here
	}
	into.put(last.name, n)
	return n
}

// open makes the table of [name] or [[name]] the one that pairs go into.
func (s *scanner) open(name []part, off int, many bool) {
	into := s.root
	for _, p := range name[:len(name)-1] {
		into = step(into, p)
	}
	s.table = s.keys.below(name)
	last := name[len(name)-1]
	s.section = s.keys.section(name)
	n := into.keys[last.name]
	if many {
		if n == nil {
			n = &node{key: off, form: tablesForm}
			into.put(last.name, n)
		}
		s.here = &node{key: off, form: tableForm}
		n.items = append(n.items, s.here)
		switch {
		case n.form == tableForm && s.section != nil:
			s.twice(last, n, "把前一处也改成 "+s.section.header())
		case n.form != tablesForm:
			s.twice(last, n, sameKeyFix)
		}
		return
	}
	if n == nil {
		n = &node{key: off}
		into.put(last.name, n)
	} else if n.form != impliedForm {
		fix := sameKeyFix
		switch {
		case s.section != nil:
			fix = "改成 " + s.section.header()
		case n.form == tableForm:
			fix = "把下面的键移到前一处下面，再删去这一行"
		}
		s.twice(last, n, fix)
		n = &node{key: off}
	}
	n.form = tableForm
	s.here = n
}

// step goes into a table by name and makes it where it isn't yet; of several
// tables of one [[name]] it is the last that is meant.
func step(into *node, p part) *node {
	n := into.keys[p.name]
	if n == nil {
		n = &node{key: p.off, form: impliedForm}
		into.put(p.name, n)
	}
	if n.form == tablesForm {
		return n.items[len(n.items)-1]
	}
	return n
}

func (n *node) put(name string, child *node) {
	if n.keys == nil {
		n.keys = make(map[string]*node)
	}
	n.keys[name] = child
}

// sameKeyFix is the mend of a key that stands twice: both values may be text that is needed.
const sameKeyFix = "内容一样就删去一处；不一样就把写错的那个键改对"

func (s *scanner) twice(p part, old *node, fix string) {
	line, _ := (&source{text: s.src}).locate(old.key)
	s.note(fault{off: p.off, twice: true, fix: fix, message: fmt.Sprintf("“%s”写了两次，前一处在第 %d 行", Excerpt(p.name, 30), line)})
}
