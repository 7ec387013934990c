package picture

import (
	"image"

	"gongkai/kiosk/picture/icc"
)

// inSRGB converts a scaled picture in place by the profile that its file embeds. Without one, and with one that can't be
// read, colours are taken for sRGB's.
func inSRGB(m *image.RGBA, profile []byte, channels int) *image.RGBA {
	convert, err := icc.New(profile, channels)
	if err != nil && channels == icc.Grey { // some programs keep the profile when they make a picture grey
		convert, _ = icc.New(profile, icc.RGB)
	}
	return converted(m, convert)
}

// converted converts a picture in place, unless convert is nil. Colours are converted without their alpha.
func converted(m *image.RGBA, convert icc.Converter) *image.RGBA {
	if convert == nil {
		return m
	}
	var last, result [4]uint8 // neighbours are often alike
	for i := 0; i < len(m.Pix); i += 4 {
		q := m.Pix[i : i+4 : i+4]
		if c := [4]uint8(q); c != last {
			last, result = c, straight(c, convert)
		}
		copy(q, result[:])
	}
	return m
}

// straight converts a premultiplied colour.
func straight(c [4]uint8, convert icc.Converter) [4]uint8 {
	a := uint32(c[3])
	switch a {
	case 0:
		return c
	case 255:
		c[0], c[1], c[2] = convert(c)
		return c
	}
	for i, v := range c[:3] {
		c[i] = uint8(min((uint32(v)*255+a/2)/a, 255))
	}
	c[0], c[1], c[2] = convert(c)
	for i, v := range c[:3] {
		c[i] = over255(uint32(v) * a)
	}
	return c
}
