package gesture

import (
	"math"
	"testing"
	"time"
)

func TestCoast(t *testing.T) {
	g := Coast(100, 1000, 5000, noon) // 325 px in all
	for _, c := range []struct {
		after time.Duration
		y     float64
		done  bool
	}{
		{-time.Second, 100, false}, // the clock was set back
		{0, 100, false},
		{325 * time.Millisecond, 100 + 325*(1-1/math.E), false},
		{650 * time.Millisecond, 100 + 325*(1-1/(math.E*math.E)), false},
		{2200 * time.Millisecond, 425, true},
		{time.Hour, 425, true},
	} {
		if y, done := g.At(noon.Add(c.after)); math.Abs(y-c.y) > 1e-6 || done != c.done {
			t.Errorf("after %v: %v, %v; want %v, %v", c.after, y, done, c.y, c.done)
		}
	}
}

func TestHardEnds(t *testing.T) {
	for _, c := range []struct {
		title string
		g     Glide
		after time.Duration
		y     float64
	}{
		{"the end stops it at once", Coast(4900, 4000, 5000, noon), 100 * time.Millisecond, 5000},
		{"the beginning too", Coast(100, -4000, 5000, noon), 100 * time.Millisecond, 0},
		{"let go at the end", Coast(5000, 900, 5000, noon), 0, 5000},
		{"let go at the beginning", Coast(0, -900, 5000, noon), 0, 0},
		{"a page that fits", Coast(0, 900, 0, noon), 0, 0},
		{"a jump past the end", Jump(4800, 6000, 5000, noon), 200 * time.Millisecond, 5000},
		{"no glide at all", Glide{}, 0, 0},
	} {
		if y, done := c.g.At(noon.Add(c.after)); y != c.y || !done {
			t.Errorf("%s: %v, %v; want %v, true", c.title, y, done, c.y)
		}
	}
	if y, done := Coast(5000, -900, 5000, noon).At(noon); y != 5000 || done {
		t.Errorf("from the end inwards: %v, %v", y, done)
	}
}

func TestJump(t *testing.T) {
	g := Jump(0, 1300, 5000, noon)
	last := -1.0
	for at := time.Duration(0); at < leap; at += 10 * time.Millisecond {
		y, done := g.At(noon.Add(at))
		if y <= last || y > 1300 || done != (y == 1300) {
			t.Fatalf("after %v: %v, %v", at, y, done)
		}
		last = y
	}
	if y, done := g.At(noon.Add(leap)); y != 1300 || !done {
		t.Errorf("at its end: %v, %v", y, done)
	}
}

func FuzzGlide(f *testing.F) {
	f.Add(int32(100), int32(2500), uint16(4000), uint32(16), false)
	f.Add(int32(100), int32(-2500), uint16(4000), uint32(300), true)
	f.Fuzz(func(t *testing.T, y, velocity int32, end uint16, ms uint32, jump bool) {
		g := Coast(float64(y), float64(velocity), float64(end), noon)
		if jump {
			g = Jump(float64(y), float64(velocity), float64(end), noon)
		}
		at := noon.Add(time.Duration(ms) * time.Millisecond)
		got, done := g.At(at)
		if !(got >= 0 && got <= float64(end)) {
			t.Fatalf("%v is outside 0 to %v", got, end)
		}
		later, still := g.At(at.Add(time.Minute))
		if done && (!still || later != got) {
			t.Fatalf("at rest at %v, and a minute later at %v", got, later)
		}
		if !still {
			t.Fatal("it never stops")
		}
	})
}
