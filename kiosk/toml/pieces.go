package toml

import (
	"bytes"
	"reflect"
	"slices"
	"strings"
)

// piece is a part of a file's readable remainder: as long as the file, with everything blanked that isn't
// part of it, so that what it has keeps its place.
type piece struct {
	text  []byte
	table *field // what its keys belong to: a table whose header is lost; nil: the file itself
}

// target returns the struct that a piece fills in that of the file.
func (p piece) target(v any) any {
	if p.table == nil {
		return v
	}
	return reflect.ValueOf(v).Elem().Field(p.table.index).Addr().Interface()
}

// division divides the statements of a file that has some that are wrong. A header that is wrong is lost, and
// each statement below it goes where its key belongs: TOML can't return from a table to the file's own keys, so
// these become a piece of their own, and so do the keys of a table without its header.
type division struct {
	keys   fields     // what the file may have
	main   []byte     // the text; what goes elsewhere is blanked
	root   []byte     // the file's own keys: those before its first table, and those of main that are below lost headers
	tables []piece    // the keys of lost headers' tables
	header *statement // of the table that is open in main, nil before the first
	open   fields     // what that table may have
	lost   bool       // a lost header came after it
	table  *field     // what the lost header means, nil if that isn't clear
	moved  bool       // root has what main lacks
}

// pieces returns the remainder of a file without the statements that are wrong. main is its text; they needn't
// be blanked there. Where two pieces have the same key, the earlier one counts.
func (o *outline) pieces(main []byte, wrong func(statement) bool) []piece {
	d := division{keys: o.keys, main: main, root: blanked(main), open: o.keys}
	for _, st := range o.statements {
		d.add(st, wrong(st))
	}
	pieces := []piece{{text: main}, {text: d.cut(o.pos)}}
	if d.moved {
		pieces = append(pieces, piece{text: d.root})
	}
	return append(pieces, d.tables...)
}

// misleads reports whether a statement is a header that can be read, but isn't what it seems: it stands behind another
// statement in its line, names no table, or has the brackets of the other kind.
func (o *outline) misleads(st statement) bool {
	if !st.header {
		return false
	}
	line := o.src[strings.LastIndexByte(o.src[:st.start], '\n')+1 : st.start]
	f := o.keys.byKey(st.key())
	return strings.Trim(line, margins) != "" || f == nil || f.sub == nil || f.many != strings.HasPrefix(o.src[st.start:], "[[")
}

// add puts the next statement where it belongs.
func (d *division) add(st statement, wrong bool) {
	switch {
	case wrong:
		erase(d.main[st.start:st.end])
		if st.header {
			d.lost, d.table = true, d.keys.table(st.name)
		}
	case st.header:
		d.header, d.open, d.lost = &st, d.keys.below(st.name), false
	case d.lost && d.table.takes(st.key(), d.open, d.keys):
		d.move(st, d.textOf(d.table))
	case d.header == nil:
		copy(d.root[st.start:], d.main[st.start:st.end])
	case d.lost && d.open.byKey(st.key()) == nil:
		d.move(st, d.root)
		d.moved = true
	}
}

// takes reports whether a key below the lost header of a table belongs to it: it has the key, or else no table in
// question has, and it has a similar one.
func (f *field) takes(key string, others ...fields) bool {
	if f == nil {
		return false
	}
	known := slices.ContainsFunc(others, func(fs fields) bool { return fs.byKey(key) != nil })
	return f.sub.byKey(key) != nil || !known && f.sub.meant(key) != ""
}

// move moves a statement from main to another text, nil to drop it.
func (d *division) move(st statement, to []byte) {
	if to != nil {
		copy(to[st.start:], d.main[st.start:st.end])
	}
	erase(d.main[st.start:st.end])
}

// textOf returns the text of a table's keys, nil for [[tables]]: it isn't known which of them the keys belong to.
func (d *division) textOf(table *field) []byte {
	if table.many {
		return nil
	}
	i := slices.IndexFunc(d.tables, func(p piece) bool { return p.table == table })
	if i < 0 {
		i = len(d.tables)
		d.tables = append(d.tables, piece{blanked(d.main), table})
	}
	return d.tables[i].text
}

// cut moves what stands behind an offset, which the walk didn't reach, to a text of its own, below a copy of the
// header of the table that is open.
func (d *division) cut(off int) []byte {
	tail := blanked(d.main)
	copy(tail[off:], d.main[off:])
	erase(d.main[off:])
	if d.header != nil && !d.lost && len(bytes.TrimSpace(tail)) > 0 {
		copy(tail[d.header.start:], d.main[d.header.start:d.header.end])
	}
	return tail
}

// table returns the field of the table that a header means, nil if that isn't clear.
func (fs fields) table(name []part) *field {
	if len(name) != 1 {
		return nil
	}
	f := fs.byKey(name[0].name)
	if f == nil {
		f = fs.byKey(fs.meant(name[0].name))
	}
	if f == nil || f.sub == nil {
		return nil
	}
	return f
}

// blanked returns a blank text with the lines of the given one.
func blanked(text []byte) []byte {
	blank := bytes.Clone(text)
	erase(blank)
	return blank
}
