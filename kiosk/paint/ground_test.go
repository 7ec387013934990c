package paint

import (
	"image"
	"image/color"
	"testing"

	"gongkai/kiosk/page"
)

// TestGround: what a picture with transparent parts stands on follows from its outlines.
func TestGround(t *testing.T) {
	mat, ink := page.Normal[page.Mat], page.Normal[page.Black]
	black, white := color.RGBA{0, 0, 0, 255}, color.RGBA{255, 255, 255, 255}
	red, gold, yellow := color.RGBA{200, 20, 20, 255}, color.RGBA{0xB8, 0x95, 0x5A, 255}, color.RGBA{255, 240, 0, 255}
	for _, c := range []struct {
		name  string
		paint func(m *image.RGBA)
		want  color.RGBA
	}{
		{"nothing", func(*image.RGBA) {}, mat},
		{"black letters", letters(black, black), mat},
		{"white letters", letters(white, white), ink},
		{"yellow letters", letters(yellow, yellow), ink},
		{"red letters", letters(red, red), mat},
		{"gold letters, which are seen on both", letters(gold, gold), mat},
		{"black letters and red ones", letters(black, red), mat},
		{"white letters and red ones", letters(white, red), ink},
		{"black letters and white ones", letters(black, white), middle(mat, ink)},
		{"white letters with black outlines", func(m *image.RGBA) {
			letters(black, black)(m)
			for x := 11; x < 90; x += 10 {
				box(m, image.Rect(x, 21, x+3, 39), white)
			}
		}, mat},
		{"black letters on a white card with round corners", func(m *image.RGBA) {
			box(m, image.Rect(2, 2, 98, 98), white)
			letters(black, black)(m)
		}, mat},
		{"faint white letters", letters(color.RGBA{120, 120, 120, 120}, color.RGBA{120, 120, 120, 120}), ink},
		{"a black veil over all", func(m *image.RGBA) { box(m, m.Rect, color.RGBA{0, 0, 0, 90}) }, mat},
	} {
		m := image.NewRGBA(image.Rect(0, 0, 100, 100))
		c.paint(m)
		if got := groundOf(m); got != c.want {
			t.Errorf("%s stand on %v", c.name, got)
		}
	}
}

// letters paints strokes in two colours by turns.
func letters(a, b color.RGBA) func(*image.RGBA) {
	return func(m *image.RGBA) {
		for x := 10; x < 90; x += 10 {
			c := a
			if x%20 == 0 {
				c = b
			}
			box(m, image.Rect(x, 20, x+5, 40), c)
		}
	}
}

func box(m *image.RGBA, r image.Rectangle, c color.RGBA) {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			m.SetRGBA(x, y, c)
		}
	}
}

// TestClearPictureInEveryMode: black letters on nothing are seen in high contrast, white ones without, and the pixels are the
// same in every mode.
func TestClearPictureInEveryMode(t *testing.T) {
	for _, ink := range []color.RGBA{{0, 0, 0, 255}, {255, 255, 255, 255}} {
		m := image.NewRGBA(image.Rect(0, 0, 100, 100))
		letters(ink, ink)(m)
		var c content
		l := layer(100, 100, page.Mat, placed(c.put("images/a.png", encoded(t, m)), "images/a.png", 1, m.Rect))
		var seen [2]*image.RGBA
		for i, theme := range []*page.Theme{&page.Normal, &page.Contrast} {
			p := New(0)
			p.Pictures = &c
			seen[i] = image.NewRGBA(m.Rect)
			p.Layer(seen[i], l, theme, 0)
			letter, beside := seen[i].RGBAAt(12, 30), seen[i].RGBAAt(5, 30)
			if d := int(letter.G) - int(beside.G); max(d, -d) < 128 {
				t.Errorf("%v on %v in theme %d", letter, beside, i)
			}
		}
		if string(seen[0].Pix) != string(seen[1].Pix) {
			t.Error("it looks otherwise in high contrast")
		}
	}
}

// TestGroundOfStrips: all strips of a long picture stand on the same ground.
func TestGroundOfStrips(t *testing.T) {
	m := image.NewRGBA(image.Rect(0, 0, 100, 3000)) // white letters above, black ones below
	for y := 0; y < 1800; y += 60 {
		box(m, image.Rect(20, y, 40, y+30), color.RGBA{255, 255, 255, 255})
	}
	box(m, image.Rect(20, 2900, 40, 2930), color.RGBA{0, 0, 0, 255})
	var c content
	whole := image.Rect(0, 0, 1000, 30000)
	l := layer(1000, 30000, page.Mat, placed(c.put("images/a.png", encoded(t, m)), "images/a.png", 1, whole))
	p := New(0)
	p.Pictures = &c
	for _, y := range []int{5, 29995} {
		tile := image.NewRGBA(image.Rect(0, y, 1000, y+1))
		p.Layer(tile, l, &page.Contrast, 0)
		if got := tile.RGBAAt(5, y); got != page.Normal[page.Black] {
			t.Errorf("at %d it stands on %v", y, got)
		}
	}
}

// TestMiddle: white, black and a strong red have a contrast of 2 and more to the colour between.
func TestMiddle(t *testing.T) {
	m := middle(page.Normal[page.Mat], page.Normal[page.Black])
	ground := luminance([]byte{m.R, m.G, m.B, 255})
	for _, c := range [][]byte{{255, 255, 255, 255}, {0, 0, 0, 255}, {200, 20, 20, 255}} {
		a, b := luminance(c)+full/20, ground+full/20
		if max(a, b) < 2*min(a, b) {
			t.Errorf("%v on %v", c, m)
		}
	}
}
