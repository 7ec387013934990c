// Command panel boots a whole panel and uses it: a Debian with its kernel in QEMU, with the package under test, a screen
// and a touch panel. It looks at the glass from outside, compares it with kiosk snapshot, and prints what it has seen. It
// judges order, never speed, since QEMU without KVM is slow. It runs as root, which unpacks the Debian.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"time"
)

func main() {
	deb := flag.String("deb", "", "the package under test")
	kiosk := flag.String("kiosk", "bin/kiosk", "the program that draws what is expected")
	out := flag.String("out", "out/panel", "where the machine, its log and its pictures go")
	random := flag.Duration("random", 5*time.Minute, "how long keys, buttons and touches are played at random")
	built := flag.Bool("built", false, "boot the machine that the last run has built")
	only := flag.String("run", "", "take only the steps whose name this regular expression matches")
	flag.Parse()
	if err := run(*deb, *kiosk, *out, *random, *built, *only); err != nil {
		fmt.Fprintln(os.Stderr, "panel:", err)
		os.Exit(1)
	}
}

func run(deb, kiosk, out string, random time.Duration, built bool, only string) error {
	steps, err := regexp.Compile(only)
	if err != nil {
		return err
	}
	if _, err := os.Stat(kiosk); err != nil {
		return fmt.Errorf("-kiosk: %w; make build makes it", err)
	}
	out, err = filepath.Abs(out)
	if err != nil {
		return err
	}
	if !built {
		if err := build(deb, out); err != nil {
			return err
		}
	}
	m, err := boot(out)
	if err != nil {
		return err
	}
	w := &walk{machine: m, kiosk: kiosk, out: out, unit: "kiosk", size: screen, random: random}
	defer func() { w.machine.cut() }()
	return w.all(steps)
}
