package main

import (
	"bytes"
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// hooked returns a command that records its arguments.
func hooked(t *testing.T) (hook []string, notes string) {
	dir := t.TempDir()
	notes = filepath.Join(dir, "notes")
	script := filepath.Join(dir, "hook")
	if err := os.WriteFile(script, []byte("#!/bin/sh\necho \"$@\" >> "+notes+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	return []string{script, "--output", "HDMI-A-1"}, notes
}

func TestPowerHook(t *testing.T) {
	hook, notes := hooked(t)
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	var log bytes.Buffer
	switchPanel(ctx, hook, false, slog.New(slog.NewTextHandler(&log, nil)))
	switchPanel(ctx, hook, true, slog.New(slog.NewTextHandler(&log, nil)))
	got, err := os.ReadFile(notes)
	if want := "--output HDMI-A-1 off\n--output HDMI-A-1 on\n"; err != nil || string(got) != want {
		t.Errorf("called with %q, want %q (%v)", got, want, err)
	}
	switchPanel(ctx, []string{filepath.Join(t.TempDir(), "none")}, true, slog.New(slog.NewTextHandler(&log, nil)))
	if !strings.Contains(log.String(), "level=ERROR msg=power panel=on") {
		t.Errorf("a missing command: %s", log.String())
	}
	if power(ctx, nil, nil) != nil {
		t.Error("without a command, something is called")
	}
}

// TestPowerNeverWaits checks that of the calls made while the panel is being switched only the last is run.
func TestPowerNeverWaits(t *testing.T) {
	hook, notes := hooked(t)
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	said := spoken{make(chan string), make(chan bool)}
	set := power(ctx, hook, slog.New(slog.NewTextHandler(said, nil)))
	set(false)
	said.next(ctx, t) // the first call is over, but its log line is held up: it counts as busy
	for range 50 {
		set(false)
		set(true)
	}
	said.heard <- true
	said.next(ctx, t)
	got, err := os.ReadFile(notes)
	if want := "--output HDMI-A-1 off\n--output HDMI-A-1 on\n"; err != nil || string(got) != want {
		t.Errorf("called with %q, want %q (%v)", got, want, err)
	}
	close(said.heard)
}

// spoken is a log that blocks each write until its line has been read.
type spoken struct {
	line  chan string
	heard chan bool
}

func (s spoken) Write(p []byte) (int, error) {
	s.line <- string(p)
	<-s.heard
	return len(p), nil
}

// next waits for a line.
func (s spoken) next(ctx context.Context, t *testing.T) {
	t.Helper()
	select {
	case <-s.line:
	case <-ctx.Done():
		t.Fatal("the command was not called")
	}
}
