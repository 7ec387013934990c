package picture

import (
	"bytes"
	"encoding/binary"
	"image"

	"gongkai/kiosk/picture/icc"

	"golang.org/x/image/webp" // the only decoder in pure Go; it supports no animation
)

// webp finds the first picture of a WebP file and wraps it in a file of its own. So animations become stills, and the
// only size that counts is the one that the picture is decoded with: the library trusts the container's. (WebP Container
// Specification; RFC 9649)
func (s *sniffed) webp() *Fault {
	if size := uint64(binary.LittleEndian.Uint32(s.data[4:])); size+8 > uint64(len(s.data)) {
		return truncated
	}
	frame, alpha := firstFrame(s.data[12:])
	if frame == nil {
		return broken
	}
	if holed(frame.data) {
		return torn // it has no checksum, and any bytes decode
	}
	s.orientation = max(1, orientationOf(bytes.TrimPrefix(metadata(s.data[12:], "EXIF"), []byte("Exif\x00\x00"))))
	size, studio := frame.size(), frame.name == "VP8 "
	memory := size.X * size.Y * 3 / 2
	switch {
	case !studio:
		memory *= 4 // four bytes a px, and half as much again for packed pixels
	case alpha != nil:
		memory = size.X * size.Y * 8 // alpha is first decoded to four bytes, and the range is widened in a copy
	}
	file := still(frame, alpha, size)
	return s.whole(size, memory, func() (image.Image, error) { return webp.Decode(bytes.NewReader(file)) }, func(m image.Image, to target) *image.RGBA {
		return inSRGB(decoded{m, studio}.scaled(to), metadata(s.data[12:], "ICCP"), icc.RGB)
	})
}

// metadata returns the body of a file's first chunk with a name, nil if it has none.
func metadata(data []byte, name string) []byte {
	for c, rest := next(data); c != nil; c, rest = next(rest) {
		if c.name == name {
			return c.data
		}
	}
	return nil
}

// chunk is a part of a RIFF file.
type chunk struct {
	name string
	data []byte
}

// next splits off the first chunk; nil if there is none, or if it is incomplete.
func next(data []byte) (c *chunk, rest []byte) {
	if len(data) < 8 {
		return nil, nil
	}
	n := uint64(binary.LittleEndian.Uint32(data[4:]))
	if n > uint64(len(data)-8) {
		return nil, nil
	}
	c = &chunk{string(data[:4]), data[8 : 8+n]}
	return c, data[min(8+n+n&1, uint64(len(data))):]
}

// firstFrame returns the first picture, also in an animation's first frame, and its transparency, nil if it has none.
func firstFrame(data []byte) (frame, alpha *chunk) {
	const frameHead = 16 // place, size and time of a frame
	for c, rest := next(data); c != nil; c, rest = next(rest) {
		switch c.name {
		case "ALPH":
			alpha = c
		case "VP8 ":
			return c, alpha
		case "VP8L":
			return c, nil // it includes transparency
		case "ANMF":
			rest = c.data[min(frameHead, len(c.data)):]
		}
	}
	return nil, nil
}

// size returns a picture's size in px, zero if it is no picture (RFC 6386, 9.1; RFC 9649, 3.4).
func (c *chunk) size() (size image.Point) {
	switch d := c.data; {
	case c.name == "VP8 " && len(d) >= 10 && string(d[3:6]) == "\x9d\x01\x2a":
		size.X = int(binary.LittleEndian.Uint16(d[6:]) & 0x3fff)
		size.Y = int(binary.LittleEndian.Uint16(d[8:]) & 0x3fff)
	case c.name == "VP8L" && len(d) >= 5 && d[0] == 0x2f:
		bits := binary.LittleEndian.Uint32(d[1:])
		size.X = int(bits&0x3fff) + 1
		size.Y = int(bits>>14&0x3fff) + 1
	}
	return size
}

// still returns a WebP file of one picture.
func still(frame, alpha *chunk, size image.Point) []byte {
	file := []byte("RIFF\x00\x00\x00\x00WEBP")
	if alpha != nil {
		const hasAlpha = 1 << 4
		x, y := size.X-1, size.Y-1
		file = (&chunk{"VP8X", []byte{hasAlpha, 0, 0, 0, byte(x), byte(x >> 8), 0, byte(y), byte(y >> 8), 0}}).to(file)
		file = alpha.to(file)
	}
	file = frame.to(file)
	binary.LittleEndian.PutUint32(file[4:], uint32(len(file)-8))
	return file
}

func (c *chunk) to(file []byte) []byte {
	file = append(file, c.name...)
	file = binary.LittleEndian.AppendUint32(file, uint32(len(c.data)))
	file = append(file, c.data...)
	return append(file, make([]byte, len(c.data)&1)...)
}
