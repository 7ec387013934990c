package session

import (
	"math"
	"testing"
)

// TestAlignment turns and mirrors touch in every way under every rotation of the picture, and finds it again from the four
// touches; the calibration then brings touch to the targets.
func TestAlignment(t *testing.T) {
	for _, rotate := range []int{0, 90, 180, 270} {
		for turn := 0; turn < 360; turn += 90 {
			for _, mirrored := range []bool{false, true} {
				want := Alignment{mirrored, turn}
				var felt [4]Spot
				for i, c := range Corners {
					x, y := want.matrix().at(.4*float64(c[0])+.03, .35*float64(c[1])-.02)
					felt[i] = Spot{x + .5, y + .5}
				}
				got, ok := AlignmentOf(felt)
				if !ok || got != want {
					t.Errorf("%+v: found %+v, %v", want, got, ok)
				}
				for i, c := range Corners {
					target := Spot{.5 + .4*float64(c[0]) + .03, .5 + .35*float64(c[1]) - .02}
					if p := got.Undo(felt[i]); apart(p, target) {
						t.Errorf("%+v: %v undone is %v, want %v", want, felt[i], p, target)
					}
					if p := calibrated(got.Calibration(rotate), felt[i], rotate); apart(p, target) {
						t.Errorf("%+v at rotate %d: %v calibrated is %v, want %v", want, rotate, felt[i], p, target)
					}
				}
			}
		}
	}
}

// calibrated returns where on the page a touch is felt with a calibration of the device. A page is rotated onto the window, of which
// the device has the coordinates.
func calibrated(c [6]int, felt Spot, rotate int) Spot {
	x, y := turned(rotate).at(felt.X-.5, felt.Y-.5)
	x, y = x+.5, y+.5
	x, y = float64(c[0])*x+float64(c[1])*y+float64(c[2]), float64(c[3])*x+float64(c[4])*y+float64(c[5])
	x, y = turned(rotate).inverse().at(x-.5, y-.5)
	return Spot{x + .5, y + .5}
}

func apart(a, b Spot) bool { return math.Hypot(a.X-b.X, a.Y-b.Y) > 1e-9 }

func TestCalibrations(t *testing.T) {
	for _, c := range []struct {
		a    Alignment
		want [6]int // as libinput's documentation has them
	}{
		{Alignment{}, [6]int{1, 0, 0, 0, 1, 0}},
		{Alignment{Turn: 270}, [6]int{0, -1, 1, 1, 0, 0}}, // 90 degrees clockwise puts it right
		{Alignment{Turn: 180}, [6]int{-1, 0, 1, 0, -1, 1}},
		{Alignment{Turn: 90}, [6]int{0, 1, 0, -1, 0, 1}},
		{Alignment{Mirrored: true}, [6]int{-1, 0, 1, 0, 1, 0}},
	} {
		if got := c.a.Calibration(0); got != c.want {
			t.Errorf("%+v: %v, want %v", c.a, got, c.want)
		}
	}
}

func TestNoAlignment(t *testing.T) {
	for _, felt := range [][4]Spot{
		{{.1, .1}, {.9, .1}, {.9, .9}, {.9, .9}},
		{{.1, .1}, {.9, .9}, {.9, .1}, {.1, .9}},
		{},
	} {
		if a, ok := AlignmentOf(felt); ok {
			t.Errorf("%v: %+v", felt, a)
		}
	}
}
