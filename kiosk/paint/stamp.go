package paint

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"slices"
)

// stencil is a mask without what it leaves blank, more than half of a hanzi: four
// pixels beside each other are one quad.
type stencil struct {
	rect  image.Rectangle // px from the shape's origin
	quads []quad
}

// quad is four pixels of a stencil: their coverage in its lower half, a byte a
// pixel, then their column and row, 16 bits each.
type quad uint64

// stencil cuts a stencil of the desk's shape.
func (d *desk) stencil() *stencil {
	m := d.cut()
	d.quads = d.quads[:0]
	wide := m.rect.Dx()
	for y := range m.rect.Dy() {
		row := m.pix[y*wide : (y+1)*wide]
		for x := 0; x < wide; x += 4 {
			var four [4]byte
			copy(four[:], row[x:])
			if c := binary.LittleEndian.Uint32(four[:]); c != 0 {
				d.quads = append(d.quads, quad(y)<<48|quad(x)<<32|quad(c))
			}
		}
	}
	return &stencil{m.rect, slices.Clone(d.quads)}
}

// cost is about how many bytes a kept stencil takes.
func (t *stencil) cost() int { return 8*len(t.quads) + overhead }

// stamp is a stencil laid on the sheet and not yet blended.
type stamp struct {
	*stencil
	at   image.Point // its rectangle's left top corner, px on the sheet
	tint *tint
}

// lay lays a stencil with its origin at a pixel.
func (s *sheet) lay(t *stencil, at image.Point, c color.RGBA, w *weight) {
	full := t.rect.Add(at)
	r := full.Intersect(s.clip)
	if r.Empty() {
		return
	}
	ground := binary.LittleEndian.Uint32(s.row(r.Min.Y, r.Min.X, r.Max.X))
	s.stamps = append(s.stamps, stamp{t, full.Min, s.tinted(ground, pixel(c), w)})
}

// press blends what is laid on the sheet. Text mostly stands on one colour, which is
// looked at once for all of a line.
func (s *sheet) press() {
	var all image.Rectangle
	for _, p := range s.stamps {
		all = all.Union(p.reach())
	}
	plain := s.plain(all.Intersect(s.clip))
	var inked image.Rectangle
	for _, p := range s.stamps {
		if r := p.reach(); plain && r.In(s.clip) && !r.Overlaps(inked) {
			p.set(s.dst.Pix[s.dst.PixOffset(p.at.X, p.at.Y):], s.dst.Stride)
		} else {
			s.blend(p)
		}
		inked = inked.Union(image.Rectangle{Min: p.at, Max: p.at.Add(p.rect.Size())})
	}
	s.stamps = s.stamps[:0]
}

// reach is what a stamp may write to: its quads may go over its right edge.
func (p stamp) reach() image.Rectangle {
	return image.Rect(p.at.X, p.at.Y, p.at.X+(p.rect.Dx()+3)&^3, p.at.Y+p.rect.Dy())
}

// plain says whether a rectangle shows one colour: each row equals itself moved by
// a pixel, and all begin alike.
func (s *sheet) plain(r image.Rectangle) bool {
	var ground []byte
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := s.row(y, r.Min.X, r.Max.X)
		if ground == nil {
			ground = row[:4]
		}
		if !bytes.Equal(row[:4], ground) || !bytes.Equal(row[4:], row[:len(row)-4]) {
			return false
		}
	}
	return true
}

// set writes a stamp on its tint's ground, dst being the pixels from its corner on.
// It asks nothing of the coverage: where strokes begin and end can't be foreseen,
// and a wrong guess costs a processor more than four pixels.
func (p stamp) set(dst []byte, stride int) {
	mixed := &p.tint.mixed
	for _, q := range p.quads {
		d := (*[16]byte)(dst[int(q>>48)*stride+int(q>>32&0xffff)*4:])
		binary.LittleEndian.PutUint64(d[:], uint64(mixed[q&255])|uint64(mixed[q>>8&255])<<32)
		binary.LittleEndian.PutUint64(d[8:], uint64(mixed[q>>16&255])|uint64(mixed[q>>24&255])<<32)
	}
}

// blend blends a stamp into whatever is below it, as far as it lies in the clip.
func (s *sheet) blend(p stamp) {
	for _, q := range p.quads {
		y, x := p.at.Y+int(q>>48), p.at.X+int(q>>32&0xffff)
		if y < s.clip.Min.Y || y >= s.clip.Max.Y {
			continue
		}
		var cover [4]byte
		binary.LittleEndian.PutUint32(cover[:], uint32(q))
		if from, to := max(x, s.clip.Min.X), min(x+4, s.clip.Max.X); from < to {
			p.tint.blend(s.row(y, from, to), cover[from-x:to-x])
		}
	}
}
