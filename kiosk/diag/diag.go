// Package diag holds the problems that the product reports: a Problem keeps its
// place, message and fix apart until it is printed. The package sorts, limits and
// prints problems, turns a file's offsets into lines and columns, and suggests the
// word that was meant.
//
// It doesn't decide what is wrong: kiosk/toml judges how a file is written, and
// kiosk/catalogue what it contains.
package diag

import "fmt"

// Severity decides whether a problem keeps its file off the screen.
type Severity uint8

// Error keeps the file (or the thing it names) off the screen; Warning doesn't. Hint is what could be better and is
// nowhere wrong.
const (
	Error Severity = iota
	Warning
	Hint
)

// words are the severities as JSON has them, and as staff read them.
var words = [...]struct{ json, staff string }{{"error", "错误"}, {"warning", "提醒"}, {"hint", "提示"}}

// MarshalText returns the word that JSON uses, "error", "warning" or "hint". It never fails.
func (s Severity) MarshalText() ([]byte, error) { return []byte(words[s].json), nil }

// UnmarshalText reads the word that JSON uses.
func (s *Severity) UnmarshalText(text []byte) error {
	for i, w := range words {
		if w.json == string(text) {
			*s = Severity(i)
			return nil
		}
	}
	return fmt.Errorf("no severity %q", text)
}

// String returns the word that staff read.
func (s Severity) String() string { return words[s].staff }

// Problem is one thing that is wrong with one file of the content.
type Problem struct {
	File     string // slash-separated, relative to the content directory
	Line     int    // 1-based; 0 for a file as a whole that has no text to point at
	Column   int    // 1-based, in runes; 0 for a line as a whole
	Whole    bool   // the file as a whole is meant: line and column are its beginning, and no character there is wrong
	Severity Severity
	Code     string // the kind of problem: English words with hyphens, the same in every version
	Part     bool   // only the thing it names stays off the screen; the rest of the file is shown
	Message  string // Chinese, no full stop
	Fix      string // Chinese: what to do about it
	Accepted bool   // the content accepts its code
	Mend     Mend   // what Fix means to the letter, where that is certain
}

// Open divides problems into those that stand and those that the content accepts.
func Open(problems []Problem) (open, accepted []Problem) {
	for _, p := range problems {
		if p.Accepted {
			accepted = append(accepted, p)
		} else {
			open = append(open, p)
		}
	}
	return open, accepted
}

// Breaks reports whether the problem keeps its whole file off the screen.
func (p Problem) Breaks() bool { return p.Severity == Error && !p.Part }
