package main

import (
	"context"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"gongkai/kiosk/display"
)

// systemd is the service manager as the kiosk reports to it (sd_notify(3)). It is own code, a datagram: of the usual
// library, go-systemd's daemon, the half about the watchdog can't be used, since it obeys WATCHDOG_PID, and that is the
// compositor's; the kiosk is its child, for which the unit has NotifyAccess=all.
type systemd struct {
	conn     net.Conn      // nil: there is none
	watchdog time.Duration // how long it waits for a beat; 0: it doesn't
}

// findSystemd returns the service manager that the environment names.
func findSystemd(env func(string) string, log *slog.Logger) systemd {
	path := env("NOTIFY_SOCKET") // one that begins with @ is abstract, to package net too
	if path == "" {
		return systemd{}
	}
	conn, err := net.Dial("unixgram", path)
	if err != nil {
		log.Error("systemd", "socket", path, "error", err)
		return systemd{}
	}
	usec, _ := strconv.ParseInt(env("WATCHDOG_USEC"), 10, 64)
	return systemd{conn: conn, watchdog: time.Duration(max(usec, 0)) * time.Microsecond}
}

// send sends assignments such as READY=1.
func (s systemd) send(assignments ...string) {
	if s.conn != nil && len(assignments) > 0 {
		s.conn.Write([]byte(strings.Join(assignments, "\n")))
	}
}

// startPoll is how often a screen is asked for its first frame.
const startPoll = 100 * time.Millisecond

// follow reports the screen until ctx is done: READY once its first frame is seen, or once it is known that no monitor is on,
// STATUS when that has changed, and a beat for the watchdog at half its time, but only if the screen has answered the
// question of the beat before. One that has not is asked again sooner: its window may just have been resized. seen is called
// once, with the first frame on a monitor.
func (s systemd) follow(ctx context.Context, pulse *display.Pulse, changed <-chan struct{}, status func() string, seen func()) {
	if s.conn == nil {
		return
	}
	defer s.conn.Close()
	defer s.send("STOPPING=1")
	if !awaitAlive(ctx, pulse) {
		return
	}
	blind := pulse.Unplugged()
	if !blind {
		seen()
	}
	s.send("READY=1", "STATUS="+status())
	beat := time.NewTimer(s.watchdog / 2)
	defer beat.Stop()
	if s.watchdog == 0 {
		beat.Stop()
	}
	for pulse.Ask(time.Now()); ; {
		select {
		case <-ctx.Done():
			return
		case <-changed:
			s.send("STATUS=" + status())
			if blind && !pulse.Unplugged() && awaitAlive(ctx, pulse) && !pulse.Unplugged() {
				blind = false
				seen()
			}
		case <-beat.C:
			again := s.watchdog / 20
			if pulse.Alive(time.Now()) {
				s.send("WATCHDOG=1")
				again = s.watchdog / 2
			}
			pulse.Ask(time.Now())
			beat.Reset(again)
		}
	}
}

// awaitAlive waits until a frame is seen, or no monitor is on, and reports whether that was before ctx was done.
func awaitAlive(ctx context.Context, pulse *display.Pulse) bool {
	again := time.NewTicker(startPoll)
	defer again.Stop()
	for !pulse.Alive(time.Now()) {
		pulse.Ask(time.Now())
		select {
		case <-ctx.Done():
			return false
		case <-again.C:
		}
	}
	return true
}

// reportToSystemd follows the screen on a goroutine of its own; end returns, when ctx is done, once STOPPING is sent.
func reportToSystemd(ctx context.Context, f *facts, log *slog.Logger) (end func()) {
	done := make(chan struct{})
	dir := runtimeDirectory()
	if dir != "" {
		os.Remove(filepath.Join(dir, seenFile)) // of a run before this one
	}
	go func() {
		defer close(done)
		findSystemd(os.Getenv, log).follow(ctx, f.pulse, f.changed, f.line, func() { markSeen(dir, log) })
	}()
	return func() { <-done }
}

// seenFile is made in the runtime directory when a frame is on a monitor: the package's trial of a new version waits for it
// (systemd/deb/trial).
const seenFile = "seen"

func markSeen(dir string, log *slog.Logger) {
	if dir == "" {
		return
	}
	if err := os.WriteFile(filepath.Join(dir, seenFile), nil, 0o600); err != nil {
		log.Warn("seen", "error", err)
	}
}
