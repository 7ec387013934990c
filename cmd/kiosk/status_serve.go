package main

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"maps"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/session"
)

// status is what kiosk status prints as JSON.
type status struct {
	Version  string         `json:"version"`
	Commit   string         `json:"commit"`
	Back     string         `json:"rolledBack,omitempty"` // by which rollback this version came, when and why
	Session  string         `json:"session"`              // wayland, x11 or window
	Uptime   int64          `json:"uptimeSeconds"`
	Alive    bool           `json:"alive"` // the loop turns, and what is due is on the glass
	Screen   string         `json:"screen"`
	Item     int            `json:"item,omitempty"`
	Sheet    string         `json:"sheet,omitempty"`
	Revision string         `json:"revision"` // of the content in the last frame; "": there is none
	Loaded   *time.Time     `json:"contentLoaded,omitempty"`
	Clock    bool           `json:"clockTrusted"`
	Panel    string         `json:"panel"`   // on, off, or "": the kiosk doesn't switch it
	Monitor  bool           `json:"monitor"` // one is on
	Frames   uint64         `json:"frames"`
	Late     uint64         `json:"framesLate"`
	Last     *time.Time     `json:"framePresented,omitempty"`
	Stuck    uint64         `json:"stuckContacts"`
	Memory   int64          `json:"memoryBytes"` // proportional set size; 0: unknown
	Counts   map[string]int `json:"problemCounts"`
	Problems []diag.Problem `json:"problems"`

	slides, touches map[string]uint64
	missed          uint64
	started         *time.Time
}

// statusFile is the socket's name in the runtime directory.
const statusFile = "status.sock"

// maxStatusProblems limits the problems that are listed; all of them are counted.
const maxStatusProblems = 20

// status returns what is known now.
func (f *facts) status() status {
	now, frames, memory := time.Now(), f.pulse.Frames(), memory() // the kernel counts for a while: not under mu, for which the loop waits
	f.mu.Lock()
	defer f.mu.Unlock()
	all := f.problems()
	st := status{
		Version: version, Commit: commit, Back: rolledBack(), Session: f.session, Uptime: int64(now.Sub(f.started).Seconds()), Alive: f.pulse.Alive(now),
		Screen: f.screen, Item: f.item, Sheet: f.sheet, Revision: frames.Revision, Loaded: known(f.loaded), Clock: f.clock, Panel: f.power(), Monitor: !f.pulse.Unplugged(),
		Frames: frames.Shown, Late: frames.Late, Last: known(frames.Last), Stuck: frames.Stuck, Memory: memory,
		Counts: map[string]int{}, Problems: all[:min(len(all), maxStatusProblems)], slides: maps.Clone(f.slides), touches: f.touches.published, missed: f.touches.missed, started: known(f.started),
	}
	for severity, n := range counts(all) {
		word, _ := diag.Severity(severity).MarshalText()
		st.Counts[string(word)] = n
	}
	return st
}

// power returns how the panel was switched last. Without a power hook the display switches it on bare X. The caller holds mu.
func (f *facts) power() string {
	switch {
	case f.panel != "" || f.session != "x11":
		return f.panel
	case f.screen == session.Night.String():
		return "off"
	}
	return "on"
}

// known returns a pointer to a time, or nil for the zero time.
func known(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	t = t.Round(0)
	return &t
}

// memory returns the process's proportional set size, bytes; 0 where the system doesn't report it.
func memory() int64 {
	data, _ := os.ReadFile("/proc/self/smaps_rollup")
	for line := range strings.Lines(string(data)) {
		if fields := strings.Fields(line); len(fields) == 3 && fields[0] == "Pss:" {
			kb, _ := strconv.ParseInt(fields[1], 10, 64)
			return kb << 10
		}
	}
	return 0
}

// serveStatus answers kiosk status on a socket in the runtime directory, for the kiosk's user and group, until ctx is done. It
// writes what is known and reads nothing.
func serveStatus(ctx context.Context, dir string, f *facts, log *slog.Logger) {
	if dir == "" {
		return
	}
	l, err := listenStatus(filepath.Join(dir, statusFile))
	if err != nil {
		log.Warn("no status", "error", err)
		return
	}
	context.AfterFunc(ctx, func() { l.Close() })
	go func() {
		for {
			conn, err := l.Accept()
			if errors.Is(err, net.ErrClosed) {
				return
			}
			if err != nil { // such as too many open files
				log.Warn("status", "error", err)
				select {
				case <-ctx.Done():
				case <-time.After(time.Second):
				}
				continue
			}
			answer(conn, f)
		}
	}()
}

// listenStatus listens at a path. A socket that a kiosk has left there is replaced, but not one that is listened on.
func listenStatus(path string) (net.Listener, error) {
	if conn, err := net.Dial("unix", path); err == nil {
		conn.Close()
		return nil, errTaken
	}
	if info, err := os.Lstat(path); err == nil && info.Mode().Type() == os.ModeSocket {
		if err := os.Remove(path); err != nil {
			return nil, err
		}
	}
	l, err := net.Listen("unix", path)
	if err != nil {
		return nil, err
	}
	return l, os.Chmod(path, 0o660)
}

// Limits of an answer: how long the loop may take to turn, how long the other side to read.
const (
	turnTime   = time.Second
	answerTime = 5 * time.Second
)

// answer writes the status. Where no watchdog asks the screen, this does.
func answer(conn net.Conn, f *facts) {
	defer conn.Close()
	conn.SetDeadline(time.Now().Add(answerTime))
	f.pulse.Ask(time.Now())
	for until := time.Now().Add(turnTime); !f.pulse.Alive(time.Now()) && time.Now().Before(until); {
		time.Sleep(turnTime / 100)
	}
	json.NewEncoder(conn).Encode(f.status())
}
