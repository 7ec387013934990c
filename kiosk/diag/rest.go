package diag

import (
	"reflect"
	"slices"
)

// One slip of the pen hides nothing else: the statements that are written wrong are blanked, at the
// same length, so that the others stand where they stood, and these are decoded.

// statement is a part of the file that the scan has read in one go.
type statement struct {
	start, end int
	header     bool // [table]; what follows is in it
	broken     bool
}

// maxRounds bounds the errors of the library that are gone behind.
const maxRounds = 20

// refused is all that is wrong with a file that can't be read into v, as the scan has it and the
// library has it of the rest.
func refused(src *source, s *scanner, v any) []Problem {
	faults := slices.Clone(s.faults)
	var found []Problem
	for text := s.rest(); !s.beyond && len(faults) < maxFaults; {
		outline := scan(string(text), nil)
		if outline.beyond {
			break
		}
		tree, err := parse(string(text))
		if err == nil {
			found = fill(src, outline.root, tree, reflect.New(reflect.TypeOf(v).Elem()).Interface())
			break
		}
		f, known := libraryFault(src.text, err)
		if known || len(faults) == 0 {
			faults = append(faults, f)
		}
		if len(faults) > len(s.faults)+maxRounds || !s.blankAt(text, f.off) {
			break
		}
	}
	slices.SortStableFunc(faults, func(a, b fault) int { return a.off - b.off })
	found = append(src.problems(faults), found...)
	Sort(found)
	return found[:min(len(found), MaxPerFile+1)]
}

// rest is the file's text, patched, without the statements that are broken.
func (s *scanner) rest() []byte {
	text := []byte(s.src)
	for _, p := range s.patches {
		erase(text[p.off:p.end])
		copy(text[p.off:], p.text)
	}
	lost := false
	for _, st := range s.statements {
		if st.header {
			lost = st.broken
		}
		if st.broken || lost {
			erase(text[st.start:st.end])
		}
	}
	return text
}

// blankAt blanks the statement that stands at off, a header with all that is below it. It is false
// where it is blank already.
func (s *scanner) blankAt(text []byte, off int) bool {
	i := len(s.statements) - 1
	for i >= 0 && s.statements[i].start > off {
		i--
	}
	if i < 0 || s.statements[i].broken {
		return false
	}
	s.statements[i].broken = true
	erase(text[s.statements[i].start:s.statements[i].end])
	for j := i + 1; s.statements[i].header && j < len(s.statements) && !s.statements[j].header; j++ {
		erase(text[s.statements[j].start:s.statements[j].end])
	}
	return true
}

// erase overwrites a piece of text, all but its line feeds.
func erase(text []byte) {
	for i, c := range text {
		if c != '\n' {
			text[i] = ' '
		}
	}
}
