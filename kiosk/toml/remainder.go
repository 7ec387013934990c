package toml

import (
	"reflect"
	"slices"

	"gongkai/kiosk/diag"
)

// One slip of the pen hides nothing else: the statements that are written wrong are blanked, at the
// same length, so that the others keep their places, and these are decoded.

// maxRounds limits how many errors of the library are skipped, one a round.
const maxRounds = 20

// refused returns everything that is wrong with a file that can't be read into v: what a walker found, and
// what the library and the filling report of the rest.
func refused(src *diag.Source, o *outline, patches []patch, keys fields, v any) []diag.Problem {
	if o.beyond {
		return worded(src, o.faults)
	}
	faults := slices.Clone(o.faults)
	var found []diag.Problem
	text := o.patchedText(patches)
	o.dropBroken(text)
	for len(faults) < maxFaults {
		places := placesOf(string(text), nil)
		if places.beyond {
			break
		}
		tree, err := parse(string(text))
		if err == nil {
			found = fill(src, places.root, tree, keys, reflect.New(reflect.TypeOf(v).Elem()).Interface())
			break
		}
		f, known := libraryFault(src.Text, err)
		if known || len(faults) == 0 {
			faults = append(faults, f)
		}
		if len(faults) > len(o.faults)+maxRounds || !o.blankAt(text, f.off) {
			break
		}
	}
	slices.SortStableFunc(faults, func(a, b fault) int { return a.off - b.off })
	found = append(worded(src, faults), found...)
	diag.Sort(found)
	return found[:min(len(found), diag.MaxPerFile+1)]
}

// patchedText returns the file's text with its patches.
func (o *outline) patchedText(patches []patch) []byte {
	text := []byte(o.src)
	for _, p := range patches {
		erase(text[p.off:p.end])
		copy(text[p.off:], p.text)
	}
	return text
}

// remainder returns the file's text without the statements that have a fault, even one that a patch repairs.
// A key that stands twice is dropped only if the file has no other fault: the first one may be in a statement
// that is dropped.
func (o *outline) remainder(patches []patch) []piece {
	text := []byte(o.src)
	for _, p := range patches {
		erase(text[p.off:p.end])
	}
	wrong := func(st statement) bool { return st.faulty && !st.twice || o.misleads(st) }
	if !slices.ContainsFunc(o.statements, wrong) {
		wrong = func(st statement) bool { return st.faulty }
	}
	return o.pieces(text, wrong)
}

// dropBroken blanks the broken statements in a text, and with a header all that is below it.
func (o *outline) dropBroken(text []byte) {
	lost := false
	for _, st := range o.statements {
		if st.header {
			lost = st.broken
		}
		if lost || st.broken {
			erase(text[st.start:st.end])
		}
	}
}

// blankAt blanks the statement at an offset, a header with all that is below it, and reports whether there
// was one that wasn't blank already.
func (o *outline) blankAt(text []byte, off int) bool {
	i := len(o.statements) - 1
	for i >= 0 && o.statements[i].start > off {
		i--
	}
	if i < 0 || o.statements[i].broken {
		return false
	}
	o.statements[i].broken, o.statements[i].faulty, o.statements[i].twice = true, true, false
	erase(text[o.statements[i].start:o.statements[i].end])
	for j := i + 1; o.statements[i].header && j < len(o.statements) && !o.statements[j].header; j++ {
		erase(text[o.statements[j].start:o.statements[j].end])
	}
	return true
}

// erase overwrites a piece of text with spaces, but keeps its line feeds.
func erase(text []byte) {
	for i, c := range text {
		if c != '\n' {
			text[i] = ' '
		}
	}
}
