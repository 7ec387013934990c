package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"
)

// TestPart: a part is what the whole picture has in its place, however the picture is turned, coded and scaled.
func TestPart(t *testing.T) {
	m := image.NewNRGBA(image.Rect(0, 0, 60, 90))
	grey := image.NewGray(m.Rect)
	for y := range 90 {
		for x := range 60 {
			m.SetNRGBA(x, y, color.NRGBA{uint8(4 * x), uint8(2 * y), uint8(x * y), uint8(255 - x - y)})
			grey.SetGray(x, y, color.Gray{Y: uint8(x*3 + y)})
		}
	}
	var files [][]byte
	for _, encode := range []func(*bytes.Buffer) error{
		func(b *bytes.Buffer) error { return png.Encode(b, m) },
		func(b *bytes.Buffer) error { return png.Encode(b, grey) },
		func(b *bytes.Buffer) error { return jpeg.Encode(b, m, nil) },
		func(b *bytes.Buffer) error { return jpeg.Encode(b, grey, nil) },
	} {
		var b bytes.Buffer
		if err := encode(&b); err != nil {
			t.Fatal(err)
		}
		files = append(files, b.Bytes())
	}
	for i, data := range files {
		for orientation := range uint8(9) {
			for _, size := range []image.Point{{60, 90}, {120, 180}, {17, 23}, {5, 300}} {
				whole, fault := Decode(data, orientation, size)
				if fault != nil {
					t.Fatal(fault)
				}
				for _, part := range []image.Rectangle{{Max: size}, image.Rect(0, 0, size.X, 1), image.Rect(0, size.Y/2, size.X, size.Y), image.Rect(1, size.Y/3, size.X-1, size.Y/2)} {
					got, fault := DecodePart(data, orientation, size, part)
					if fault != nil || got.Rect != part {
						t.Fatalf("file %d turned by %d, %v of %v: %v", i, orientation, part, size, fault)
					}
					for y := part.Min.Y; y < part.Max.Y; y++ {
						for x := part.Min.X; x < part.Max.X; x++ {
							if a, b := got.RGBAAt(x, y), whole.RGBAAt(x, y); a != b {
								t.Fatalf("file %d turned by %d, %v of %v: (%d, %d) is %v, want %v", i, orientation, part, size, x, y, a, b)
							}
						}
					}
				}
			}
		}
	}
	for _, part := range []image.Rectangle{{}, image.Rect(-1, 0, 5, 5), image.Rect(0, 0, 10, 91)} {
		if _, fault := DecodePart(files[0], 1, image.Pt(60, 90), part); fault == nil {
			t.Errorf("%v of 60x90", part)
		}
	}
}
