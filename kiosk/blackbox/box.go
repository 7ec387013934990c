package blackbox

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Box is what is left of a run that ended by itself.
type Box struct {
	Format int    `json:"format"`
	Cause  string `json:"cause"` // the crash's first line; "": none was left, as of a process that is killed
	Facts
	Shown   uint64  `json:"frames"`
	Late    uint64  `json:"framesLate"`
	Last    int64   `json:"framePresented,omitempty"` // seconds since 1970; 0: no frame was presented
	Entries []Entry `json:"events"`
	Crash   string  `json:"crash,omitempty"` // what the Go runtime wrote
}

// format is the present format's number.
const format = 1

// Bounds of a box's file, bytes, and of the crash's text in it.
const (
	MaxSize  = 1 << 20
	MaxCrash = 64 << 10
)

// Recover returns what a run has left in memory, with the text of its crash; ok is false if no run did, or it ended in order.
func Recover(mem []byte, crash string) (b Box, ok bool) {
	if len(mem) < Size || !bytes.HasPrefix(mem, []byte(mark)) || binary.LittleEndian.Uint64(mem[atRunning:]) != 1 {
		return Box{}, false
	}
	b = Box{Format: format, Crash: shortened(strings.ToValidUTF8(crash, "?"), MaxCrash)}
	b.Cause = cause(b.Crash)
	b.Shown, b.Late = binary.LittleEndian.Uint64(mem[atShown:]), binary.LittleEndian.Uint64(mem[atLate:])
	b.Last = int64(binary.LittleEndian.Uint64(mem[atLast:]))
	b.Facts = newestFacts(mem)
	b.Entries = entries(mem)
	return b, true
}

// cause returns the line of a crash that names it. The runtime's own fatal errors leave only the stacks: then it is the first
// function that isn't the runtime's.
func cause(crash string) string {
	stacks := false
	for line := range strings.Lines(crash) {
		name, _, call := strings.Cut(line, "(")
		switch text := strings.TrimSpace(line); {
		case text == "":
		case !stacks && (strings.HasPrefix(text, "goroutine ") || text == "runtime stack:"):
			stacks = true
		case !stacks:
			return shortened(text, maxProblem)
		case call && strings.TrimSpace(name) == name && !strings.Contains(name, "runtime") && !strings.Contains(name, " "):
			return shortened("fatal error in "+name, maxProblem)
		}
	}
	if stacks {
		return "fatal error"
	}
	return ""
}

func newestFacts(mem []byte) (f Facts) {
	var newest uint64
	for i := range 2 {
		at := atFacts + i*factsSize
		payload, n := read(mem[at : at+factsSize])
		var g Facts
		if n > newest && json.Unmarshal(payload, &g) == nil {
			f, newest = g, n
		}
	}
	return f
}

// entries returns the last entries, the oldest first.
func entries(mem []byte) []Entry {
	type numbered struct {
		Entry
		n uint64
	}
	var all []numbered
	for i := range ring {
		at := atEntries + i*entrySize
		payload, n := read(mem[at : at+entrySize])
		var e Entry
		if n > 0 && json.Unmarshal(payload, &e) == nil {
			all = append(all, numbered{e, n})
		}
	}
	slices.SortFunc(all, func(a, b numbered) int { return cmp.Compare(a.n, b.n) })
	all = all[max(0, len(all)-Kept):]
	list := make([]Entry, len(all))
	for i := range all {
		list[i] = all[i].Entry
	}
	return list
}

// Encode returns the box as the text of a file.
func (b Box) Encode() []byte {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(b); err != nil {
		panic(err) // strings and numbers
	}
	return out.Bytes()
}

// errFormat reports another program's format.
var errFormat = errors.New("格式不认识")

// Parse reads a box's file.
func Parse(data []byte) (b Box, err error) {
	if len(data) > MaxSize {
		return Box{}, fmt.Errorf("超过 %d MiB", MaxSize>>20)
	}
	if err := json.Unmarshal(data, &b); err != nil {
		return Box{}, err
	}
	if b.Format != format {
		return Box{}, fmt.Errorf("%w：format 是 %d，这个版本的 kiosk 认识 %d", errFormat, b.Format, format)
	}
	b.Entries = b.Entries[max(0, len(b.Entries)-Kept):]
	return b, nil
}
