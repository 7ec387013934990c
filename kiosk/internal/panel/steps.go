package main

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"time"
)

// first is the beginning and a visitor's part, in this order.
var first = []step{
	{"starts", starts},
	{"the unit's cgroup holds all of it", whole},
	{"`systemd-analyze security` of the units that run a program of ours", scores},
	{"a touch panel is plugged in; taps: slide → item → home", touched},
	{"memory at home", memory},
	{"a mouse is plugged in and moved", moused},
	{"a keyboard: Ctrl-Alt-F2, Ctrl-Alt-Backspace, Ctrl-Alt-Del ×8, Alt-Esc, Alt-SysRq-B, power, sleep", typed},
	{"the touch panel is unplugged while a finger is down, and plugged in again", replugged},
	{"a USB disk is plugged in", disk},
	{"keys, buttons and touches at random", random},
}

func starts(w *walk) (string, error) {
	if err := w.live(); err != nil {
		return "", err
	}
	up, err := w.run("journalctl -b -o short-monotonic -u " + w.unit + " | grep -m1 Started | tr -d '[]' | cut -d. -f1")
	if err != nil {
		return "", err
	}
	name, err := w.shown()
	return fmt.Sprintf("%s, %s s after the kernel", name, strings.TrimSpace(up)), err
}

// cgroup lists the processes of the unit.
func (w *walk) cgroup() string { return "/sys/fs/cgroup/system.slice/" + w.unit + ".service" }

func whole(w *walk) (string, error) {
	held, err := w.run("xargs ps -o comm= -p <" + w.cgroup() + "/cgroup.procs | sort | uniq | paste -sd' '")
	if err != nil {
		return "", err
	}
	for _, name := range []string{"cage", "Xwayland", "kiosk"} {
		if !strings.Contains(held, name) {
			return "", fmt.Errorf("not in the cgroup: %s (%s)", name, held)
		}
	}
	return strings.TrimSpace(held), nil
}

// memory reports the proportional set size of each process, and what the kernel charges the unit for, with cached files.
func memory(w *walk) (string, error) {
	out, err := w.run(`cd ` + w.cgroup() + `; for p in $(cat cgroup.procs); do
	pss=$(awk '/^Pss:/ { print $2 }' /proc/$p/smaps_rollup 2>/dev/null) && [ -n "$pss" ] || continue # it has just ended
	echo "$(cat /proc/$p/comm) $pss"
done; echo "cgroup $(($(cat memory.current) / 1024))"`)
	if err != nil {
		return "", err
	}
	var parts []string
	sum := 0
	for line := range strings.Lines(out) {
		name, number, _ := strings.Cut(strings.TrimSpace(line), " ")
		kib, err := strconv.Atoi(number)
		if err != nil {
			return "", fmt.Errorf("%w: %s", err, out)
		}
		if name != "cgroup" {
			sum += kib
		}
		parts = append(parts, fmt.Sprintf("%s %d", name, kib>>10))
	}
	return fmt.Sprintf("PSS %d MiB: %s", sum>>10, strings.Join(parts, ", ")), nil
}

// exposures are the greatest that units may have.
var exposures = []struct {
	unit string
	most float64
}{{"kiosk", 1.3}, {"kiosk-xorg", 1.0}}

func scores(w *walk) (string, error) {
	var all []string
	for _, e := range exposures {
		out, err := w.run("systemd-analyze security " + e.unit + " | grep -o 'level for .*: [0-9.]*'")
		if err != nil {
			return "", err
		}
		_, number, _ := strings.Cut(strings.TrimSpace(out), ": ")
		exposure, err := strconv.ParseFloat(number, 64)
		if err != nil {
			return "", err
		}
		if exposure > e.most {
			return "", fmt.Errorf("%s: %v, more than %v", e.unit, exposure, e.most)
		}
		all = append(all, e.unit+" "+number)
	}
	return strings.Join(all, ", "), nil
}

func touched(w *walk) (string, error) {
	if err := w.touchable(); err != nil {
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
	return w.run("cat /proc/sys/kernel/random/boot_id /sys/class/tty/tty0/active; systemctl show -p InvocationID " + w.unit)
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
	keys := append(chord(keyLeftCtrl, keyLeftAlt, keyF2), chord(keyLeftCtrl, keyLeftAlt, keyBackspace)...)
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
	if err := w.call("Play", play{"touch", press(w.points()[0], w.finger)}, nil); err != nil {
		return "", err
	}
	if err := w.touchable(); err != nil {
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
	// What was chosen, large text perhaps, is gone once the carousel is back.
	err := within(slow, "the carousel is back", func() (bool, error) {
		name, err := w.shown()
		return name == "attract", err
	})
	if err != nil {
		return "", err
	}
	seen, err := w.glassIsHome("random")
	return fmt.Sprintf("%d in %v, then %s", n, w.random, seen), err
}
