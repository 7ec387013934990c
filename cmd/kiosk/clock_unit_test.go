package main

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"gongkai/kiosk/store"
)

// The evidence against a clock, in days from the program's date.
func TestClockFloor(t *testing.T) {
	built := time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)
	day := func(n float64) time.Time { return built.Add(time.Duration(n * 24 * float64(time.Hour))) }
	none := time.Time{}
	for _, c := range []struct {
		what               string
		saved, newest, now time.Time
		want               time.Time
	}{
		{"nothing else", none, none, day(3), built},
		{"1970", none, none, time.Unix(0, 0), built},
		{"saved", day(100), none, day(90), day(100)},
		{"saved before the program was replaced", day(-5), none, day(3), built},
		{"content as it should be", day(100), day(99), day(101), day(100)},
		{"content that is newer than the clock", day(100), day(112), day(101), day(111)},
		{"an office's clock some hours ahead, or local times on a stick", day(100), day(101.5), day(101), day(100.5)},
		{"an office's clock a year ahead", day(100), day(101 + 365), day(101), day(100)},
		{"in 1970 such a file counts for nothing, and the rest still does", day(100), day(466), time.Unix(0, 0), day(100)},
		{"content of years ago", day(100), day(-2000), day(101), day(100)},
		{"content at the reach's end", day(100), day(133), day(101), day(132)},
		{"content beyond it", day(100), day(133).Add(time.Second), day(101), day(100)},
	} {
		if got := clockFloor(built, c.saved, c.newest, c.now); !got.Equal(c.want) {
			t.Errorf("%s: %v, want %v", c.what, got, c.want)
		}
	}
}

// A clock that a server sets is trusted against what a wrong clock has left, but not against the program's own date.
func TestServerDecides(t *testing.T) {
	built := time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)
	k := &clockJudge{built: built, synced: func() bool { return true }}
	k.saved.Store(built.AddDate(14, 0, 0).Unix())
	if now := built.AddDate(0, 1, 0); !k.trusts(now) {
		t.Error("a clock that is right isn't trusted: a wrong one was saved")
	}
	if k.trusts(time.Unix(0, 0)) {
		t.Error("1970 is trusted")
	}
	k.synced = func() bool { return false }
	if k.trusts(built.AddDate(0, 1, 0)) {
		t.Error("a clock before the saved one is trusted")
	}
}

// A program's date is never in the future, unless the clock is before this code.
func TestFileTime(t *testing.T) {
	now := written.AddDate(0, 6, 0)
	for _, c := range []struct {
		what                string
		modified, now, want time.Time
	}{
		{"installed last month", now.AddDate(0, -1, 0), now, now.AddDate(0, -1, 0)},
		{"in the future", now.AddDate(3, 0, 0), now, written},
		{"in the future of 1970", now, time.Unix(0, 0), now},
		{"in 1970", time.Unix(0, 0), now, written},
	} {
		if got := fileTime(c.modified, c.now); !got.Equal(c.want) {
			t.Errorf("%s: %v, want %v", c.what, got, c.want)
		}
	}
}

// The clock is saved once an hour while it runs, unless it isn't trusted or was set within the hour.
func TestClockIsSaved(t *testing.T) {
	dir := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		start := time.Now() // in 2000
		k := &clockJudge{built: start, synced: func() bool { return false }, state: dir, log: slog.New(slog.DiscardHandler)}
		ctx, cancel := context.WithCancel(t.Context())
		go k.keep(ctx)
		saved := func() string {
			synctest.Wait()
			at, err := store.LoadClock(dir)
			if errors.Is(err, fs.ErrNotExist) {
				return "never"
			}
			must(t, err)
			return at.Sub(start).String()
		}
		time.Sleep(59 * time.Minute)
		if got := saved(); got != "never" {
			t.Errorf("within the hour: %s", got)
		}
		time.Sleep(2 * time.Minute)
		if got := saved(); got != "1h0m0s" {
			t.Errorf("after an hour: %s", got)
		}
		must(t, os.Remove(filepath.Join(dir, "clock")))
		time.Sleep(58 * time.Minute)
		if got := saved(); got != "never" {
			t.Errorf("within the next hour: %s", got)
		}
		time.Sleep(25 * time.Hour)
		if got := saved(); got != "26h0m0s" {
			t.Errorf("a day later: %s", got)
		}
		cancel()
		synctest.Wait()
	})
}

// A clock that was set meanwhile, or isn't trusted, is not saved.
func TestClockIsNotSaved(t *testing.T) {
	now := time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC)
	k := &clockJudge{built: now.AddDate(0, -1, 0), synced: func() bool { return false }, state: t.TempDir()}
	must(t, k.save(3*365*24*time.Hour, time.Hour, now.AddDate(3, 0, 0)))
	must(t, k.save(time.Hour, time.Hour, now.AddDate(0, -2, 0)))
	if at, err := store.LoadClock(k.state); err == nil {
		t.Errorf("%v is saved", at)
	}
	must(t, k.save(time.Hour, time.Hour, now))
	if at, err := store.LoadClock(k.state); err != nil || !at.Equal(now) || !k.lastSaved().Equal(now) {
		t.Errorf("saved %v, %v", at, err)
	}
	k.state = "/dev/null"
	if k.save(time.Hour, time.Hour, now) == nil {
		t.Error("no error where nothing can be written")
	}
}

func TestRanEvenly(t *testing.T) {
	for _, c := range []struct {
		shown, passed time.Duration
		want          bool
	}{
		{time.Hour, time.Hour, true},
		{time.Hour + 2*time.Second, time.Hour, true},
		{time.Hour, time.Hour + 30*time.Second, true},
		{24 * time.Hour, time.Hour, false},
		{-time.Hour, time.Hour, false},
		{time.Hour, 2 * time.Minute, false},
	} {
		if got := ranEvenly(c.shown, c.passed); got != c.want {
			t.Errorf("%v in %v: %v", c.shown, c.passed, got)
		}
	}
}

// What is saved counts at the next start; a damaged file is passed over, and said in the log.
func TestSavedClockCounts(t *testing.T) {
	dir := t.TempDir()
	later := time.Now().AddDate(0, 2, 0)
	must(t, store.SaveClock(dir, later))
	var log bytes.Buffer
	c := config{state: dir, zone: time.UTC}
	k := c.clock(slog.New(slog.NewTextHandler(&log, nil)))
	k.synced = func() bool { return false }
	if k.trusts(later.Add(-time.Hour)) || !k.trusts(later) || !strings.Contains(log.String(), "level=INFO msg=clock") || strings.Contains(log.String(), "WARN") {
		t.Errorf("saved %v: %s", k.lastSaved(), &log)
	}
	for _, text := range []string{"", "kiosk clock 1 ", "kiosk clock 1 2026-11-30T20:00:00Z", "2026-11-30T20:00:00Z\n", "kiosk clock 2 2026-11-30T20:00:00Z\n",
		"kiosk clock 1 1026-11-30T20:00:00Z\n", "\x00\x00\x00\x00", strings.Repeat("x", 1<<20)} {
		must(t, os.WriteFile(filepath.Join(dir, "clock"), []byte(text), 0o600))
		log.Reset()
		if k := c.clock(slog.New(slog.NewTextHandler(&log, nil))); !k.lastSaved().IsZero() || !strings.Contains(log.String(), "saved clock passed over") {
			t.Errorf("%.40q: saved %v: %s", text, k.lastSaved(), &log)
		}
	}
}

// check warns of a file whose time lies in the future, and of no other.
func TestAhead(t *testing.T) {
	dir := t.TempDir()
	if code := run(t.Context(), []string{"init", dir}, streams{out: new(bytes.Buffer), err: new(bytes.Buffer)}); code != fine {
		t.Fatal(code)
	}
	wrong := time.Now().AddDate(1, 0, 0)
	must(t, os.Chtimes(filepath.Join(dir, "kiosk.toml"), wrong, wrong))
	var out bytes.Buffer
	if code := run(t.Context(), []string{"check", "--content", dir}, streams{out: &out, err: &out}); code != fine {
		t.Errorf("exit %d", code)
	}
	if n := strings.Count(out.String(), "比现在晚"); n != 1 || !strings.Contains(out.String(), "kiosk.toml") {
		t.Errorf("%d warnings:\n%s", n, &out)
	}
}
