package store

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// large is a directory of 5,000 items of 600 characters.
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

// BenchmarkFirst5000 is a start with 5,000 items.
func BenchmarkFirst5000(b *testing.B) {
	dir := large(b)
	for b.Loop() {
		Open(dir, silent)
	}
}

// BenchmarkRest5000 is one of the readings every few seconds, with 5,000 items at rest.
func BenchmarkRest5000(b *testing.B) {
	s, _ := Open(large(b), silent)
	for b.Loop() {
		s.step(time.Now())
	}
}

// BenchmarkRest14 is the same with a few items, as most kiosks have.
func BenchmarkRest14(b *testing.B) {
	dir := b.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../../content")); err != nil {
		b.Fatal(err)
	}
	s, _ := Open(dir, silent)
	for b.Loop() {
		s.step(time.Now())
	}
}
