package main

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// walk is a visit to the machine.
type walk struct {
	*machine
	kiosk, out string
	random     time.Duration
	finger     int32 // the last one
}

// step is one thing to do and what must be seen then.
type step struct {
	name string
	do   func(*walk) (seen string, err error)
}

// all takes every step and prints what was seen. One that fails doesn't keep the others from being tried.
func (w *walk) all() error {
	var failed []error
	fmt.Println("| Step | Seen |\n|---|---|")
	for _, s := range steplist {
		seen, err := s.do(w)
		if err != nil {
			failed = append(failed, fmt.Errorf("%s: %w", s.name, err))
			seen = "**failed**: " + strings.ReplaceAll(err.Error(), "\n", " ")
		}
		fmt.Printf("| %s | %s |\n", s.name, seen)
	}
	return errors.Join(failed...)
}

// slow is the deadline of whatever the machine does by itself.
const slow = 10 * time.Minute

// live waits until the unit has presented a frame.
func (w *walk) live() error {
	return within(slow, "the kiosk presents a frame", func() (bool, error) {
		state, err := w.run("systemctl show --value -p ActiveState kiosk")
		return strings.TrimSpace(state) == "active", err
	})
}

// shown returns the name of the screen that the journal reports last.
func (w *walk) shown() (string, error) {
	line, err := w.run("journalctl -u kiosk -o cat -n 200 | grep msg=screen | tail -1")
	_, rest, _ := strings.Cut(line, "name=")
	name, _, _ := strings.Cut(rest, " ")
	return name, err
}

// tap puts a finger down and lifts it.
func (w *walk) tap(p image.Point) error {
	w.finger++
	return w.call("Play", play{"touch", append(press(p, w.finger), lift()...)}, nil)
}

// The points that lead home from any screen: what lies there is never the same as 首页 itself.
var middle, home = image.Pt(540, 900), image.Pt(239, 1840)

// toHome taps until home is shown.
func (w *walk) toHome() error {
	return within(slow, "home is shown after taps", func() (bool, error) {
		for _, p := range []image.Point{middle, home} {
			if err := w.tap(p); err != nil {
				return false, err
			}
			time.Sleep(2 * time.Second) // a tap while the page before it is still moving counts for nothing
		}
		name, err := w.shown()
		return name == "home", err
	})
}

// glassIsHome goes home and compares the glass with kiosk snapshot until every pixel is the same. Where the machine is slow
// the carousel returns before that, and home is gone to again.
func (w *walk) glassIsHome(name string) (string, error) {
	differ := 0
	err := within(slow, "the glass shows home as kiosk snapshot draws it", func() (bool, error) {
		if err := w.toHome(); err != nil {
			return false, err
		}
		minute, err := w.run("TZ=Asia/Shanghai date +%FT%H:%M")
		if err != nil {
			return false, err
		}
		glass, err := w.glass(name)
		if err != nil {
			return false, err
		}
		want, err := w.snapshot(strings.TrimSpace(minute))
		if err != nil {
			return false, err
		}
		differ = difference(glass, want)
		return differ == 0, nil
	})
	if err != nil {
		return "", fmt.Errorf("%w: %d px differ, see %s.png", err, differ, name)
	}
	return "the same pixels as kiosk snapshot", nil
}

// snapshot returns home as kiosk snapshot draws it of the machine's own content.
func (w *walk) snapshot(minute string) (image.Image, error) {
	dir := filepath.Join(w.out, "want-"+strings.ReplaceAll(minute, ":", ""))
	path := filepath.Join(dir, "home.png")
	if _, err := os.Stat(path); err != nil {
		cmd := exec.Command(w.kiosk, "snapshot", "--content", filepath.Join(w.out, "root/srv/kiosk/content"), "--out", dir, "--at", minute, "home")
		if out, err := cmd.CombinedOutput(); err != nil {
			return nil, fmt.Errorf("kiosk snapshot: %w\n%s", err, out)
		}
	}
	return readPNG(path)
}

// difference counts the pixels that differ between two pictures.
func difference(a, b image.Image) int {
	if a.Bounds() != b.Bounds() {
		return a.Bounds().Dx() * a.Bounds().Dy()
	}
	n := 0
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			if color.RGBAModel.Convert(a.At(x, y)) != color.RGBAModel.Convert(b.At(x, y)) {
				n++
			}
		}
	}
	return n
}
