package build

import (
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/catalogue"
)

func TestEnlarged(t *testing.T) {
	for _, c := range []struct{ width, height, w, h, wantW, wantH int }{
		{100, 50, 800, 400, 200, 100},
		{400, 200, 800, 400, 800, 400},
		{50_000_000, 1, 800, 1, 800, 1}, // twice its width is more than a measure holds
		{1, 50_000_000, 1, 400, 1, 400},
	} {
		im := &catalogue.Image{Width: c.width, Height: c.height}
		if w, h := EnlargeImage(im, fixed.I(c.w), fixed.I(c.h)); w != fixed.I(c.wantW) || h != fixed.I(c.wantH) {
			t.Errorf("%d x %d: %v x %v, want %d x %d", c.width, c.height, w, h, c.wantW, c.wantH)
		}
	}
}
