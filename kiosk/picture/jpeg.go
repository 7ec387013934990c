package picture

import (
	"bytes"
	"image"
	"image/color"

	"gongkai/kiosk/picture/icc"
	"gongkai/kiosk/picture/jpeg"
)

// jpeg reads a JPEG's headers. suspect reports that they don't suffice to know whether it is complete.
func (s *sniffed) jpeg() (suspect bool, fault *Fault) {
	f, err := jpeg.Open(s.data)
	if err != nil {
		return false, s.faultOf(err)
	}
	size := max(f.Size(budget(s.data)), 1)
	s.width, s.height, s.memory, s.work, s.ended = f.Width, f.Height, f.Memory(size), f.Work, f.Ended
	for _, a := range f.Applications {
		if exif, ok := bytes.CutPrefix(a.Body, []byte("Exif\x00\x00")); ok && a.Marker == markAPP1 && orientationOf(exif) != 0 {
			s.orientation = orientationOf(exif)
			break
		}
	}
	s.check = f.Check
	s.paint = func(to target) (*image.RGBA, error) { return paintJPEG(f, size, to) }
	return !f.Ended || holed(s.data, hole), nil
}

// Markers of applications' segments.
const (
	markAPP0  = 0xe0
	markAPP1  = 0xe1
	markAPP2  = 0xe2
	markAPP14 = 0xee
)

// adobe returns the transform that Adobe's segment states: 0 for none, 1 for YCbCr, 2 for YCCK; ok if there is one.
func adobe(f *jpeg.File) (transform byte, ok bool) {
	const at = 11
	for _, a := range f.Applications {
		if a.Marker == markAPP14 && len(a.Body) > at && bytes.HasPrefix(a.Body, []byte("Adobe")) {
			return a.Body[at], true
		}
	}
	return 0, false
}

// storesRGB reports whether three planes are red, green and blue, by the rules of libjpeg.
func storesRGB(f *jpeg.File) bool {
	for _, a := range f.Applications {
		if a.Marker == markAPP0 && bytes.HasPrefix(a.Body, []byte("JFIF\x00")) {
			return false
		}
	}
	if transform, ok := adobe(f); ok && transform == 0 {
		return true
	}
	return f.Planes[0].Name == 'R' && f.Planes[1].Name == 'G' && f.Planes[2].Name == 'B'
}

// profileOf returns the profile that APP2 segments hold in parts (ICC.1, B.4), nil if it isn't complete.
func profileOf(f *jpeg.File) (profile []byte) {
	for next := byte(1); ; next++ {
		var part []byte
		last := byte(0)
		for _, a := range f.Applications {
			if b, ok := bytes.CutPrefix(a.Body, []byte("ICC_PROFILE\x00")); ok && a.Marker == markAPP2 && len(b) > 2 && b[0] == next {
				last, part = b[1], b[2:]
				break
			}
		}
		if part == nil || next > last {
			return nil
		}
		if profile = append(profile, part...); next == last {
			return profile
		}
	}
}

// paintJPEG decodes and scales each plane as it is stored, and converts the scaled ones, which is less work.
func paintJPEG(f *jpeg.File, size int, to target) (*image.RGBA, error) {
	planes := make([]*scaler, len(f.Planes))
	for i, p := range f.Planes {
		planes[i] = newScaler(layout{
			span:  image.Pt(f.Width*p.Across*size, f.Height*p.Down*size),
			every: image.Pt(f.Across*8, f.Down*8),
			width: jpeg.Span(p.Width, size), height: jpeg.Span(p.Height, size), channels: 1,
		}, to)
	}
	if err := f.Decode(size, func(plane, _ int, row []uint8) { planes[plane].add(row) }); err != nil {
		return nil, err
	}
	a := planes[0].out
	switch len(planes) {
	case 3:
		rgb := color.YCbCrToRGB
		if storesRGB(f) {
			rgb = func(r, g, b uint8) (uint8, uint8, uint8) { return r, g, b }
		}
		return inSRGB(opaque(merge(a, planes[1].out, planes[2].out, rgb), to), profileOf(f), icc.RGB), nil
	case 4:
		pix := merge(a, planes[1].out, planes[2].out, inksOf(f))
		return printed(pix, planes[3].out, f, to), nil
	}
	return inSRGB(opaque(merge(a, a, a, asGrey), to), profileOf(f), icc.Grey), nil
}

func asGrey(y, _, _ uint8) (r, g, b uint8) { return y, y, y }

func opaque(pix []uint8, to target) *image.RGBA {
	size := to.part.Size()
	return &image.RGBA{Pix: pix, Stride: 4 * size.X, Rect: image.Rectangle{Max: size}}
}

// inksOf returns the conversion of three of four planes to cyan, magenta and yellow. Adobe's programs store inks inverted.
func inksOf(f *jpeg.File) func(a, b, c uint8) (uint8, uint8, uint8) {
	switch transform, ok := adobe(f); {
	case ok && transform != 0:
		return color.YCbCrToRGB // the inversions cancel out
	case ok:
		return func(a, b, c uint8) (uint8, uint8, uint8) { return 255 - a, 255 - b, 255 - c }
	}
	return func(a, b, c uint8) (uint8, uint8, uint8) { return a, b, c }
}

// printed converts pixels of three inks, and black, to sRGB.
func printed(pix, black []uint8, f *jpeg.File, to target) *image.RGBA {
	_, inverted := adobe(f)
	convert, err := icc.New(profileOf(f), icc.CMYK)
	if err != nil {
		convert = func(c [4]uint8) (r, g, b uint8) { return color.CMYKToRGB(c[0], c[1], c[2], c[3]) }
	}
	for i, k := range black {
		if inverted {
			k = 255 - k
		}
		q := pix[4*i : 4*i+4 : 4*i+4]
		q[0], q[1], q[2] = convert([4]uint8{q[0], q[1], q[2], k})
	}
	return opaque(pix, to)
}
