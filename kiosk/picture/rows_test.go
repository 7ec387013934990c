package picture

import (
	"image"
	"image/color"
	"testing"
)

// TestScaledKeepsColours: each type of the library's pictures, scaled to its own size, has the colours that the library
// converts it to.
func TestScaledKeepsColours(t *testing.T) {
	bounds := image.Rect(-3, 2, 5, 10) // pictures need not begin at 0, 0
	palette := color.Palette{color.NRGBA{10, 200, 30, 255}, color.NRGBA{200, 100, 50, 128}, color.NRGBA{}}
	pictures := []interface {
		image.Image
		Set(x, y int, c color.Color)
	}{
		image.NewRGBA(bounds), image.NewNRGBA(bounds), image.NewRGBA64(bounds), image.NewNRGBA64(bounds),
		image.NewGray(bounds), image.NewGray16(bounds), image.NewCMYK(bounds), image.NewPaletted(bounds, palette),
	}
	for _, m := range pictures {
		for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
			for x := bounds.Min.X; x < bounds.Max.X; x++ {
				m.Set(x, y, color.NRGBA{uint8(x * 30), uint8(y * 25), uint8(x * y * 7), uint8(255 - 20*(x+3))})
			}
		}
		out := decoded{m, false}.scaled(all(bounds.Size()))
		for y := range bounds.Dy() {
			for x := range bounds.Dx() {
				want := color.RGBAModel.Convert(m.At(bounds.Min.X+x, bounds.Min.Y+y)).(color.RGBA)
				if got := out.RGBAAt(x, y); !near(got, want, 1) {
					t.Fatalf("%T at %d, %d: %v, want %v", m, x, y, got, want)
				}
			}
		}
	}
}

// TestShortPalette: an index beyond the palette is black.
func TestShortPalette(t *testing.T) {
	m := image.NewPaletted(image.Rect(0, 0, 1, 1), color.Palette{color.White})
	m.Pix[0] = 9
	if got := (decoded{m, false}).scaled(all(image.Pt(1, 1))).RGBAAt(0, 0); got != (color.RGBA{A: 255}) {
		t.Errorf("%v", got)
	}
}

// TestStudio: VP8's range ends in black and white, and its converter agrees with the stretched range.
func TestStudio(t *testing.T) {
	for _, c := range []struct {
		y, cb, cr uint8
		want      color.RGBA
	}{
		{16, 128, 128, color.RGBA{0, 0, 0, 255}},
		{235, 128, 128, color.RGBA{255, 255, 255, 255}},
		{0, 128, 128, color.RGBA{0, 0, 0, 255}},
		{255, 128, 128, color.RGBA{255, 255, 255, 255}},
		{81, 90, 240, color.RGBA{255, 0, 0, 255}}, // BT.601's red, green and blue
		{145, 54, 34, color.RGBA{0, 255, 0, 255}},
		{41, 240, 110, color.RGBA{0, 0, 255, 255}},
	} {
		r, g, b := studioToRGB(c.y, c.cb, c.cr)
		if got := (color.RGBA{r, g, b, 255}); !near(got, c.want, 2) {
			t.Errorf("%d %d %d: %v, want %v", c.y, c.cb, c.cr, got, c.want)
		}
		m := image.NewYCbCr(image.Rect(0, 0, 1, 1), image.YCbCrSubsampleRatio444)
		m.Y[0], m.Cb[0], m.Cr[0] = c.y, c.cb, c.cr
		widen(m)
		if got := color.RGBAModel.Convert(m.YCbCrAt(0, 0)).(color.RGBA); !near(got, c.want, 4) {
			t.Errorf("%d %d %d stretched: %v, want %v", c.y, c.cb, c.cr, got, c.want)
		}
	}
}
