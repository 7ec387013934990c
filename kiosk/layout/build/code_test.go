package build

import (
	"image"
	"testing"

	"gongkai/kiosk/qr"
)

// A code leaves as much of its ground free at all sides, or nothing above and at its right.
func TestPlaceCode(t *testing.T) {
	c, err := qr.Link("https://example.com/")
	if err != nil {
		t.Fatal(err)
	}
	n := 3 * c.Size
	ground := image.Rect(10, 20, 10+n+9, 20+n+7)
	for at, want := range map[image.Point]image.Point{inMiddle: {14, 23}, TopRight: {19, 20}} {
		if got := PlaceCode(c, ground, 3, at); got.At != want || got.Ground != ground || got.Module != 3 {
			t.Errorf("%v: code at %v on %v, want at %v", at, got.At, got.Ground, want)
		}
	}
}
