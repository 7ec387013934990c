package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"testing"
)

// grey returns the samples of one plane.
func grey(w, h int, at func(x, y int) uint8) samples {
	m := image.NewGray(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			m.Pix[y*m.Stride+x] = at(x, y)
		}
	}
	return plane(m.Pix, m.Stride, image.Pt(w, h), image.Pt(1, 1))
}

// TestScaleKeepsFlat: a flat colour stays the same at any size, and scaling to the same size changes nothing.
func TestScaleKeepsFlat(t *testing.T) {
	for _, from := range []image.Point{{1, 1}, {7, 5}, {640, 427}, {1, 900}} {
		for _, to := range []image.Point{{1, 1}, {3, 8}, {211, 97}, {700, 640}} {
			for _, v := range []uint8{0, 127, 255} {
				for i, got := range scale(grey(from.X, from.Y, func(x, y int) uint8 { return v }), all(to)) {
					if got != v {
						t.Fatalf("%v to %v: sample %d is %d, want %d", from, to, i, got, v)
					}
				}
			}
		}
	}
	noise := func(x, y int) uint8 { return uint8(x*31 + y*57 + x*y) }
	got := scale(grey(50, 40, noise), all(image.Pt(50, 40)))
	for i, v := range got {
		if v != noise(i%50, i/50) {
			t.Fatalf("sample %d is %d, want %d", i, v, noise(i%50, i/50))
		}
	}
}

// TestScaleKeepsPlaces: a gradient stays in place at all reductions and enlargements; stripes finer than the target
// become the grey between.
func TestScaleKeepsPlaces(t *testing.T) {
	for _, from := range []int{100, 256, 1000, 4000} {
		slope := grey(from, 4, func(x, y int) uint8 { return uint8(x * 255 / (from - 1)) })
		for _, to := range []int{17, 64, 100, 333, 1000} {
			row := scale(slope, all(image.Pt(to, 1)))
			for x := to / 16; x < to-to/16; x++ {
				if want := (2*x + 1) * 255 / (2 * to); int(row[x]) < want-3 || int(row[x]) > want+3 {
					t.Fatalf("%d to %d: sample %d is %d, want %d", from, to, x, row[x], want)
				}
			}
		}
		stripes := grey(from, 4, func(x, y int) uint8 { return uint8(x % 2 * 255) })
		row := scale(stripes, all(image.Pt(from/5, 1)))
		for x := 2; x < len(row)-2; x++ {
			if row[x] < 118 || row[x] > 137 {
				t.Fatalf("%d fine stripes: sample %d is %d", from, x, row[x])
			}
		}
	}
}

// TestChroma: subsampled colour stays aligned with brightness.
func TestChroma(t *testing.T) {
	for _, ratio := range []image.YCbCrSubsampleRatio{image.YCbCrSubsampleRatio444, image.YCbCrSubsampleRatio422, image.YCbCrSubsampleRatio420, image.YCbCrSubsampleRatio440, image.YCbCrSubsampleRatio411, image.YCbCrSubsampleRatio410} {
		m := image.NewYCbCr(image.Rect(0, 0, 160, 161), ratio)
		for y := range 161 {
			for x := range 160 {
				c := uint8(40)
				if x >= 80 {
					c = 220
				}
				m.Y[m.YOffset(x, y)] = c
				m.Cb[m.COffset(x, y)], m.Cr[m.COffset(x, y)] = c, 128
			}
		}
		out := decoded{m, false}.scaled(all(image.Pt(80, 80)))
		for x, want := range map[int]color.RGBA{10: {40, 70, 0, 255}, 36: {40, 70, 0, 255}, 43: {220, 188, 255, 255}, 70: {220, 188, 255, 255}} {
			if got := out.RGBAAt(x, 40); !near(got, want, 3) {
				t.Errorf("%v: %d is %v, want %v", ratio, x, got, want)
			}
		}
	}
}

// photo returns a JPEG of 12 megapixels, like a phone's.
func photo(b *testing.B) []byte {
	m := image.NewRGBA(image.Rect(0, 0, 4000, 3000))
	for y := range 3000 {
		for x := range 4000 {
			m.SetRGBA(x, y, color.RGBA{uint8(x*y>>12) ^ uint8(x>>3), uint8(x >> 4), uint8(y >> 4), 255})
		}
	}
	var buf bytes.Buffer
	if err := jpeg.Encode(&buf, m, nil); err != nil {
		b.Fatal(err)
	}
	return buf.Bytes()
}

var portrait = image.Pt(1080, 810)

// BenchmarkScalePhoto measures scaling alone; BenchmarkDecodePhoto includes decoding.
func BenchmarkScalePhoto(b *testing.B) {
	m, err := jpeg.Decode(bytes.NewReader(photo(b)))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		decoded{m, false}.scaled(all(portrait))
	}
}

func BenchmarkScaleRGBA(b *testing.B) {
	p := decoded{image.NewRGBA(image.Rect(0, 0, 4000, 3000)), false}
	for b.Loop() {
		p.scaled(all(portrait))
	}
}

func BenchmarkDecodePhoto(b *testing.B) {
	data := photo(b)
	for b.Loop() {
		if _, fault := Decode(data, 1, portrait); fault != nil {
			b.Fatal(fault)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	data := photo(b)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		Read(data)
	}
}

// TestKernel: the weights of each target sample add up to one, and lie within the samples.
func TestKernel(t *testing.T) {
	for _, n := range []int{1, 2, 3, 7, 100, 999} {
		for _, to := range []int{1, 2, 5, 64, 700} {
			for x, taps := range kernel(to, n, n, 1, 0, to) {
				sum := int32(0)
				for _, w := range taps.weights {
					sum += w
				}
				if sum != 1<<shift || taps.first < 0 || taps.first+len(taps.weights) > n {
					t.Fatalf("%d of %d to %d: %+v add up to %d", x, n, to, taps, sum)
				}
			}
		}
	}
}

func TestCatmullRom(t *testing.T) {
	const one = 1 << unit
	for at, want := range map[int64]int64{0: one, one / 2: one * 9 / 16, one: 0, one * 3 / 2: -one / 16, 2 * one: 0, 5 * one: 0} {
		if got := catmullRom(at); got != want {
			t.Errorf("at %d/%d: %d, want %d", at, one, got, want)
		}
	}
}

// all returns the target of a whole picture.
func all(size image.Point) target { return target{size, image.Rectangle{Max: size}} }
