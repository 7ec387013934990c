package picture

import (
	"image"
	"image/color"
)

// samples are the rows of a picture, or of one of its planes, which is in memory.
type samples struct {
	layout
	// row returns row y, in its own memory or in a buffer of width x channels bytes.
	row func(y int, buf []uint8) []uint8
}

// scale returns a part of the samples, scaled.
func scale(s samples, part target) []uint8 {
	to, buf := newScaler(s.layout, part), make([]uint8, s.width*s.channels)
	for y := range s.height {
		to.add(s.row(y, buf))
	}
	return to.out
}

// plane returns the samples of a plane of bytes.
func plane(pix []uint8, stride int, picture, every image.Point) samples {
	s := samples{layout: layout{span: picture, every: every, channels: 1}}
	s.width, s.height = (picture.X+every.X-1)/every.X, (picture.Y+every.Y-1)/every.Y
	s.row = func(y int, _ []uint8) []uint8 { return pix[y*stride:][:s.width] }
	return s
}

// dense returns the layout of a picture that has a sample of some channels at each px.
func dense(size image.Point, channels int) layout {
	return layout{span: size, every: image.Pt(1, 1), width: size.X, height: size.Y, channels: channels}
}

// quads returns a picture's samples as four bytes for each px: red, green, blue, alpha, premultiplied.
func quads(m image.Image) samples {
	b := m.Bounds()
	s := samples{layout: dense(b.Size(), 4)}
	switch m := m.(type) {
	case *image.RGBA:
		s.row = func(y int, _ []uint8) []uint8 { return m.Pix[y*m.Stride:][:4*s.width] }
	case *image.NRGBA:
		s.row = func(y int, buf []uint8) []uint8 { return premultiply(buf, m.Pix[y*m.Stride:][:4*s.width]) }
	case *image.Paletted:
		table := colours(m.Palette)
		s.row = func(y int, buf []uint8) []uint8 {
			for x, i := range m.Pix[y*m.Stride:][:s.width] {
				copy(buf[4*x:4*x+4], table[i][:])
			}
			return buf
		}
	case placed:
		s.row = m.row
	case image.RGBA64Image: // all other types of the library: CMYK, 16 bits, YCbCr with alpha
		s.row = func(y int, buf []uint8) []uint8 {
			for x := range s.width {
				c := m.RGBA64At(b.Min.X+x, b.Min.Y+y)
				buf[4*x], buf[4*x+1], buf[4*x+2], buf[4*x+3] = uint8(c.R>>8), uint8(c.G>>8), uint8(c.B>>8), uint8(c.A>>8)
			}
			return buf
		}
	}
	return s
}

func premultiply(buf, pix []uint8) []uint8 {
	for i := 0; i < len(pix); i += 4 {
		p, q := pix[i:i+4:i+4], buf[i:i+4:i+4]
		a := uint32(p[3])
		if a == 255 {
			copy(q, p)
			continue
		}
		q[0], q[1], q[2], q[3] = over255(uint32(p[0])*a), over255(uint32(p[1])*a), over255(uint32(p[2])*a), p[3]
	}
	return buf
}

func over255(v uint32) uint8 { return uint8((v + 127) / 255) }

// colours returns a palette's colours, black beyond its end.
func colours(palette color.Palette) (table [256][4]uint8) {
	for i := range table {
		table[i][3] = 255
	}
	for i, c := range palette[:min(len(palette), len(table))] {
		r, g, b, a := c.RGBA()
		table[i] = [4]uint8{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), uint8(a >> 8)}
	}
	return table
}

// decoded is a picture that a library has decoded, as it is stored in the file.
type decoded struct {
	image.Image
	studio bool // its YCbCr has headroom at both ends of the range, like VP8's
}

// scaled returns a part of the picture. Brightness and colour are scaled as they are stored, which is half the work.
func (p decoded) scaled(to target) *image.RGBA {
	whole, b := image.Pt(1, 1), p.Bounds()
	out := opaque(nil, to)
	switch m := p.Image.(type) {
	case *image.Gray:
		y := scale(plane(m.Pix, m.Stride, b.Size(), whole), to)
		out.Pix = merge(y, y, y, asGrey)
	case *image.YCbCr:
		every := subsampling(m.SubsampleRatio)
		y := scale(plane(m.Y, m.YStride, b.Size(), whole), to)
		cb := scale(plane(m.Cb, m.CStride, b.Size(), every), to)
		cr := scale(plane(m.Cr, m.CStride, b.Size(), every), to)
		rgb := color.YCbCrToRGB
		if p.studio {
			rgb = studioToRGB
		}
		out.Pix = merge(y, cb, cr, rgb)
	case *image.NYCbCrA:
		if p.studio {
			widen(&m.YCbCr)
		}
		out.Pix = clamp(scale(quads(m), to))
	default:
		out.Pix = clamp(scale(quads(m), to))
	}
	return out
}

func merge(a, b, c []uint8, rgb func(a, b, c uint8) (uint8, uint8, uint8)) []uint8 {
	pix := make([]uint8, 4*len(a))
	for i := range a {
		q := pix[4*i : 4*i+4 : 4*i+4]
		q[0], q[1], q[2] = rgb(a[i], b[i], c[i])
		q[3] = 255
	}
	return pix
}

// clamp limits each colour to its alpha, which scaling may exceed by a little.
func clamp(pix []uint8) []uint8 {
	for i := 0; i < len(pix); i += 4 {
		q := pix[i : i+4 : i+4]
		q[0], q[1], q[2] = min(q[0], q[3]), min(q[1], q[3]), min(q[2], q[3])
	}
	return pix
}

func subsampling(r image.YCbCrSubsampleRatio) image.Point {
	switch r {
	case image.YCbCrSubsampleRatio422:
		return image.Pt(2, 1)
	case image.YCbCrSubsampleRatio420:
		return image.Pt(2, 2)
	case image.YCbCrSubsampleRatio440:
		return image.Pt(1, 2)
	case image.YCbCrSubsampleRatio411:
		return image.Pt(4, 1)
	case image.YCbCrSubsampleRatio410:
		return image.Pt(4, 2)
	}
	return image.Pt(1, 1)
}

// studioToRGB converts a colour whose brightness ranges from 16 to 235 (ITU-R BT.601, as RFC 6386, 9.2 prescribes for
// VP8); the library treats it like a JPEG's.
func studioToRGB(y, cb, cr uint8) (r, g, b uint8) {
	const one = 1 << 16 // coefficients in 65536ths
	yy := (int32(y)-16)*76309 + one/2
	u, v := int32(cb)-128, int32(cr)-128
	clip := func(x int32) uint8 { return uint8(min(max(x>>16, 0), 255)) }
	return clip(yy + 104597*v), clip(yy - 25675*u - 53279*v), clip(yy + 132201*u)
}

// widen stretches a picture's range from VP8's to a JPEG's.
func widen(m *image.YCbCr) {
	stretch := func(pix []uint8, from, to, span int32) {
		for i, v := range pix {
			pix[i] = uint8(min(max((int32(v)-from)*255/span+to, 0), 255))
		}
	}
	stretch(m.Y, 16, 0, 219)
	stretch(m.Cb, 128, 128, 224)
	stretch(m.Cr, 128, 128, 224)
}
