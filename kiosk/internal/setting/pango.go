package main

import (
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// pangoSource is the program that sets the same paragraphs with Pango.
const pangoSource = "kiosk/internal/setting/pango/pango.c"

// times are the times of a pass over all paragraphs.
type times struct{ cold, warm, best time.Duration }

// least returns the lesser times of two rounds, which other work on the machine disturbed less.
func (t times) least(u times) times {
	return times{min(t.cold, u.cold), min(t.warm, u.warm), min(t.best, u.best)}
}

// buildPango builds the program. Without a C compiler or Pango's headers its half
// of the report is omitted.
func buildPango(out string) (name string, err error) {
	flags, err := exec.Command("pkg-config", "--cflags", "--libs", "pangocairo").Output()
	if err != nil {
		return "", errors.New("libpango1.0-dev is not installed")
	}
	name = filepath.Join(out, "pango")
	args := append([]string{"-O2", "-o", name, pangoSource}, strings.Fields(string(flags))...)
	if said, err := exec.Command("gcc", args...).CombinedOutput(); err != nil {
		return "", fmt.Errorf("gcc: %w: %s", err, said)
	}
	return filepath.Abs(name)
}

// pango runs the program, which sets and paints the paragraphs.
func pango(name, cells string, measure int) (laid, painted times, err error) {
	said, err := exec.Command(name, cells, strconv.Itoa(measure), strconv.Itoa(em), strconv.Itoa(passes+1), "Noto Sans CJK SC").Output()
	if err != nil {
		return laid, painted, err
	}
	return readTimes(string(said))
}

// readTimes parses the program's output.
func readTimes(said string) (laid, painted times, err error) {
	var s [6]float64
	if _, err := fmt.Sscanf(said, "laid %g %g %g\npainted %g %g %g", &s[0], &s[1], &s[2], &s[3], &s[4], &s[5]); err != nil {
		return laid, painted, fmt.Errorf("pango says %q: %w", said, err)
	}
	in := func(n float64) time.Duration { return time.Duration(n * float64(time.Second)) }
	return times{in(s[0]), in(s[1]), in(s[2])}, times{in(s[3]), in(s[4]), in(s[5])}, nil
}
