// Package picture decodes untrusted image files: PNG, JPEG and WebP, of animated ones the first picture. It bounds
// bytes, pixels and memory before it decodes, applies the orientation of a camera, and scales, with the
// same pixels on every machine.
//
// It depends on neither page nor catalogue: they decide where a picture is placed, and what happens if one
// is broken. Colour profiles are ignored; everything is taken for sRGB.
package picture

import (
	"fmt"
	"image"
)

// Bounds of a file and of the picture in it.
const (
	MaxBytes  = 32 << 20
	maxPixels = 50_000_000
	// maxDecoded bounds the memory that decoding takes, in bytes: a small file may be 16 bits deep or progressive.
	maxDecoded = 4 * maxPixels
	// maxWork bounds the samples that decoding visits: a scan of a progressive JPEG may have few bytes and visit all
	// samples. Encoders write a dozen scans, which visit four or five times the px in all.
	maxWork = 12 * maxPixels
	// maxSide bounds the size that a picture is scaled to; no screen is larger.
	maxSide = 1 << 14
)

// Info describes an image file.
type Info struct {
	Width, Height int   // px as seen, its orientation applied
	Orientation   uint8 // EXIF's, 1 to 8: how the stored rows are turned for display
}

// Fault explains to staff why a file can't be shown; it continues a sentence that begins with the file's name.
type Fault struct {
	Message, Fix string
	Unfinished   bool // the rest of the file may still be on its way
}

// Error returns the message alone.
func (f *Fault) Error() string { return f.Message }

// Faults of a file as a whole.
var (
	TooLarge  = &Fault{Message: fmt.Sprintf("超过 %d MiB", MaxBytes>>20), Fix: "用看图软件缩小到长边 4000 像素以内，另存为 JPEG"}
	empty     = &Fault{"是空文件", "等同步完成，或重新复制一次", true}
	truncated = &Fault{"不完整，后面的一截没有", "等同步完成，或重新复制一次", true}
	torn      = &Fault{"文件坏了，里面有一截不对", "等同步完成，或重新复制一次", true}
	broken    = &Fault{Message: "打不开，文件坏了，或是少见的编码", Fix: "用看图软件打开，另存为 JPEG；打不开就重新复制一次"}
)

// Read examines a file without decoding it: its sizes, and whether it is complete, unlike one that is still being
// copied. Of a PNG it also checks every checksum.
func Read(data []byte) (Info, *Fault) {
	s, fault := sniff(data)
	if fault != nil {
		return Info{}, fault
	}
	if s.orientation >= 5 {
		s.width, s.height = s.height, s.width
	}
	return Info{s.width, s.height, s.orientation}, nil
}

// Check reads a file and decodes it completely.
func Check(data []byte) (Info, *Fault) {
	info, fault := Read(data)
	if fault == nil {
		_, fault = decode(data)
	}
	return info, fault
}

// Decode returns the picture in a file as seen: turned by an orientation (1 to 8), scaled to a size in px,
// premultiplied.
func Decode(data []byte, orientation uint8, size image.Point) (*image.RGBA, *Fault) {
	if size.X < 1 || size.Y < 1 || size.X > maxSide || size.Y > maxSide {
		return nil, &Fault{Message: fmt.Sprintf("不能画成 %d×%d 像素", size.X, size.Y), Fix: "检查屏幕的大小"}
	}
	p, fault := decode(data)
	if fault != nil {
		return nil, fault
	}
	if orientation >= 5 {
		size.X, size.Y = size.Y, size.X
	}
	return turn(p.scaled(size), orientation), nil
}

// sniffed is what a file's header states.
type sniffed struct {
	width, height int // px as stored
	deep          int // bytes for each px while decoding, at most
	work          int // samples that decoding visits, if that may be many times those in the file
	orientation   uint8
	decode        func() (image.Image, error)
	studio        bool // its YCbCr has headroom at both ends of the range, like VP8's
}

// sniff recognises a file's format and checks the bounds.
func sniff(data []byte) (s sniffed, fault *Fault) {
	switch {
	case len(data) == 0:
		return s, empty
	case len(data) > MaxBytes:
		return s, TooLarge
	}
	s.orientation = 1
	switch format(data) {
	case "JPEG":
		fault = s.jpeg(data)
	case "PNG":
		fault = s.png(data)
	case "WebP":
		fault = s.webp(data)
	default:
		fault = foreign(data)
	}
	if fault == nil {
		fault = s.large()
	}
	return s, fault
}

// large returns a fault if a picture has too many pixels, or takes too much memory or time to decode.
func (s *sniffed) large() *Fault {
	switch n := s.width * s.height; {
	case n > maxPixels:
		return &Fault{
			Message: fmt.Sprintf("有 %d×%d 像素，超过 %d 万", s.width, s.height, maxPixels/10_000),
			Fix:     "用看图软件缩小到长边 4000 像素以内再保存",
		}
	case n*s.deep > maxDecoded:
		return &Fault{
			Message: fmt.Sprintf("解开后太大：%d×%d 像素要 %d MB 内存，超过 %d MB", s.width, s.height, (n*s.deep+1e6-1)/1e6, maxDecoded/int(1e6)),
			Fix:     "用看图软件缩小到长边 4000 像素以内，另存为普通的 JPEG（不选“渐进式”）",
		}
	case s.work > maxWork:
		return &Fault{Message: "编码太复杂", Fix: "用看图软件打开，另存为普通的 JPEG"}
	}
	return nil
}

// decoded is a picture as it is stored in the file.
type decoded struct {
	image.Image
	studio bool
}

// decode decodes a file within the bounds. Content is untrusted, so a panic of a decoder is one picture's fault and not
// the end of the program.
func decode(data []byte) (p decoded, fault *Fault) {
	s, fault := sniff(data)
	if fault != nil {
		return p, fault
	}
	defer func() {
		if recover() != nil {
			p, fault = decoded{}, broken
		}
	}()
	m, err := s.decode()
	if err != nil || m.Bounds().Size() != image.Pt(s.width, s.height) {
		return p, broken
	}
	return decoded{m, s.studio}, nil
}
