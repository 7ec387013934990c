package main

import (
	"fmt"
	"image"
	"strings"
	"time"
)

// onXorg are the steps of the other session, kiosk-xorg.service.
var onXorg = []step{
	{"kiosk-xorg instead of kiosk", xorgStarts},
	{"Xorg: memory at home", memory},
	{"Xorg: the keyboard's keys", typed},
	{"Xorg: blanking and DPMS (`xset q`)", blanking},
	{"Xorg: 1024×768 by xrandr", byXrandr},
	{"Xorg: the picture turned by xrandr, touch by LIBINPUT_CALIBRATION_MATRIX", turnedByXrandr},
	{"Xorg: the output off and on by xrandr", offByXrandr},
	{"Xorg: the monitor is unplugged, and plugged in again", unplugged},
	{"Xorg: another monitor is plugged in, with 720×1280", smaller},
	{"Xorg: no monitor at the start; it is plugged in later", none},
	{"Xorg: Xorg killed, then kiosk", killedOnXorg},
	{"Xorg: the power is cut", powerCut},
}

func xorgStarts(w *walk) (string, error) {
	if _, err := w.run("systemctl disable --now kiosk; systemctl enable --now --no-block kiosk-xorg; sync"); err != nil {
		return "", err
	}
	w.unit = "kiosk-xorg"
	seen, err := w.comesUp("xorg", time.Now())
	if err != nil {
		return "", err
	}
	held, err := w.run("for u in kiosk-xorg kiosk-x; do xargs ps -o comm= -p </sys/fs/cgroup/system.slice/$u.service/cgroup.procs; done | paste -sd' '")
	return strings.TrimSpace(held) + "; " + seen, err
}

func blanking(w *walk) (string, error) {
	out, err := w.run("DISPLAY=:0 xset q | grep -E -A1 'prefer blanking|timeout|Standby|DPMS is' | tr -s ' \\n' ' '")
	if err == nil && !strings.Contains(out, "timeout: 0") {
		err = fmt.Errorf("the server's timer runs: %s", out)
	}
	return strings.TrimSpace(out), err
}

// xrandr changes the one output.
func (w *walk) xrandr(arguments string) error {
	_, err := w.run("export DISPLAY=:0; xrandr --output $(xrandr | sed -n 's/ connected.*//p' | head -1) " + arguments)
	return err
}

func byXrandr(w *walk) (string, error) {
	before, err := w.sameRun()
	if err != nil {
		return "", err
	}
	w.size = image.Pt(1024, 768) // virtio-gpu has it beside its own
	defer func() { w.xrandr("--preferred"); w.size = screen }()
	// A touch panel reports in its own units, whatever the picture's.
	if err := w.xrandr("--mode 1024x768"); err != nil {
		return "", err
	}
	if err := w.touchable(); err != nil {
		return "", err
	}
	seen, err := w.glassIsHome("xrandr")
	if err != nil {
		return "", err
	}
	return w.how(before, seen)
}

func turnedByXrandr(w *walk) (string, error) {
	const rule = "/etc/udev/rules.d/99-rig.rules"
	defer func() {
		w.run("rm -f " + rule + "; udevadm control --reload")
		w.xrandr("--rotate normal")
		w.glassTurn, w.touchTurn = 0, 0
		w.touchable()
	}()
	if _, err := w.run(fmt.Sprintf("echo '%s' >%s; udevadm control --reload", calibrated, rule)); err != nil {
		return "", err
	}
	if err := w.xrandr("--rotate inverted"); err != nil {
		return "", err
	}
	w.glassTurn, w.touchTurn = 180, 180
	if err := w.touchable(); err != nil {
		return "", err
	}
	return w.glassIsHome("inverted")
}

func offByXrandr(w *walk) (string, error) {
	before, err := w.sameRun()
	if err != nil {
		return "", err
	}
	_, err = w.run("export DISPLAY=:0; o=$(xrandr | sed -n 's/ connected.*//p' | head -1); xrandr --output $o --off; sleep 10; xrandr --output $o --auto")
	if err != nil {
		return "", err
	}
	seen, err := w.glassIsHome("xrandr-off")
	if err != nil {
		return "", err
	}
	return w.how(before, seen)
}

func killedOnXorg(w *walk) (string, error) {
	var took []string
	for _, name := range []string{"Xorg", "kiosk"} {
		before, err := w.sameRun()
		if err != nil {
			return "", err
		}
		start := time.Now()
		if _, err := w.run("pkill -KILL -o -x " + name); err != nil {
			return "", err
		}
		if err := w.again(before); err != nil {
			return "", fmt.Errorf("%s: %w", name, err)
		}
		took = append(took, fmt.Sprintf("%s %.0f s", name, time.Since(start).Seconds()))
	}
	seen, err := w.glassIsHome("killed-xorg")
	return "first frame again after " + strings.Join(took, ", ") + "; " + seen, err
}
