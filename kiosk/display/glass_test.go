package display

import (
	"bufio"
	"context"
	"fmt"
	"image"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout"
	"gongkai/kiosk/motion"
	"gongkai/kiosk/page"
	"gongkai/kiosk/paint"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
	"gongkai/kiosk/xdrive"
)

// The game on a real X server, in a process of its own, with a clock that the test sets.

// TestMain is the game itself in a process that a test has started.
func TestMain(m *testing.M) {
	if socket := os.Getenv("GLASS_CLOCK"); socket != "" {
		playOnGlass(socket)
		return
	}
	os.Exit(m.Run())
}

// playOnGlass runs the game, with the clock as it is set through a socket, until SIGTERM.
func playOnGlass(socket string) {
	log := slog.New(slog.NewTextHandler(os.Stderr, nil))
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	rows, _ := strconv.Atoi(os.Getenv("GLASS_ROWS"))
	content, _ := catalogue.Parse(samples(rows, os.Getenv("GLASS_SETTINGS")))
	o := Options{
		First: content, Zone: time.UTC, Trusted: from(noon.AddDate(-1, 0, 0)), Log: log,
		Power: func(on bool) { log.Info("power", "on", on) },
	}
	s, err := openPanel(o)
	if err == nil {
		clock := &wallClock{set: noon, at: time.Now(), read: make(chan struct{})}
		var settings net.Listener
		if settings, err = net.Listen("unix", socket); err == nil {
			go clock.serve(settings, s.wake)
			err = newGame(o, s, clock.now).run(ctx)
		}
	}
	if err != nil {
		log.Error("glass", "error", err)
	}
}

// wallClock is a clock that can be set. It goes on by itself, and announces that it is read: a frame begins with that.
type wallClock struct {
	mu   sync.Mutex
	set  time.Time
	at   time.Time // when it was set, by the machine's clock
	read chan struct{}
}

func (c *wallClock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	close(c.read)
	c.read = make(chan struct{})
	return c.set.Add(time.Since(c.at))
}

// setTo sets the clock and returns a channel that is closed when it is read.
func (c *wallClock) setTo(now time.Time) <-chan struct{} {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.set, c.at = now, time.Now()
	return c.read
}

// serve sets the clock to what a line says, in seconds, wakes the game, as watchClock does, and answers once it has been read.
func (c *wallClock) serve(l net.Listener, wake func()) {
	conn, err := l.Accept()
	if err != nil {
		return
	}
	for lines := bufio.NewScanner(conn); lines.Scan(); {
		seconds, _ := strconv.ParseInt(lines.Text(), 10, 64)
		read := c.setTo(time.Unix(seconds, 0))
		wake()
		<-read
		fmt.Fprintln(conn, "read")
	}
}

// patience is how long a test on the glass may take: only a fault, never a busy machine, reaches it.
const patience = 5 * time.Minute

// onGlass is a game that runs on a panel.
type onGlass struct {
	*testing.T
	*xdrive.Server
	*xdrive.Program
	ctx     context.Context
	clock   net.Conn
	answers *bufio.Scanner
	now     time.Time // as it was set last
}

// runOnGlass runs a game with a catalogue of some rows, from noon on, until the test's end.
func runOnGlass(t *testing.T, s *xdrive.Server, rows int, settings string) *onGlass {
	t.Helper()
	socket := filepath.Join(t.TempDir(), "clock")
	t.Setenv("GLASS_CLOCK", socket)
	t.Setenv("GLASS_ROWS", strconv.Itoa(rows))
	t.Setenv("GLASS_SETTINGS", settings)
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	t.Cleanup(cancel)
	p, err := s.Launch(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.End() })
	o := &onGlass{T: t, Server: s, Program: p, ctx: ctx, now: noon}
	o.await(0, "screen name=attract")
	if err := s.Ready(ctx, p); err != nil { // the clock is served by then
		t.Fatal(err)
	}
	if o.clock, err = net.Dial("unix", socket); err != nil {
		t.Fatal(err)
	}
	o.answers = bufio.NewScanner(o.clock)
	return o
}

// setClock sets the clock, and returns once the game has read it.
func (o *onGlass) setClock(now time.Time) {
	o.Helper()
	o.now = now
	o.clock.SetDeadline(time.Now().Add(patience))
	fmt.Fprintln(o.clock, now.Unix())
	if !o.answers.Scan() {
		o.Fatalf("the game doesn't read its clock: %v\n%s", o.answers.Err(), strings.Join(o.Log(), "\n"))
	}
}

// await waits until the log has a text after its first n lines, and returns the number of lines up to it.
func (o *onGlass) await(n int, text string) int {
	o.Helper()
	n, err := o.WaitLine(o.ctx, n, text)
	if err != nil {
		o.Fatal(err)
	}
	return n
}

// pass lets time pass in steps of 4 s until the log has a text after its first n lines. A longer one would be a clock that was
// set, by which nothing falls due.
func (o *onGlass) pass(n int, text string) int {
	o.Helper()
	for range 100 {
		for i, line := range o.Log()[n:] {
			if strings.Contains(line, text) {
				return n + i + 1
			}
		}
		o.setClock(o.now.Add(4 * time.Second))
	}
	o.Fatalf("the log has no %q after its first %d lines:\n%s", text, n, strings.Join(o.Log(), "\n"))
	return 0
}

// shows waits until the glass shows the page of a state.
func (o *onGlass) shows(st session.State) {
	o.Helper()
	p := layout.Layout(st, page.ThemeOf(st), o.Size, typeset.New())
	want := paint.New(maskBudget).Screen(o.Size, motion.Compose(motion.Scene{Page: p, Progress: 1}))
	for {
		n := o.Damage.Count()
		got, err := o.Picture()
		if err != nil {
			o.Fatal(err)
		}
		if apart(got, want) <= 1 {
			return
		}
		if _, err := o.Damage.Wait(o.ctx, n); err != nil {
			o.Fatalf("%.2f %% of the pixels differ: %v\n%s", 100*xdrive.Changed(got, want), err, strings.Join(o.Log(), "\n"))
		}
	}
}

// TestClockSetWrong: a clock that is set wrong while the program runs is distrusted at once: no date is shown, no hours
// are kept and the panel isn't switched off, until it is right again.
func TestClockSetWrong(t *testing.T) {
	s, err := xdrive.Start(image.Pt(540, 960))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	const hours = "[screen]\non = \"07:00\"\noff = \"18:00\"\n"
	o := runOnGlass(t, s, 1, hours)
	content := settings(t, 1, hours)
	right := session.Step(session.Start(noon, true), noon, session.Content{Catalogue: content})
	o.shows(right)

	wrong := time.Date(1970, 1, 1, 2, 0, 0, 0, time.UTC)
	o.setClock(wrong)
	o.shows(session.Step(session.Start(wrong, false), wrong, session.Content{Catalogue: content}))

	later := noon.Add(3 * time.Hour)
	o.setClock(later)
	o.shows(session.Step(right, later, session.Tick{}))
	for _, line := range o.Log() {
		if strings.Contains(line, "power on=false") {
			t.Errorf("the panel was switched off:\n%s", strings.Join(o.Log(), "\n"))
		}
	}
}

// TestStuckFinger: a finger that never lifts (dirt, a faulty panel) is ignored after a minute, and logged once. The screen returns to
// the carousel beside it, and other fingers work.
func TestStuckFinger(t *testing.T) {
	x, err := xdrive.StartXorg("")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(x.Close)
	o := runOnGlass(t, x.Server, 3, "[idle]\nreturn_seconds = 30\n")
	finger := func(n int, do xdrive.Touch, at image.Point) {
		t.Helper()
		if err := x.Finger(n, do, at); err != nil {
			t.Fatal(err)
		}
	}
	tap := func(n int, at image.Point) {
		t.Helper()
		finger(n, xdrive.TouchBegin, at)
		finger(n, xdrive.TouchEnd, at)
	}
	at := image.Pt(700, 1300)
	tap(1, xdrive.Slide)
	n := o.await(0, "screen name=home") // from 目录
	finger(2, xdrive.TouchBegin, at)
	n = o.pass(n, "has not moved")
	n = o.pass(n, "screen name=attract")
	n = o.pass(n, "screen name=attract") // the next slide
	tap(3, xdrive.Slide)
	n = o.await(n, "screen name=category") // from 合页, the slide after 目录
	finger(2, xdrive.TouchUpdate, image.Pt(300, 900))
	finger(2, xdrive.TouchEnd, image.Pt(300, 900))
	tap(4, xdrive.HomeButton)
	o.await(n, "screen name=home")
	if log := strings.Join(o.Log(), "\n"); strings.Count(log, "has not moved") != 1 {
		t.Errorf("it is logged %d times:\n%s", strings.Count(log, "has not moved"), log)
	}
}
