package picture

import (
	"bytes"
	"encoding/binary"
	"image"

	"gongkai/kiosk/picture/icc"

	"golang.org/x/image/vp8"
	"golang.org/x/image/vp8l"
	"golang.org/x/image/webp" // the only decoder in pure Go; it supports no animation
)

// webp finds the first picture of a WebP file. So animations become stills, and the only size that counts is the one that the
// picture is decoded with: the library trusts the container's (WebP Container Specification; RFC 9649). suspect reports that
// it has a hole.
func (s *sniffed) webp() (suspect bool, fault *Fault) {
	if size := uint64(binary.LittleEndian.Uint32(s.data[4:])); size+8 > uint64(len(s.data)) {
		return false, truncated
	}
	frame, alpha := firstFrame(s.data[12:])
	if frame == nil {
		return false, broken
	}
	s.orientation = max(1, orientationOf(bytes.TrimPrefix(metadata(s.data[12:], "EXIF"), []byte("Exif\x00\x00"))))
	size, lossy := frame.size(), frame.name == "VP8 "
	fault = s.whole(size, frame.memory(alpha), func() (image.Image, error) { return frame.decode(alpha) }, func(m image.Image, to target) *image.RGBA {
		return inSRGB(decoded{m, lossy}.scaled(to), metadata(s.data[12:], "ICCP"), icc.RGB)
	})
	if !holed(frame.data, tear) || fault != nil {
		return false, fault
	}
	decode := s.check
	s.check = func() error {
		if err := decode(); err != nil || !lossy || !frame.spare(alpha) {
			return err
		}
		return errTorn
	}
	return holed(frame.data, hole), nil
}

// memory returns about how many bytes decoding takes.
func (c *chunk) memory(alpha *chunk) int {
	px, file := c.size().X*c.size().Y, len(c.data)
	switch {
	case c.name == "VP8L" && c.packed():
		return 6 * px
	case c.name == "VP8L":
		return 4 * px
	case alpha != nil:
		return px*13/2 + 2*file + len(alpha.data) // alpha is first decoded to four bytes, then to one
	}
	return px*3/2 + file // the library copies it
}

// packed reports whether the px of a lossless picture are decoded to indices first, several in one.
func (c *chunk) packed() bool {
	const present, kind, indices, most = 1, 6, 6, 16
	if len(c.data) < 7 || c.data[5]&present == 0 || c.data[5]&kind != indices {
		return false
	}
	colours := int(c.data[5]>>3) | int(c.data[6]&7)<<5
	return colours < most
}

// decode decodes a picture, with its transparency if that isn't nil. A hole in a lossless one leaves bytes behind what is
// decoded, as its codes aren't those of other bytes.
func (c *chunk) decode(alpha *chunk) (image.Image, error) {
	if c.name == "VP8L" {
		r := bytes.NewReader(c.data)
		m, err := vp8l.Decode(r)
		if err == nil && r.Len() > padding && holed(c.data, tear) {
			err = errTorn
		}
		return m, err
	}
	if alpha != nil {
		return webp.Decode(bytes.NewReader(still(c, alpha)))
	}
	d := vp8.NewDecoder()
	d.Init(bytes.NewReader(c.data), len(c.data))
	if _, err := d.DecodeFrameHeader(); err != nil {
		return nil, err
	}
	return d.DecodeFrame()
}

// spare reports whether a picture that is compressed with loss can be decoded without its last bytes. Any bytes decode, and
// a flat part may be zeros. But only a picture whose bytes are all its own takes them all.
func (c *chunk) spare(alpha *chunk) bool {
	if len(c.data) < padding {
		return false
	}
	_, err := (&chunk{c.name, c.data[:len(c.data)-padding]}).decode(alpha)
	return err == nil
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
func still(frame, alpha *chunk) []byte {
	size := frame.size()
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
