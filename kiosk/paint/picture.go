package paint

import (
	"crypto/sha256"
	"encoding/hex"
	"image"
	"io"
	"io/fs"

	"gongkai/kiosk/page"
	"gongkai/kiosk/picture"
)

// picture paints a picture, strip by strip. A file that holds none leaves the pixels below as they are. One that
// is unavailable or not read yet is replaced by mat, or by the picture that it replaces.
func (pt *painting) picture(it *page.Picture) {
	size := it.Rect.Size()
	for top := range strips(size) {
		strip := stripAt(size, top)
		if seen := strip.Add(it.Rect.Min).Intersect(pt.clip); !seen.Empty() {
			pt.pictureStrip(it, strip, seen)
		}
	}
}

// pictureStrip paints what is seen of a strip of a picture.
func (pt *painting) pictureStrip(it *page.Picture, strip, seen image.Rectangle) {
	m, known := pt.pixels(it, strip.Min.Y)
	pt.whole = pt.whole && known
	if m == nil {
		if !known {
			pt.fill(seen, pt.theme[page.Mat])
		}
		return
	}
	for y := seen.Min.Y; y < seen.Max.Y; y++ {
		from := m.PixOffset(seen.Min.X-it.Rect.Min.X, y-it.Rect.Min.Y)
		copy(pt.row(y, seen.Min.X, seen.Max.X), m.Pix[from:from+4*seen.Dx()])
	}
}

// pixels returns the pixels of a picture's strip that begins at a row, nil where there are none; known reports whether
// its file has been read.
func (pt *painting) pixels(it *page.Picture, top int) (m *image.RGBA, known bool) {
	k := pictureKey{it.Hash, it.Orientation, it.Rect.Size(), top}
	if !pt.partial {
		return pt.decoded.get(pt.files, k, it.Name)
	}
	if m, known = pt.decoded.find(k); known {
		return m, true
	}
	return pt.decoded.previous(it.Name, k), false
}

// open reads a picture's file and decodes a part of it at the size in which it is drawn, on its ground. final is false
// where a retry may succeed: the file is absent, or its hash differs.
func open(files fs.FS, name string, k pictureKey, part image.Rectangle) (m *image.RGBA, final bool) {
	if files == nil {
		return nil, false
	}
	f, err := files.Open(name)
	if err != nil {
		return nil, false
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, picture.MaxBytes+1))
	if sum := sha256.Sum256(data); err != nil || hex.EncodeToString(sum[:]) != k.hash {
		return nil, false
	}
	m, fault := picture.DecodePart(data, k.orientation, k.size, part)
	if fault != nil {
		return nil, true
	}
	if !m.Opaque() {
		whole := m
		if part.Size() != k.size {
			whole, fault = picture.Decode(data, k.orientation, reduced(k.size))
		}
		if fault == nil {
			ground(m, groundOf(whole))
		}
	}
	return m, true
}
