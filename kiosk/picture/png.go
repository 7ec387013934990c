package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"image"
	"io"

	"gongkai/kiosk/picture/icc"
	"gongkai/kiosk/picture/png"
)

// png reads a PNG's chunks. suspect reports that they don't suffice to know whether it is complete.
func (s *sniffed) png() (suspect bool, fault *Fault) {
	f, err := png.Open(s.data)
	if err != nil {
		return false, s.faultOf(err)
	}
	step := max(f.Step(budget(s.data)), 1)
	s.width, s.height, s.memory, s.ended = f.Width, f.Height, f.Memory(step), f.Ended
	if o := orientationOf(f.Chunks["eXIf"]); o != 0 {
		s.orientation = o
	}
	s.check = f.Check
	s.paint = func(to target) (*image.RGBA, error) { return paintPNG(f, step, to) }
	return !f.Ended, nil
}

// paintPNG decodes and scales a PNG, and converts what was scaled.
func paintPNG(f *png.File, step int, to target) (*image.RGBA, error) {
	l := dense(image.Pt(f.Width, f.Height), f.Channels())
	l.width, l.height = f.Size(step)
	l.every = image.Pt(step, step)
	s := newScaler(l, to)
	if err := f.Decode(step, s.add); err != nil {
		return nil, err
	}
	if l.channels == 1 {
		return converted(opaque(merge(s.out, s.out, s.out, asGrey), to), statedColours(f, icc.Grey)), nil
	}
	channels := icc.RGB
	if f.Kind&2 == 0 {
		channels = icc.Grey
	}
	return converted(opaque(clamp(s.out), to), statedColours(f, channels)), nil
}

// statedColours returns the conversion of the colours that a PNG states, nil if they are sRGB's. Of several statements the
// first counts, in the order of the specification (4.3): cICP, iCCP, sRGB, gAMA with cHRM.
func statedColours(f *png.File, channels int) icc.Converter {
	if convert, ok := codedColours(f.Chunks["cICP"]); ok {
		return convert
	}
	if profile := inflated(f.Chunks["iCCP"]); profile != nil {
		convert, err := icc.New(profile, channels)
		if err != nil && channels == icc.Grey {
			convert, err = icc.New(profile, icc.RGB)
		}
		if err == nil {
			return convert
		}
	}
	gamma, primaries := f.Chunks["gAMA"], icc.BT709
	if f.Chunks["sRGB"] != nil || len(gamma) != 4 {
		return nil
	}
	if b := f.Chunks["cHRM"]; len(b) == 32 {
		for i := range 8 {
			primaries[i/2][i%2] = float64(binary.BigEndian.Uint32(b[4*i:])) / 100_000
		}
	}
	const srgb, near = 45_455, 2_000 // sRGB's curve is written as this exponent
	g := binary.BigEndian.Uint32(gamma)
	if g > srgb-near && g < srgb+near {
		return icc.Stated(primaries, 0)
	}
	return icc.Stated(primaries, 100_000/float64(max(g, 1)))
}

// codedColours returns the conversion of a cICP chunk (ITU-T H.273): ok is false for codes that aren't of SDR's RGB.
func codedColours(b []byte) (convert icc.Converter, ok bool) {
	if len(b) != 4 || b[2] != 0 || b[3] != 1 {
		return nil, false
	}
	primaries, ok := map[byte]icc.Primaries{1: icc.BT709, 9: icc.BT2020, 12: icc.P3}[b[0]]
	exponent, known := map[byte]float64{1: 0, 4: 2.2, 5: 2.8, 6: 0, 8: 1, 13: 0, 14: 0, 15: 0}[b[1]]
	if !ok || !known {
		return nil, false
	}
	return icc.Stated(primaries, exponent), true
}

// inflated returns the profile in an iCCP chunk (11.3.2.3), nil if there is none.
func inflated(chunk []byte) []byte {
	const most = 8 << 20
	_, b, ok := bytes.Cut(chunk, []byte{0})
	if !ok || len(b) < 1 {
		return nil
	}
	z, err := zlib.NewReader(bytes.NewReader(b[1:]))
	if err != nil {
		return nil
	}
	defer z.Close()
	profile, err := io.ReadAll(io.LimitReader(z, most))
	if err != nil {
		return nil
	}
	return profile
}
