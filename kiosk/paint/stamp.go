package paint

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"slices"
)

// stencil is a mask without its blank quads, which are more than half of a hanzi.
type stencil struct {
	rect  image.Rectangle // px from the shape's origin
	quads []quad
}

// quad is four pixels of a stencil: their coverage in its lower half, a byte a
// pixel, then their column and row, 16 bits each.
type quad uint64

// cutStencil returns a stencil of the shape.
func (d *scratch) cutStencil() *stencil {
	m := d.rasterise()
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

// cost returns the approximate size of a cached stencil in bytes.
func (t *stencil) cost() int { return 8*len(t.quads) + overhead }

// stamp is a stencil that is placed and not yet blended.
type stamp struct {
	*stencil
	at   image.Point // its rectangle's left top corner, px in dst
	tint *tint
}

// place adds a stamp with its origin at a pixel.
func (pt *painting) place(t *stencil, at image.Point, c color.RGBA, w *weight) {
	full := t.rect.Add(at)
	r := full.Intersect(pt.clip)
	if r.Empty() {
		return
	}
	ground := binary.LittleEndian.Uint32(pt.row(r.Min.Y, r.Min.X, r.Max.X))
	pt.stamps = append(pt.stamps, stamp{t, full.Min, pt.tinted(ground, pixel(c), w)})
}

// blendStamps blends the placed stamps. Text mostly stands on a single colour, which is
// checked once for all of a line.
func (pt *painting) blendStamps() {
	var all image.Rectangle
	for _, p := range pt.stamps {
		all = all.Union(p.reach())
	}
	plain := pt.plain(all.Intersect(pt.clip))
	var inked image.Rectangle
	for _, p := range pt.stamps {
		if r := p.reach(); plain && r.In(pt.clip) && !r.Overlaps(inked) {
			p.set(pt.dst.Pix[pt.dst.PixOffset(p.at.X, p.at.Y):], pt.dst.Stride)
		} else {
			pt.blend(p)
		}
		inked = inked.Union(image.Rectangle{Min: p.at, Max: p.at.Add(p.rect.Size())})
	}
	pt.stamps = pt.stamps[:0]
}

// reach returns the rectangle that a stamp may write to: its quads may exceed its right edge.
func (p stamp) reach() image.Rectangle {
	return image.Rect(p.at.X, p.at.Y, p.at.X+(p.rect.Dx()+3)&^3, p.at.Y+p.rect.Dy())
}

// plain reports whether a rectangle has a single colour: each row equals itself shifted by
// a pixel, and all start with the same one.
func (pt *painting) plain(r image.Rectangle) bool {
	var ground []byte
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := pt.row(y, r.Min.X, r.Max.X)
		if ground == nil {
			ground = row[:4]
		}
		if !bytes.Equal(row[:4], ground) || !bytes.Equal(row[4:], row[:len(row)-4]) {
			return false
		}
	}
	return true
}

// set writes a stamp on its tint's ground, dst being the pixels from its corner on. It
// doesn't branch on the coverage: a mispredicted branch costs more than four pixels.
func (p stamp) set(dst []byte, stride int) {
	mixed := &p.tint.mixed
	for _, q := range p.quads {
		d := (*[16]byte)(dst[int(q>>48)*stride+int(q>>32&0xffff)*4:])
		binary.LittleEndian.PutUint64(d[:], uint64(mixed[q&255])|uint64(mixed[q>>8&255])<<32)
		binary.LittleEndian.PutUint64(d[8:], uint64(mixed[q>>16&255])|uint64(mixed[q>>24&255])<<32)
	}
}

// blend blends a stamp into the pixels below it, within the clip.
func (pt *painting) blend(p stamp) {
	for _, q := range p.quads {
		y, x := p.at.Y+int(q>>48), p.at.X+int(q>>32&0xffff)
		if y < pt.clip.Min.Y || y >= pt.clip.Max.Y {
			continue
		}
		var cover [4]byte
		binary.LittleEndian.PutUint32(cover[:], uint32(q))
		if from, to := max(x, pt.clip.Min.X), min(x+4, pt.clip.Max.X); from < to {
			p.tint.blend(pt.row(y, from, to), cover[from-x:to-x])
		}
	}
}
