package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"gongkai/kiosk/xdrive"

	_ "embed"
)

// This file measures two commits by turns, so that whatever else the machine does falls on both.

// pagesDir has the benchmarks of layout and painting; callFile in it has all that may differ between two commits.
const (
	pagesDir = "kiosk/internal/bench/pages"
	callFile = "lay_test.go"
)

// firstCall is callFile for commits that have no benchmarks in pagesDir.
//
//go:embed testdata/lay_test.go.txt
var firstCall []byte

// visit is a walk that the programs of earlier commits know too: it begins on the slide of an item, not on that of 目录.
var visit = slices.Concat([]xdrive.Step{
	{At: xdrive.Slide, Want: "item"},
	{At: xdrive.HomeButton, Want: "home"},
}, xdrive.Tour[1:])

// side is one of the two commits.
type side struct {
	name   string
	tree   string // its source
	binary string // the program
	pages  string // the benchmarks of pagesDir
	out    string // what it measured, in the format of Go's benchmarks
}

// compare measures the working tree beside an earlier commit, so many times each, and prints what benchstat finds.
func (b *bench) compare(commit string, runs int) error {
	dir, err := os.MkdirTemp("", "kiosk-compare-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	before, after := newSide(dir, "before", filepath.Join(dir, "tree")), newSide(dir, "after", ".")
	if err := command(".", "git", "worktree", "add", "--detach", before.tree, commit); err != nil {
		return err
	}
	defer command(".", "git", "worktree", "remove", "--force", before.tree)
	if err := errors.Join(lend(after.tree, before.tree), before.build(), after.build()); err != nil {
		return err
	}
	for run := range runs {
		first, second := before, after
		if run%2 == 1 {
			first, second = after, before
		}
		fmt.Fprintf(os.Stderr, "run %d of %d\n", run+1, runs)
		if err := errors.Join(b.measure(first), b.measure(second)); err != nil {
			return err
		}
	}
	stat := exec.Command("go", "tool", "benchstat", "before="+before.out, "after="+after.out)
	stat.Stdout, stat.Stderr = os.Stdout, os.Stderr
	fmt.Printf("%s (before) and the working tree (after), %d runs each by turns, %s\n\n", commit, runs, machine())
	return stat.Run()
}

func newSide(dir, name, tree string) side {
	path := filepath.Join(dir, name)
	return side{name, tree, path + ".kiosk", path + ".pages", path + ".txt"}
}

// command runs a command in a directory; its output is part of the error.
func command(dir, name string, args ...string) error {
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, out)
	}
	return nil
}

// lend lays one tree's benchmarks over another's. A callFile that is already there calls what that tree has, and stays.
func lend(from, to string) error {
	dir := filepath.Join(to, pagesDir)
	call := filepath.Join(dir, callFile)
	kept, err := os.ReadFile(call)
	if errors.Is(err, os.ErrNotExist) {
		kept, err = firstCall, nil
	}
	return errors.Join(err, os.RemoveAll(dir), os.CopyFS(dir, os.DirFS(filepath.Join(from, pagesDir))), os.WriteFile(call, kept, 0o644))
}

func (s side) build() error {
	return errors.Join(
		command(s.tree, "go", "build", "-trimpath", "-ldflags", "-s -w", "-o", s.binary, "./cmd/kiosk"),
		command(s.tree, "go", "test", "-c", "-o", s.pages, "./"+pagesDir))
}

// measure runs each benchmark once, starts the program, walks a visit and watches the carousel.
func (b *bench) measure(s side) error {
	out, err := os.OpenFile(s.out, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	defer out.Close()
	pages, err := exec.Command(s.pages, "-test.run", "^$", "-test.bench", ".", "-test.cpu", "1", "-test.benchtime", "0.3s").CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s: %w\n%s", s.name, err, pages)
	}
	one := &bench{ctx: b.ctx, binary: s.binary}
	start, err := one.start()
	if err != nil {
		return fmt.Errorf("%s: %w", s.name, err)
	}
	taps, err := one.tours(1, visit)
	if err != nil {
		return fmt.Errorf("%s: %w", s.name, err)
	}
	slides, err := one.carouselRound()
	if err != nil {
		return fmt.Errorf("%s: %w", s.name, err)
	}
	_, err = io.WriteString(out, benchmarkLines(string(pages))+start.benchmark()+taps.benchmark()+slides.benchmark())
	return err
}

// benchmarkLines keeps the results of Go's benchmarks and drops the lines that name packages: benchstat would set
// a benchmark apart whose package has moved.
func benchmarkLines(out string) string {
	var kept strings.Builder
	for line := range strings.Lines(out) {
		if strings.HasPrefix(line, "Benchmark") {
			kept.WriteString(line)
		}
	}
	return kept.String()
}

// benchmark returns a start as a line of Go's benchmarks.
func (s start) benchmark() string {
	return fmt.Sprintf("BenchmarkStart 1 %g first-picture-ms %g settled-ms %g PSS-MiB\n", ms(s.first), ms(s.last), s.memory)
}

// benchmark returns the means of a tour's taps as a line of Go's benchmarks.
func (w walk) benchmark() string {
	return fmt.Sprintf("BenchmarkTap 1 %g press-ms %g release-ms %g cpu-ms %g PSS-MiB\n", mean(w.press), mean(w.release), mean(w.cpu), w.memory)
}

func mean(v []float64) float64 {
	sum := 0.0
	for _, x := range v {
		sum += x
	}
	return sum / float64(len(v))
}
