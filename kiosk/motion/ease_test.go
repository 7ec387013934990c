package motion

import (
	"math"
	"testing"
)

// The heights are those of the CSS functions, computed with many digits.
func TestCurve(t *testing.T) {
	for _, c := range []struct {
		name  string
		curve curve
		time  float64
		want  float64
	}{
		{"ease-out at a quarter", easeOut, .25, .3785},
		{"ease-out at half", easeOut, .5, .6846},
		{"turning at a tenth", turning, .1, .0109},
		{"turning at half", turning, .5, .7047},
		{"folding at a tenth", folding, .1, .1562},
		{"folding at half", folding, .5, .8778},
		{"before the start", turning, -1, 0},
		{"after the end", turning, 2, 1},
	} {
		if got := c.curve.at(c.time); math.Abs(got-c.want) > 5e-4 {
			t.Errorf("%s: height %.4f, want %.4f", c.name, got, c.want)
		}
	}
}

func TestCurveNeverGoesBack(t *testing.T) {
	for _, c := range []curve{easeOut, turning, folding} {
		last := 0.0
		for i := range 1001 {
			y := c.at(float64(i) / 1000)
			if y < last {
				t.Fatalf("%v falls from %v to %v at %d/1000", c, last, y, i)
			}
			last = y
		}
	}
}
