package main

import (
	"context"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkai/kiosk/xdrive"
)

// TestWindowManager: under a window manager, which puts a frame around the window, the first picture is
// on the glass at once and whole, full screen and in a window as make run opens it. With a single item
// no slide follows that would cover up a first one that is missing.
func TestWindowManager(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		manager, screen, file string
		args                  []string
	}{
		{"openbox", "attract", "attract-06.png", nil},
		{"openbox", "attract", "attract-06.png", []string{"--window", "540x960"}},
		{"openbox", "preparing", "preparing.png", nil},
		{"matchbox-window-manager", "attract", "attract-06.png", nil},
		{"matchbox-window-manager", "attract", "attract-06.png", []string{"--window", "540x960"}},
	} {
		t.Run(strings.Join(append([]string{c.manager, c.screen}, c.args...), " "), func(t *testing.T) {
			t.Parallel()
			k := kiosk{T: t, dir: filepath.Join(t.TempDir(), "content")}
			k.copyOneItem(c.screen == "attract")
			k = k.server(xdrive.Portrait)
			k.must(k.Manage(k.ctx, c.manager))
			k.launch(clockless(t), c.args...).showsAtStart(c.screen, c.file)
		})
	}
}

// TestDesk: a desk's window is closed with Esc, or with its frame's button; full screen ignores the keyboard.
func TestDesk(t *testing.T) {
	t.Parallel()
	k := kiosk{T: t, dir: filepath.Join(t.TempDir(), "content")}
	k.copyOneItem(true)
	k = k.server(xdrive.Portrait)
	k.must(k.Manage(k.ctx, "openbox"))
	binary := clockless(t)
	for name, end := range map[string]func() error{
		"Esc":    func() error { return k.Key(xdrive.Escape) },
		"button": func() error { return k.CloseWindow("kiosk") },
	} {
		k := k.launch(binary, "--window", "540x960")
		k.showsAtStart("attract", "attract-06.png")
		k.must(end())
		if code, err := k.Wait(k.soon()); code != 0 || err != nil {
			t.Errorf("%s: exit code %d (%v); log:\n%s", name, code, err, strings.Join(k.Log(), "\n"))
		}
	}
	k = k.launch(binary)
	k.showsAtStart("attract", "attract-06.png")
	k.must(k.Key(xdrive.Escape))
	k.walk(xdrive.Step{At: xdrive.Slide, Want: "item"})
	if !k.Running() {
		t.Error("Esc has ended the full screen")
	}
}

// launch starts the program on the server and waits for nothing.
func (k kiosk) launch(binary string, args ...string) kiosk {
	k.Helper()
	var err error
	k.Program, err = k.Launch(binary, append([]string{"run", "--content", k.dir}, args...)...)
	k.must(err)
	k.Cleanup(func() { k.End() })
	return k
}

// copyOneItem makes a content directory with a single item, or an empty one.
func (k kiosk) copyOneItem(item bool) {
	k.Helper()
	k.must(os.Mkdir(k.dir, 0o755))
	if !item {
		return
	}
	shipped := kiosk{T: k.T, dir: filepath.Join(k.TempDir(), "shipped")}
	shipped.copyShipped()
	k.must(os.Mkdir(k.file("items"), 0o755))
	for _, name := range []string{"kiosk.toml", item6} {
		k.must(os.Rename(shipped.file(name), k.file(name)))
	}
}

// showsAtStart waits until the window holds a screen as kiosk snapshot draws it, to the last pixel: the program
// trusts no clock.
func (k kiosk) showsAtStart(screen, file string) {
	k.Helper()
	k.showsIn(func(at image.Rectangle) bool { return at.In(image.Rectangle{Max: k.Size}) }, screen, file)
}

// showsIn waits until the window lies where it should, px on the screen, and holds a screen as kiosk snapshot draws it.
func (k kiosk) showsIn(lies func(at image.Rectangle) bool, screen, file string) {
	k.Helper()
	ctx := k.soon()
	var want *image.RGBA
	for {
		n := k.Damage.Count()
		at, err := k.Window("kiosk")
		if err == nil && lies(at) {
			if want == nil || want.Rect.Size() != at.Size() {
				want = k.drawn(screen, file, "--at", "none", "--size", fmt.Sprintf("%dx%d", at.Dx(), at.Dy()))
			}
			got, err := k.Part(at)
			k.must(err)
			if same(got, want) {
				return
			}
		}
		// A window manager's last words on a window draw nothing.
		soon, cancel := context.WithTimeout(ctx, xdrive.Quiet)
		k.Damage.Wait(soon, n)
		cancel()
		if ctx.Err() != nil {
			k.must(xdrive.Save(filepath.Join(k.ArtifactDir(), "got.png"), k.picture()))
			k.Fatalf("%s is not on the glass, the window lies at %v: %v; log:\n%s", screen, at, ctx.Err(), strings.Join(k.Log(), "\n"))
		}
	}
}
