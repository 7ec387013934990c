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

// picture blends a picture over the pixels below. A file that holds none leaves them as they are. One that
// is unavailable or not read yet is replaced by mat, or by the picture that it replaces.
func (pt *painting) picture(it *page.Picture) {
	seen := it.Rect.Intersect(pt.clip)
	if seen.Empty() {
		return
	}
	m, known := pt.pixels(it)
	pt.whole = pt.whole && known
	if m == nil {
		if !known {
			pt.fill(seen, pt.theme[page.Mat])
		}
		return
	}
	for y := seen.Min.Y; y < seen.Max.Y; y++ {
		from := m.PixOffset(seen.Min.X-it.Rect.Min.X, y-it.Rect.Min.Y)
		over(pt.row(y, seen.Min.X, seen.Max.X), m.Pix[from:from+4*seen.Dx()])
	}
}

// pixels returns a picture's pixels, nil where there are none; known reports whether its file has been read.
func (pt *painting) pixels(it *page.Picture) (m *image.RGBA, known bool) {
	k := pictureKey{it.Hash, it.Orientation, it.Rect.Size()}
	if !pt.partial {
		return pt.decoded.get(pt.files, k, it.Name)
	}
	if m, known = pt.decoded.find(k); known {
		return m, true
	}
	return pt.decoded.previous(it.Name, k.size), false
}

// over blends premultiplied pixels over others.
func over(dst, src []byte) {
	for i := 0; i < len(src); i += 4 {
		d, p := dst[i:i+4:i+4], src[i:i+4:i+4]
		switch p[3] {
		case 255:
			copy(d, p)
		case 0:
		default:
			left := 255 - uint32(p[3])
			for j := range d {
				d[j] = p[j] + uint8((uint32(d[j])*left+127)/255)
			}
		}
	}
}

// open reads a picture's file and decodes it at the size in which it is drawn. final is false
// where a retry may succeed: the file is absent, or its hash differs.
func open(files fs.FS, name string, k pictureKey) (m *image.RGBA, final bool) {
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
	m, _ = picture.Decode(data, k.orientation, k.size)
	return m, true
}
