package main

import (
	"bytes"
	"cmp"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/session"
)

// machine returns what the service page shows that doesn't change while the program runs, and the problems of content and settings,
// of which hints don't count.
func (c config) machine(problems []diag.Problem) session.Machine {
	problems = slices.DeleteFunc(slices.Clone(problems), func(p diag.Problem) bool { return p.Severity == diag.Hint })
	slices.SortStableFunc(problems, func(a, b diag.Problem) int { return cmp.Compare(a.Severity, b.Severity) })
	m := session.Machine{Version: version, Commit: commit[:min(len(commit), 8)], Zone: c.zone.String(), Rotate: c.rotate, Problems: len(problems)}
	for i, p := range problems[:min(len(problems), len(m.First))] {
		m.First[i] = problemText(p)
	}
	return m
}

// problemText returns a problem in short: file, line, and what is wrong.
func problemText(p diag.Problem) string {
	at := filepath.Base(p.File)
	if p.Line > 0 && !p.Whole {
		at += fmt.Sprint(":", p.Line)
	}
	return at + "　" + p.Message
}

// inspect returns what is known of the running machine.
func (c config) inspect(f *facts, clock *clockJudge) session.Machine {
	f.mu.Lock()
	problems := f.problems()
	f.mu.Unlock()
	m := c.machine(problems)
	if now := time.Now(); !clock.trusts(now) {
		m.Doubt = clock.doubt(now.In(c.zone))
	}
	m.Up, m.UpAll = time.Since(f.started), machineUp()
	m.Program, m.Total, m.Free = programMemory(), machineMemory(), freeMemory()
	m.Off = offSwitch() != ""
	return m
}

// programMemory returns the memory that the program has in the machine's, bytes; 0 if it is unknown.
func programMemory() int64 {
	data, err := os.ReadFile("/proc/self/statm") // proc(5): pages, the second number is the resident ones
	if fields := bytes.Fields(data); err == nil && len(fields) > 1 {
		pages, _ := strconv.ParseInt(string(fields[1]), 10, 64)
		return pages * int64(os.Getpagesize())
	}
	return 0
}

// freeMemory returns the memory that the machine has left, bytes; 0 if it is unknown, as where a unit hides /proc/meminfo.
func freeMemory() int64 {
	data, _ := os.ReadFile("/proc/meminfo")
	_, rest, _ := bytes.Cut(data, []byte("MemAvailable:"))
	if fields := bytes.Fields(rest); len(fields) > 0 {
		kb, _ := strconv.ParseInt(string(fields[0]), 10, 64)
		return kb << 10
	}
	return 0
}

// offSwitch returns the file that asks systemd to switch the machine off; "" where no unit has made a directory for it, or the
// unit that waits for the file isn't installed, or is masked.
func offSwitch() string {
	dir := runtimeDirectory()
	if dir == "" {
		return ""
	}
	for _, units := range []string{"/etc/systemd/system", "/run/systemd/system", "/usr/local/lib/systemd/system", "/usr/lib/systemd/system"} { // systemd.unit(5): the first one counts
		if info, err := os.Stat(filepath.Join(units, "kiosk-off.path")); err == nil {
			if !info.Mode().IsRegular() {
				return ""
			}
			return filepath.Join(dir, "off")
		}
	}
	return ""
}

// obey returns a function that carries out an order of the service page; restart ends the program.
func obey(restart func(), log *slog.Logger) func(session.Order) {
	return func(o session.Order) {
		switch o {
		case session.Restart:
			restart()
		case session.PowerOff:
			if err := os.WriteFile(offSwitch(), nil, 0o600); err != nil { // it is ordered where there is one
				log.Error("the machine could not be switched off", "error", err)
			}
		}
		log.Info("ordered on the service page", "order", o.String())
	}
}
