package build

import (
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
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

// TestLongImage: a picture is long if it is high and would become a strip too narrow to be read, on a large screen as on a
// small one.
func TestLongImage(t *testing.T) {
	for _, c := range []struct {
		width, height, times int
		want                 bool
	}{
		{1080, 12000, LongOnPage, true},
		{1080, 2400, LongOnPage, true},  // a phone's screenshot
		{1179, 2556, LongOnPage, true},  // another
		{2480, 3508, LongOnPage, false}, // A4
		{500, 1500, LongOnPage, false},  // stands whole at more than half its size
		{100, 900, LongOnPage, false},
		{12000, 1080, LongOnPage, false},
		{10, 12_000_000, LongOnPage, true},
		{1080, 2400, LongOnSlide, false},
		{1080, 3240, LongOnSlide, true},
	} {
		im := &catalogue.Image{Width: c.width, Height: c.height}
		for _, scale := range []int{1, 2} {
			b := draft(1080*scale, 1920*scale, session.State{})
			if got := b.LongImage(im, c.times, b.Px(884)); got != c.want {
				t.Errorf("%d x %d, %d times, at u = %d: %v", c.width, c.height, c.times, scale, got)
			}
		}
	}
	w, h := SpanImage(&catalogue.Image{Width: 10, Height: 12_000_000}, fixed.I(1872))
	if w < 1 || h > longest*fixed.I(1872) {
		t.Errorf("the longest is %v x %v", w, h)
	}
}
