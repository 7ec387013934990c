package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"testing"
)

// quarters returns a picture with a colour in each quarter: red, green, blue, white from the top left.
func quarters(w, h int) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for i, c := range []color.Color{color.NRGBA{200, 0, 0, 255}, color.NRGBA{0, 200, 0, 255}, color.NRGBA{0, 0, 200, 255}, color.White} {
		r := image.Rect(0, 0, w/2, h/2).Add(image.Pt(i%2*(w/2), i/2*(h/2)))
		draw.Draw(m, r, image.NewUniform(c), image.Point{}, draw.Src)
	}
	return m
}

// turned puts an orientation into a JPEG, as a camera does, with a place behind it.
func turned(data []byte, orientation byte) []byte {
	exif := "Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00" + string(orientation) + "\x00\x00\x00\x00\x00\x00GPS here"
	return append([]byte("\xff\xd8\xff\xe1\x00"+string(byte(len(exif)+2))+exif), data[2:]...)
}

// TestCopy: copies are upright, bounded, and hold nothing but the picture.
func TestCopy(t *testing.T) {
	clear := image.NewNRGBA(image.Rect(0, 0, 40, 40))
	clear.Set(1, 1, color.Black)
	for _, c := range []struct {
		name          string
		data          []byte
		cut           Cut
		width, height int
		ending        string
		first         color.NRGBA // at the top left, nearly
	}{
		{"a drawing", pngOf(t, quarters(100, 60)), Cut{}, 100, 60, ".png", color.NRGBA{200, 0, 0, 255}},
		{"a photograph", jpegOf(t, quarters(100, 60)), Cut{}, 100, 60, ".jpg", color.NRGBA{200, 0, 0, 255}},
		{"a telephone held upright", turned(jpegOf(t, quarters(100, 60)), 6), Cut{}, 60, 100, ".jpg", color.NRGBA{0, 0, 200, 255}},
		{"upside down", turned(jpegOf(t, quarters(100, 60)), 3), Cut{}, 100, 60, ".jpg", color.NRGBA{255, 255, 255, 255}},
		{"large", jpegOf(t, quarters(4320, 3240)), Cut{}, 2160, 1620, ".jpg", color.NRGBA{200, 0, 0, 255}},
		{"long", jpegOf(t, quarters(1080, 9000)), Cut{}, 1080, 9000, ".jpg", color.NRGBA{200, 0, 0, 255}},
		{"the right half", pngOf(t, quarters(100, 60)), Cut{Left: .5}, 50, 60, ".png", color.NRGBA{0, 200, 0, 255}},
		{"the lower right quarter", pngOf(t, quarters(100, 60)), Cut{Left: .5, Top: .5}, 50, 30, ".png", color.NRGBA{255, 255, 255, 255}},
		{"a quarter turn", pngOf(t, quarters(100, 60)), Cut{Turns: 1}, 60, 100, ".png", color.NRGBA{0, 0, 200, 255}},
		{"a line", pngOf(t, quarters(30_000, 1)), Cut{}, 2160, 1, ".png", color.NRGBA{}},
		{"a line upright", pngOf(t, quarters(1, 30_000)), Cut{}, 1, 16_000, ".png", color.NRGBA{}},
		{"glass", pngOf(t, clear), Cut{}, 40, 40, ".png", color.NRGBA{}},
	} {
		out, ending, fault := Copy(c.data, c.cut)
		if fault != nil {
			t.Errorf("%s: %v", c.name, fault)
			continue
		}
		m, _, err := image.Decode(bytes.NewReader(out))
		if err != nil {
			t.Fatal(err)
		}
		got := color.NRGBAModel.Convert(m.At(0, 0)).(color.NRGBA)
		if m.Bounds().Dx() != c.width || m.Bounds().Dy() != c.height || ending != c.ending || far(got, c.first) {
			t.Errorf("%s: %v, %s, %v; want %d by %d, %s, %v", c.name, m.Bounds(), ending, got, c.width, c.height, c.ending, c.first)
		}
		if info, fault := Read(out); fault != nil || info.Orientation > 1 || bytes.Contains(out, []byte("GPS")) {
			t.Errorf("%s: %v %v, or a camera's notes", c.name, info, fault)
		}
	}
}

func far(a, b color.NRGBA) bool {
	off := func(x, y uint8) bool { return max(x, y)-min(x, y) > 12 }
	return off(a.R, b.R) || off(a.G, b.G) || off(a.B, b.B) || off(a.A, b.A)
}

// TestCopyFaults: what can't be shown isn't copied.
func TestCopyFaults(t *testing.T) {
	sound := pngOf(t, quarters(100, 60))
	for name, data := range map[string][]byte{"nothing": nil, "a text": []byte("hello"), "cut": sound[:len(sound)/2]} {
		if _, _, fault := Copy(data, Cut{}); fault == nil {
			t.Errorf("%s was copied", name)
		}
	}
	if _, _, fault := Copy(sound, Cut{Left: .6, Right: .6}); fault == nil {
		t.Error("a copy of nothing")
	}
}
