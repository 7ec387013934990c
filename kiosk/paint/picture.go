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

// picture lays a picture over what is there. A file that holds none leaves nothing, one that is not to be had,
// or is still to be read, mat; one that replaces another is that until it is read.
func (s *sheet) picture(it *page.Picture) {
	seen := it.Rect.Intersect(s.clip)
	if seen.Empty() {
		return
	}
	m, known := s.developed(it)
	s.whole = s.whole && known
	if m == nil {
		if !known {
			s.fill(seen, s.theme[page.Mat])
		}
		return
	}
	for y := seen.Min.Y; y < seen.Max.Y; y++ {
		from := m.PixOffset(seen.Min.X-it.Rect.Min.X, y-it.Rect.Min.Y)
		over(s.row(y, seen.Min.X, seen.Max.X), m.Pix[from:from+4*seen.Dx()])
	}
}

// developed is a picture's pixels, nil where there are none; known says whether its file was ever read.
func (s *sheet) developed(it *page.Picture) (m *image.RGBA, known bool) {
	k := pictureKey{it.Hash, it.Orientation, it.Rect.Size()}
	if !s.draft {
		return s.album.get(s.files, k, it.Name)
	}
	if m, known = s.album.find(k); known {
		return m, true
	}
	return s.album.former(it.Name, k.size), false
}

// over lays premultiplied pixels over others.
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
// where another try may fare better: the file is not there, or not the one that is meant.
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
