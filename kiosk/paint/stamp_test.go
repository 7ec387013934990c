package paint

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/page"
)

// mask returns the mask from which a stencil was cut.
func (t *stencil) mask() *mask {
	size := t.rect.Size()
	m := &mask{t.rect, make([]byte, size.X*size.Y)}
	for _, q := range t.quads {
		var four [4]byte
		binary.LittleEndian.PutUint32(four[:], uint32(q))
		x := int(q >> 32 & 0xffff)
		copy(m.pix[int(q>>48)*size.X+x:int(q>>48+1)*size.X], four[:])
	}
	return m
}

// TestStencil checks that a stencil omits nothing that its mask covers, and keeps no
// quad without coverage.
func TestStencil(t *testing.T) {
	var d scratch
	for w := 1; w < 12; w++ {
		d.shape.reset()
		d.shape.frame(image.Pt(w, 9), 0, fixed.I(1))
		want := bytes.Clone(d.rasterise().pix)
		got := d.cutStencil()
		if !bytes.Equal(got.mask().pix, want) {
			t.Errorf("%d px wide: %v, want %v", w, got.mask().pix, want)
		}
		for _, q := range got.quads {
			if uint32(q) == 0 {
				t.Errorf("%d px wide: a quad at %d, %d covers nothing", w, q>>32&0xffff, q>>48)
			}
		}
	}
}

// TestBlendStamps checks that stamps equal masks blended one by one, on any ground and
// with any clip.
func TestBlendStamps(t *testing.T) {
	ink, paper := color.RGBA{30, 25, 22, 255}, page.Normal[page.Paper]
	for _, clip := range []image.Rectangle{image.Rect(0, 0, 60, 40), image.Rect(5, 3, 22, 17), image.Rect(0, 0, 34, 40)} {
		for _, below := range []image.Rectangle{{}, image.Rect(0, 0, 12, 40), image.Rect(33, 10, 60, 40), image.Rect(3, 5, 4, 6)} {
			for _, apart := range []int{16, 13, 9, -15} {
				sheets := [2]*painting{}
				for i := range sheets {
					s := &painting{scratch: new(scratch), dst: image.NewRGBA(image.Rect(0, 0, 60, 40)), clip: clip}
					s.fill(s.dst.Rect, paper)
					s.fill(below, page.Normal[page.LeafInk])
					for k := range 3 {
						s.shape.reset()
						s.shape.frame(image.Pt(14, 14), fixed.I(5), fixed.I(2))
						s.place(s.cutStencil(), image.Pt(20+apart*(k-1), 8+k), ink, &plain)
						if i == 0 {
							continue
						}
						for _, p := range s.stamps {
							s.blend(p)
						}
						s.stamps = s.stamps[:0]
					}
					s.blendStamps()
					sheets[i] = s
				}
				if !bytes.Equal(sheets[0].dst.Pix, sheets[1].dst.Pix) {
					t.Errorf("clip %v, below %v, %d apart: differs", clip, below, apart)
				}
			}
		}
	}
}
