package store

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
)

// The state directory's file "clock" holds the latest moment that a trusted clock showed: a clock that shows less after a
// start has lost time. It is one line, "kiosk clock 1 2026-11-30T20:00:00Z".
const (
	clockFile = "clock"
	clockLine = "kiosk clock 1 "
	maxClock  = 64 // bytes
)

var errClock = errors.New("not a clock file")

// LoadClock returns the moment that SaveClock saved last; fs.ErrNotExist if none is saved.
func LoadClock(state string) (time.Time, error) {
	root, err := openRoot(state)
	if err != nil {
		return time.Time{}, err
	}
	defer root.Close()
	f, _, err := openRegular(root, clockFile)
	if err != nil {
		return time.Time{}, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxClock+1))
	if err != nil {
		return time.Time{}, err
	}
	text, ok := strings.CutPrefix(string(data), clockLine)
	at, err := time.Parse(time.RFC3339+"\n", text)
	if !ok || err != nil || len(data) > maxClock || at.Before(time.Unix(0, 0)) {
		return time.Time{}, errClock
	}
	return at, nil
}

// SaveClock saves a moment in a state directory. After a power failure the file holds this moment or the one before.
func SaveClock(state string, at time.Time) error {
	if err := os.MkdirAll(state, 0o700); err != nil {
		return err
	}
	root, err := openRoot(state)
	if err != nil {
		return err
	}
	defer root.Close()
	line := fmt.Sprint(clockLine, at.UTC().Format(time.RFC3339), "\n")
	return put(root, clockFile, strings.NewReader(line))
}

// Newest returns when the newest file that the store can read was modified, whatever clock that was by; zero while it knows
// none. Any goroutine may call it.
func (s *Store) Newest() time.Time {
	if at := s.newest.Load(); at != 0 {
		return time.Unix(at, 0)
	}
	return time.Time{}
}

// newest returns when the newest file of the last reading was modified, in seconds since 1970; 0 if there was none.
func (d *directory) newest() (at int64) {
	for _, e := range d.seen {
		at = max(at, e.info.ModTime().Unix())
	}
	for _, e := range d.images.seen {
		if e.info != nil {
			at = max(at, e.info.ModTime().Unix())
		}
	}
	return at
}
