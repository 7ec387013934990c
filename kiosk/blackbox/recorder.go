package blackbox

import (
	"encoding/binary"
	"encoding/json"
	"hash/crc32"
	"time"

	"gongkai/kiosk/session"
)

// The memory is a head, two slots for the facts by turns, and a ring of slots for the entries. A process may be killed at
// any moment: a slot is valid only if its sum is right, and what it replaces is in the other one.
const (
	mark      = "gongkai 1"
	atRunning = 32 // 1 while a kiosk runs
	atShown   = 40 // frames
	atLate    = 48
	atLast    = 56 // seconds since 1970
	headSize  = 64

	slotHead  = 16 // number, length, sum
	factsSize = 16 << 10
	entrySize = 512
	ring      = Kept + 12 // one may be torn, and the oldest are overwritten

	atFacts   = headSize
	atEntries = atFacts + 2*factsSize

	// Size is how much memory a recorder takes, bytes.
	Size = atEntries + ring*entrySize
)

// Kept is how many entries a box keeps.
const Kept = 500

// Facts are what is known of a run beside its events.
type Facts struct {
	Version  string   `json:"version"`
	Commit   string   `json:"commit,omitempty"`
	Started  int64    `json:"started"`            // seconds since 1970
	Zone     string   `json:"zone"`               // the centre's time zone
	Content  string   `json:"content,omitempty"`  // the content directory; "": the shipped catalogue
	Revision string   `json:"revision,omitempty"` // of the content that was shown
	Problems []string `json:"problems,omitempty"` // of settings and content
	Width    int      `json:"width,omitempty"`    // the page's size, px
	Height   int      `json:"height,omitempty"`
	Session  string   `json:"session,omitempty"` // what the window lies on

	Panel session.Panel `json:"panel"`
	Proof bool          `json:"proof,omitempty"`
	Name  string        `json:"name,omitempty"`
}

// maxProblems and maxProblem bound the problems in the facts: their number, and the bytes of each.
const (
	maxProblems = 20
	maxProblem  = 400
)

// Recorder writes into memory that outlives the process. One goroutine at a time may use it.
type Recorder struct {
	mem    []byte
	facts  uint64 // slots written so far
	number uint64 // of the last entry
	last   Entry
}

// Record begins a recording in memory of Size bytes, over whatever is in it.
func Record(mem []byte) *Recorder {
	clear(mem)
	copy(mem, mark)
	binary.LittleEndian.PutUint64(mem[atRunning:], 1)
	return &Recorder{mem: mem[:Size]}
}

// SetFacts replaces the facts.
func (r *Recorder) SetFacts(f Facts) {
	f.Problems = bounded(f.Problems)
	payload, err := json.Marshal(f)
	for err == nil && len(payload) > factsSize-slotHead && len(f.Problems) > 0 { // JSON may write a character in six
		f.Problems = f.Problems[:len(f.Problems)/2]
		payload, err = json.Marshal(f)
	}
	if err != nil || len(payload) > factsSize-slotHead {
		return // never: the other strings are bounded by their sources
	}
	r.facts++
	at := atFacts + int(r.facts%2)*factsSize
	write(r.mem[at:at+factsSize], r.facts, payload)
}

// bounded returns the first of the problems, shortened.
func bounded(problems []string) []string {
	var few []string
	for _, p := range problems[:min(len(problems), maxProblems)] {
		few = append(few, shortened(p, maxProblem))
	}
	return few
}

// shortened returns a text of at most so many bytes, in whole characters.
func shortened(text string, most int) string {
	if len(text) <= most {
		return text
	}
	end := 0
	for i := range text {
		if i > most {
			break
		}
		end = i
	}
	return text[:end]
}

// Add records an event after which the state is s.
func (r *Recorder) Add(e session.Event, s session.State) {
	to := entryOf(e, s)
	if r.number > 0 && to.joins(r.last) {
		to = joined(r.last, to)
	} else {
		r.number++
	}
	r.last = to
	payload, err := json.Marshal(to)
	if err != nil || len(payload) > entrySize-slotHead {
		return // never: nameOf bounds the names
	}
	at := atEntries + int(r.number%ring)*entrySize
	write(r.mem[at:at+entrySize], r.number, payload)
}

// SetFrames records what has been presented so far.
func (r *Recorder) SetFrames(shown, late uint64, last time.Time) {
	binary.LittleEndian.PutUint64(r.mem[atShown:], shown)
	binary.LittleEndian.PutUint64(r.mem[atLate:], late)
	binary.LittleEndian.PutUint64(r.mem[atLast:], uint64(last.Unix()))
}

// End marks the run as ended in order: there is nothing to find out.
func (r *Recorder) End() { binary.LittleEndian.PutUint64(r.mem[atRunning:], 0) }

// write fills a slot. Its number is 0 while it is being written.
func write(slot []byte, number uint64, payload []byte) {
	binary.LittleEndian.PutUint64(slot, 0)
	copy(slot[slotHead:], payload)
	binary.LittleEndian.PutUint32(slot[8:], uint32(len(payload)))
	binary.LittleEndian.PutUint32(slot[12:], crc32.ChecksumIEEE(payload))
	binary.LittleEndian.PutUint64(slot, number)
}

// read returns a slot's payload and number; 0 if it was never written, or is torn.
func read(slot []byte) (payload []byte, number uint64) {
	n := binary.LittleEndian.Uint32(slot[8:])
	if int64(n) > int64(len(slot)-slotHead) {
		return nil, 0
	}
	payload = slot[slotHead : slotHead+n]
	if crc32.ChecksumIEEE(payload) != binary.LittleEndian.Uint32(slot[12:]) {
		return nil, 0
	}
	return payload, binary.LittleEndian.Uint64(slot)
}
