package paint

import (
	"image"

	"gongkai/kiosk/page"
)

// Screen paints the layers that Compose placed, in software: what display shows, for snapshots and
// tests. Opaque layers that are not faded are painted in place; others are painted separately and
// then blended, as a GPU does.
func (p *Painter) Screen(size image.Point, placed []page.Placed) *image.RGBA {
	screen := image.NewRGBA(image.Rectangle{Max: size})
	for _, it := range placed {
		p.place(screen, it)
	}
	return screen
}

func (p *Painter) place(screen *image.RGBA, it page.Placed) {
	l, seen := it.Layer, it.Clip
	if l == nil { // a solid is a layer with a ground only
		l, seen = &page.Layer{Bounds: it.Rect, Ground: it.Ink}, it.Rect
		it.Move = image.Point{}
	}
	seen = seen.Intersect(l.Bounds.Add(it.Move)).Intersect(screen.Rect)
	if seen.Empty() {
		return
	}
	below := screen.SubImage(seen).(*image.RGBA)
	if it.Alpha == 1 && l.Ground != page.None {
		below.Rect = below.Rect.Sub(it.Move) // the same pixels, in the layer's coordinates
		p.Layer(below, l, it.Theme, 0)
		return
	}
	alone := image.NewRGBA(seen.Sub(it.Move))
	p.Layer(alone, l, it.Theme, 0)
	lay(below, alone, it.Alpha)
}

// lay blends a premultiplied image at an opacity over another of the same size.
func lay(below, above *image.RGBA, alpha float32) {
	const whole = 1 << 16
	share := uint64(float32(alpha*whole) + 0.5)
	width := 4 * below.Rect.Dx()
	for y := range below.Rect.Dy() {
		dst, src := below.Pix[y*below.Stride:][:width], above.Pix[y*above.Stride:][:width]
		for i := 0; i < width; i += 4 {
			left := 255*whole - uint64(src[i+3])*share // the share of the pixel below
			if left == 255*whole {
				continue
			}
			for j := i; j < i+4; j++ {
				sum := 255*uint64(src[j])*share + uint64(dst[j])*left
				dst[j] = uint8((sum + 255*whole/2) / (255 * whole))
			}
		}
	}
}
