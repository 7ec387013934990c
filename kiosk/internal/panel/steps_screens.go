package main

import (
	"errors"
	"fmt"
	"image"
	"strings"
	"time"
)

// screens is what can happen to the monitor, and to how it is mounted.
var screens = []step{
	{"the monitor is unplugged, and plugged in again", unplugged},
	{"the kernel switches the output off and on (`/sys/class/drm/card0-Virtual-1/status`)", switched},
	{"another monitor is plugged in, with 720×1280", smaller},
	{"a second monitor is plugged in", second},
	{"the first monitor is unplugged while there is a second one, and plugged in again", other},
	{"a panel on its side: `rotate = 90`, with 1920×1080", onSide},
	{"a touch panel upside down, put right by LIBINPUT_CALIBRATION_MATRIX", upsideDown},
	{"no monitor at the start; it is plugged in later", none},
}

// settle is how long the rig waits for what it can't ask about: whether nothing happens.
const settle = 10 * time.Second

// plugAgain takes the monitor away for a while and plugs one of a size in.
func (w *walk) plugAgain(size image.Point) error {
	if err := w.plugMonitor(0, image.Point{}); err != nil {
		return err
	}
	if err := w.dark(); err != nil {
		return err
	}
	time.Sleep(settle)
	return w.plugMonitor(0, size)
}

// dark waits until the session has noticed that there is no monitor: cage 0.1.4 ends with its last one. Xorg leaves its output as it is.
func (w *walk) dark() error {
	if w.unit == "kiosk-xorg" {
		return nil
	}
	return within(slow, "the journal has that no monitor is on", func() (bool, error) {
		line, err := w.said("no monitor is on|the X server is gone")
		return line != "", err
	})
}

func unplugged(w *walk) (string, error) {
	before, err := w.sameRun()
	if err != nil {
		return "", err
	}
	if err := w.plugAgain(screen); err != nil {
		return "", err
	}
	seen, err := w.glassIsHome("unplugged")
	if err != nil {
		return "", err
	}
	return w.how(before, seen)
}

// how reports whether the programs are those from before, and if not, what the journal says of their end.
func (w *walk) how(before, seen string) (string, error) {
	after, err := w.sameRun()
	if err != nil || after == before {
		return "the same run; " + seen, err
	}
	why, err := w.said("exited|timeout|SIG|level=ERROR")
	return fmt.Sprintf("started again (%s); %s", strings.ReplaceAll(why, "\n", " · "), seen), err
}

func switched(w *walk) (string, error) {
	before, err := w.sameRun()
	if err != nil {
		return "", err
	}
	for _, state := range []string{"off", "detect"} {
		if _, err := w.run("echo " + state + " >/sys/class/drm/card0-Virtual-1/status"); err != nil {
			return "", err
		}
		if err := w.plugMonitor(0, screen); err != nil { // the kernel reports a change; the write alone doesn't make it do so
			return "", err
		}
		if state == "off" {
			if err := w.dark(); err != nil {
				return "", err
			}
		}
	}
	seen, err := w.glassIsHome("switched")
	if err != nil {
		return "", err
	}
	return w.how(before, seen)
}

func smaller(w *walk) (string, error) {
	w.size = image.Pt(720, 1280)
	defer w.upright()
	before, err := w.sameRun()
	if err != nil {
		return "", err
	}
	if err := w.plugAgain(w.size); err != nil {
		return "", err
	}
	if err := w.touchable(); err != nil {
		return "", err
	}
	seen, err := w.glassIsHome("smaller")
	if err != nil {
		return "", err
	}
	return w.how(before, seen)
}

// upright brings the screen back that the machine has at the start.
func (w *walk) upright() error {
	w.size, w.glassTurn, w.touchTurn = screen, 0, 0
	if err := w.plugAgain(screen); err != nil {
		return err
	}
	return w.touchable()
}

// second plugs in another monitor, which must stay dark.
func second(w *walk) (string, error) {
	before, err := w.sameRun()
	if err != nil {
		return "", err
	}
	if err := w.plugMonitor(1, image.Pt(1920, 1080)); err != nil {
		return "", err
	}
	time.Sleep(settle)
	if _, err := w.glass(1, "second"); err != nil {
		return "", err
	}
	state, err := w.run("cat /sys/class/drm/card0-Virtual-2/status")
	if err == nil && strings.TrimSpace(state) != "disconnected" {
		err = fmt.Errorf("the second monitor is %s", state)
	}
	if err != nil {
		return "", err
	}
	seen, err := w.glassIsHome("beside-second")
	if err != nil {
		return "", err
	}
	return w.how(before, "the second stays dark; "+seen)
}

// other takes the monitor with the page away, while the second one of the step before is there.
func other(w *walk) (string, error) {
	w.head, w.size = 1, image.Pt(1920, 1080)
	defer func() { w.head, w.size = 0, screen; w.plugMonitor(1, image.Point{}) }()
	before, err := w.sameRun()
	if err != nil {
		return "", err
	}
	if err := w.plugMonitor(0, image.Point{}); err != nil {
		return "", err
	}
	if err := w.touchable(); err != nil {
		return "", err
	}
	on, err := w.glassIsHome("on-second")
	if err != nil {
		return "", err
	}
	w.head, w.size = 0, screen
	if err := errors.Join(w.plugMonitor(0, screen), w.touchable()); err != nil {
		return "", err
	}
	seen, err := w.glassIsHome("back-on-first")
	if err != nil {
		return "", err
	}
	return w.how(before, "on the second "+on+"; back on the first "+seen)
}

// set writes this machine's settings and starts the kiosk with them.
func (w *walk) set(settings string) error {
	before, err := w.sameRun()
	if err != nil {
		return err
	}
	if _, err := w.run(fmt.Sprintf("echo '%s' >/etc/kiosk/config.d/rig.toml; systemctl restart %s", settings, w.unit)); err != nil {
		return err
	}
	return w.again(before)
}

func onSide(w *walk) (string, error) {
	defer func() { w.upright(); w.set("rotate = 0") }()
	w.glassTurn, w.touchTurn = 90, 90
	if err := w.plugAgain(image.Pt(screen.Y, screen.X)); err != nil {
		return "", err
	}
	if err := w.set("rotate = 90"); err != nil {
		return "", err
	}
	if err := w.touchable(); err != nil {
		return "", err
	}
	return w.glassIsHome("side")
}

// calibrated is a udev rule for a touch panel that is mounted the other way up.
const calibrated = `ENV{ID_INPUT_TOUCHSCREEN}=="1", ENV{LIBINPUT_CALIBRATION_MATRIX}="-1 0 1 0 -1 1"`

func upsideDown(w *walk) (string, error) {
	const rule = "/etc/udev/rules.d/99-rig.rules"
	defer func() { w.run("rm -f " + rule + "; udevadm control --reload"); w.touchTurn = 0; w.touchable() }()
	if _, err := w.run(fmt.Sprintf("echo '%s' >%s; udevadm control --reload", calibrated, rule)); err != nil {
		return "", err
	}
	w.touchTurn = 180
	if err := w.touchable(); err != nil {
		return "", err
	}
	return w.glassIsHome("upside-down")
}

// none starts the machine without a monitor, waits until the unit has been there for a while, and plugs one in.
func none(w *walk) (string, error) {
	if err := w.cut(); err != nil {
		return "", err
	}
	m, err := boot(w.out)
	if err != nil {
		return "", err
	}
	w.machine = m
	if err := w.plugMonitor(0, image.Point{}); err != nil {
		return "", err
	}
	err = within(slow, "the unit has begun", func() (bool, error) {
		state, err := w.run("systemctl show --value -p ActiveState " + w.unit)
		return strings.TrimSpace(state) != "inactive", err
	})
	if err != nil {
		return "", err
	}
	time.Sleep(3 * settle)
	state, err := w.run("systemctl show --value -p ActiveState,NRestarts " + w.unit + " | paste -sd' '; cat /sys/class/drm/card0-Virtual-1/status; journalctl -b -u " + w.unit + " -o cat | tail -1")
	if err != nil {
		return "", err
	}
	if err := w.plugMonitor(0, screen); err != nil {
		return "", err
	}
	seen, err := w.comesUp("none", time.Now())
	return strings.Join(strings.Fields(state), " ") + "; then " + seen, err
}
