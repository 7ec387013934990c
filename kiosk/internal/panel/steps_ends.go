package main

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// ends are the ways in which a program, the machine or its power ends, and a beginning follows.
var ends = []step{
	{"kiosk, Xwayland, then cage killed", killed},
	{"kiosk stopped (SIGSTOP)", frozen},
	{"the kernel crashes", crashed},
	{"the kernel hangs, with the hardware watchdog of docs/security.md", hung},
	{"the power is cut while the machine is at rest", powerCut},
	{"the power is cut while a file of the content is written", powerCutWriting},
	{"the power is cut while the machine starts", powerCutStarting},
}

// killed kills each program of the unit in turn. The content must be the same before and after.
func killed(w *walk) (string, error) {
	var took []string
	revision, err := w.revision()
	if err != nil {
		return "", err
	}
	for _, name := range []string{"kiosk", "Xwayland", "cage"} {
		before, err := w.sameRun()
		if err != nil {
			return "", err
		}
		start := time.Now()
		if _, err := w.run("pkill -KILL -o -x -u kiosk " + name); err != nil {
			return "", err
		}
		if err := w.again(before); err != nil {
			return "", fmt.Errorf("%s: %w", name, err)
		}
		took = append(took, fmt.Sprintf("%s %.0f s", name, time.Since(start).Seconds()))
	}
	after, err := w.revision()
	if err == nil && after != revision {
		err = fmt.Errorf("revision %s became %s", revision, after)
	}
	if err != nil {
		return "", err
	}
	seen, err := w.glassIsHome("killed")
	return "first frame again after " + strings.Join(took, ", ") + "; same revision; " + seen, err
}

// revision returns that of the content on the screen.
func (w *walk) revision() (string, error) {
	return w.run(`kiosk status --format json | grep -o '"revision": *"[^"]*"'`)
}

// again waits until the unit runs once more and has presented a frame.
func (w *walk) again(before string) error {
	return within(slow, "the unit has started again", func() (bool, error) {
		now, err := w.sameRun()
		if err != nil || now == before {
			return false, err
		}
		return true, w.live()
	})
}

func frozen(w *walk) (string, error) {
	before, err := w.sameRun()
	if err != nil {
		return "", err
	}
	start := time.Now()
	if _, err := w.run("pkill -STOP -x -u kiosk kiosk"); err != nil {
		return "", err
	}
	if err := w.again(before); err != nil {
		return "", err
	}
	took := time.Since(start).Seconds()
	why, err := w.run("journalctl -u " + w.unit + " | grep -o 'Watchdog timeout' | tail -1")
	if err != nil {
		return "", err
	}
	seen, err := w.glassIsHome("frozen")
	return fmt.Sprintf("%s, first frame again after %.0f s; %s", strings.TrimSpace(why), took, seen), err
}

// afterReset waits until QEMU reports an event, goes into the machine that starts again, and finds it at work.
func (w *walk) afterReset(event, name string) (string, error) {
	w.events = nil
	err := within(slow, event, func() (bool, error) {
		return slices.Contains(w.events, event), w.ask("query-status", nil)
	})
	if err != nil {
		return "", err
	}
	start := time.Now()
	if err := w.shake(); err != nil {
		return "", err
	}
	return w.comesUp(name, start)
}

// comesUp waits for a first frame and goes home.
func (w *walk) comesUp(name string, start time.Time) (string, error) {
	if err := w.live(); err != nil {
		return "", err
	}
	took := time.Since(start).Seconds()
	if err := w.touchable(); err != nil {
		return "", err
	}
	seen, err := w.glassIsHome(name)
	return fmt.Sprintf("first frame after %.0f s; %s", took, seen), err
}

// crash has the kernel crash once the call has returned.
const crash = "systemd-run -q --on-active=1 sh -c 'echo c >/proc/sysrq-trigger'"

func crashed(w *walk) (string, error) {
	if _, err := w.run("sync; " + crash); err != nil {
		return "", err
	}
	seen, err := w.afterReset("RESET", "crashed")
	return "started again by itself (kernel.panic); " + seen, err
}

func hung(w *walk) (string, error) {
	_, err := w.run(`set -e
mkdir -p /etc/systemd/system.conf.d
printf '[Manager]\nRuntimeWatchdogSec=30\n' >/etc/systemd/system.conf.d/watchdog.conf
systemctl daemon-reexec
test -e /dev/watchdog0
for i in $(seq 100); do grep -qx active /sys/class/watchdog/watchdog0/state && break; sleep 0.3; done
grep -x active /sys/class/watchdog/watchdog0/state
sysctl -w kernel.panic=0; sync
` + crash)
	if err != nil {
		return "", err
	}
	seen, err := w.afterReset("WATCHDOG", "hung")
	return "the watchdog has reset it; " + seen, err
}

// restart takes the power away and gives it back.
func (w *walk) restart(name string) (string, error) {
	if err := w.cut(); err != nil {
		return "", err
	}
	m, err := boot(w.out)
	if err != nil {
		return "", err
	}
	w.machine = m
	return w.comesUp(name, time.Now())
}

func powerCut(w *walk) (string, error) { return w.restart("power") }

// powerCutWriting cuts the power while staff's program writes one file over and over, as an editor does that empties it first.
// What the file says is the same each time, so home looks the same, whichever write was the last.
func powerCutWriting(w *walk) (string, error) {
	_, err := w.run(`cd /srv/kiosk/content/items
cp 06-*.toml /root/item.toml
systemd-run -q sh -c 'while :; do cat /root/item.toml >"$0"; done' "$PWD"/06-*.toml`)
	if err != nil {
		return "", err
	}
	time.Sleep(15 * time.Second) // some of the writes have reached the disk
	seen, err := w.restart("writing")
	if err != nil {
		return "", err
	}
	left, err := w.run("cd /srv/kiosk/content/items; cmp -s 06-*.toml /root/item.toml && echo whole || stat -c '%s bytes' 06-*.toml; cat /root/item.toml >$(echo 06-*.toml)")
	return "the file is " + strings.TrimSpace(left) + "; " + seen, err
}

func powerCutStarting(w *walk) (string, error) {
	if err := w.cut(); err != nil {
		return "", err
	}
	m, err := boot(w.out)
	if err != nil {
		return "", err
	}
	w.machine = m
	state, err := w.run("systemctl is-system-running || true")
	if err != nil {
		return "", err
	}
	seen, err := w.restart("starting")
	return "cut while " + strings.TrimSpace(state) + "; " + seen, err
}
