package paint

import (
	"image"
	"image/color"
	"testing"
)

// TestShrink: a colour stays as it is at any size, and a fine grid of black and white becomes the grey that reflects half
// of the light, not the value halfway between.
func TestShrink(t *testing.T) {
	flat, grid := image.NewRGBA(image.Rect(0, 0, 97, 61)), image.NewRGBA(image.Rect(0, 0, 96, 64))
	for y := range 64 {
		for x := range 97 {
			flat.SetRGBA(x, y, color.RGBA{0x98, 0x19, 0x1C, 255})
			v := uint8(255 * ((x + y) % 2))
			grid.SetRGBA(x, y, color.RGBA{v, v, v, 255})
		}
	}
	for _, size := range []image.Point{{97, 61}, {31, 17}, {1, 1}, {96, 3}} {
		m := Shrink(flat, size)
		for i := 0; i < len(m.Pix); i += 4 {
			if c := (color.RGBA{m.Pix[i], m.Pix[i+1], m.Pix[i+2], m.Pix[i+3]}); c != (color.RGBA{0x98, 0x19, 0x1C, 255}) {
				t.Fatalf("%v: %v", size, c)
			}
		}
	}
	for _, size := range []image.Point{{48, 32}, {8, 8}} {
		if m := Shrink(grid, size); m.Pix[0] != 188 || m.Pix[len(m.Pix)-2] != 188 {
			t.Errorf("%v: %d and %d", size, m.Pix[0], m.Pix[len(m.Pix)-2])
		}
	}
}
