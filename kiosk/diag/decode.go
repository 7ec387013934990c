package diag

import (
	"fmt"
	"slices"

	// The TOML library that keeps the language's whole test suite; it decides
	// what is valid.
	"github.com/BurntSushi/toml"
)

// Decode reads a TOML file into the struct that v points to and returns all
// that is wrong with it: how it is encoded, else how it is written, and of what is
// written well every key that the struct hasn't and every value of another type, each at its key.
//
// The struct's fields are Value, []Value, structs (a [table]), slices of
// structs ([[tables]]) and Spot (the place of the table itself). A field's toml
// tag is its key; its zh tag the Chinese names that staff know it by, the first
// of which messages use. A key that is absent leaves its field alone, and so
// does one with a wrong value: what could be read is there even when problems
// are returned. filled is false where the file could not be read at all, and v
// is as it was.
func Decode(file string, data []byte, v any) (filled bool, problems []Problem) {
	src, problems := read(file, data)
	if len(problems) > 0 {
		return false, problems
	}
	keys := fieldsOf(v)
	outline := scan(src.text, keys)
	if outline.beyond {
		return false, src.problems(outline.faults)
	}
	tree, err := parse(src.text)
	twice := slices.DeleteFunc(slices.Clone(outline.faults), func(f fault) bool { return !f.twice })
	switch {
	case err != nil, outline.swallowed:
		return false, refused(src, guess(src.text, keys), v)
	case len(twice) > 0:
		return false, refused(src, outline, v)
	}
	return true, fill(src, outline.root, tree, v)
}

// parse is the library's reading. Content is untrusted, so a slip of the library
// is one file's error and not the end of the program.
func parse(text string) (tree map[string]any, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	_, err = toml.Decode(text, &tree)
	return tree, err
}

// problems turns faults into errors at their places.
func (s *source) problems(faults []fault) []Problem {
	var out []Problem
	for _, f := range faults {
		out = append(out, s.at(f.off).Problem(Error, f.message, f.fix))
	}
	return out
}
