package paint

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"

	"gongkai/kiosk/page"
)

func encoded(t *testing.T, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestStrips: the strips cover a picture without a gap, and none is larger than its bound.
func TestStrips(t *testing.T) {
	for _, size := range []image.Point{{1, 1}, {1080, 1528}, {936, 8962}, {1080, 12000}, {2160, 24000}, {936, 100_000}, {8192, 8192}, {3_000_000, 3}} {
		y := 0
		for top := range strips(size) {
			r := stripAt(size, top)
			if r.Min.Y != y || r.Dx() != size.X || r.Empty() {
				t.Fatalf("%v: a strip %v after %d", size, r, y)
			}
			if n := 4 * r.Dx() * r.Dy(); n > unstripped {
				t.Errorf("%v: a strip of %d bytes", size, n)
			}
			if a := around(size, top); !r.In(a) || !a.In(image.Rectangle{Max: size}) || 4*a.Dx()*a.Dy() > max(unstripped, 3*stripBytes+8*size.X) {
				t.Errorf("%v: around %v is %v", size, r, a)
			}
			y = r.Max.Y
		}
		if y != size.Y {
			t.Errorf("%v: strips end at %d", size, y)
		}
	}
}

// TestLongPicture: a long picture is painted in tiles as a short one is, its file is opened a few times only, and the cache
// stays within its budget.
func TestLongPicture(t *testing.T) {
	const w, h = 1080, 12000
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		box(m, image.Rect(0, y, w, y+1), color.RGBA{uint8(y / 256), uint8(y), 0, 255})
	}
	var c content
	l := layer(w, h, page.Mat, placed(c.put("images/a.png", encoded(t, m)), "images/a.png", 1, m.Rect))
	p := New(0)
	p.Pictures = &c
	for y := 0; y < h; y += 256 {
		tile := image.NewRGBA(image.Rect(0, y, 64, min(y+256, h)))
		if !p.Layer(tile, l, &page.Normal, 0) {
			t.Fatalf("at %d it lacks pixels", y)
		}
		if want := m.SubImage(tile.Rect).(*image.RGBA); !bytes.Equal(tile.Pix[:4*64], want.Pix[:4*64]) {
			t.Fatalf("at %d it is %v, want %v", y, tile.RGBAAt(0, y), m.RGBAAt(0, y))
		}
		if p.decoded.size > pictureBudget {
			t.Fatalf("at %d the cache holds %d bytes", y, p.decoded.size)
		}
	}
	if n := c.opened.Load(); n > 4 {
		t.Errorf("opened %d times", n)
	}
}
