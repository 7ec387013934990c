package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

// pss returns a process's proportional share of memory, MiB.
func pss(pid int) (float64, error) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", pid))
	if err != nil {
		return 0, err
	}
	for line := range strings.Lines(string(data)) {
		if rest, ok := strings.CutPrefix(line, "Pss:"); ok {
			kib, err := strconv.ParseFloat(strings.Fields(rest)[0], 64)
			return kib / 1024, err
		}
	}
	return 0, fmt.Errorf("process %d has no Pss", pid)
}

// A tick of /proc/…/stat is 10 ms on every Linux that Go runs on.
const tick = 10 * time.Millisecond

// cpu returns the CPU time of a process.
func cpu(pid int) (time.Duration, error) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0, err
	}
	_, after, _ := strings.Cut(string(data), ") ") // the name may hold anything
	fields := strings.Fields(after)
	var ticks int64
	for _, f := range fields[11:13] { // utime and stime
		n, err := strconv.ParseInt(f, 10, 64)
		if err != nil {
			return 0, err
		}
		ticks += n
	}
	return time.Duration(ticks) * tick, nil
}

// share returns a process's use of one core over a while, %.
func share(pid int, d time.Duration) (float64, error) {
	before, err := cpu(pid)
	if err != nil {
		return 0, err
	}
	time.Sleep(d)
	after, err := cpu(pid)
	return 100 * (after - before).Seconds() / d.Seconds(), err
}

// calm waits, 15 s at most, until other processes use little CPU.
func calm() {
	for range 15 {
		before := busy()
		time.Sleep(time.Second)
		if busy()-before < 250*time.Millisecond {
			return
		}
	}
}

// busy returns the busy time of all processors since boot.
func busy() time.Duration {
	data, _ := os.ReadFile("/proc/stat")
	line, _, _ := strings.Cut(string(data), "\n")
	var ticks int64
	for i, f := range strings.Fields(line)[1:9] { // user nice system idle iowait irq softirq steal
		n, _ := strconv.ParseInt(f, 10, 64)
		if i != 3 && i != 4 {
			ticks += n
		}
	}
	return time.Duration(ticks) * tick
}

// machine describes the machine that was measured.
func machine() string {
	model := "unknown processor"
	cores := 0
	data, _ := os.ReadFile("/proc/cpuinfo")
	for line := range strings.Lines(string(data)) {
		if name, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(name) == "model name" {
			model = strings.TrimSpace(value)
			cores++
		}
	}
	load, _ := os.ReadFile("/proc/loadavg")
	kernel, _ := os.ReadFile("/proc/sys/kernel/osrelease")
	return fmt.Sprintf("%d × %s, Linux %s, load %s", cores, model, strings.TrimSpace(string(kernel)), strings.Join(strings.Fields(string(load))[:3], " "))
}
