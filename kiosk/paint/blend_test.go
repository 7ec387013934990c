package paint

import (
	"image/color"
	"testing"
)

// TestBlend compares pixels with the formula, for all coverages, on the tint's ground
// and on another.
func TestBlend(t *testing.T) {
	for _, ground := range []color.RGBA{{251, 248, 241, 255}, {}} {
		testBlend(t, pixel(ground))
	}
}

func testBlend(t *testing.T, ground uint32) {
	for _, below := range []color.RGBA{{251, 248, 241, 255}, {0, 0, 0, 0}, {255, 255, 255, 255}, {1, 127, 128, 255}, {10, 20, 30, 40}} {
		for _, ink := range []color.RGBA{{30, 25, 22, 255}, {255, 0, 254, 255}} {
			var cover, dst []byte
			for a := range 256 {
				cover = append(cover, byte(a))
				dst = append(dst, below.R, below.G, below.B, below.A)
			}
			new(scratch).tinted(ground, pixel(ink), &plain).blend(dst, cover)
			for a := range 256 {
				for i, c := range [4][2]uint8{{below.R, ink.R}, {below.G, ink.G}, {below.B, ink.B}, {below.A, ink.A}} {
					want := (int(c[0])*(255-a) + int(c[1])*a + 127) / 255 // never a half, 255 being odd
					if got := int(dst[4*a+i]); got != want {
						t.Fatalf("%v over %v at %d, byte %d: %d, want %d", ink, below, a, i, got, want)
					}
				}
			}
		}
	}
}

func TestWeights(t *testing.T) {
	for a, want := range map[int]uint8{0: 0, 16: 22, 32: 44, 64: 78, 96: 119, 128: 143, 160: 175, 192: 201, 224: 229, 255: 255} {
		if lifted[a] != want {
			t.Errorf("lifted %d is %d, want %d", a, lifted[a], want)
		}
	}
	for a := 1; a < 256; a++ {
		if lifted[a] < lifted[a-1] || lifted[a] < uint8(a) || plain[a] != uint8(a) {
			t.Errorf("at %d: lifted %d, plain %d", a, lifted[a], plain[a])
		}
	}
	for _, c := range []struct {
		ink    color.RGBA
		lifted bool
	}{
		{color.RGBA{0x1E, 0x19, 0x16, 255}, false}, // ink
		{color.RGBA{0x98, 0x19, 0x1C, 255}, false}, // red
		{color.RGBA{0x7B, 0x6F, 0x61, 255}, false}, // sep
		{color.RGBA{0xFB, 0xF8, 0xF1, 255}, true},  // on-leaf
		{color.RGBA{0xEB, 0xD2, 0x9C, 255}, true},  // on-leaf2
		{color.RGBA{0xFF, 0xDC, 0x8C, 255}, true},  // high contrast
	} {
		if got := weightFor(c.ink) == &lifted; got != c.lifted {
			t.Errorf("%v: lifted %v", c.ink, got)
		}
	}
}
