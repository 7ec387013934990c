package main

import (
	"context"
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"gongkai/kiosk/xdrive"
)

// Places of the service pages on a portrait panel, px.
var (
	corner     = image.Pt(60, 60)
	screenSlot = image.Pt(240, 1832)
	restarting = image.Pt(720, 1832)
	turningOff = image.Pt(960, 1832)
	meant      = image.Pt(825, 1824) // the right one of two buttons
)

// pinKey returns the place of a key of the PIN's page; = is 确定.
func pinKey(key rune) image.Point {
	i := strings.IndexRune("123456789<0=", key)
	return image.Pt(156+300*(i%3)+142, 1140+192*(i/3)+88)
}

// TestServicePage: five taps and the PIN open the service page; the touch test finds a mirrored touch, the screen test shows its pictures, off asks
// the machine, restart ends the program with its own code, and no digit is in the log.
func TestServicePage(t *testing.T) {
	t.Parallel()
	k := kiosk{T: t, dir: filepath.Join(t.TempDir(), "content")}
	k.copyShipped()
	dir := t.TempDir()
	settings := filepath.Join(dir, "config.toml")
	k.must(os.WriteFile(settings, []byte("service_pin = \"8309\"\ncontent = \""+k.dir+"\"\n"), 0o644))
	k = k.server(xdrive.Portrait)
	var err error
	units := "mkdir -p /run/systemd/system; mount -t tmpfs none /etc/systemd/system; : >/etc/systemd/system/kiosk-off.path"
	words := append(apart(t, units), "/usr/bin/env", "RUNTIME_DIRECTORY="+dir, built, "run", "--config", settings)
	k.Program, err = k.Launch(words[0], words[1:]...)
	k.must(err)
	k.Cleanup(func() { k.End() })
	k.must(k.Ready(k.soon(), k.Program))
	k.knock("pin")
	k.shows(k.soon(), k.drawn("pin", "pin.png"))
	k.knock("touch-test")
	for _, at := range []image.Point{{960, 120}, {120, 120}, {120, 1800}, {960, 1800}} {
		k.must(k.Tap(at))
	}
	k.shows(k.soon(), k.drawn("touch-test", "touch-test-mirrored.png"))
	k.walk(xdrive.Step{At: image.Pt(825, 1836), Want: "pin"})
	for _, key := range "83<309" {
		k.must(k.Tap(pinKey(key)))
	}
	k.walk(xdrive.Step{At: pinKey('='), Want: "service"}, xdrive.Step{At: screenSlot, Want: "screen-test"})
	for i := 1; i < 7; i++ {
		k.shows(k.soon(), k.drawn("screen-test", fmt.Sprintf("screen-test-%d.png", i)))
		k.must(k.Tap(image.Pt(540, 300+150*i)))
	}
	k.shows(k.soon(), k.drawn("screen-test", "screen-test-7.png"))
	k.walk(xdrive.Step{At: image.Pt(540, 1600), Want: "service"}, xdrive.Step{At: turningOff, Want: "service"})
	k.orders(meant, "off")
	if _, err := os.Stat(filepath.Join(dir, "off")); err != nil {
		t.Error(err)
	}
	k.walk(xdrive.Step{At: xdrive.BackButton, Want: "service"}, xdrive.Step{At: restarting, Want: "service"})
	k.orders(meant, "restart")
	if code, err := k.Wait(k.soon()); code != anew || err != nil {
		t.Errorf("it ends with %d (%v)", code, err)
	}
	if text := strings.Join(k.Log(), "\n"); regexp.MustCompile(`\b8309?\b`).MatchString(text) { // a path or a hash may have them within
		t.Errorf("digits are in the log:\n%s", text)
	}
	k.calm()
}

// knock taps the corner until a page is shown: on a busy machine five taps may take longer than they may.
func (k kiosk) knock(want string) {
	k.Helper()
	for ctx := k.soon(); ; {
		n := len(k.Log())
		for range 5 {
			k.must(k.Tap(corner))
		}
		short, cancel := context.WithTimeout(ctx, patience/10)
		_, err := k.WaitLine(short, n, "msg=screen name="+want+" ")
		cancel()
		if err == nil {
			k.must(k.Damage.Settle(ctx, xdrive.Quiet))
			return
		}
		if ctx.Err() != nil {
			k.Fatal(err)
		}
	}
}

// orders taps and waits until the log names an order.
func (k kiosk) orders(at image.Point, order string) {
	k.Helper()
	n := len(k.Log())
	k.must(k.Tap(at))
	_, err := k.WaitLine(k.soon(), n, "order="+order)
	k.must(err)
}

// TestOffRemovesTheRequest: whatever lies in place of the request is removed before the machine is switched off, or the path unit would
// find it again at once.
func TestOffRemovesTheRequest(t *testing.T) {
	text, err := os.ReadFile("../../systemd/kiosk-off.service")
	if err != nil {
		t.Fatal(err)
	}
	_, remove, _ := strings.Cut(string(text), "\nExecStart=")
	remove, _, _ = strings.Cut(remove, "\n")
	for name, place := range map[string]func(path string) error{
		"a file":      func(path string) error { return os.WriteFile(path, nil, 0o600) },
		"a directory": func(path string) error { return os.MkdirAll(filepath.Join(path, "within"), 0o700) },
		"a link":      func(path string) error { return os.Symlink("/", path) },
	} {
		request := filepath.Join(t.TempDir(), "off")
		if err := place(request); err != nil {
			t.Fatal(err)
		}
		command := strings.ReplaceAll(remove, "/run/kiosk/off", request)
		if !strings.HasPrefix(command, "/bin/rm ") || !strings.HasSuffix(command, request) {
			t.Fatalf("kiosk-off.service begins with %q", remove)
		}
		out, err := exec.Command("sh", "-c", command).CombinedOutput()
		if _, left := os.Lstat(request); err != nil || left == nil {
			t.Errorf("%s: %v, %s", name, err, out)
		}
	}
}
