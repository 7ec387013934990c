package paint

import (
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
)

// TestTurned checks that a lying glyph is the upright one turned clockwise: up becomes right.
func TestTurned(t *testing.T) {
	id, _ := fonts.Shaping(fonts.SansRegular).NominalGlyph('F')
	size := fixed.I(400)
	var d scratch
	cover := func(turned bool) (*mask, func(x, y int) byte) {
		d.shape.reset()
		d.draw(fonts.SansRegular, uint16(id), size, point{})
		if turned {
			d.shape.turn()
		}
		m := d.rasterise()
		pix := append([]byte(nil), m.pix...)
		r := m.rect
		return &mask{rect: r}, func(x, y int) byte { return pix[(y-r.Min.Y)*r.Dx()+x-r.Min.X] }
	}
	up, at := cover(false)
	lying, turnedAt := cover(true)
	if lying.rect.Min.X != -up.rect.Max.Y || lying.rect.Max.Y != up.rect.Max.X || lying.rect.Dx() != up.rect.Dy() {
		t.Fatalf("%v becomes %v", up.rect, lying.rect)
	}
	for y := up.rect.Min.Y; y < up.rect.Max.Y; y++ {
		for x := up.rect.Min.X; x < up.rect.Max.X; x++ {
			if a, b := int(at(x, y)), int(turnedAt(-y-1, x)); a-b > 2 || b-a > 2 {
				t.Fatalf("coverage %d at %d, %d becomes %d", a, x, y, b)
			}
		}
	}
}

// TestOverlapsAreSolid checks that contours of one direction that overlap, as in the outlines of TrueType fonts,
// leave no hole, whichever the direction.
func TestOverlapsAreSolid(t *testing.T) {
	for _, hole := range []bool{false, true} {
		var d scratch
		d.shape.reset()
		for _, r := range []fixed.Rectangle26_6{fixed.R(0, 0, 20, 20), fixed.R(10, 5, 30, 15)} {
			d.shape.round(r, 0, hole)
		}
		m := d.rasterise()
		for y := 6; y < 14; y++ {
			for x := 1; x < 29; x++ {
				if c := m.pix[y*m.rect.Dx()+x]; c != 255 {
					t.Fatalf("coverage %d at %d, %d", c, x, y)
				}
			}
		}
	}
}
