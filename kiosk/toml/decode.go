// Package toml reads the TOML files that staff write, and is the only room that does. It
// decodes strictly: every unknown key, wrong type and slip of the pen of a file is reported
// at once, each with its line and column, and with a fix that keeps what was meant. It also
// reads what can be read of a broken file (Salvage), and lists keys without decoding (Heads).
//
// Two walkers read a file's text, with one kind of cursor: places finds where the keys of a
// file stand, and guess, in a file that the library refuses, everything that is wrong.
//
// What a key means, and which values are right, is left to kiosk/catalogue and cmd/kiosk.
package toml

import (
	"fmt"

	// The TOML library that keeps the language's whole test suite; it decides
	// what is valid.
	library "github.com/BurntSushi/toml"

	"gongkai/kiosk/diag"
)

// Decode reads a TOML file into the struct that v points to and returns everything
// that is wrong with it: its encoding, or else its syntax, every key that the struct
// lacks and every value of another type, each at its key.
//
// The struct's fields are Value, []Value, structs (a [table]), slices of structs
// ([[tables]]) and diag.Spot (the place of the table itself). A field's toml tag is
// its key; its zh tag holds the Chinese names that staff know it by, the first of which
// messages use. An absent key leaves its field alone, and so does one with a wrong
// value: what could be read is there even if problems are returned. filled is false if
// the file could not be read at all, and then v is unchanged.
func Decode(file string, data []byte, v any) (filled bool, problems []diag.Problem) {
	problems, remainder := decode(file, data, v)
	return remainder == nil, problems
}

// decode reads a file as Decode does. If the file can't be read, remainder returns what is readable of it: the
// same bytes with what stands in the way blanked. It is nil if v was filled.
func decode(file string, data []byte, v any) (problems []diag.Problem, remainder func() []piece) {
	src, problems := read(file, data)
	keys := fieldsOf(v)
	if len(problems) > 0 {
		return problems, func() []piece { return readablePieces(src.Text, keys) }
	}
	places := placesOf(src.Text, keys)
	if places.beyond {
		return worded(src, places.faults), func() []piece { return places.remainder(nil) }
	}
	tree, err := parse(places.withPaths())
	switch {
	case err != nil, places.swallowed:
		g := guessOf(src.Text, keys)
		return refused(src, &g.outline, g.patches, keys, v), func() []piece { return g.remainder(g.patches) }
	case len(places.faults) > 0:
		return refused(src, &places.outline, nil, keys, v), func() []piece { return places.remainder(nil) }
	}
	return fill(src, places.root, tree, keys, v), nil
}

// parse reads a text with the library. Content is untrusted, so a panic of the library
// is one file's error and not the end of the program.
func parse(text string) (tree map[string]any, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	_, err = library.Decode(text, &tree)
	return tree, err
}

// worded turns faults into errors at their places.
func worded(src *diag.Source, faults []fault) []diag.Problem {
	var problems []diag.Problem
	for _, f := range faults {
		p := src.At(f.off).Problem(diag.Error, f.code, f.message, f.fix)
		p.Mend = f.mend
		problems = append(problems, p)
	}
	return problems
}
