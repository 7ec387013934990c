package picture

import (
	"encoding/binary"
	"image"
)

// turn returns a stored picture as it is to be seen, by EXIF's orientation (CIPA DC-008, 4.6.5).
func turn(m *image.RGBA, orientation uint8) *image.RGBA {
	if orientation <= 1 || orientation > 8 {
		return m
	}
	w, h := m.Rect.Dx(), m.Rect.Dy() // as stored
	size := image.Pt(w, h)
	if orientation >= 5 {
		size = image.Pt(h, w)
	}
	out := image.NewRGBA(image.Rectangle{Max: size})
	for y := range size.Y {
		for x := range size.X {
			from := stored(x, y, w, h, orientation)
			pixel := binary.NativeEndian.Uint32(m.Pix[from.Y*m.Stride+4*from.X:])
			binary.NativeEndian.PutUint32(out.Pix[y*out.Stride+4*x:], pixel)
		}
	}
	return out
}

// unturned returns the target, as stored, of a part of a picture as seen.
func unturned(size image.Point, part image.Rectangle, orientation uint8) target {
	if orientation <= 1 || orientation > 8 {
		return target{size, part}
	}
	if orientation >= 5 {
		size = image.Pt(size.Y, size.X)
	}
	a := stored(part.Min.X, part.Min.Y, size.X, size.Y, orientation)
	b := stored(part.Max.X-1, part.Max.Y-1, size.X, size.Y, orientation)
	return target{size, image.Rect(min(a.X, b.X), min(a.Y, b.Y), max(a.X, b.X)+1, max(a.Y, b.Y)+1)}
}

// stored returns the position, in w by h stored px, of the px that is seen at x, y.
func stored(x, y, w, h int, orientation uint8) image.Point {
	switch orientation {
	case 2:
		return image.Pt(w-1-x, y)
	case 3:
		return image.Pt(w-1-x, h-1-y)
	case 4:
		return image.Pt(x, h-1-y)
	case 5:
		return image.Pt(y, x)
	case 6:
		return image.Pt(y, h-1-x)
	case 7:
		return image.Pt(w-1-y, h-1-x)
	default: // 8
		return image.Pt(w-1-y, x)
	}
}
