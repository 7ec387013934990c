package main

import (
	"context"
	"image"
	"os"
	"path/filepath"
	"testing"
	"time"

	"gongkai/kiosk/xdrive"
)

// TestMonitors: full screen follows the monitor, with and without a window manager, through shared memory and through
// Ebitengine: switched off and on again, in another mode, and beside a second one.
//
// These tests run alone: Xorg numbers its events otherwise than Xvfb, and xgb has one table of them for all servers.
func TestMonitors(t *testing.T) {
	for _, c := range []struct{ name, manager, server string }{
		{"bare", "", ""},
		{"openbox", "openbox", ""},
		{"bare, without shared memory", "", xdrive.NoSharedMemory},
		{"openbox, without shared memory", "openbox", xdrive.NoSharedMemory},
	} {
		t.Run(c.name, func(t *testing.T) {
			k, x := kioskOnXorg(t, c.server)
			if c.manager != "" {
				k.must(k.Manage(k.ctx, c.manager))
			}
			k = k.launch(clockless(t))
			portrait := image.Rectangle{Max: xdrive.Portrait}
			k.covers(portrait)

			k.must(x.Unplug())
			k.must(k.Damage.Settle(k.ctx, xdrive.Quiet))
			k.must(x.SetMode(xdrive.Portrait))
			k.covers(portrait)

			k.must(x.SetMode(xdrive.Landscape))
			k.covers(image.Rectangle{Max: xdrive.Landscape})
			k.must(x.SetMode(xdrive.Portrait))
			k.covers(portrait)

			k.must(x.Second(true))
			k.must(k.Damage.Settle(k.ctx, xdrive.Quiet))
			k.covers(portrait)
			k.must(x.Output(false)) // the first one
			k.covers(image.Rectangle{Max: xdrive.Landscape}.Add(image.Pt(xdrive.Portrait.X, 0)))
			k.must(x.Output(true))
			k.covers(portrait)
			k.must(x.Second(false))
			k.covers(portrait)

			k.walk(xdrive.Step{At: xdrive.Slide, Want: "item"})
		})
	}
}

// kioskOnXorg is a kiosk of a single item on Xorg.
func kioskOnXorg(t *testing.T, more string) (kiosk, *xdrive.Xorg) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	t.Cleanup(cancel)
	x, err := xdrive.StartXorg(more)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(x.Close)
	k := kiosk{T: t, dir: filepath.Join(t.TempDir(), "content"), Server: x.Server, ctx: ctx}
	k.copyOneItem(true)
	return k, x
}

// covers waits until the window covers a monitor and holds the slide.
func (k kiosk) covers(monitor image.Rectangle) {
	k.Helper()
	began := time.Now()
	k.showsIn(func(at image.Rectangle) bool { return at == monitor }, "attract", "attract-06.png")
	k.Logf("covered after %v", time.Since(began).Round(time.Millisecond))
}

// TestTouchPanel: each of a touch panel's fingers counts: the first one taps, one beside it voids the tap.
func TestTouchPanel(t *testing.T) {
	for name, server := range map[string]string{"shared memory": "", "without shared memory": xdrive.NoSharedMemory} {
		t.Run(name, func(t *testing.T) { touchPanel(t, server) })
	}
}

func touchPanel(t *testing.T, server string) {
	k, x := kioskOnXorg(t, server)
	config := filepath.Join(t.TempDir(), "config.toml")
	k.must(os.WriteFile(config, []byte("[log]\nlevel = \"debug\"\n"), 0o644))
	k = k.launch(clockless(t), "--config", config)
	k.covers(image.Rectangle{Max: xdrive.Portrait})
	if server != "" {
		_, err := k.WaitLine(k.ctx, 0, "watching the window") // Ebitengine's
		k.must(err)
	}
	other := image.Pt(300, 700)
	n := len(k.Log())
	k.must(x.Finger(1, xdrive.TouchBegin, xdrive.Slide))
	k.must(x.Finger(2, xdrive.TouchBegin, other))
	k.must(x.Finger(1, xdrive.TouchEnd, xdrive.Slide))
	k.must(x.Finger(2, xdrive.TouchEnd, other))
	k.must(k.Damage.Settle(k.ctx, xdrive.Quiet))
	if screens := k.Screens(n); len(screens) > 0 {
		t.Errorf("a tap beside another finger leads to %v", screens)
	}
	k.must(x.Finger(3, xdrive.TouchBegin, xdrive.Slide))
	k.must(x.Finger(3, xdrive.TouchEnd, xdrive.Slide))
	n, err := k.WaitLine(k.ctx, n, "msg=screen name=item")
	k.must(err)
	k.must(k.Damage.Settle(k.ctx, xdrive.Quiet))
	k.must(x.Finger(4, xdrive.TouchBegin, xdrive.HomeButton))
	k.must(x.Finger(4, xdrive.TouchEnd, xdrive.HomeButton))
	_, err = k.WaitLine(k.ctx, n, "msg=screen name=home")
	k.must(err)
}
