package paint

import (
	"image"
	"math"
	"testing"

	"golang.org/x/image/math/fixed"
)

// stroked returns the mask of a line, half px wide on each side.
func stroked(half float64, closed bool, path ...point) *mask {
	var d scratch
	d.shape.stroke(path, closed, half*one)
	return d.rasterise()
}

// TestStroke compares covered areas, which depend on miters, caps and bevels.
func TestStroke(t *testing.T) {
	// A turn of 30 degrees left of a line back is a miter of 3.86 widths, of 28 one of 4.13.
	back := func(degrees float64) point {
		sin, cos := math.Sincos(degrees * math.Pi / 180)
		return at(100-80*cos, 100-80*sin)
	}
	for _, c := range []struct {
		name   string
		m      *mask
		area   float64
		bounds image.Rectangle
	}{
		{"butt caps", stroked(2, false, at(10, 10), at(30, 10)), 80, image.Rect(10, 8, 30, 12)},
		{"right angle", stroked(2, false, at(10, 10), at(30, 10), at(30, 30)), 160, image.Rect(10, 8, 32, 30)},
		{"left turn", stroked(2, false, at(10, 30), at(30, 30), at(30, 10)), 160, image.Rect(10, 10, 32, 32)},
		{"square", stroked(1, true, at(10, 10), at(30, 10), at(30, 30), at(10, 30)), 160, image.Rect(9, 9, 31, 31)},
		{"square the other way", stroked(1, true, at(10, 30), at(30, 30), at(30, 10), at(10, 10)), 160, image.Rect(9, 9, 31, 31)},
		{"points twice", stroked(2, false, at(10, 10), at(10, 10), at(30, 10), at(30, 10)), 80, image.Rect(10, 8, 30, 12)},
		{"back the same way", stroked(2, false, at(10, 10), at(30, 10), at(20, 10)), 80, image.Rect(10, 8, 30, 12)},
		{"no length", stroked(2, false, at(10, 10), at(10, 10)), 0, image.Rectangle{}},
		{"one point", stroked(2, true, at(10, 10)), 0, image.Rectangle{}},
	} {
		if got := float64(c.m.sum()) / 255; math.Abs(got-c.area) > c.area/200 {
			t.Errorf("%s: covers %.2f px, want %.2f", c.name, got, c.area)
		}
		if c.m.rect != c.bounds {
			t.Errorf("%s: lies in %v, want %v", c.name, c.m.rect, c.bounds)
		}
	}
	if m := stroked(2, false, at(20, 100), at(100, 100), back(30)); m.rect.Max.X < 107 {
		t.Errorf("a miter of 3.86 widths is cut off at %d", m.rect.Max.X)
	}
	if m := stroked(2, false, at(20, 100), at(100, 100), back(28)); m.rect.Max.X > 102 {
		t.Errorf("a miter of 4.13 widths reaches %d", m.rect.Max.X)
	}
}

// TestRing checks that a stroked circle covers a ring.
func TestRing(t *testing.T) {
	for _, r := range []float64{3, 12, 100} {
		var d scratch
		d.spine.round(fixed.Rectangle26_6{Max: fixed.Point26_6{X: px26(2 * r), Y: px26(2 * r)}}, px26(r), false)
		d.shape.stroke(d.spine.points, true, one)
		want := 4 * math.Pi * r
		if got := float64(d.rasterise().sum()) / 255; math.Abs(got-want) > want/100 {
			t.Errorf("radius %v: covers %.1f px, want %.1f", r, got, want)
		}
	}
}

// FuzzStroke checks that no path panics or reaches beyond the longest miter.
func FuzzStroke(f *testing.F) {
	f.Add([]byte{10, 10, 30, 10, 30, 30}, true, uint8(3))
	f.Add([]byte{10, 10, 30, 10, 10, 10, 10, 10}, false, uint8(200))
	f.Add([]byte{0, 0, 1, 0, 1, 1, 0, 1, 255, 255, 0, 255}, true, uint8(40))
	f.Fuzz(func(t *testing.T, data []byte, closed bool, width uint8) {
		var path []point
		for ; len(data) >= 2 && len(path) < 64; data = data[2:] {
			path = append(path, at(float64(data[0])/4, float64(data[1])/4))
		}
		if len(path) == 0 {
			return
		}
		half := float64(width) / 16
		r := stroked(half, closed, path...).rect
		room := int(half*miterLimit) + 2
		if !r.Empty() && !r.In(image.Rect(-room, -room, 64+room, 64+room)) {
			t.Fatalf("%v half wide %v lies in %v", path, half, r)
		}
	})
}
