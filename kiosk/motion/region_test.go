package motion

import (
	"image"
	"testing"
)

func TestRegionMinus(t *testing.T) {
	all := region{image.Rect(0, 0, 10, 10)}
	for _, c := range []struct {
		name string
		r    image.Rectangle
		left int // rectangles
	}{
		{"nothing in common", image.Rect(20, 20, 30, 30), 1},
		{"a hole", image.Rect(2, 3, 5, 6), 4},
		{"a corner", image.Rect(-5, -5, 4, 4), 2},
		{"a band", image.Rect(0, 4, 10, 6), 2},
		{"all of it", image.Rect(-1, -1, 11, 11), 0},
	} {
		got := all.minus(c.r)
		if len(got) != c.left {
			t.Errorf("%s leaves %v", c.name, got)
		}
		for y := range 10 {
			for x := range 10 {
				n := 0
				for _, r := range got {
					if image.Pt(x, y).In(r) {
						n++
					}
				}
				if want := !image.Pt(x, y).In(c.r); n > 1 || (n == 1) != want {
					t.Fatalf("%s: (%d, %d) lies in %d rectangles", c.name, x, y, n)
				}
			}
		}
	}
}
