package store

import (
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestClockIsKept(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "state")
	if _, err := LoadClock(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("without a directory: %v", err)
	}
	zone := time.FixedZone("", 8*60*60)
	for _, at := range []time.Time{
		time.Date(2026, 11, 30, 20, 0, 0, 0, time.UTC), time.Date(2031, 2, 3, 4, 5, 6, 0, zone), time.Date(2026, 11, 30, 20, 0, 0, 0, zone), time.Unix(0, 0),
	} {
		if err := SaveClock(dir, at); err != nil {
			t.Fatal(err)
		}
		if got, err := LoadClock(dir); err != nil || !got.Equal(at) {
			t.Errorf("%v: %v, %v", at, got, err)
		}
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("%v in the directory", entries)
	}
}

// TestNewest: the newest file counts, an image too; after it is saved again, or gone, the present one.
func TestNewest(t *testing.T) {
	p := newPlace(t)
	s, _ := p.kept().Open(slog.New(slog.DiscardHandler))
	w := &watcher{s, time.Now(), Snapshot{}}
	w.rest()
	old, wrong := time.Now().Add(-time.Hour), time.Now().AddDate(1, 0, 0)
	set := func(name string, at time.Time) {
		p.must(os.Chtimes(p.path(name), at, at))
		w.step(w.now)
	}
	for _, name := range []string{"kiosk.toml", "items/01.toml", "items/02.toml", "items/03.toml"} {
		set(name, old)
	}
	if got := s.Newest(); got.Unix() != old.Unix() {
		t.Errorf("newest %v, want %v", got, old)
	}
	set("items/02.toml", wrong)
	if got := s.Newest(); got.Unix() != wrong.Unix() {
		t.Errorf("newest %v, want %v", got, wrong)
	}
	set("items/02.toml", old)
	if got := s.Newest(); got.Unix() != old.Unix() {
		t.Errorf("newest %v after it was saved again", got)
	}
}

// FuzzClock: whatever the file holds, a moment that is read can be saved and read again.
func FuzzClock(f *testing.F) {
	for _, text := range []string{"", "kiosk clock 1 2026-11-30T20:00:00Z\n", "kiosk clock 1 2026-11-30T20:00:00+08:00\n", "kiosk clock 1 9999-12-31T23:59:60Z\n"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, clockFile), data, 0o600); err != nil {
			t.Fatal(err)
		}
		at, err := LoadClock(dir)
		if err != nil {
			return
		}
		if err := SaveClock(dir, at); err != nil {
			t.Fatal(err)
		}
		if again, err := LoadClock(dir); err != nil || !again.Equal(at.Truncate(time.Second)) {
			t.Errorf("%q: %v, then %v, %v", data, at, again, err)
		}
	})
}
