package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/jpeg"
)

// maxScans bounds the work on a progressive JPEG, each of whose scans may go over the whole
// picture and yet be a few bytes long. Encoders write a dozen.
const maxScans = 200

func (s *sniffed) jpeg(data []byte) *Fault {
	c, err := jpeg.DecodeConfig(bytes.NewReader(data))
	w := walkJPEG(data)
	switch {
	case !w.whole:
		return truncated
	case err != nil || c.Width == 0 || c.Height == 0:
		return broken
	case w.scans > maxScans:
		return &Fault{Message: "编码太复杂", Fix: "用看图软件打开，另存为普通的 JPEG"}
	}
	s.width, s.height = c.Width, c.Height
	if w.orientation != 0 {
		s.orientation = w.orientation
	}
	s.decode = func() (image.Image, error) { return jpeg.Decode(bytes.NewReader(data)) }
	return nil
}

// The markers that matter.
const (
	markerRST0 = 0xd0
	markerEOI  = 0xd9
	markerSOS  = 0xda
	markerAPP1 = 0xe1
)

// jpegWalk is what a JPEG's segments say beside its sizes.
type jpegWalk struct {
	orientation uint8 // 0: says nothing
	scans       int
	whole       bool // goes on to its end
}

func walkJPEG(data []byte) (w jpegWalk) {
	for pos := 2; ; {
		next := bytes.IndexByte(data[pos:], 0xff)
		if next < 0 || pos+next+1 >= len(data) {
			return w
		}
		pos += next + 1
		marker := data[pos]
		if marker == 0xff { // fill
			continue
		}
		pos++
		switch {
		case marker == markerEOI:
			w.whole = true
			return w
		case marker == 0 || marker == 1 || marker >= markerRST0 && marker < markerEOI:
			continue // no segment: part of a scan, or a mark in it
		case pos+2 > len(data):
			return w
		}
		end := pos + int(binary.BigEndian.Uint16(data[pos:]))
		if end > len(data) {
			return w
		}
		switch marker {
		case markerSOS:
			w.scans++
		case markerAPP1:
			if exif, ok := bytes.CutPrefix(data[min(pos+2, end):end], []byte("Exif\x00\x00")); ok && w.orientation == 0 {
				w.orientation = orientationOf(exif)
			}
		}
		pos = max(end, pos+2)
	}
}
