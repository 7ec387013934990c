package main

import (
	"errors"
	"fmt"
	"image"
	"io"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"gongkai/kiosk/xdrive"
)

// manager is the service manager of a kiosk under test: what it receives on its socket.
type manager struct {
	*testing.T
	conn *net.UnixConn
	path string
}

func listen(t *testing.T) manager { return listenIn(t, t.TempDir()) }

func listenIn(t *testing.T, dir string) manager {
	t.Helper()
	path := filepath.Join(dir, "notify")
	conn, err := net.ListenUnixgram("unixgram", &net.UnixAddr{Name: path, Net: "unixgram"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	return manager{t, conn, path}
}

// next returns the next message, or reports that none arrives in time.
func (m manager) next(limit time.Duration) (string, bool) {
	m.Helper()
	buf := make([]byte, 4096)
	m.conn.SetReadDeadline(time.Now().Add(limit))
	n, err := m.conn.Read(buf)
	if errors.Is(err, os.ErrDeadlineExceeded) {
		return "", false
	}
	if err != nil {
		m.Fatal(err)
	}
	return string(buf[:n]), true
}

// waits waits for a message that contains a text.
func (m manager) waits(text string) string {
	m.Helper()
	for until := time.Now().Add(patience); ; {
		got, ok := m.next(time.Until(until))
		if !ok {
			m.Fatalf("no message with %q", text)
		}
		if strings.Contains(got, text) {
			return got
		}
	}
}

// drain reads all further messages: a kiosk would wait for a reader.
func (m manager) drain() {
	m.conn.SetReadDeadline(time.Time{})
	go io.Copy(io.Discard, m.conn)
}

// watchdog is the watchdog's time in these tests; silence is far more.
const (
	watchdog = 400 * time.Millisecond
	silence  = 10 * watchdog
)

// silent checks that the beats end: the one that may be under way is the last.
func (m manager) silent(when string) {
	m.Helper()
	for beats := 0; ; {
		got, ok := m.next(silence)
		if !ok {
			return
		}
		if strings.Contains(got, "WATCHDOG=1") {
			if beats++; beats > 2 {
				m.Fatalf("the watchdog is fed %s", when)
			}
		}
	}
}

// watched starts a kiosk on the server under a service manager whose watchdog's process is another one, the kiosk's parent.
func (k kiosk) watched(m manager, binary string, env ...string) kiosk {
	k.Helper()
	args := append(env, "NOTIFY_SOCKET="+m.path, fmt.Sprintf("WATCHDOG_USEC=%d", watchdog.Microseconds()), fmt.Sprintf("WATCHDOG_PID=%d", os.Getpid()),
		binary, "run", "--content", k.dir)
	var err error
	k.Program, err = k.Launch("env", args...)
	k.must(err)
	k.Cleanup(func() { k.End() })
	return k
}

// TestReadyWithFirstFrame checks that READY is sent when the first picture is on the glass, with content and without any, and
// that a screen at rest feeds the watchdog and is not drawn.
func TestReadyWithFirstFrame(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, screen, file, status string }{
		{"content", "attract", "attract-index.png", "screen attract"},
		{"none", "preparing", "preparing.png", "revision 无, screen preparing"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			k := kiosk{T: t, dir: t.TempDir()}
			if c.name == "content" {
				k.copyShipped()
			}
			leaf := image.Rect(0, 260, 340, 1600) // what is no chrome, which drifts
			want := crop(k.drawn(c.screen, c.file, "--at", "none"), leaf)
			m := listen(t)
			k = k.server(xdrive.Portrait).watched(m, clockless(t))
			first, _ := m.next(patience)
			if fields := strings.Split(first, "\n"); fields[0] != "READY=1" || !strings.HasPrefix(fields[1], "STATUS=") || !strings.Contains(fields[1], c.status) {
				t.Errorf("first message %q", first)
			}
			if got, err := k.Part(leaf); err != nil || !same(got, want) {
				t.Errorf("the glass shows another picture when it is ready (%v)", err)
			}
			if c.name == "none" {
				k.must(k.Damage.Settle(k.soon(), xdrive.Quiet))
				drawn := k.Damage.Count()
				for range 5 {
					m.waits("WATCHDOG=1")
				}
				if n := k.Damage.Count(); n != drawn {
					t.Errorf("five beats drew %d times", n-drawn)
				}
				k.Signal(syscall.SIGTERM)
				m.waits("STOPPING=1")
			}
		})
	}
}

// TestStatusFollows checks that systemctl status names the screen and the revision.
func TestStatusFollows(t *testing.T) {
	t.Parallel()
	k := kiosk{T: t, dir: t.TempDir()}
	k.copyShipped()
	m := listen(t)
	k = k.server(xdrive.Portrait).watched(m, built)
	m.waits("READY=1")
	k.must(k.Damage.Settle(k.soon(), xdrive.Quiet))
	k.walk(toItem6...)
	if got, want := m.waits("screen item 6"), "STATUS=revision "+shortRevision(k.revision())+", screen item 6"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestWatchdog checks that the watchdog is fed only while the program runs, its X server answers, and its window shows
// what was presented, and again afterwards.
func TestWatchdog(t *testing.T) {
	t.Parallel()
	var k kiosk
	var uncover func() error
	for _, c := range []struct {
		name     string
		on, back func() error
	}{
		{"the program is stopped", func() error { return k.Signal(syscall.SIGSTOP) }, func() error { return k.Signal(syscall.SIGCONT) }},
		{"the X server is stopped", func() error { return k.Pause(true) }, func() error { return k.Pause(false) }},
		{"the window is unmapped", func() error { return k.Show("kiosk", false) }, func() error { return k.Show("kiosk", true) }},
		{"the screen is black", func() (err error) { uncover, err = k.Cover(); return err }, func() error { return uncover() }},
	} {
		t.Run(c.name, func(t *testing.T) {
			k = kiosk{T: t, dir: t.TempDir()}
			k.copyShipped()
			m := listen(t)
			k = k.server(xdrive.Portrait).watched(m, built)
			m.waits("READY=1")
			m.waits("WATCHDOG=1")
			k.must(c.on())
			m.silent("while " + c.name)
			k.must(c.back())
			m.waits("WATCHDOG=1")
		})
	}
}

// TestWatchdogServerKilled checks that the program ends with its X server, and feeds no watchdog from then on.
func TestWatchdogServerKilled(t *testing.T) {
	t.Parallel()
	k := kiosk{T: t, dir: t.TempDir()}
	k.copyShipped()
	m := listen(t)
	k = k.server(xdrive.Portrait).watched(m, built)
	m.waits("WATCHDOG=1")
	k.Close()
	code, err := k.Wait(k.soon())
	k.must(err)
	if code != found {
		t.Errorf("exit code %d", code)
	}
	m.waits("STOPPING=1")
	m.silent("without an X server")
	if !slices.ContainsFunc(k.Log(), func(l string) bool { return strings.Contains(l, "level=ERROR msg=display") }) {
		t.Errorf("log:\n%q", k.Log())
	}
}

// TestWatchdogThroughEbitengine checks the same of a window that Ebitengine draws. It runs alone, as TestWithoutSharedMemory.
func TestWatchdogThroughEbitengine(t *testing.T) {
	k := kiosk{T: t, dir: t.TempDir()}
	k.copyShipped()
	m := listen(t)
	k = k.server(xdrive.Portrait, "-extension", "MIT-SHM").watched(m, clockless(t))
	m.waits("READY=1")
	m.waits("WATCHDOG=1")
	m.waits("WATCHDOG=1")
	k.must(k.Show("kiosk", false))
	m.silent("while the window is unmapped")
	k.must(k.Show("kiosk", true))
	m.waits("WATCHDOG=1")
	k.must(k.Pause(true))
	m.silent("while the X server is stopped")
	k.must(k.Pause(false))
	m.waits("WATCHDOG=1")
}

// TestJournalPriorities checks that each line of the log begins with its priority where journald reads it.
func TestJournalPriorities(t *testing.T) {
	t.Parallel()
	k := kiosk{T: t, dir: t.TempDir()}
	k.copyShipped()
	k.edit(item6, "number", "number = [\n\nnumber")
	m := listen(t)
	k = k.server(xdrive.Portrait).watched(m, built, "JOURNAL_STREAM=8:1")
	m.waits("READY=1")
	for _, text := range []string{"<6>level=INFO msg=kiosk ", "<6>level=INFO msg=screen ", `<3>level=ERROR msg="content problem"`} {
		_, err := k.WaitLine(k.soon(), 0, text)
		k.must(err)
	}
	for _, line := range k.Log() {
		if !strings.HasPrefix(line, "<") {
			t.Errorf("a line without priority: %s", line)
		}
	}
}
