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
			f.unknown(at, key, known, in)
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
			if n.form == tablesForm {
				fix = "改成 " + fd.header() + "，只写一节"
			}
			f.report(n, "“"+fd.key+"”应是一节", fix)
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
		if n.form == tableForm {
			fix = "改成 " + fd.header() + "，可以写好几节"
		}
		f.report(n, "“"+fd.key+"”应写成两层方括号", fix)
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
		f.report(n, fd.label()+"应是列表", "写成 "+fd.key+" = ["+cmp.Or(fd.numbers(v), literal(v), `"…"`)+"]")
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
	message, fix := wrongType(fd, s.want(), v)
	f.report(n, message, fix)
	return false
}

// unknown reports a key that the struct lacks: a slip of the pen, a Chinese name,
// or a key that belongs to another table of the file.
func (f *filling) unknown(n *node, key string, known fields, in *field) {
	fix := "改成这里可以写的键：" + strings.Join(known.keys(), "、") + "；不需要这一项才删去"
	switch {
	case in != nil && f.keys.byKey(key) != nil:
		fix = "这个键不属于 " + in.header() + "，" + f.aboveTables(in)
	case f.keys.home(key) != nil && (in == nil || f.keys.home(key).key != in.key):
		fix = f.belowHeader(f.keys.home(key))
	case known.meant(key) != "":
		fix = "改成“" + known.meant(key) + "”"
	}
	f.report(n, "不认识的键“"+diag.Excerpt(key, 30)+"”", fix)
}

// aboveTables returns the fix of a key that slid into a table: its place is above the first one of the file, since all below
// a header belongs to it.
func (f *filling) aboveTables(in *field) string {
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
		return "把它移到 " + header + " 上面"
	}
	return fmt.Sprintf("把它移到第 %d 行的 %s 上面", lineOf(f.src.Text, first), header)
}

// belowHeader returns the fix of a key that belongs into a table.
func (f *filling) belowHeader(home *field) string {
	n := f.root.child(home.key)
	switch {
	case n == nil:
		return "在文件最后另写一行 " + home.header() + "，把它移到那一行下面"
	case n.form != tableForm && n.form != tablesForm:
		return "把它移到 " + home.header() + " 下面"
	}
	return fmt.Sprintf("把它移到第 %d 行的 %s 下面", lineOf(f.src.Text, n.key), home.header())
}

// report adds an error at a key.
func (f *filling) report(n *node, message, fix string) {
	if !f.full() {
		f.problems = append(f.problems, f.src.At(n.key).Problem(diag.Error, message, fix))
	}
}

// full reports whether there are more problems than are ever printed: the file stays off the screen, whatever else is in it.
func (f *filling) full() bool { return len(f.problems) > diag.MaxPerFile }
