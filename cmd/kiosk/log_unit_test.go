package main

import (
	"bytes"
	"io"
	"log/slog"
	"net"
	"path/filepath"
	"strings"
	"testing"
)

// TestPriorities checks that a line begins with the priority of its level, every line of a text that has several too.
func TestPriorities(t *testing.T) {
	var b bytes.Buffer
	log := slog.New(newJournal(&b, slog.LevelDebug)).With("room", "示例").WithGroup("g")
	for _, level := range []slog.Level{slog.LevelDebug, slog.LevelInfo, slog.LevelWarn, slog.LevelError, slog.LevelError + 4} {
		log.Log(t.Context(), level, "one\ntwo", "key", "three\nfour")
	}
	lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
	if len(lines) != 5 {
		t.Fatalf("%d lines:\n%s", len(lines), b.String())
	}
	for i, want := range []string{"<7>level=DEBUG ", "<6>level=INFO ", "<4>level=WARN ", "<3>level=ERROR ", "<3>level=ERROR+4 "} {
		if !strings.HasPrefix(lines[i], want) || !strings.HasSuffix(lines[i], ` room=示例 g.key="three\nfour"`) {
			t.Errorf("%s, want %s", lines[i], want)
		}
	}
	b.Reset()
	io.WriteString(prefixed{&b, "<3>"}, "one\ntwo\n")
	if b.String() != "<3>one\n<3>two\n" {
		t.Errorf("%q", b.String())
	}
	b.Reset()
	slog.New(newJournal(&b, slog.LevelWarn)).Info("below the level")
	if b.Len() > 0 {
		t.Errorf("logged %s", b.String())
	}
}

// TestFindSystemd checks the environment as a service manager sets it, or doesn't.
func TestFindSystemd(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notify")
	conn, err := net.ListenUnixgram("unixgram", &net.UnixAddr{Name: path, Net: "unixgram"})
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	for _, c := range []struct {
		socket, usec string
		want         string // the watchdog's time, or why there is none
	}{
		{"", "30000000", "none"},
		{path, "30000000", "30s"},
		{path, "", "0s"},
		{path, "soon", "0s"},
		{path, "-5", "0s"},
		{path + "/nowhere", "30000000", "none, logged"},
	} {
		var log bytes.Buffer
		s := findSystemd(func(name string) string {
			return map[string]string{"NOTIFY_SOCKET": c.socket, "WATCHDOG_USEC": c.usec, "WATCHDOG_PID": "1"}[name]
		}, slog.New(slog.NewTextHandler(&log, nil)))
		got := "none"
		if s.conn != nil {
			got = s.watchdog.String()
			s.conn.Close()
		}
		if strings.Contains(log.String(), "level=ERROR msg=systemd") {
			got += ", logged"
		}
		if got != c.want {
			t.Errorf("%q, %q: %s, want %s", c.socket, c.usec, got, c.want)
		}
	}
}
