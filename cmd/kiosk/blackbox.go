package main

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"

	"gongkai/kiosk/blackbox"
	"gongkai/kiosk/display"
	"gongkai/kiosk/session"
)

// flight records a run in the runtime directory, which is memory (systemd.exec(5), RuntimeDirectory=, kept across restarts by
// RuntimeDirectoryPreserve=restart): nothing is written to disk until a run has crashed, and then by the next one. So
// whatever ends the process leaves its black box, the watchdog's SIGABRT and the kernel's SIGKILL for want of memory too;
// only a machine that stops takes it along.
type flight struct {
	mu       sync.Mutex
	recorder *blackbox.Recorder // nil: nothing is recorded
	file     *os.File           // what it is recorded in, locked
	facts    blackbox.Facts
	pulse    *display.Pulse
}

// The files in the runtime directory.
const (
	recordingFile = "recording"
	crashFile     = "crash" // what the Go runtime writes as it crashes
)

// runtimeDirectory returns the kiosk's runtime directory; "" if it has none.
func runtimeDirectory() string {
	dir, _, _ := strings.Cut(os.Getenv("RUNTIME_DIRECTORY"), ":") // systemd.exec(5): a list
	return dir
}

// startFlight keeps the black box of the run before this one, if that crashed, and begins to record this one.
func startFlight(dir, state string, facts blackbox.Facts, pulse *display.Pulse, log *slog.Logger, out io.Writer) *flight {
	f := &flight{facts: facts, pulse: pulse}
	if dir == "" {
		return f
	}
	crash := filepath.Join(dir, crashFile)
	for _, path := range []string{filepath.Join(dir, recordingFile), crash} {
		if info, err := os.Lstat(path); err == nil && !info.Mode().IsRegular() { // to open a pipe would wait for its other end
			log.Warn("no black box", "error", path+" is not a regular file")
			return f
		}
	}
	mem, before, file, err := mapFile(filepath.Join(dir, recordingFile), blackbox.Size)
	if err != nil {
		log.Warn("no black box", "error", err)
		return f
	}
	f.file = file
	if box, ok := blackbox.Recover(before, readAtMost(crash, blackbox.MaxCrash)); ok {
		reportCrash(box, state, log, out)
	}
	f.recorder = blackbox.Record(mem)
	f.recorder.SetFacts(f.facts)
	if err := catchCrashes(crash); err != nil {
		log.Warn("crashes leave no text", "error", err)
	}
	return f
}

// catchCrashes has the Go runtime write into a file, beside the standard error, as it crashes.
func catchCrashes(path string) error {
	out, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	defer out.Close() // the runtime has its own
	return debug.SetCrashOutput(out, debug.CrashOptions{})
}

// readAtMost returns the first bytes of a file; "" if it can't be read.
func readAtMost(path string, most int64) string {
	in, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer in.Close()
	data, _ := io.ReadAll(io.LimitReader(in, most))
	return string(data)
}

// reportCrash keeps a box and logs the crash, with its text where journald reads the log: the runtime's own lines have no
// priority, and journalctl -p err would not show them.
func reportCrash(box blackbox.Box, state string, log *slog.Logger, out io.Writer) {
	cause := box.Cause
	if cause == "" {
		cause = "killed"
	}
	path, err := keepBox(box, state)
	log.Error("the run before this one crashed", "cause", cause, "blackbox", path)
	if err != nil {
		log.Error("its black box was not kept", "error", err)
	}
	if os.Getenv("JOURNAL_STREAM") != "" && (path != "" || state == "") { // a crash that repeats itself each second is logged once
		io.WriteString(prefixed{out, "<3>"}, box.Crash)
	}
}

// keptBoxes is how many boxes are kept; the oldest are removed.
const keptBoxes = 10

// again is how long a crash that repeats itself, as at each start, adds no further box.
const again = 10 * time.Minute

// keepBox writes a box into the state directory and returns its path; "" if there is no state directory, or the newest box
// there is young and has the same cause.
func keepBox(box blackbox.Box, state string) (path string, err error) {
	if state == "" {
		return "", nil
	}
	dir := filepath.Join(state, "blackbox")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	kept, err := boxesIn(dir)
	if err != nil {
		return "", err
	}
	number := 1
	if n := len(kept); n > 0 {
		newest := filepath.Join(dir, kept[n-1])
		if repeats(box, newest) {
			return "", nil
		}
		fmt.Sscanf(kept[n-1], boxName, &number)
		number++
	}
	path = filepath.Join(dir, fmt.Sprintf(boxName, number))
	if err := writeWhole(path, box.Encode()); err != nil {
		return "", err
	}
	for _, old := range kept[:max(0, len(kept)+1-keptBoxes)] {
		err = errors.Join(err, os.Remove(filepath.Join(dir, old)))
	}
	return path, err
}

// boxName is the form of a box's name. The clock may be wrong, so boxes are numbered.
const boxName = "%06d.json"

// boxesIn lists the boxes' names, the oldest first.
func boxesIn(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	var names []string
	for _, e := range entries {
		var n int
		if _, err := fmt.Sscanf(e.Name(), boxName, &n); err == nil && e.Name() == fmt.Sprintf(boxName, n) {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names)
	return names, err
}

// repeats reports whether a box that was kept a moment ago has the same cause.
func repeats(box blackbox.Box, newest string) bool {
	info, err := os.Stat(newest)
	if err != nil || time.Since(info.ModTime()).Abs() > again {
		return false
	}
	data, err := readBounded(newest, blackbox.MaxSize)
	if err != nil {
		return false
	}
	before, err := blackbox.Parse(data)
	return err == nil && before.Cause == box.Cause && before.Version == box.Version
}

// writeWhole writes a file of which, whenever the power fails, nothing or all is there.
func writeWhole(path string, data []byte) error {
	dir, err := os.OpenRoot(filepath.Dir(path))
	if err != nil {
		return err
	}
	defer dir.Close()
	name := filepath.Base(path)
	temp := name + ".tmp"
	out, err := dir.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = out.Write(data)
	if err = errors.Join(err, out.Sync(), out.Close()); err != nil {
		return errors.Join(err, dir.Remove(temp))
	}
	if err := dir.Rename(temp, name); err != nil {
		return err
	}
	names, err := dir.Open(".")
	if err != nil {
		return err
	}
	return errors.Join(names.Sync(), names.Close())
}

// see records an event and the state after it.
func (f *flight) see(e session.Event, s session.State) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.recorder == nil {
		return
	}
	f.recorder.Add(e, s)
	frames := f.pulse.Frames()
	f.recorder.SetFrames(frames.Shown, frames.Late, frames.Last)
	if frames.Size.X != f.facts.Width || frames.Size.Y != f.facts.Height {
		f.facts.Width, f.facts.Height = frames.Size.X, frames.Size.Y
		f.recorder.SetFacts(f.facts)
	}
}

// setContent records the content's revision, and the problems of settings and content.
func (f *flight) setContent(revision string, problems []string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.facts.Revision, f.facts.Problems = revision, problems
	if f.recorder != nil {
		f.recorder.SetFacts(f.facts)
	}
}

// end records that the run ends in order. A deferred call would do so in a panic, too.
func (f *flight) end() {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.recorder != nil {
		f.recorder.End()
		f.recorder = nil
	}
}

// errTaken reports that another kiosk records there.
var errTaken = errors.New("another kiosk uses the runtime directory")
