package main

import (
	"os"
	"path/filepath"
	"testing"
)

// TestLend: an earlier commit gets this tree's benchmarks, and keeps the file that calls what it has.
func TestLend(t *testing.T) {
	for _, c := range []struct {
		name, own, want string
	}{
		{"without benchmarks", "", string(firstCall)},
		{"with its own", "package pages // its own\n", "package pages // its own\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			now, before := t.TempDir(), t.TempDir()
			write(t, filepath.Join(now, pagesDir, callFile), "package pages // now\n")
			write(t, filepath.Join(now, pagesDir, "pages_test.go"), "package pages\n")
			if c.own != "" {
				write(t, filepath.Join(before, pagesDir, callFile), c.own)
			}
			if err := lend(now, before); err != nil {
				t.Fatal(err)
			}
			if got := read(t, filepath.Join(before, pagesDir, callFile)); got != c.want {
				t.Errorf("it calls\n%s, want\n%s", got, c.want)
			}
			if got := read(t, filepath.Join(before, pagesDir, "pages_test.go")); got != "package pages\n" {
				t.Errorf("its benchmarks are\n%s", got)
			}
			if got := read(t, filepath.Join(now, pagesDir, callFile)); got != "package pages // now\n" {
				t.Errorf("this tree calls\n%s", got)
			}
		})
	}
}

// TestBenchmarkLines: benchstat must not see which package a benchmark is in.
func TestBenchmarkLines(t *testing.T) {
	out := "goos: linux\npkg: gongkai/kiosk/page\ncpu: a\nBenchmarkHome \t 3 \t 5 ns/op\nPASS\nok  \tgongkai/kiosk/page\t0.5s\n"
	if got, want := benchmarkLines(out), "BenchmarkHome \t 3 \t 5 ns/op\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
