package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
)

func (s *sniffed) jpeg(data []byte) *Fault {
	c, err := jpeg.DecodeConfig(bytes.NewReader(data))
	w := walkJPEG(data)
	switch {
	case !w.whole:
		return truncated
	case err != nil || c.Width == 0 || c.Height == 0:
		return broken
	}
	s.width, s.height, s.deep, s.work = c.Width, c.Height, w.frame.deep(), w.work
	if w.converted || c.ColorModel != color.YCbCrModel && c.ColorModel != color.GrayModel {
		s.deep += 4 // the library converts it to another picture
	}
	if w.orientation != 0 {
		s.orientation = w.orientation
	}
	s.decode = func() (image.Image, error) { return jpeg.Decode(bytes.NewReader(data)) }
	return nil
}

// The markers that matter.
const (
	markerSOF0  = 0xc0
	markerSOF2  = 0xc2 // progressive
	markerRST0  = 0xd0
	markerEOI   = 0xd9
	markerSOS   = 0xda
	markerAPP1  = 0xe1
	markerAPP14 = 0xee // Adobe's
)

// jpegWalk is what a JPEG's segments state besides its sizes.
type jpegWalk struct {
	orientation uint8 // 0: none given
	frame       frame
	work        int  // samples that its scans visit
	converted   bool // it stores red, green and blue
	whole       bool // it is complete to its end marker
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
			continue // no segment: scan data, or a marker in it
		case pos+2 > len(data):
			return w
		}
		end := pos + int(binary.BigEndian.Uint16(data[pos:]))
		if end > len(data) {
			return w
		}
		body := data[min(pos+2, end):end]
		switch marker {
		case markerSOF0, markerSOF0 + 1, markerSOF2:
			if w.frame.components == nil { // the library rejects a second one
				w.frame = frameOf(body, marker == markerSOF2)
			}
		case markerSOS:
			w.work += w.frame.work(body)
		case markerAPP14:
			const transform = 11 // 0: none
			w.converted = w.converted || bytes.HasPrefix(body, []byte("Adobe")) && len(body) > transform && body[transform] == 0
		case markerAPP1:
			if exif, ok := bytes.CutPrefix(body, []byte("Exif\x00\x00")); ok && w.orientation == 0 {
				w.orientation = orientationOf(exif)
			}
		}
		pos = max(end, pos+2)
	}
}
