package main

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

// walk is a visit to the machine.
type walk struct {
	*machine
	kiosk, out string
	unit       string      // that shows the kiosk
	size       image.Point // of the page, px
	head       int         // the monitor with the page
	glassTurn  int         // how the picture lies on the glass, in degrees clockwise
	touchTurn  int         // the same of the touch panel's numbers
	random     time.Duration
	finger     int32  // the last one
	cursor     string // where the journal stood when the step began
}

// step is one thing to do and what must be seen then.
type step struct {
	name string
	do   func(*walk) (seen string, err error)
}

// all takes every step of a name that matches and prints what was seen. One that fails doesn't keep the others from being
// tried.
func (w *walk) all(names *regexp.Regexp) error {
	var failed []error
	fmt.Println("| Step | Seen |\n|---|---|")
	for _, s := range slices.Concat(first, screens, ends, onXorg) {
		if !names.MatchString(s.name) {
			continue
		}
		w.mark()
		seen, err := s.do(w)
		if err != nil {
			failed = append(failed, fmt.Errorf("%s: %w", s.name, err))
			seen = "**failed**: " + strings.ReplaceAll(err.Error(), "\n", " ")
			w.leave(s.name)
		}
		fmt.Printf("| %s | %s |\n", s.name, seen)
	}
	return errors.Join(failed...)
}

// mark notes where the journal stands.
func (w *walk) mark() {
	w.cursor, _ = w.run("journalctl -n0 --show-cursor -o cat | sed 's/^-- cursor: //'")
}

// leave writes what the machine says of itself after a step that failed.
func (w *walk) leave(step string) {
	state, err := w.run(`grep . /sys/class/drm/card*-*/status /sys/class/drm/card*-*/enabled /run/gongkai/*; kiosk status; journalctl -b -n 300 -o short-monotonic`)
	fmt.Fprintf(os.Stderr, "%s: %v\n%s\n", step, err, state)
}

// said returns the lines of the unit's journal, since the step began, that a regular expression matches.
func (w *walk) said(pattern string) (string, error) {
	lines, err := w.run(fmt.Sprintf("journalctl -u %s -o cat --after-cursor '%s' | grep -aE '%s' || true", w.unit, strings.TrimSpace(w.cursor), pattern))
	return strings.TrimSpace(lines), err
}

// slow is the deadline of whatever the machine does by itself.
const slow = 10 * time.Minute

// live waits until the unit has presented a frame.
func (w *walk) live() error {
	return within(slow, "the kiosk presents a frame", func() (bool, error) {
		state, err := w.run("systemctl show --value -p ActiveState " + w.unit)
		return strings.TrimSpace(state) == "active", err
	})
}

// shown returns the name of the screen that the journal reports last.
func (w *walk) shown() (string, error) {
	line, err := w.run("journalctl -u " + w.unit + " -o cat -n 200 | grep msg=screen | tail -1")
	_, rest, _ := strings.Cut(line, "name=")
	name, _, _ := strings.Cut(rest, " ")
	return name, err
}

// tap puts a finger down at a point of the page and lifts it.
func (w *walk) tap(p image.Point) error {
	w.finger++
	at := turned(image.Rectangle{p, p.Add(image.Pt(1, 1))}, w.size, w.touchTurn).Min
	return w.call("Play", play{"touch", append(press(at, w.finger), lift()...)}, nil)
}

// touchable plugs in a touch panel that fits the page.
func (w *walk) touchable() error {
	size := turned(image.Rectangle{Max: w.size}, w.size, w.touchTurn).Size()
	return w.call("Plug", thing{"touch", size.X, size.Y}, nil)
}

// turned returns where part of a page of a size lies once the page is turned by an angle, clockwise.
func turned(r image.Rectangle, size image.Point, degrees int) image.Rectangle {
	for ; degrees > 0; degrees -= 90 {
		r = image.Rect(size.Y-r.Max.Y, r.Min.X, size.Y-r.Min.Y, r.Max.X)
		size.X, size.Y = size.Y, size.X
	}
	return r
}

// points returns the two that lead home from any screen: what lies there is never the same as 首页 itself.
func (w *walk) points() []image.Point {
	middle := w.size.Div(2)
	if w.size.X > w.size.Y {
		return []image.Point{middle, image.Pt(w.size.X*255/1920, w.size.Y*1015/1080)}
	}
	return []image.Point{middle, image.Pt(w.size.X*239/1080, w.size.Y*1840/1920)}
}

// toHome taps until home is shown.
func (w *walk) toHome() error {
	return within(slow, "home is shown after taps", func() (bool, error) {
		for _, p := range w.points() {
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
		glass, err := w.glass(w.head, name)
		if err != nil {
			return false, err
		}
		want, err := w.snapshot(strings.TrimSpace(minute))
		if err != nil {
			return false, err
		}
		differ = w.difference(glass, want)
		return differ == 0, nil
	})
	if err != nil {
		return "", fmt.Errorf("%w: %d px differ, see %s.png", err, differ, name)
	}
	return "the same pixels as kiosk snapshot", nil
}

// snapshot returns home as kiosk snapshot draws it of the machine's own content.
func (w *walk) snapshot(minute string) (image.Image, error) {
	size := fmt.Sprintf("%dx%d", w.size.X, w.size.Y)
	dir := filepath.Join(w.out, "want", strings.ReplaceAll(minute, ":", ""), size)
	path := filepath.Join(dir, "home.png")
	if _, err := os.Stat(path); err != nil {
		cmd := exec.Command(w.kiosk, "snapshot", "--content", filepath.Join(w.out, "root/srv/kiosk/content"), "--out", dir, "--at", minute, "--size", size, "home")
		if out, err := cmd.CombinedOutput(); err != nil {
			return nil, fmt.Errorf("kiosk snapshot: %w\n%s", err, out)
		}
	}
	return readPNG(path)
}

// difference counts the pixels of the glass that differ from the page's.
func (w *walk) difference(glass, page image.Image) int {
	size := page.Bounds().Size()
	if glass.Bounds().Size() != turned(page.Bounds(), size, w.glassTurn).Size() {
		return size.X * size.Y
	}
	n := 0
	for y := range size.Y {
		for x := range size.X {
			at := turned(image.Rect(x, y, x+1, y+1), size, w.glassTurn).Min
			if color.RGBAModel.Convert(glass.At(at.X, at.Y)) != color.RGBAModel.Convert(page.At(x, y)) {
				n++
			}
		}
	}
	return n
}
