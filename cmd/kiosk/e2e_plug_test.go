package main

import (
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/xdrive"
)

// Those of these tests that use Xorg run alone, as TestMonitors does.

// TestNoMonitorAtStart: without a monitor the program waits, and logs for what. It is ready for systemd, whose watchdog it feeds, and
// marks no frame as seen. It shows its first slide once there is a monitor. The window manager decides about the outputs.
func TestNoMonitorAtStart(t *testing.T) {
	for name, server := range map[string]string{"shared memory": "", "without shared memory": xdrive.NoSharedMemory} {
		t.Run(name, func(t *testing.T) {
			k, x := kioskOnXorg(t, server)
			k.must(k.Manage(k.ctx, "openbox"))
			k.must(x.Unplug())
			m, dir := listen(t), runtimeDir(t)
			k = k.watched(m, clockless(t), "RUNTIME_DIRECTORY="+dir)
			_, err := k.WaitLine(k.soon(), 0, "no monitor is on")
			k.must(err)
			if ready := m.waits("READY=1"); !strings.Contains(ready, "STATUS="+noScreen) {
				t.Errorf("ready with %q", ready)
			}
			m.waits("WATCHDOG=1")
			m.waits("WATCHDOG=1")
			seen := func() bool { _, err := os.Stat(filepath.Join(dir, seenFile)); return err == nil }
			if seen() {
				t.Error("a frame is seen without a monitor")
			}
			k.must(x.SetMode(xdrive.Portrait))
			k.covers(image.Rectangle{Max: xdrive.Portrait})
			m.waits("WATCHDOG=1")
			m.drain()
			k.until(seen, func() string { return "no frame is marked as seen" })
			k.walk(xdrive.Step{At: xdrive.Slide, Want: "item"})
		})
	}
}

// TestUnplugged: a monitor that is unplugged under a finger comes back with the page that was open; the finger, which is lifted
// meanwhile, has opened nothing, and systemd's watchdog is fed.
func TestUnplugged(t *testing.T) { unplugged(t, 2*time.Second) }

// TestPartUnplugged: the same of a monitor that is away for a minute.
func TestPartUnplugged(t *testing.T) {
	if !*fullFlag {
		t.Skip("make parts runs it")
	}
	unplugged(t, time.Minute)
}

func unplugged(t *testing.T, away time.Duration) {
	for name, server := range map[string]string{"shared memory": "", "without shared memory": xdrive.NoSharedMemory} {
		t.Run(name, func(t *testing.T) {
			k, x := kioskOnXorg(t, server)
			k.edit("kiosk.toml", "# [idle]\n# return_seconds = 90", "[idle]\nreturn_seconds = 600")
			m := listen(t)
			k = k.watched(m, clockless(t))
			portrait := image.Rectangle{Max: xdrive.Portrait}
			m.waits("READY=1")
			k.covers(portrait)
			k.walk(xdrive.Step{At: xdrive.Slide, Want: "item"})
			n := len(k.Log())
			text := image.Pt(600, 700)
			k.must(x.Finger(1, xdrive.TouchBegin, text))
			k.must(x.Unplug())
			_, err := k.WaitLine(k.soon(), n, "no monitor is on")
			k.must(err)
			k.must(x.Finger(1, xdrive.TouchEnd, text))
			for gone := time.Now(); time.Since(gone) < away; {
				m.waits("WATCHDOG=1")
			}
			m.drain()
			k.must(x.SetMode(xdrive.Portrait))
			began := time.Now()
			k.showsIn(func(at image.Rectangle) bool { return at == portrait }, "item:6", "item-06.png")
			t.Logf("back %v after a monitor that was unplugged for %v", time.Since(began).Round(time.Millisecond), away)
			if opened := k.Screens(n); len(opened) > 0 {
				t.Errorf("the finger that was down opens %v", opened)
			}
			k.must(x.Finger(2, xdrive.TouchBegin, xdrive.HomeButton))
			k.must(x.Finger(2, xdrive.TouchEnd, xdrive.HomeButton))
			_, err = k.WaitLine(k.soon(), n, "msg=screen name=home")
			k.must(err)
		})
	}
}

// TestRotatedByServer: a picture that the X server rotates is laid out for the panel as it stands, and touch goes with it.
func TestRotatedByServer(t *testing.T) {
	k := kiosk{T: t, dir: filepath.Join(t.TempDir(), "content")}
	k.copyOneItem(true)
	k = k.server(xdrive.Landscape)
	nested, err := k.Nest()
	k.must(err)
	t.Cleanup(nested.Close)
	k.Program, err = nested.Launch(clockless(t), "run", "--content", k.dir)
	k.must(err)
	t.Cleanup(func() { k.End() })
	k.must(k.Ready(k.soon(), k.Program))
	k.must(nested.RotateLeft())
	began := time.Now()
	want := k.drawn("attract", "attract-06.png", "--at", "none")
	for ctx := k.soon(); ; {
		n := k.Damage.Count()
		upright := unturned(k.picture(), func(p image.Point) image.Point { return xdrive.Left(p, xdrive.Landscape) })
		if same(upright, want) {
			break
		}
		if _, err := k.Damage.Wait(ctx, n); err != nil {
			k.must(os.MkdirAll(k.ArtifactDir(), 0o755))
			k.must(xdrive.Save(filepath.Join(k.ArtifactDir(), "got.png"), upright))
			t.Fatalf("the rotated picture isn't the slide: %v", err)
		}
	}
	t.Logf("upright after %v", time.Since(began).Round(time.Millisecond))
	k.walk(xdrive.Step{At: xdrive.Left(xdrive.Slide, xdrive.Landscape), Want: "item"})
}

// unturned returns a portrait picture whose points lie elsewhere on the panel.
func unturned(m *image.RGBA, on func(image.Point) image.Point) *image.RGBA {
	upright := image.NewRGBA(image.Rectangle{Max: xdrive.Portrait})
	for y := range xdrive.Portrait.Y {
		for x := range xdrive.Portrait.X {
			p := on(image.Pt(x, y))
			upright.SetRGBA(x, y, m.RGBAAt(p.X, p.Y))
		}
	}
	return upright
}

// TestDarkAtStart: without a window manager the program lights a monitor that nothing has given a mode, as one is that is plugged in
// after the X server's start.
func TestDarkAtStart(t *testing.T) {
	for name, server := range map[string]string{"shared memory": "", "without shared memory": xdrive.NoSharedMemory} {
		t.Run(name, func(t *testing.T) {
			k, x := kioskOnXorg(t, server)
			k.must(x.Unplug())
			k = k.launch(clockless(t))
			k.covers(image.Rectangle{Max: xdrive.Portrait})
			k.walk(xdrive.Step{At: xdrive.Slide, Want: "item"})
		})
	}
}
