package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// large returns a directory of 5,000 items of 600 characters.
func large(b *testing.B) string {
	dir := b.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "items"), 0o755); err != nil {
		b.Fatal(err)
	}
	write := func(name, data string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	write("kiosk.toml", settings)
	for i := range 5000 {
		name := fmt.Sprintf("items/%04d.toml", i+1)
		write(name, item(i+1, strings.Repeat("示例文字、\n", 120)))
		then := time.Now().Add(-time.Hour)
		if err := os.Chtimes(filepath.Join(dir, name), then, then); err != nil {
			b.Fatal(err)
		}
	}
	return dir
}

// largeWithImages adds 1,000 notices with two images of 100 KB each.
func largeWithImages(b *testing.B) string {
	dir := large(b)
	plain := dot(7, 0)
	const end = 12 // the chunk that ends a PNG
	padding := append(binary.BigEndian.AppendUint32(nil, 100_000), "teSt"...)
	padding = append(padding, make([]byte, 100_000+4)...)
	data := slices.Concat([]byte(plain[:len(plain)-end]), padding, []byte(plain[len(plain)-end:]))
	then := time.Now().Add(-time.Hour)
	put := func(name string, data []byte) {
		path := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, data, 0o644), os.Chtimes(path, then, then)); err != nil {
			b.Fatal(err)
		}
	}
	for i := range 1000 {
		a, z := fmt.Sprintf("images/%04da.png", i), fmt.Sprintf("images/%04db.png", i)
		put(a, data)
		put(z, data)
		put(fmt.Sprintf("notices/%04d.toml", i), []byte(notice("示例", a, z)))
	}
	return dir
}

// keep keeps the content of a directory, and returns the place to start from.
func keep(b *testing.B, dir string) Place {
	kept := Place{Dir: dir, State: filepath.Join(b.TempDir(), "state")}
	s, _ := kept.Open(silent)
	s.save()
	s.memory.end()
	return kept
}

// benchOpen measures starts.
func benchOpen(b *testing.B, p Place) {
	defer cpu(b)()
	for b.Loop() {
		if _, snap := p.Open(silent); len(snap.Problems) > 0 {
			b.Fatal(snap.Problems[0])
		}
	}
}

// benchRest measures readings of a directory at rest.
func benchRest(b *testing.B, dir string) {
	s, _ := Place{Dir: dir}.Open(silent)
	defer cpu(b)()
	for b.Loop() {
		s.step(time.Now())
	}
}

// BenchmarkFirst5000Images is a start with 5,000 items and 2,000 images, 200 MB in all.
func BenchmarkFirst5000Images(b *testing.B) { benchOpen(b, Place{Dir: largeWithImages(b)}) }

// BenchmarkKept5000Images is a start with the same content, kept before.
func BenchmarkKept5000Images(b *testing.B) { benchOpen(b, keep(b, largeWithImages(b))) }

// BenchmarkGone5000 is a start with kept content while the directory is missing.
func BenchmarkGone5000(b *testing.B) {
	kept := keep(b, large(b))
	if err := os.Rename(kept.Dir, kept.Dir+".away"); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { os.Rename(kept.Dir+".away", kept.Dir) })
	defer cpu(b)()
	for b.Loop() {
		if _, snap := kept.Open(silent); !snap.Stale {
			b.Fatal("it shows the directory")
		}
	}
}

// BenchmarkEdit5000Images is a snapshot after an edit of one file: two readings, and all that follows.
func BenchmarkEdit5000Images(b *testing.B) {
	dir := largeWithImages(b)
	s, _ := Place{Dir: dir}.Open(silent)
	now, n := time.Now(), 0
	defer cpu(b)()
	for b.Loop() {
		n++
		if err := os.WriteFile(filepath.Join(dir, "items/0007.toml"), []byte(item(7, fmt.Sprint("第", n))), 0o644); err != nil {
			b.Fatal(err)
		}
		s.step(now)
		if _, changed, _ := s.step(now.Add(quiet)); !changed {
			b.Fatal("an edit was not seen")
		}
	}
}

// BenchmarkRest5000Images is one of the readings every few seconds, with nothing changed.
func BenchmarkRest5000Images(b *testing.B) { benchRest(b, largeWithImages(b)) }

// BenchmarkFirst5000 is a start with 5,000 items.
func BenchmarkFirst5000(b *testing.B) { benchOpen(b, Place{Dir: large(b)}) }

// BenchmarkRest5000 is a reading with 5,000 items and nothing changed.
func BenchmarkRest5000(b *testing.B) { benchRest(b, large(b)) }

// BenchmarkRest14 is the same with a few items, as most kiosks have.
func BenchmarkRest14(b *testing.B) {
	dir := b.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../../content")); err != nil {
		b.Fatal(err)
	}
	benchRest(b, dir)
}

// cpu reports the processor's time besides the elapsed one: it is the same on a busy machine.
func cpu(b *testing.B) (end func()) {
	used := func() time.Duration {
		var r syscall.Rusage
		syscall.Getrusage(syscall.RUSAGE_SELF, &r)
		return time.Duration(r.Utime.Nano() + r.Stime.Nano())
	}
	began := used()
	return func() { b.ReportMetric(float64((used()-began).Milliseconds())/float64(b.N), "cpu-ms/op") }
}
