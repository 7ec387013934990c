package toml

import (
	"reflect"
	"slices"
	"strings"

	"golang.org/x/text/width" // full-width letters and their ASCII twins

	"gongkai/kiosk/diag"
)

// field is one key that a struct knows.
type field struct {
	key    string
	labels []string // the zh tag: other names that staff know the key by, the one that messages show first
	index  int
	sub    fields // of a table or of tables
	path   string // of a table in another: the other's name with a point
	many   bool   // [[key]]
	kind   string // the name of what a value should be, as in want
}

// label returns the key as messages name it: “number”（序号）.
func (f *field) label() string {
	if len(f.labels) == 0 {
		return "“" + f.key + "”"
	}
	return "“" + f.key + "”（" + f.labels[0] + "）"
}

type fields []field

// fieldsOf returns the keys of the struct that v points to.
func fieldsOf(v any) fields { return structFields(reflect.TypeOf(v).Elem()) }

var spotType = reflect.TypeFor[diag.Spot]()

func structFields(t reflect.Type) fields {
	var fs fields
	for i := range t.NumField() {
		sf := t.Field(i)
		if sf.Type == spotType {
			continue
		}
		f := field{key: sf.Tag.Get("toml"), index: i}
		if zh := sf.Tag.Get("zh"); zh != "" {
			f.labels = strings.Split(zh, ",")
		}
		elem := sf.Type
		if elem.Kind() == reflect.Slice {
			elem = elem.Elem()
			f.many = true
		}
		if v, ok := reflect.New(elem).Interface().(scalar); ok {
			f.kind = v.want().name
		} else {
			f.sub = structFields(elem)
			for i := range f.sub {
				f.sub[i].path = f.key + "."
			}
		}
		fs = append(fs, f)
	}
	return fs
}

func (fs fields) byKey(key string) *field {
	i := slices.IndexFunc(fs, func(f field) bool { return f.key == key })
	if i < 0 {
		return nil
	}
	return &fs[i]
}

// byLabel returns the key that staff call by another name, "" if there is none.
func (fs fields) byLabel(word string) string {
	for _, f := range fs {
		if word != "" && slices.Contains(f.labels, word) {
			return f.key
		}
	}
	return ""
}

// meant returns the key that was meant by a word that is no key, be it another name
// or in full-width letters; "" if that isn't clear.
func (fs fields) meant(word string) string {
	if k := fs.byLabel(word); k != "" {
		return k
	}
	return diag.Suggest(width.Fold.String(word), fs.keys())
}

// below returns the keys of the table with this name.
func (fs fields) below(name []part) fields {
	for _, p := range name {
		f := fs.byKey(p.name)
		if f == nil {
			return nil
		}
		fs = f.sub
	}
	return fs
}

// section returns the field of an array of tables, nil for another name.
func (fs fields) section(name []part) *field {
	if f := fs.byKey(name[0].name); len(name) == 1 && f != nil && f.many && f.sub != nil {
		return f
	}
	return nil
}

// anywhere reports whether a word is a key of the file or of one of its tables, or meant as one.
func (fs fields) anywhere(word string) bool {
	return word != "" && (fs.meant(word) != "" || slices.ContainsFunc(fs, func(f field) bool { return f.sub.anywhere(word) }))
}

// exactly reports whether a word is a key of the file or of one of its tables.
func (fs fields) exactly(word string) bool {
	return fs.byKey(word) != nil || slices.ContainsFunc(fs, func(f field) bool { return f.sub.exactly(word) })
}

func (fs fields) keys() []string {
	var keys []string
	for _, f := range fs {
		keys = append(keys, f.key)
	}
	return keys
}

// home returns the table that has the key, nil if none has it.
func (fs fields) home(key string) *field {
	for i := range fs {
		if fs[i].sub.byKey(key) != nil {
			return &fs[i]
		}
	}
	return nil
}

// header returns the line that begins a field's table.
func (f *field) header() string {
	if f.many {
		return "[[" + f.path + f.key + "]]"
	}
	return "[" + f.path + f.key + "]"
}
