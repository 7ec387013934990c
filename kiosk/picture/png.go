package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/png"
)

// png reads a PNG's header. Of an animated one the library decodes the default picture, like programs without
// animation do.
func (s *sniffed) png(data []byte) *Fault {
	if fault := walkPNG(data); fault != nil {
		return fault
	}
	c, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil || string(data[12:16]) != "IHDR" { // the library skips other chunks before it
		return broken
	}
	s.width, s.height, s.deep = c.Width, c.Height, 4
	const depth, interlace = 24, 28
	if data[depth] == 16 {
		s.deep = 8
	}
	if data[interlace] != 0 {
		s.deep *= 2 // its passes together are as large as the picture
	}
	s.decode = func() (image.Image, error) { return png.Decode(bytes.NewReader(data)) }
	return nil
}

// walkPNG checks all chunks up to the one that ends the file, checksums included: a file that is being copied over
// another of the same size always seems complete.
func walkPNG(data []byte) *Fault {
	const head, tail = 8, 4 // length and name before a chunk, its checksum after it
	for data = data[8:]; len(data) >= head+tail; {
		n := uint64(binary.BigEndian.Uint32(data)) + head + tail
		if n > uint64(len(data)) {
			return truncated
		}
		body := n - tail
		if crc32.ChecksumIEEE(data[4:body]) != binary.BigEndian.Uint32(data[body:]) {
			return torn
		}
		if string(data[4:8]) == "IEND" {
			return nil
		}
		data = data[n:]
	}
	return truncated
}
