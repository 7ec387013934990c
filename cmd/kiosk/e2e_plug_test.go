package main

import (
	"image"
	"os"
	"path/filepath"
	"testing"
	"time"

	"gongkai/kiosk/xdrive"
)

// Those of these tests that use Xorg run alone, as TestMonitors does.

// TestNoMonitorAtStart: without a monitor the program waits, and logs for what; it shows its first slide once there is one.
func TestNoMonitorAtStart(t *testing.T) {
	for name, server := range map[string]string{"shared memory": "", "without shared memory": xdrive.NoSharedMemory} {
		t.Run(name, func(t *testing.T) {
			k, x := kioskOnXorg(t, server)
			k.must(x.Unplug())
			k = k.launch(clockless(t))
			_, err := k.WaitLine(k.soon(), 0, "no monitor is on")
			k.must(err)
			k.must(x.SetMode(xdrive.Portrait))
			k.covers(image.Rectangle{Max: xdrive.Portrait})
			k.walk(xdrive.Step{At: xdrive.Slide, Want: "item"})
		})
	}
}

// TestUnplugged: a monitor that is unplugged under a finger, and stays so for a minute, comes back with the page that was open; the finger,
// which is lifted meanwhile, has opened nothing.
func TestUnplugged(t *testing.T) {
	away := 2 * time.Second
	if *fullFlag {
		away = time.Minute
	}
	for name, server := range map[string]string{"shared memory": "", "without shared memory": xdrive.NoSharedMemory} {
		t.Run(name, func(t *testing.T) {
			k, x := kioskOnXorg(t, server)
			k.edit("kiosk.toml", "# [idle]\n# return_seconds = 90", "[idle]\nreturn_seconds = 600")
			k = k.launch(clockless(t))
			portrait := image.Rectangle{Max: xdrive.Portrait}
			k.covers(portrait)
			k.walk(xdrive.Step{At: xdrive.Slide, Want: "item"})
			n := len(k.Log())
			text := image.Pt(600, 700)
			k.must(x.Finger(1, xdrive.TouchBegin, text))
			k.must(x.Unplug())
			_, err := k.WaitLine(k.soon(), n, "no monitor is on")
			k.must(err)
			k.must(x.Finger(1, xdrive.TouchEnd, text))
			time.Sleep(away) // what happens to a monitor, not what the test waits for
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
