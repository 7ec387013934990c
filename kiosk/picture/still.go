package picture

import (
	"bytes"
	"image"
	"image/draw"
	"image/gif"

	"golang.org/x/image/bmp"
	"golang.org/x/image/tiff"
)

// whole describes a file that a library decodes as a whole, in a memory in bytes, and that show scales.
func (s *sniffed) whole(size image.Point, memory int, decode func() (image.Image, error), show func(m image.Image, to target) *image.RGBA) *Fault {
	if s.width, s.height = size.X, size.Y; s.width < 1 || s.height < 1 {
		return broken
	}
	s.memory, s.ended = memory, true
	sized := func() (image.Image, error) {
		m, err := decode()
		if err == nil && m.Bounds().Size() != size {
			err = errSize
		}
		return m, err
	}
	s.check = func() error {
		_, err := sized()
		return err
	}
	s.paint = func(to target) (*image.RGBA, error) {
		m, err := sized()
		if err != nil {
			return nil, err
		}
		return show(m, to), nil
	}
	return nil
}

func plainly(m image.Image, to target) *image.RGBA { return decoded{Image: m}.scaled(to) }

// gif reads a GIF's header. Of an animated one the first picture is shown, on the canvas that all share.
func (s *sniffed) gif() *Fault {
	c, err := gif.DecodeConfig(bytes.NewReader(s.data))
	if err != nil {
		return s.faultOf(err)
	}
	canvas := image.Rect(0, 0, c.Width, c.Height)
	return s.whole(canvas.Max, 5*c.Width*c.Height, func() (image.Image, error) {
		m, err := gif.Decode(bytes.NewReader(s.data))
		if err != nil || m.Bounds() == canvas {
			return m, err
		}
		all := image.NewRGBA(canvas)
		draw.Draw(all, m.Bounds(), m, m.Bounds().Min, draw.Src)
		return all, nil
	}, plainly)
}

func (s *sniffed) bmp() *Fault {
	c, err := bmp.DecodeConfig(bytes.NewReader(s.data))
	if err != nil {
		return s.faultOf(err)
	}
	return s.whole(image.Pt(c.Width, c.Height), 4*c.Width*c.Height, func() (image.Image, error) { return bmp.Decode(bytes.NewReader(s.data)) }, plainly)
}

// tiff reads the header of a TIFF, whose first directory is also where EXIF keeps the orientation.
func (s *sniffed) tiff() *Fault {
	c, err := tiff.DecodeConfig(bytes.NewReader(s.data))
	if err != nil {
		return s.faultOf(err)
	}
	s.orientation = max(1, orientationOf(s.data))
	const pixel, strip = 8, 4 // 16 bits of four channels, and a strip unpacked
	return s.whole(image.Pt(c.Width, c.Height), (pixel+strip)*c.Width*c.Height, func() (image.Image, error) { return tiff.Decode(bytes.NewReader(s.data)) }, plainly)
}
