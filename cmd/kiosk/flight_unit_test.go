package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"syscall"
	"testing"
	"time"

	"gongkai/kiosk/blackbox"
	"gongkai/kiosk/display"
	"gongkai/kiosk/session"
)

// flightMain is the program flight of the scripts: a run that is recorded, and ends as its argument names.
func flightMain() {
	state := "state"
	if os.Getenv("STATE") == "none" {
		state = ""
	}
	conf := config{zone: time.UTC}
	f := startFlight(runtimeDirectory(), state, blackbox.Facts{Version: version, Zone: "UTC"}, new(display.Pulse), conf.logger(os.Stderr), os.Stderr)
	f.setContent("sha256:0123456789abcdef", []string{"示例的问题"})
	st := session.Start(time.Unix(1800000000, 0), true)
	for _, e := range []session.Event{
		session.Content{Catalogue: conf.read().Catalogue}, session.GoHome{}, session.Open{Screen: session.Screen{Kind: session.Search}}, session.Type{Key: 'C'},
		session.Type{Key: 'J'}, session.Open{Screen: session.Screen{Kind: session.Item, Number: 6}},
	} {
		st = session.Step(st, st.Now.Add(time.Second), e)
		f.see(e, st)
	}
	switch os.Args[1] {
	case "end":
		f.end()
		return
	case "main":
		panic("主程序")
	case "goroutine":
		go func() { panic("示例") }()
	case "stack":
		debug.SetMaxStack(1 << 20)
		fmt.Fprint(io.Discard, deep(1<<40))
	case "map": // the runtime's own fatal error, which no code can recover from
		shared := map[int]int{}
		for range 8 {
			go func() {
				for i := 0; ; i++ {
					shared[i%100] = i
				}
			}()
		}
	}
	select {}
}

// deep calls itself deeper than any stack is.
func deep(n int) int {
	if n == 0 {
		return 0
	}
	return deep(n-1) + 1
}

// TestKeptBoxes checks that ten boxes are kept, of other causes or other hours, and that other files are left alone.
func TestKeptBoxes(t *testing.T) {
	state := t.TempDir()
	dir := filepath.Join(state, "blackbox")
	for i := range 13 {
		path, err := keepBox(blackbox.Box{Format: 1, Cause: fmt.Sprint("cause ", i)}, state)
		if want := filepath.Join(dir, fmt.Sprintf("%06d.json", i+1)); err != nil || path != want {
			t.Fatalf("%s, %v; want %s", path, err, want)
		}
		if i == 0 {
			if err := os.WriteFile(filepath.Join(dir, "读我.txt"), nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	if path, err := keepBox(blackbox.Box{Format: 1, Cause: "cause 12"}, state); path != "" || err != nil {
		t.Errorf("the same cause again: %s, %v", path, err)
	}
	old := time.Now().Add(-2 * again)
	if err := os.Chtimes(filepath.Join(dir, "000013.json"), old, old); err != nil {
		t.Fatal(err)
	}
	if path, err := keepBox(blackbox.Box{Format: 1, Cause: "cause 12"}, state); path == "" || err != nil {
		t.Errorf("the same cause, later: %s, %v", path, err)
	}
	kept, err := boxesIn(dir)
	if err != nil || len(kept) != keptBoxes || kept[0] != "000005.json" || kept[9] != "000014.json" {
		t.Errorf("kept %v, %v", kept, err)
	}
	if entries, _ := os.ReadDir(dir); len(entries) != keptBoxes+1 {
		t.Errorf("in the directory: %v", entries)
	}
	if err := os.Truncate(filepath.Join(dir, "000014.json"), 9); err != nil { // a newest box that can't be read
		t.Fatal(err)
	}
	if path, err := keepBox(blackbox.Box{Format: 1, Cause: "cause 12"}, state); path == "" || err != nil {
		t.Errorf("beside a torn box: %s, %v", path, err)
	}
}

// TestBoxNotKept checks that a run begins where its black box can't be kept, or can't be recorded.
func TestBoxNotKept(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var log bytes.Buffer
	reportCrash(blackbox.Box{Cause: "示例"}, file, slog.New(slog.NewTextHandler(&log, nil)), &log)
	if !strings.Contains(log.String(), "crashed") || !strings.Contains(log.String(), "was not kept") {
		t.Errorf("logged %s", log.String())
	}
	log.Reset()
	f := startFlight(file, "", blackbox.Facts{}, new(display.Pulse), slog.New(slog.NewTextHandler(&log, nil)), &log)
	f.see(session.Tick{}, session.State{})
	f.setContent("", nil)
	f.end()
	if !strings.Contains(log.String(), "no black box") {
		t.Errorf("logged %s", log.String())
	}
}

// TestOneKioskRecords checks that a second kiosk leaves the first one's recording alone.
func TestOneKioskRecords(t *testing.T) {
	path := filepath.Join(t.TempDir(), "recording")
	mem, _, f, err := mapFile(path, blackbox.Size)
	if err != nil {
		t.Fatal(err)
	}
	blackbox.Record(mem).SetFacts(blackbox.Facts{Version: "first"})
	if _, _, _, err := mapFile(path, blackbox.Size); err != errTaken {
		t.Errorf("a second kiosk: %v", err)
	}
	if err := errors.Join(syscall.Munmap(mem), f.Close()); err != nil { // as when its process has ended
		t.Fatal(err)
	}
	_, before, f, err := mapFile(path, blackbox.Size)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if b, ok := blackbox.Recover(before, ""); !ok || b.Version != "first" {
		t.Errorf("left: %+v, %v", b, ok)
	}
}
