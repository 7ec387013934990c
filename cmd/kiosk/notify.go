package main

import (
	"context"
	"log/slog"
	"net"
	"os"
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

// startPoll is how often the screen is asked for its first frame.
const startPoll = 100 * time.Millisecond

// follow reports the screen until ctx is done: READY once its first frame is seen, STATUS when that has changed, and a
// beat for the watchdog at half its time, but only if the screen has answered the question of the beat before. One that has
// not is asked again sooner: its window may just have been resized.
func (s systemd) follow(ctx context.Context, pulse *display.Pulse, changed <-chan struct{}, status func() string) {
	if s.conn == nil {
		return
	}
	defer s.conn.Close()
	defer s.send("STOPPING=1")
	if !awaitFirstFrame(ctx, pulse) {
		return
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

// awaitFirstFrame waits until a frame is seen, and reports whether one was before ctx was done.
func awaitFirstFrame(ctx context.Context, pulse *display.Pulse) bool {
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
	go func() {
		defer close(done)
		findSystemd(os.Getenv, log).follow(ctx, f.pulse, f.changed, f.line)
	}()
	return func() { <-done }
}
