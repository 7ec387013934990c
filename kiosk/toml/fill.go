package toml

import (
	"cmp"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"gongkai/kiosk/diag"
)

// filling transfers the library's tree into a struct, with the outline's places.
type filling struct {
	src      *diag.Source
	root     *node
	keys     fields // what the file may have
	problems []diag.Problem
}

// fill transfers tree into the struct that v points to and keys describes, and returns unknown keys and wrong types.
func fill(src *diag.Source, root *node, tree map[string]any, keys fields, v any) []diag.Problem {
	f := &filling{src: src, root: root, keys: keys}
	f.table(root, tree, reflect.ValueOf(v).Elem(), keys, nil)
	return f.problems
}

// table fills one struct; in is the field that the table belongs to, nil at the top.
func (f *filling) table(n *node, tree map[string]any, into reflect.Value, known fields, in *field) {
	for i := range into.NumField() {
		if into.Field(i).Type() == spotType {
			into.Field(i).Set(reflect.ValueOf(f.src.At(n.key)))
		}
	}
	// The file's own order, so that problems don't depend on a map's.
	byPlace := func(a, b string) int {
		return cmp.Or(cmp.Compare(f.place(n, a).key, f.place(n, b).key), strings.Compare(a, b))
	}
	for _, key := range slices.SortedFunc(maps.Keys(tree), byPlace) {
		if f.full() {
			return
		}
		at := f.place(n, key)
		fd := known.byKey(key)
		if fd == nil {
			f.unknown(n, at, key, known, in)
			continue
		}
		f.field(at, fd, tree[key], into.Field(fd.index))
	}
}

// place returns a key's node. The library knows a name with an escape by the character
// that it means, the outline doesn't; then the table stands for it.
func (f *filling) place(n *node, key string) *node {
	if c := n.child(key); c != nil {
		return c
	}
	return &node{key: n.key, body: n.body}
}

func (f *filling) field(n *node, fd *field, v any, into reflect.Value) {
	switch {
	case fd.sub != nil && fd.many:
		f.tables(n, fd, v, into)
	case fd.sub != nil:
		if tree, ok := v.(map[string]any); ok {
			f.table(n, tree, into, fd.sub, fd)
		} else {
			fix := "单独写一行 " + fd.header() + "，它的键写在下面"
			var m diag.Mend
			if n.form == tablesForm {
				fix = "改成 " + fd.header() + "，只写一节"
				if len(n.items) == 1 {
					m = f.headerMend(n, fd)
				}
			}
			f.report("not-a-table", n, "“"+fd.key+"”应是一节", fix, m)
		}
	case fd.many:
		f.list(n, fd, v, into)
	default:
		f.scalar(n, fd, v, into)
	}
}

func (f *filling) tables(n *node, fd *field, v any, into reflect.Value) {
	trees, ok := v.([]map[string]any)
	if list, isList := v.([]any); isList {
		ok = true
		for _, e := range list {
			tree, isTable := e.(map[string]any)
			ok = ok && isTable
			trees = append(trees, tree)
		}
	}
	if !ok {
		fix := "单独写一行 " + fd.header() + "，它的键写在下面，可以写好几节"
		var m diag.Mend
		if n.form == tableForm {
			fix = "改成 " + fd.header() + "，可以写好几节"
			m = f.headerMend(n, fd)
		}
		f.report("not-tables", n, "“"+fd.key+"”应写成两层方括号", fix, m)
		return
	}
	into.Set(reflect.MakeSlice(into.Type(), len(trees), len(trees)))
	for i, tree := range trees {
		f.table(n.item(i), tree, into.Index(i), fd.sub, fd)
	}
}

func (f *filling) list(n *node, fd *field, v any, into reflect.Value) {
	list, ok := v.([]any)
	if !ok {
		elements := cmp.Or(fd.numbers(v), literal(v), `"…"`)
		m := diag.Mend{Start: n.from, End: n.to, Text: "[" + elements + "]"}
		if strings.Contains(elements, "…") || !fd.accepts(v) {
			m = diag.Mend{}
		}
		f.report("not-a-list", n, fd.label()+"应是列表", "写成 "+fd.key+" = ["+elements+"]", m)
		return
	}
	out := reflect.MakeSlice(into.Type(), 0, len(list))
	for i, e := range list {
		if f.full() {
			break
		}
		one := reflect.New(into.Type().Elem())
		if f.scalar(n.item(i), fd, e, one.Elem()) {
			out = reflect.Append(out, one.Elem())
		}
	}
	into.Set(out)
}

func (f *filling) scalar(n *node, fd *field, v any, into reflect.Value) bool {
	s := into.Addr().Interface().(scalar)
	if s.set(f.src, n, v) {
		return true
	}
	wrong := wrongType(fd, s.want(), v, f.spelling(n))
	if wrong.value != "" && s.want().name == textName && f.noteIn(n) {
		wrong.value = ""
		wrong.fix += "；“#”后面的字也要显示，就一起放进引号里"
	}
	f.report(wrong.code, n, wrong.message, wrong.fix, wrong.mend(n.from, n.to))
	return false
}

// unknown reports a key of a table that the struct lacks: a slip of the pen, a Chinese name,
// or a key that belongs to another table of the file.
func (f *filling) unknown(table, n *node, key string, known fields, in *field) {
	code, m := "unknown-key", diag.Mend{}
	fix := "改成这里可以写的键：" + strings.Join(known.keys(), "、") + "；不需要这一项才删去"
	switch {
	case in != nil && f.keys.byKey(key) != nil:
		code = "key-in-table"
		if fix, m = f.aboveTables(n, in); f.root.child(key) != nil {
			m = diag.Mend{} // which of the two is meant isn't clear
		}
		fix = "这个键不属于 " + in.header() + "，" + fix
	case f.keys.home(key) != nil && (in == nil || f.keys.home(key).key != in.key):
		code = "key-outside-table"
		fix, m = f.belowHeader(n, f.keys.home(key))
		if fd := f.keys.home(key).sub.byKey(key); fd.sub != nil && (n.form == tableForm || n.form == tablesForm) {
			fix, m = "改成 "+fd.header(), f.headerMend(n, fd)
		}
	case known.meant(key) != "":
		code, fix = "misspelt-key", "改成“"+known.meant(key)+"”"
		if end := n.key + len(key); table.child(known.meant(key)) == nil && end <= len(f.src.Text) && f.src.Text[n.key:end] == key {
			m = diag.Mend{Start: n.key, End: end, Text: known.meant(key)}
		}
	}
	f.report(code, n, "不认识的键“"+diag.Excerpt(key, 30)+"”", fix, m)
}

// aboveTables returns the fix of a key that slid into a table: its place is above the first one of the file, since all below
// a header belongs to it.
func (f *filling) aboveTables(n *node, in *field) (fix string, m diag.Mend) {
	first, header := -1, in.header()
	for name, n := range f.root.keys {
		if n.form != tableForm && n.form != tablesForm || first >= 0 && n.key > first {
			continue
		}
		first = n.key
		if fd := f.keys.byKey(name); fd != nil && fd.sub != nil {
			header = fd.header()
		} else {
			header = "[" + diag.Excerpt(name, 30) + "]"
		}
	}
	if first < 0 {
		return "把它移到 " + header + " 上面", m
	}
	return fmt.Sprintf("把它移到第 %d 行的 %s 上面", lineOf(f.src.Text, first), header), f.moved(n, first)
}

// belowHeader returns the fix of a key that belongs into a table.
func (f *filling) belowHeader(n *node, home *field) (fix string, m diag.Mend) {
	table := f.root.child(home.key)
	switch start, end := f.commentedHeader(n, home); {
	case table == nil && end > 0:
		return fmt.Sprintf("删去第 %d 行 %s 前面的 #", lineOf(f.src.Text, start), home.header()), diag.Mend{Start: start, End: end, Text: home.header()}
	case table == nil:
		return "在文件最后另写一行 " + home.header() + "，把它移到那一行下面", f.movedToEnd(n, home.header())
	case table.form != tableForm && table.form != tablesForm:
		return "把它移到 " + home.header() + " 下面", m
	}
	below := strings.IndexByte(f.src.Text[table.key:], '\n') + 1
	fix = fmt.Sprintf("把它移到第 %d 行的 %s 下面", lineOf(f.src.Text, table.key), home.header())
	if below == 0 || len(table.items) > 1 {
		return fix, m
	}
	return fix, f.moved(n, table.key+below)
}

// report adds an error at a key.
func (f *filling) report(code string, n *node, message, fix string, m diag.Mend) {
	if !f.full() {
		p := f.src.At(n.key).Problem(diag.Error, code, message, fix)
		p.Mend = m
		f.problems = append(f.problems, p)
	}
}

// full reports whether there are more problems than are ever printed: the file stays off the screen, whatever else is in it.
func (f *filling) full() bool { return len(f.problems) > diag.MaxPerFile }
