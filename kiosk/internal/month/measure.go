package main

import (
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// sample is what a process holds, and has done, at a moment.
type sample struct {
	at          string
	days        float64
	pss         float64 // MiB
	heap        float64 // MiB in use after a collection; only of this process
	goroutines  int     // of another process its threads
	descriptors int
	frames      int
	touches     int
	edits       int
	faults      int
	writes      int     // system calls
	written     float64 // MiB that went to a disk
}

// header names a sample's columns.
const header = "| at | PSS, MiB | heap, MiB | %s | descriptors | frames | touches | edits | faults | write calls | written, MiB |\n|---|---|---|---|---|---|---|---|---|---|---|\n"

// print prints a sample as a row of a table.
func (s sample) print(out io.Writer) {
	heap := ""
	if s.heap > 0 {
		heap = fmt.Sprintf("%.1f", s.heap)
	}
	fmt.Fprintf(out, "| %s | %.1f | %s | %d | %d | %d | %d | %d | %d | %d | %.1f |\n",
		s.at, s.pss, heap, s.goroutines, s.descriptors, s.frames, s.touches, s.edits, s.faults, s.writes, s.written)
}

// slope returns by how much PSS grows in a unit of a sample's days: the line with the least squares.
func slope(all []sample) float64 {
	var n, sx, sy, sxx, sxy float64
	for _, s := range all {
		n, sx, sy, sxx, sxy = n+1, sx+s.days, sy+s.pss, sxx+s.days*s.days, sxy+s.days*s.pss
	}
	if d := n*sxx - sx*sx; d > 0 {
		return (n*sxy - sx*sy) / d
	}
	return 0
}

// field returns the number behind a name in a file of /proc, 0 without one.
func field(path, name string) float64 {
	data, err := os.ReadFile(path)
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(data)) {
		if rest, ok := strings.CutPrefix(line, name+":"); ok {
			n, _ := strconv.ParseFloat(strings.Fields(rest)[0], 64)
			return n
		}
	}
	return 0
}

// process returns what /proc knows of a process.
func process(pid int) sample {
	proc := fmt.Sprintf("/proc/%d/", pid)
	open, _ := os.ReadDir(proc + "fd")
	return sample{
		pss: field(proc+"smaps_rollup", "Pss") / 1024, descriptors: len(open), goroutines: int(field(proc+"status", "Threads")),
		writes: int(field(proc+"io", "syscw")), written: field(proc+"io", "write_bytes") / (1 << 20),
	}
}
