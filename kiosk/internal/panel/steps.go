package main

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"time"
)

// steplist is what is done, in this order.
var steplist = []step{
	{"starts", starts},
	{"the unit's journal and cgroup hold all of it", whole},
	{"`systemd-analyze security kiosk`", score},
	{"a touch panel is plugged in; taps: slide → item → home", touched},
	{"a mouse is plugged in and moved", moused},
	{"a keyboard: Ctrl-Alt-F2, Ctrl-Alt-Del ×8, Alt-Esc, Alt-SysRq-B, power, sleep", typed},
	{"the touch panel is unplugged while a finger is down, and plugged in again", replugged},
	{"a USB disk is plugged in", disk},
	{"keys, buttons and touches at random", random},
	{"kiosk, Xwayland, then cage killed", killed},
	{"kiosk stopped (SIGSTOP)", frozen},
	{"the power is cut, and the machine started again", powerCut},
}

func starts(w *walk) (string, error) {
	if err := w.live(); err != nil {
		return "", err
	}
	up, err := w.run("journalctl -b -o short-monotonic -u kiosk | grep -m1 Started | tr -d '[]' | cut -d. -f1")
	if err != nil {
		return "", err
	}
	name, err := w.shown()
	return fmt.Sprintf("%s, %s s after the kernel", name, strings.TrimSpace(up)), err
}

func whole(w *walk) (string, error) {
	held, err := w.run("xargs ps -o comm= -p </sys/fs/cgroup/system.slice/kiosk.service/cgroup.procs | sort | uniq | paste -sd' '")
	if err != nil {
		return "", err
	}
	for _, name := range []string{"cage", "Xwayland", "kiosk"} {
		if !strings.Contains(held, name) {
			return "", fmt.Errorf("not in the cgroup: %s (%s)", name, held)
		}
	}
	memory, err := w.run("cat /sys/fs/cgroup/system.slice/kiosk.service/memory.current")
	if err != nil {
		return "", err
	}
	bytes, err := strconv.Atoi(strings.TrimSpace(memory))
	return fmt.Sprintf("%s; %d MiB", strings.TrimSpace(held), bytes>>20), err
}

// most is the greatest exposure that a unit may have.
const most = 1.3

func score(w *walk) (string, error) {
	out, err := w.run("systemd-analyze security kiosk | grep -o 'level for kiosk.service: [0-9.]*'")
	if err != nil {
		return "", err
	}
	_, number, _ := strings.Cut(strings.TrimSpace(out), ": ")
	exposure, err := strconv.ParseFloat(number, 64)
	if err == nil && exposure > most {
		err = fmt.Errorf("%v, more than %v", exposure, most)
	}
	return number, err
}

func touched(w *walk) (string, error) {
	if err := w.call("Plug", thing{"touch", screen.X, screen.Y}, nil); err != nil {
		return "", err
	}
	return w.glassIsHome("home")
}

func moused(w *walk) (string, error) {
	if err := w.call("Plug", thing{Kind: "mouse"}, nil); err != nil {
		return "", err
	}
	time.Sleep(2 * time.Second) // udev finds out what it is
	if err := w.call("Play", play{"mouse", []event{{evRel, 0, 40, 0}, {evRel, 1, 30, 0}, {evSyn, 0, 0, 500}}}, nil); err != nil {
		return "", err
	}
	seen, err := w.glassIsHome("mouse")
	return "no arrow: " + seen, err
}

// sameRun returns what changes when the machine, the unit or the console does.
func (w *walk) sameRun() (string, error) {
	return w.run("cat /proc/sys/kernel/random/boot_id /sys/class/tty/tty0/active; systemctl show -p InvocationID kiosk")
}

func typed(w *walk) (string, error) {
	if err := w.call("Plug", thing{Kind: "keyboard"}, nil); err != nil {
		return "", err
	}
	time.Sleep(2 * time.Second)
	before, err := w.sameRun()
	if err != nil {
		return "", err
	}
	keys := chord(keyLeftCtrl, keyLeftAlt, keyF2)
	for range 8 {
		keys = append(keys, chord(keyLeftCtrl, keyLeftAlt, keyDelete)...)
	}
	for _, c := range [][]uint16{{keyLeftAlt, keyEsc}, {keyLeftAlt, keySysRq, keyB}, {keyPower}, {keySleep}} {
		keys = append(keys, chord(c...)...)
	}
	if err := w.call("Play", play{"keyboard", keys}, nil); err != nil {
		return "", err
	}
	seen, err := w.glassIsHome("keyboard")
	if err != nil {
		return "", err
	}
	after, err := w.sameRun()
	if err == nil && after != before {
		err = fmt.Errorf("boot, console and run were %q, are %q", before, after)
	}
	return "nothing: " + seen, err
}

func replugged(w *walk) (string, error) {
	w.finger++
	if err := w.call("Play", play{"touch", press(middle, w.finger)}, nil); err != nil {
		return "", err
	}
	if err := w.call("Plug", thing{"touch", screen.X, screen.Y}, nil); err != nil {
		return "", err
	}
	return w.glassIsHome("replugged")
}

func disk(w *walk) (string, error) {
	if err := w.ask("device_add", map[string]any{"driver": "usb-storage", "drive": "stick", "id": "stick-in"}); err != nil {
		return "", err
	}
	err := within(slow, "the kernel sees the disk", func() (bool, error) {
		out, err := w.run("ls /dev/sd? 2>/dev/null || true")
		return out != "", err
	})
	if err != nil {
		return "", err
	}
	time.Sleep(5 * time.Second) // an automounter takes less
	mounted, err := w.run("grep /dev/sd /proc/mounts || true")
	if err == nil && mounted != "" {
		err = fmt.Errorf("mounted: %s", mounted)
	}
	return "not mounted", err
}

func random(w *walk) (string, error) {
	r, n := rand.New(rand.NewPCG(1, 2)), 0
	for end := time.Now().Add(w.random); time.Now().Before(end); n++ {
		kind := []string{"touch", "touch", "keyboard", "mouse"}[r.IntN(4)]
		if err := w.call("Play", play{kind, chance(r, kind)}, nil); err != nil {
			return "", err
		}
	}
	seen, err := w.glassIsHome("random")
	return fmt.Sprintf("%d in %v, then %s", n, w.random, seen), err
}

func killed(w *walk) (string, error) {
	for _, name := range []string{"kiosk", "Xwayland", "cage"} {
		before, err := w.sameRun()
		if err != nil {
			return "", err
		}
		if _, err := w.run("pkill -KILL -o -x -u kiosk " + name); err != nil {
			return "", err
		}
		if err := w.again(before); err != nil {
			return "", fmt.Errorf("%s: %w", name, err)
		}
	}
	seen, err := w.glassIsHome("killed")
	return "started again each time: " + seen, err
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
	if _, err := w.run("pkill -STOP -x -u kiosk kiosk"); err != nil {
		return "", err
	}
	if err := w.again(before); err != nil {
		return "", err
	}
	why, err := w.run("journalctl -u kiosk | grep -o 'Watchdog timeout' | tail -1")
	return strings.TrimSpace(why) + ", started again", err
}

func powerCut(w *walk) (string, error) {
	if err := w.cut(); err != nil {
		return "", err
	}
	m, err := boot(w.out)
	if err != nil {
		return "", err
	}
	w.machine = m
	if err := w.live(); err != nil {
		return "", err
	}
	if err := w.call("Plug", thing{"touch", screen.X, screen.Y}, nil); err != nil {
		return "", err
	}
	return w.glassIsHome("power")
}
