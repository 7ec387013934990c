// Command bench measures the real program from the outside and writes the figures,
// with machine and date, into docs/figures.md: start, memory, CPU at rest and with the
// carousel, answers to taps, frames, snapshots, size; the painting of pages is measured by
// the Go benchmarks in pages. It asserts nothing, and no test depends on it.
//
// With -compare it measures the working tree and an earlier commit by turns instead, and
// prints what benchstat finds.
//
// If BASELINE names a script that measures other programs, it is run with PRODUCT and
// PRODUCT_TAPS in its environment, and its output is included.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

func main() {
	binary := flag.String("kiosk", "bin/kiosk", "the program")
	out := flag.String("out", "docs/figures.md", "where the figures go")
	starts := flag.Int("starts", 7, "how often the program is started")
	rounds := flag.Int("rounds", 6, "how often the tour is walked")
	rest := flag.Duration("rest", 20*time.Second, "how long it is watched at rest")
	carousel := flag.Duration("carousel", 60*time.Second, "how long its carousel is watched")
	before := flag.String("compare", "", "a commit to compare the working tree with, instead of writing figures")
	runs := flag.Int("runs", 10, "how often each side of a comparison is measured")
	flag.Parse()
	b := bench{ctx: context.Background(), starts: *starts, rounds: *rounds, rest: *rest, carousel: *carousel}
	measure := func() error { return b.run(*binary, *out) }
	if *before != "" {
		measure = func() error { return b.compare(*before, *runs) }
	}
	if err := measure(); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// worst is the heading of the last section, which the command pictures writes.
const worst = "\n## The worst pictures\n"

// bench holds the numbers of runs, and the results.
type bench struct {
	ctx            context.Context
	binary         string
	starts, rounds int
	rest, carousel time.Duration
	rows           []row
}

// run takes all measurements, one after the other, and writes the report.
func (b *bench) run(binary, out string) (err error) {
	if b.binary, err = filepath.Abs(binary); err != nil {
		return err
	}
	for _, measure := range []func() error{b.measureStarts, b.measureCarousel, b.measureTaps, b.measureFrames, b.measureSnapshots, b.measureSize} {
		if err := measure(); err != nil {
			return err
		}
	}
	pages, err := goBenchmarks()
	if err != nil {
		return err
	}
	peers, err := b.baseline()
	if err != nil {
		return err
	}
	old, _ := os.ReadFile(out)
	text := b.report(pages, peers)
	if _, pictures, ok := strings.Cut(string(old), worst); ok { // measured by another command
		text += worst + pictures
	}
	return os.WriteFile(out, []byte(text), 0o644)
}

// add adds a measure to the report and prints it.
func (b *bench) add(name, unit string, values ...float64) {
	r := row{name, unit, values}
	b.rows = append(b.rows, r)
	fmt.Println(strings.Trim(r.String(), "|\n "))
}
