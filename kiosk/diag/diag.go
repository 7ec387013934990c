// Package diag is how the product says that something is wrong: a Problem has
// a place, a message and a mend, kept apart until it is printed. It also
// decodes TOML strictly (every unknown key and wrong type of a file at once,
// each with its line and column) and suggests the key that was meant.
//
// It doesn't decide what is wrong with a catalogue; that is kiosk/catalogue.
package diag

// Severity says whether a problem keeps its file off the screen.
type Severity uint8

// Error keeps the file (or the thing it names) off the screen; Warning doesn't.
const (
	Error Severity = iota
	Warning
)

// MarshalText gives the word that JSON uses, "error" or "warning". It never fails.
func (s Severity) MarshalText() ([]byte, error) {
	if s == Warning {
		return []byte("warning"), nil
	}
	return []byte("error"), nil
}

// Problem is one thing that is wrong with one file of the content.
type Problem struct {
	File     string // slash-separated, relative to the content directory
	Line     int    // 1-based; 0 where the file as a whole is meant and it has no text to point at
	Column   int    // 1-based, in runes; 0 where the line as a whole is meant
	Whole    bool   // the file as a whole is meant: line and column are where it begins, no character there is wrong
	Severity Severity
	Part     bool   // the thing it names stays off the screen, the rest of the file is shown all the same
	Message  string // Chinese, no full stop
	Fix      string // Chinese: what to do about it
}

// Breaks says whether the problem keeps its whole file off the screen.
func (p Problem) Breaks() bool { return p.Severity == Error && !p.Part }
