package main

import (
	"context"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"gongkai/kiosk/xdrive"
)

// These tests run alone, as TestMonitors does.

// caged is the program in a session of cage, with a content directory of a single item.
type caged struct {
	kiosk
	*xdrive.Cage
}

// underCage starts it, with further settings in its kiosk.toml. Wlroots' output without hardware gives no whole picture to grim, so tests look at the window.
func underCage(t *testing.T, more string) caged {
	t.Helper()
	dir, err := os.MkdirTemp("", "cage-*") // t.TempDir lies in a directory that others can't read
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	t.Cleanup(cancel)
	k := kiosk{T: t, dir: filepath.Join(dir, "content"), ctx: ctx}
	k.copyOneItem(true)
	k.edit("kiosk.toml", "# [idle]\n# return_seconds = 90", more)
	binary := filepath.Join(dir, "kiosk")
	data, err := os.ReadFile(clockless(t))
	k.must(err)
	k.must(os.WriteFile(binary, data, 0o755))
	runtime := filepath.Join(dir, "run")
	k.must(os.Mkdir(runtime, 0o700))
	k.must(os.Chmod(dir, 0o755))
	c, err := xdrive.StartCage(ctx, runtime, binary, "run", "--content", k.dir)
	k.must(err)
	t.Cleanup(func() { c.End() })
	k.Server, k.Program = c.Server, c.Program
	return caged{k, c}
}

// holds waits until the window shows a screen as kiosk snapshot draws it.
func (c caged) holds(screen, file string) {
	c.kiosk.Helper()
	want := c.drawn(screen, file, "--at", "none", "--size", fmt.Sprintf("%dx%d", xdrive.CageOutput.X, xdrive.CageOutput.Y))
	var got *image.RGBA
	c.until(func() (met bool) {
		var err error
		got, err = c.Glass()
		return err == nil && got.Rect == want.Rect && same(got, want)
	}, func() string {
		if got != nil {
			c.must(xdrive.Save(filepath.Join(c.ArtifactDir(), "got.png"), got))
		}
		return screen + " is not on the glass"
	})
}

// TestCage: under cage, as a user other than root, the window covers the output and shows what kiosk snapshot draws, and taps arrive.
func TestCage(t *testing.T) {
	c := underCage(t, "")
	c.holds("attract", "attract-06.png")
	n := len(c.kiosk.Log())
	c.must(c.kiosk.Tap(image.Pt(640, 360)))
	_, err := c.kiosk.WaitLine(c.soon(), n, "msg=screen name=item")
	c.must(err)
	c.holds("item:6", "item-06.png")
	if about := strings.Join(c.complaints(), "\n"); strings.Contains(about, "level=") {
		t.Errorf("the log complains %q", about)
	}
}

// TestWatchdogCompositor checks that the watchdog isn't fed while the compositor is stopped: Xwayland answers for itself then, and
// has the right pixels, which reach no glass.
func TestWatchdogCompositor(t *testing.T) {
	dir, err := os.MkdirTemp("", "notify-*")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	m := listenIn(t, dir)
	if err := os.Chmod(m.path, 0o666); err != nil {
		t.Fatal(err)
	}
	t.Setenv("NOTIFY_SOCKET", m.path)
	t.Setenv("WATCHDOG_USEC", fmt.Sprint(watchdog.Microseconds()))
	c := underCage(t, "")
	m.waits("READY=1")
	m.waits("WATCHDOG=1")
	c.must(c.Cage.Program.Signal(syscall.SIGSTOP))
	m.silent("while the compositor is stopped")
	c.must(c.Cage.Program.Signal(syscall.SIGCONT))
	m.waits("WATCHDOG=1")
}
