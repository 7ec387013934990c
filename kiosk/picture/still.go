package picture

import (
	"bytes"
	"image"
	"image/color"
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
	return s.whole(canvas.Max, c.Width*c.Height, func() (image.Image, error) {
		m, err := gif.Decode(bytes.NewReader(s.data))
		if first, ok := m.(*image.Paletted); ok && m.Bounds() != canvas {
			return placed{first, canvas}, err
		}
		return m, err
	}, plainly)
}

// placed is a picture on a larger canvas, transparent around it.
type placed struct {
	*image.Paletted
	canvas image.Rectangle
}

// Bounds returns the canvas.
func (f placed) Bounds() image.Rectangle { return f.canvas }

// row returns row y of the canvas in a buffer, four bytes for each px.
func (f placed) row(y int, buf []uint8) []uint8 {
	clear(buf)
	if y >= f.Rect.Min.Y && y < f.Rect.Max.Y {
		quads(f.Paletted).row(y-f.Rect.Min.Y, buf[4*f.Rect.Min.X:][:4*f.Rect.Dx()])
	}
	return buf
}

func (s *sniffed) bmp() *Fault {
	c, err := bmp.DecodeConfig(bytes.NewReader(s.data))
	if err != nil {
		return s.faultOf(err)
	}
	memory := c.Width * c.Height * bytesOf(c.ColorModel)
	return s.whole(image.Pt(c.Width, c.Height), memory, func() (image.Image, error) { return bmp.Decode(bytes.NewReader(s.data)) }, plainly)
}

// tiff reads the header of a TIFF, whose first directory is also where EXIF keeps the orientation.
func (s *sniffed) tiff() *Fault {
	c, err := tiff.DecodeConfig(bytes.NewReader(s.data))
	if err != nil {
		return s.faultOf(err)
	}
	s.orientation = max(1, orientationOf(s.data))
	s.work = visitsOf(s.data)
	memory := c.Width*c.Height*bytesOf(c.ColorModel) + stripOf(s.data, c)
	return s.whole(image.Pt(c.Width, c.Height), memory, func() (image.Image, error) { return tiff.Decode(bytes.NewReader(s.data)) }, plainly)
}

// visitsOf returns the work of decoding a TIFF, in samples. Strips and tiles may share bytes, and bytes may stand for nothing, so
// that a small file is read without end.
func visitsOf(data []byte) (work int) {
	const stripByteCounts, tileByteCounts, perByte = 279, 325, 8
	for _, tag := range []uint16{stripByteCounts, tileByteCounts} {
		for n := range tagsOf(data, tag) {
			work += perByte * int(n)
		}
	}
	return work
}

// stripOf returns the bytes that the library takes for a strip of a TIFF, or for a tile: a buffer that grows twofold, and the
// one before it.
func stripOf(data []byte, c image.Config) int {
	const samplesPerPixel, rowsPerStrip, tileWidth, tileLength = 277, 278, 322, 323
	width, rows := c.Width, c.Height
	if n := int(tagOf(data, rowsPerStrip)); n > 0 {
		rows = min(rows, n)
	}
	if w, h := int(tagOf(data, tileWidth)), int(tagOf(data, tileLength)); w > 0 && h > 0 {
		width, rows = min(w, maxPixels), min(h, maxPixels)
	}
	samples := min(max(1, int(tagOf(data, samplesPerPixel))), 8)
	return 3 * width * rows * samples * max(1, bytesOf(c.ColorModel)/4)
}

// bytesOf returns the bytes that the library takes for a px of a picture of some colours.
func bytesOf(model color.Model) int {
	if _, ok := model.(color.Palette); ok {
		return 1
	}
	switch model {
	case color.GrayModel:
		return 1
	case color.Gray16Model:
		return 2
	case color.RGBA64Model, color.NRGBA64Model:
		return 8
	}
	return 4
}
