package fonts

import (
	"os"
	"runtime"
	"testing"

	"github.com/go-text/typesetting/font"
	"golang.org/x/image/font/sfnt"
)

// The three ways to open all five faces, each with the heap that it holds.

func BenchmarkOpenShaping(b *testing.B) {
	benchmarkOpen(b, func(f Face) any { return must(openShaping(f)) })
}

func BenchmarkOpenOutlines(b *testing.B) {
	benchmarkOpen(b, func(f Face) any { return must(openOutlines(f)) })
}

func BenchmarkOpenWhole(b *testing.B) {
	benchmarkOpen(b, func(f Face) any { return whole(b, f) })
}

// BenchmarkNewFace measures the additional cost of each goroutine that shapes.
func BenchmarkNewFace(b *testing.B) {
	benchmarkOpen(b, func(f Face) any { return font.NewFace(Shaping(f)) })
}

func BenchmarkOutline(b *testing.B) {
	gid, _ := Shaping(SansRegular).NominalGlyph('残')
	var buffer sfnt.Buffer
	b.ReportAllocs()
	for b.Loop() {
		must(Outlines(SansRegular).LoadGlyph(&buffer, sfnt.GlyphIndex(gid), em, nil))
	}
}

// BenchmarkRare measures a first character of level 3: finding and opening HanaMinB,
// making a face of it, reading an outline.
func BenchmarkRare(b *testing.B) {
	if _, err := os.Stat(hanazono); err != nil {
		b.Skip("needs Debian's fonts-hanazono")
	}
	defer Seek()
	var kept []any
	rare := func() {
		Seek(hanazono)
		f, _ := Supply('𪚥', false)
		gid, _ := Shaping(f).NominalGlyph('𪚥')
		var buffer sfnt.Buffer
		must(Outlines(f).LoadGlyph(&buffer, sfnt.GlyphIndex(gid), em, nil))
		kept = []any{opened(f), font.NewFace(Shaping(f))}
	}
	rare()
	kept = nil
	Seek()
	before := heap()
	for b.Loop() {
		rare()
	}
	b.ReportMetric(float64(heap()-before)/1e6, "heap-MB")
	runtime.KeepAlive(kept)
}

func benchmarkOpen(b *testing.B, open func(Face) any) {
	var opened [NumFaces]any
	for f := range opened {
		opened[f] = open(Face(f)) // what is kept once per process is not counted
	}
	clear(opened[:])
	before := heap()
	for b.Loop() {
		for f := range opened {
			opened[f] = open(Face(f))
		}
	}
	b.ReportMetric(float64(heap()-before)/1e6, "heap-MB")
	runtime.KeepAlive(opened)
}

func heap() int64 {
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return int64(stats.HeapAlloc)
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
