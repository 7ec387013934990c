package paint

import (
	"image"
	"iter"
)

// A long picture is decoded in strips, of which only those that are seen are kept: one of 1080 x 12,000 px takes 52 MB, and
// three times as much on a large screen.
const (
	// unstripped is the size of the largest picture, in bytes, that is one strip.
	unstripped = 32 << 20
	stripBytes = 8 << 20
)

// stripRows returns the height of the strips of a picture, px.
func stripRows(size image.Point) int {
	if 4*size.X*size.Y <= unstripped {
		return size.Y
	}
	return max(1, stripBytes/(4*size.X))
}

// strips yields the first row of each strip.
func strips(size image.Point) iter.Seq[int] {
	return func(yield func(int) bool) {
		for top := 0; top < size.Y; top += stripRows(size) {
			if !yield(top) {
				return
			}
		}
	}
}

// stripAt returns the strip that begins at a row.
func stripAt(size image.Point, top int) image.Rectangle {
	return image.Rect(0, top, size.X, min(top+stripRows(size), size.Y))
}

// around returns a strip with its neighbours, which a reader who scrolls needs next: the whole file has to be decoded for
// each.
func around(size image.Point, top int) image.Rectangle {
	rows := stripRows(size)
	return image.Rect(0, max(0, top-rows), size.X, min(top+2*rows, size.Y))
}

// cut returns a copy of a part of a picture.
func cut(m *image.RGBA, r image.Rectangle) *image.RGBA {
	if r == m.Rect {
		return m
	}
	out := image.NewRGBA(r)
	copy(out.Pix, m.Pix[m.PixOffset(r.Min.X, r.Min.Y):])
	return out
}
